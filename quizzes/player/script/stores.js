// Where a record is kept: with the learning system, in this browser, or nowhere.

import { Session, VERSIONS } from "./lms.js";

// A store of SCORM: it tells elements in the words of its version.
export class LmsStore {
  constructor(version) {
    this.version = version;
    this.session = new Session(version);
    this.isThere = this.session.begin();
    this.limit = VERSIONS[version].limit;
    this.told = new Map();
    this.next = Number(this.session.get("cmi.interactions._count")) || 0;
    window.coursewrightSession = this.session; // for whoever looks for a fault
  }

  read() { return this.session.get("cmi.suspend_data"); }
  place() { return this.session.get(this.session.words.location); }

  tell(elementsFor) {
    const number = this.next++;
    for (const [element, value] of elementsFor(this.version)) {
      this.session.set(`cmi.interactions.${number}.${element}`, value);
    }
  }

  // Only what has changed is set again. Whatever one element meets, the others are still told.
  keep(text, place, elementsFor) {
    if (!this.session.isOpen) return false;
    let isDone = true;
    for (const [element, value] of elementsFor(this.version)) {
      if (this.told.get(element) === value) continue;
      if (this.session.set(element, value)) this.told.set(element, value);
      else if (element === "cmi.suspend_data") isDone = false;
    }
    return this.session.commit() && isDone;
  }

  end() { this.session.end(); }
}

// A store in this browser, for a site of files. Private windows may refuse it.
export class BrowserStore {
  constructor(name) {
    this.name = name;
    this.limit = 100_000;
    this.isThere = this.keep(this.read());
  }

  read() {
    try {
      return localStorage.getItem(this.name) ?? "";
    } catch {
      return "";
    }
  }

  place() { return ""; }
  tell() { /* nobody asks */ }

  keep(text) {
    try {
      localStorage.setItem(this.name, text);
      return true;
    } catch {
      return false;
    }
  }

  end() { /* nothing is open */ }
}
