// <cw-order>: lines moved by buttons, arrow keys or dragging, in place of menus of positions.
// The menus stay the fields that are sent. They stay empty until a line is moved or the order is kept as it is.

const ENDS = ["pointerup", "pointercancel"];
const ICON = { up: "M3.5 9.8L8 5.3l4.5 4.5", down: "M3.5 6.2L8 10.7l4.5-4.5" };

function icon(name) {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  svg.setAttribute("class", "icon");
  svg.setAttribute("viewBox", "0 0 16 16");
  svg.setAttribute("aria-hidden", "true");
  const path = document.createElementNS(svg.namespaceURI, "path");
  path.setAttribute("class", "thin");
  path.setAttribute("d", ICON[name]);
  svg.append(path);
  return svg;
}

function element(name, className, text = "") {
  const made = document.createElement(name);
  made.className = className;
  made.textContent = text;
  return made;
}

class Order extends HTMLElement {
  connectedCallback() {
    if (this.list) return;
    this.list = this.querySelector(".order-lines");
    for (const line of this.lines) this.#equip(line);
    this.state = element("p", "order-state");
    this.spoken = element("span", "unseen");
    this.spoken.role = "status";
    this.append(this.state, this.spoken);
    const ask = document.getElementById(this.dataset.ask);
    if (ask) ask.textContent = this.dataset.wordAsk;
    this.classList.add("ready");
    this.sort();
  }

  // Puts the lines where their menus say, where these are all filled.
  sort() {
    const place = (line) => Number(line.querySelector("select").value);
    if (this.answered) this.list.append(...this.lines.sort((one, other) => place(one) - place(other)));
    this.#number();
  }

  get lines() { return [...this.list.children]; }
  get answered() { return this.lines.every((line) => line.querySelector("select").value); }

  #equip(line) {
    const place = element("span", "order-place");
    place.setAttribute("aria-hidden", "true");
    line.prepend(place);
    const select = line.querySelector("select");
    select.tabIndex = -1;
    select.setAttribute("aria-hidden", "true");
    const moves = element("span", "order-moves");
    for (const [name, step] of [["up", -1], ["down", 1]]) {
      const button = element("button", name);
      button.type = "button";
      button.setAttribute("aria-label", `${this.dataset[name === "up" ? "wordUp" : "wordDown"]}: ${this.#text(line)}`);
      button.append(icon(name));
      button.addEventListener("click", () => this.#move(line, step, button));
      button.addEventListener("keydown", (event) => {
        const by = { ArrowUp: -1, ArrowDown: 1 }[event.key];
        if (by === undefined) return;
        event.preventDefault();
        this.#move(line, by, button);
      });
      moves.append(button);
    }
    line.append(moves);
    line.addEventListener("pointerdown", (event) => this.#drag(event, line));
  }

  #text(line) { return line.querySelector(".order-text").textContent.trim(); }

  #move(line, step, button) {
    const lines = this.lines;
    const to = lines.indexOf(line) + step;
    if (to < 0 || to >= lines.length) return;
    if (step < 0) lines[to].before(line); else lines[to].after(line);
    this.#answer();
    // The button used may now be at an end, and disabled: focus goes to its neighbour.
    (button.disabled ? line.querySelector(".order-moves button:not(:disabled)") : button)?.focus();
    this.#say(line);
  }

  #say(line) {
    const words = this.dataset.wordMoved.replace("{position}", this.lines.indexOf(line) + 1).replace("{total}", this.lines.length);
    this.spoken.textContent = `${this.#text(line)}: ${words}`;
  }

  #drag(event, line) {
    if (event.button || event.target.closest("button, a, select")) return;
    // A finger that moves up or down scrolls the page; dragging is for the mouse and the pen, buttons for all.
    if (event.pointerType === "touch") return;
    event.preventDefault();
    // The list holds the pointer: a line would lose it each time it is moved.
    this.list.setPointerCapture(event.pointerId);
    line.classList.add("moving");
    let moved = false;
    const follow = ({ clientY }) => {
      const over = this.lines.find((other) => {
        const box = other.getBoundingClientRect();
        return other !== line && clientY > box.top && clientY < box.bottom;
      });
      if (!over) return;
      const below = this.lines.indexOf(over) > this.lines.indexOf(line);
      // Only past the middle of a neighbour: of two lines of unequal height neither jumps to and fro.
      const box = over.getBoundingClientRect();
      if (below ? clientY < box.top + box.height / 2 : clientY > box.top + box.height / 2) return;
      if (below) over.after(line); else over.before(line);
      moved = true;
      this.#number();
    };
    const end = () => {
      this.list.removeEventListener("pointermove", follow);
      for (const name of ENDS) this.list.removeEventListener(name, end);
      line.classList.remove("moving");
      if (!moved) return;
      this.#answer();
      this.#say(line);
    };
    this.list.addEventListener("pointermove", follow);
    for (const name of ENDS) this.list.addEventListener(name, end);
  }

  #answer() {
    this.lines.forEach((line, index) => { line.querySelector("select").value = String(index + 1); });
    this.#number();
    this.list.querySelector("select").dispatchEvent(new Event("change", { bubbles: true }));
  }

  #number() {
    const lines = this.lines;
    lines.forEach((line, index) => {
      line.querySelector(".order-place").textContent = this.answered ? index + 1 : "–";
      line.querySelector(".up").disabled = index === 0;
      line.querySelector(".down").disabled = index === lines.length - 1;
    });
    this.state.hidden = this.answered;
    if (this.answered || this.state.childElementCount) return;
    const keep = element("button", "btn small", this.dataset.wordKeep);
    keep.type = "button";
    keep.addEventListener("click", () => {
      this.#answer();
      this.#say(lines[0]);
      lines[0].querySelector(".order-moves button:not(:disabled)")?.focus();
    });
    this.state.append(element("span", "", this.dataset.wordOpen), keep);
  }
}
customElements.define("cw-order", Order);
