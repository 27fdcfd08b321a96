// <cw-save>: saves each answer of a quiz as it is given, and says so. An answer is kept in this browser until the
// server has it, so neither a lost network nor a closed tab loses it. Forms can always be sent as forms instead.
//
// It holds a form with data-save (the address of an answer, __item__ standing for the item), data-seq, data-attempt,
// and one element with data-saved for what it says. Questions are found by .question[data-item].

import { Outbox, send } from "./outbox.js";
import { isTouched } from "./touched.js";

const TYPING_MS = 700;
const FLUSH_MS = 4000;
const RETRY_MS = [2000, 4000, 8000, 15000, 30000];

class Save extends HTMLElement {
  connectedCallback() {
    this.form = this.querySelector("form");
    if (!this.form || this.outbox) return;
    this.outbox = new Outbox(this.form.dataset.attempt);
    this.seq = Number(this.form.dataset.seq) || 0;
    this.typing = new Map();
    this.sending = new Map();
    this.tries = 0;
    this.form.addEventListener("input", (event) => this.#changed(event, TYPING_MS));
    this.form.addEventListener("change", (event) => this.#changed(event, 0));
    this.form.addEventListener("submit", (event) => this.#submit(event));
    addEventListener("online", () => this.flush());
    addEventListener("pagehide", () => this.#leave());
    addEventListener("pageshow", () => { this.submitted = false; });
    // On a slow line somebody answers before this script is there.
    for (const question of this.#questions()) if (this.#fields(question).some(isTouched)) this.#keep(question);
    this.#restore();
    this.flush();
  }

  get token() { return this.form.elements.csrf_token?.value ?? ""; }

  #questions() { return [...this.form.querySelectorAll(".question[data-item]")]; }
  #question(item) { return this.#questions().find((question) => question.dataset.item === item); }

  #fields(question) {
    return [...this.form.elements].filter((field) => field.name && question.contains(field));
  }

  #changed(event, wait) {
    const question = event.target.closest(".question[data-item]");
    if (!question || !event.target.name || this.closed) return;
    // Ticking a box fires both events; only what is typed waits.
    if (wait && !event.target.matches("textarea, input[type=text]")) return;
    const item = question.dataset.item;
    this.#keep(question);
    clearTimeout(this.typing.get(item));
    this.typing.set(item, setTimeout(() => this.#send(item), wait));
  }

  #keep(question) {
    const { item, name = "" } = question.dataset;
    const body = new URLSearchParams();
    let filled = false;
    for (const field of this.#fields(question)) {
      if (field.matches("[type=radio], [type=checkbox]") && !field.checked) continue;
      body.append(field.name.startsWith(name) ? field.name.slice(name.length) : field.name, field.value);
      filled ||= Boolean(field.value.trim());
    }
    // The learner's clock, but never less than what is stored already.
    this.seq = Math.max(this.seq + 1, Date.now());
    body.append("seq", this.seq);
    const url = this.form.dataset.save.replace("__item__", encodeURIComponent(item));
    this.outbox.put(item, { url, body: body.toString(), seq: this.seq });
    this.#mark(item, filled);
  }

  // One answer of an item is on its way at a time: the newest follows when it is back.
  #send(item) {
    clearTimeout(this.typing.get(item));
    this.typing.delete(item);
    if (!this.sending.has(item)) {
      const sent = this.#sendNow(item).finally(() => {
        this.sending.delete(item);
        if (this.again?.delete(item)) this.#send(item);
      });
      this.sending.set(item, sent);
    } else {
      (this.again ??= new Set()).add(item);
    }
    return this.sending.get(item);
  }

  async #sendNow(item) {
    const entry = this.outbox.get(item);
    if (!entry) return;
    this.#say(this.dataset.wordSaving);
    const reply = await send(entry, this.token);
    if (reply.state !== "unreached") {
      this.tries = 0;
      if (reply.state !== "refused") this.outbox.take(item, entry.seq);
    }
    this.#tell(item, reply);
  }

  #tell(item, reply) {
    const words = this.dataset;
    switch (reply.state) {
      case "saved":
        this.#fault(item, "");
        if (reply.superseded) return this.#say(words.wordSuperseded, true);
        this.#say(words.wordSaved.replace("{time}", this.#time(reply.at)));
        this.#count(reply.answered);
        return;
      case "unreadable":
        this.#fault(item, reply.message);
        this.#say(`${words.wordFailed} ${reply.message}`, true);
        return;
      case "closed":
        this.closed = true;
        this.#say(`${words.wordFailed} ${reply.message}`, true);
        return;
      case "refused":
        this.#say(`${words.wordFailed} ${reply.message || words.wordRefused}`, true);
        return;
      default:
        this.#say(navigator.onLine ? words.wordUnreached : words.wordOffline, true);
        clearTimeout(this.retry);
        this.retry = setTimeout(() => this.flush(), RETRY_MS[Math.min(this.tries++, RETRY_MS.length - 1)]);
    }
  }

  // Sends all that waits, of this page and of those before it.
  flush() { return Promise.all(this.outbox.items.map((item) => this.#send(item))); }

  #leave() {
    for (const item of this.outbox.items) {
      const entry = this.outbox.get(item);
      send(entry, this.token, true).then((reply) => {
        if (reply.state === "saved") this.outbox.take(item, entry.seq);
      });
    }
  }

  // What waits is sent before the form. The form carries the answers of its own page, so these don't hold it back;
  // those of other pages do, or a submitted attempt would lack them.
  async #submit(event) {
    if (this.closed || this.submitted || !this.outbox.items.length) return;
    event.preventDefault();
    if (this.leaving) return;
    this.leaving = true;
    const submitter = event.submitter;
    await Promise.race([this.flush(), new Promise((over) => setTimeout(over, FLUSH_MS))]);
    this.leaving = false;
    if (this.outbox.items.some((item) => !this.#question(item))) return;
    this.submitted = true;
    this.form.requestSubmit(submitter);
  }

  // Shows what waits from before: the page may have come with an older answer.
  #restore() {
    for (const [item, entry] of Object.entries(this.outbox.all())) {
      const question = this.#question(item);
      if (!question) continue;
      const body = new URLSearchParams(entry.body);
      const name = question.dataset.name ?? "";
      for (const field of this.#fields(question)) {
        const values = body.getAll(field.name.startsWith(name) ? field.name.slice(name.length) : field.name);
        if (field.matches("[type=radio], [type=checkbox]")) field.checked = values.includes(field.value);
        else field.value = values[0] ?? "";
      }
      question.querySelector("cw-order")?.sort?.();
    }
  }

  #say(text, failed = false) {
    const place = document.querySelector("[data-saved]");
    if (!place || place.textContent === text) return;
    place.textContent = text;
    place.classList.toggle("failed", failed);
  }

  #time(at) {
    const moment = at ? new Date(at) : new Date();
    return moment.toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit" });
  }

  #mark(item, filled) {
    for (const step of document.querySelectorAll(".steps [data-item]")) {
      if (step.dataset.item !== item) continue;
      step.classList.toggle("done", filled);
      const state = step.querySelector("[data-step-state]");
      if (state) state.textContent = filled ? this.dataset.wordAnswered : this.dataset.wordUnanswered;
    }
  }

  #count(answered) {
    if (answered === undefined) return;
    for (const place of document.querySelectorAll("[data-answered]")) place.textContent = answered;
  }

  #fault(item, message) {
    const question = this.#question(item);
    if (!question) return;
    const fields = this.#fields(question);
    for (const old of question.querySelectorAll(".error")) old.remove();
    for (const field of fields) {
      if (message) field.setAttribute("aria-invalid", "true"); else field.removeAttribute("aria-invalid");
    }
    if (!message) return;
    const error = document.createElement("p");
    error.className = "error";
    error.id = `${question.id}-error`;
    error.textContent = message;
    question.querySelector(".part")?.prepend(error);
    for (const field of fields) {
      const described = new Set((field.getAttribute("aria-describedby") ?? "").split(" ").filter(Boolean));
      field.setAttribute("aria-describedby", [...described.add(error.id)].join(" "));
    }
  }
}
customElements.define("cw-save", Save);
