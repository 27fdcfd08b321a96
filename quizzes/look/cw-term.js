// <cw-term>: a word of the glossary. Its definition shows while the pointer rests on the word or on the definition,
// or while the word has the focus; Escape puts it away. A first tap shows it, a second one follows the link.
// Without it the word is a link to the glossary.

const SHOW_MS = 150; // A pointer on its way elsewhere shows nothing.
const HIDE_MS = 250; // Time to move from the word to its definition.
const EDGE_PX = 12;
let open = null;

class Term extends HTMLElement {
  connectedCallback() {
    if (this.card) return;
    this.link = this.querySelector("a");
    this.card = this.querySelector("[popover]");
    if (!this.card?.showPopover) return;
    this.addEventListener("pointerenter", (event) => event.pointerType !== "touch" && this.#later(() => this.show(), SHOW_MS));
    this.addEventListener("pointerleave", (event) => event.pointerType !== "touch" && this.#later(() => this.#leave(), HIDE_MS));
    this.link.addEventListener("focus", () => this.link.matches(":focus-visible") && this.show());
    this.link.addEventListener("blur", () => this.hide());
    this.link.addEventListener("click", (event) => this.#tap(event));
  }

  disconnectedCallback() { if (open === this) open = null; }

  show() {
    clearTimeout(this.timer);
    if (open === this) return;
    open?.hide();
    open = this;
    this.card.showPopover();
    this.#place();
  }

  hide() {
    clearTimeout(this.timer);
    if (open !== this) return;
    open = null;
    this.card.hidePopover();
  }

  #leave() {
    if (!this.link.matches(":focus-visible")) this.hide();
  }

  #later(act, ms) {
    clearTimeout(this.timer);
    this.timer = setTimeout(act, ms);
  }

  #tap(event) {
    if (event.pointerType !== "touch" || open === this) return;
    event.preventDefault();
    this.show();
  }

  // Below the word, or above where there is more room; it scrolls with the page. A word may go over the end of a line.
  #place() {
    const word = this.link.getClientRects()[0];
    const { width, height } = this.card.getBoundingClientRect();
    const room = document.documentElement.clientWidth - width - EDGE_PX;
    const above = word.bottom + height > innerHeight && word.top > height;
    this.card.style.left = `${scrollX + Math.max(EDGE_PX, Math.min(word.left, room))}px`;
    this.card.style.top = `${scrollY + (above ? word.top - height : word.bottom)}px`;
  }
}

document.addEventListener("keydown", (event) => event.key === "Escape" && open?.hide());
document.addEventListener("pointerdown", (event) => open && !open.contains(event.target) && open.hide());
customElements.define("cw-term", Term);
