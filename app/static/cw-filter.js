// <cw-filter>: a form whose choices show at once. It gets the page that the form would lead to, puts its results and
// its status in place of those here, and keeps the address in step. Its button goes, or where the results may be out
// of sight (data-far) leads to them. If anything fails, the form is sent as a form.

import { isTouched } from "./touched.js";

class Filter extends HTMLElement {
  connectedCallback() {
    this.form = this.querySelector("form[method=get]");
    if (!this.form || this.ready) return;
    this.ready = true;
    this.form.querySelector("button[type=submit]").hidden = !this.hasAttribute("data-far");
    this.form.addEventListener("change", () => this.#show());
    this.form.addEventListener("submit", (event) => this.#submit(event));
    if ([...this.form.elements].some(isTouched)) this.#show();
  }

  async #submit(event) {
    event.preventDefault();
    await this.#show();
    if (!this.hasAttribute("data-far")) return;
    const results = this.querySelector("[data-results]");
    results.tabIndex = -1;
    results.focus({ preventScroll: true });
    results.scrollIntoView();
  }

  async #show() {
    const url = this.#address();
    this.asking?.abort();
    this.asking = new AbortController();
    const { signal } = this.asking;
    const results = this.querySelector("[data-results]");
    results.setAttribute("aria-busy", "true");
    try {
      const response = await fetch(url, { signal });
      if (!response.ok) throw new Error(response.statusText);
      const page = new DOMParser().parseFromString(await response.text(), "text/html");
      this.#put(page.querySelector("cw-filter"));
      history.replaceState(null, "", url);
    } catch (error) {
      if (error.name !== "AbortError") this.form.submit();
    } finally {
      if (!signal.aborted) results.removeAttribute("aria-busy");
    }
  }

  // Returns the form's address, without what is left empty.
  #address() {
    const given = [...new FormData(this.form)].filter(([, value]) => value !== "");
    const url = new URL(this.form.action);
    url.search = new URLSearchParams(given).toString();
    url.hash = "";
    return url.href;
  }

  #put(found) {
    this.querySelector("[data-results]").replaceChildren(...found.querySelector("[data-results]").childNodes);
    this.querySelector("[role=status]").textContent = found.querySelector("[role=status]").textContent;
    this.querySelector("[data-results]").dispatchEvent(new CustomEvent("cw-inserted", { bubbles: true }));
  }
}
customElements.define("cw-filter", Filter);
