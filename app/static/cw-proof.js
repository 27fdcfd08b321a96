// <cw-proof>: a link to the proof of a statement. It opens the proof in a dialog over the page. The browser's own
// modal dialog does the rest: Escape closes it, and the focus goes back to the link. Escape before it is there calls it
// off. If anything fails, the link is followed.

let dialog = null;

function theDialog() {
  if (dialog) return dialog;
  dialog = document.createElement("dialog");
  dialog.className = "proof-dialog";
  dialog.setAttribute("aria-labelledby", "proof-statement");
  // A click on the backdrop meets the dialog itself; its content fills the rest.
  dialog.addEventListener("click", (event) => event.target === dialog && dialog.close());
  document.body.append(dialog);
  return dialog;
}

class Proof extends HTMLElement {
  connectedCallback() {
    if (this.listening) return;
    this.listening = true;
    this.addEventListener("click", (event) => this.#open(event));
  }

  async #open(event) {
    const link = event.target.closest("a[data-claim]");
    const plain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
    if (!link || !plain) return;
    event.preventDefault();
    if (this.busy) return;
    this.busy = true;
    const waiting = new AbortController();
    const { signal } = waiting;
    // A proof that is slow to come must not open once nobody wants it any more.
    document.addEventListener("keydown", ({ key }) => key === "Escape" && waiting.abort(), { signal });
    try {
      this.#show(await this.#fetch(link, signal));
    } catch {
      if (!signal.aborted) location.assign(link.href);
    } finally {
      waiting.abort();
      this.busy = false;
    }
  }

  // The page of a claim stands below the ledger, whose address is the link without its anchor.
  async #fetch(link, signal) {
    const url = `${link.href.split("#")[0]}/${link.dataset.claim}`;
    const response = await fetch(url, { headers: { Accept: "text/html; fragment" }, signal });
    const html = await response.text();
    if (!response.ok || response.redirected || /<html[\s>]/i.test(html)) throw new Error("no proof came back");
    return html;
  }

  #show(html) {
    const shown = theDialog();
    shown.innerHTML = html;
    shown.showModal();
    shown.scrollTop = 0;
    shown.dispatchEvent(new CustomEvent("cw-inserted", { bubbles: true }));
  }
}
customElements.define("cw-proof", Proof);
