// <cw-copy>: a button that copies what stands in it: the value of a field, or the text of a <code> or <pre>.
// Where a link stands in it, following the link copies its address as well.

class Copy extends HTMLElement {
  connectedCallback() {
    if (this.said) return;
    this.source = this.querySelector("input, code, pre, a");
    if (!this.source || !navigator.clipboard) return;
    this.said = document.createElement("span");
    this.said.role = "status";
    if (this.source.localName === "a") {
      this.said.className = "copied";
      this.source.addEventListener("click", () => this.#copy());
    } else {
      this.said.className = "unseen";
      this.append(this.#button());
    }
    this.append(this.said);
  }

  #button() {
    this.button = document.createElement("button");
    this.button.type = "button";
    this.button.className = "btn small";
    this.button.textContent = this.dataset.wordCopy;
    this.button.addEventListener("click", () => this.#copy());
    return this.button;
  }

  async #copy() {
    try {
      await navigator.clipboard.writeText(this.source.href ?? this.source.value ?? this.source.textContent);
      this.#tell(this.dataset.wordCopied);
    } catch {
      this.source.select?.();
      this.#tell(this.dataset.wordFailed);
    }
  }

  #tell(words) {
    if (this.button) this.button.textContent = words;
    this.said.textContent = words;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      if (this.button) this.button.textContent = this.dataset.wordCopy;
      this.said.textContent = "";
    }, 3000);
  }
}
customElements.define("cw-copy", Copy);
