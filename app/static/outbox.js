// Answers on their way: kept in this browser until the server has said that it has them.
// One outbox for each attempt, {item: {url, body, seq}}; a newer answer to an item takes the place of an older one.

export class Outbox {
  constructor(attempt) {
    this.key = `coursewright.outbox.${attempt}`;
    this.kept = {}; // where the browser refuses storage
  }

  all() {
    try { return JSON.parse(localStorage.getItem(this.key)) ?? {}; } catch { return this.kept; }
  }

  get(item) { return this.all()[item]; }
  get items() { return Object.keys(this.all()); }

  put(item, entry) { this.#write({ ...this.all(), [item]: entry }); }

  // Takes out an answer, unless a newer one took its place while it was on its way.
  take(item, seq) {
    const all = this.all();
    if (all[item]?.seq !== seq) return;
    delete all[item];
    this.#write(all);
  }

  #write(all) {
    this.kept = all;
    try {
      if (Object.keys(all).length) localStorage.setItem(this.key, JSON.stringify(all));
      else localStorage.removeItem(this.key);
    } catch { /* kept in memory */ }
  }
}

// What became of a sent answer: saved, unreadable, closed, refused (asking again won't help), or unreached.
export async function send(entry, token, keepalive = false) {
  let response;
  try {
    response = await fetch(entry.url, {
      method: "POST",
      headers: { "X-CSRFToken": token, Accept: "application/json", "Content-Type": "application/x-www-form-urlencoded" },
      body: entry.body,
      keepalive,
    });
  } catch {
    return { state: "unreached" };
  }
  const reply = await response.json().catch(() => ({}));
  const message = reply.message ?? reply.advice ?? "";
  if (response.ok && reply.saved) return { state: "saved", at: reply.at, answered: reply.answered, superseded: reply.superseded };
  if (response.status === 422) return { state: "unreadable", message };
  if (response.status === 409 || response.status === 410) return { state: "closed", message };
  if (response.status === 429 || response.status >= 500) return { state: "unreached", message };
  return { state: "refused", message };
}
