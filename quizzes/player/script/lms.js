// The learning system around this page: found, spoken to in its version of SCORM, and never trusted to answer.

const DEEPEST = 50; // frames above a page; more would be a circle

export const VERSIONS = {
  "1.2": {
    api: "API",
    calls: ["LMSInitialize", "LMSFinish", "LMSGetValue", "LMSSetValue", "LMSCommit", "LMSGetLastError", "LMSGetErrorString"],
    location: "cmi.core.lesson_location",
    entry: "cmi.core.entry",
    limit: 4096,
  },
  2004: {
    api: "API_1484_11",
    calls: ["Initialize", "Terminate", "GetValue", "SetValue", "Commit", "GetLastError", "GetErrorString"],
    location: "cmi.location",
    entry: "cmi.entry",
    limit: 64_000,
  },
};

// SCORM's own search: in the frames above this page, then in those above the window that opened it.
export function findApi(name) {
  for (const start of [() => window.parent, () => window.top?.opener, () => window.opener]) {
    let frame = attempt(start);
    for (let depth = 0; frame && depth < DEEPEST; depth++) {
      const here = frame;
      const api = attempt(() => here[name]);
      if (api) return api;
      const above = attempt(() => here.parent);
      if (!above || above === here) break;
      frame = above;
    }
  }
  return attempt(() => window[name]) ?? null;
}

// A frame of another origin throws when it is asked for anything.
function attempt(ask) {
  try {
    return ask() ?? null;
  } catch {
    return null;
  }
}

export class Session {
  constructor(version) {
    this.words = VERSIONS[version];
    this.api = this.words ? findApi(this.words.api) : null;
    this.isOpen = false;
    this.faults = [];
  }

  // Whether there is a system, and it let us begin.
  begin() {
    this.isOpen = this.api !== null && this.#ask(0, "") === "true";
    return this.isOpen;
  }

  get(element) {
    return this.isOpen ? this.#ask(2, element) : "";
  }

  set(element, value) {
    return this.isOpen && this.#done(3, element, String(value));
  }

  commit() {
    return this.isOpen && this.#done(4, "");
  }

  end() {
    if (!this.isOpen) return false;
    const ended = this.#done(1, "");
    this.isOpen = false;
    return ended;
  }

  #done(call, ...given) {
    if (this.#ask(call, ...given) === "true") return true;
    const code = this.#ask(5);
    this.faults.push(`${[this.words.calls[call], ...given].join(" ").slice(0, 200)}: ${code} ${this.#ask(6, code)}`);
    return false;
  }

  // Some systems answer true or "True", and some throw.
  #ask(call, ...given) {
    try {
      const answer = this.api[this.words.calls[call]](...given);
      return typeof answer === "boolean" || /^true$/i.test(answer) ? String(answer).toLowerCase() : String(answer ?? "");
    } catch (error) {
      this.faults.push(`${this.words.calls[call]}: ${error.message}`);
      return "";
    }
  }
}
