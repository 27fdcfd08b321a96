// <cw-tabs>: panes under a row of tabs. All tabs of a page follow one choice, which is kept for the next page.
// Without it the panes stand below each other; on paper they always do.

const KEY = "coursewright.facet";
const all = new Set();
let count = 0;

function remembered() {
  try { return localStorage.getItem(KEY); } catch { return null; }
}

function remember(facet) {
  try { localStorage.setItem(KEY, facet); } catch { /* private windows may refuse */ }
}

class Tabs extends HTMLElement {
  connectedCallback() {
    if (this.tabs) return;
    this.panes = [...this.querySelectorAll(":scope > .pane")];
    if (this.panes.length < 2) return;
    const list = document.createElement("div");
    list.role = "tablist";
    const title = this.querySelector(":scope > .trio-title");
    if (title) list.setAttribute("aria-labelledby", title.id ||= `tabs-${++count}`);
    this.tabs = this.panes.map((pane) => this.#tab(pane, list));
    this.panes[0].before(list);
    this.classList.add("ready");
    all.add(this);
    this.show(remembered());
  }

  disconnectedCallback() { all.delete(this); }

  show(facet) {
    const found = this.panes.findIndex((pane) => pane.dataset.facet === facet);
    if (found < 0 && this.shown !== undefined) return;
    this.shown = Math.max(found, 0);
    this.panes.forEach((pane, index) => {
      const here = index === this.shown;
      pane.hidden = !here;
      this.tabs[index].setAttribute("aria-selected", String(here));
      this.tabs[index].tabIndex = here ? 0 : -1;
    });
  }

  #tab(pane, list) {
    const tab = document.createElement("button");
    tab.type = "button";
    tab.role = "tab";
    tab.id = `tab-${++count}`;
    tab.append(...(pane.querySelector(".pane-name") ?? pane).cloneNode(true).childNodes);
    pane.id ||= `pane-${count}`;
    pane.role = "tabpanel";
    pane.removeAttribute("aria-label");
    // With the title: the panes of all tabs of a page have the same few names.
    pane.setAttribute("aria-labelledby", [list.getAttribute("aria-labelledby"), tab.id].filter(Boolean).join(" "));
    tab.setAttribute("aria-controls", pane.id);
    tab.addEventListener("click", () => this.#choose(tab));
    tab.addEventListener("keydown", (event) => this.#move(event, tab));
    list.append(tab);
    return tab;
  }

  #choose(tab) {
    const facet = this.panes[this.tabs.indexOf(tab)].dataset.facet;
    const top = tab.getBoundingClientRect().top;
    remember(facet);
    for (const tabs of all) tabs.show(facet);
    // Tabs above may have changed their height: the one that was used stays under the pointer.
    scrollBy({ top: tab.getBoundingClientRect().top - top, behavior: "instant" });
  }

  #move(event, tab) {
    const last = this.tabs.length - 1;
    const at = this.tabs.indexOf(tab);
    const to = { ArrowRight: at === last ? 0 : at + 1, ArrowLeft: at === 0 ? last : at - 1, Home: 0, End: last }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    this.tabs[to].focus();
    this.#choose(this.tabs[to]);
  }
}

addEventListener("storage", (event) => {
  if (event.key === KEY) for (const tabs of all) tabs.show(event.newValue);
});
customElements.define("cw-tabs", Tabs);
