// <cw-check>: a question answered in its place. It sends the form inside it and shows what comes back: the graded
// question, or the form again with what could not be read. If anything fails, the form is sent as a form.

class Check extends HTMLElement {
  connectedCallback() {
    if (this.listening) return;
    this.listening = true;
    this.addEventListener("submit", (event) => this.#submit(event));
  }

  async #submit(event) {
    const form = event.target;
    if (form.method !== "post" || form.hasAttribute("data-plain")) return;
    event.preventDefault();
    if (this.busy) return;
    this.busy = true;
    this.setAttribute("aria-busy", "true");
    const submitter = event.submitter;
    try {
      const fragment = await this.#fetch(form, submitter);
      if (fragment === null) this.#sendPlainly(form);
      else this.#show(fragment);
    } catch {
      this.#fail(form);
    } finally {
      this.busy = false;
      this.removeAttribute("aria-busy");
    }
  }

  // Returns a fragment, or null where the server answered with something else, such as a page to sign in.
  async #fetch(form, submitter) {
    const response = await fetch(submitter?.getAttribute("formaction") || form.action, {
      method: "POST",
      body: new URLSearchParams(new FormData(form, submitter)),
      headers: { Accept: "text/html; fragment" },
    });
    if (response.redirected || !(response.ok || response.status === 422)) return null;
    const html = await response.text();
    return /<html[\s>]/i.test(html) ? null : html;
  }

  #sendPlainly(form) {
    form.setAttribute("data-plain", "");
    form.submit();
  }

  #show(html) {
    const template = document.createElement("template");
    template.innerHTML = html;
    // A fragment may bring its own <cw-check> around it.
    const inner = template.content.querySelector("cw-check");
    this.replaceChildren(...(inner ?? template.content).childNodes);
    this.dispatchEvent(new CustomEvent("cw-inserted", { bubbles: true }));
    const told = this.querySelector(".result, .error, [aria-invalid=true]");
    if (!told) return;
    if (!told.matches("input, select, textarea")) told.tabIndex = -1;
    told.focus({ preventScroll: true });
    told.scrollIntoView({ block: "nearest" });
  }

  #fail(form) {
    let message = form.querySelector(":scope > .error");
    if (!message) {
      message = document.createElement("p");
      message.className = "error";
      message.role = "alert";
      form.append(message);
    }
    message.textContent = this.dataset.wordFailed ?? "Not sent: no connection. Try again.";
  }
}
customElements.define("cw-check", Check);
