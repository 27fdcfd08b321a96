// Brings in the elements that a page has, shows times in the reader's zone, and keeps forms from being sent twice.
// Everything works without it.

const script = document.querySelector("script[data-cw-tabs]");

function bringIn(root) {
  for (const [key, url] of Object.entries(script?.dataset ?? {})) {
    // dataset spells data-cw-tabs as cwTabs.
    const name = key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
    if (root.querySelector(name)) import(url);
  }
}

const formats = {
  minute: new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", year: "numeric", hour: "2-digit", minute: "2-digit" }),
  day: new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", year: "numeric" }),
};

function showLocalTimes(root) {
  for (const time of root.querySelectorAll("time[data-local]")) {
    const at = new Date(time.dateTime);
    if (Number.isNaN(at.valueOf())) continue;
    const format = /\d:\d/.test(time.textContent) ? formats.minute : formats.day;
    time.title = time.textContent;
    time.textContent = format.format(at);
    time.removeAttribute("data-local");
  }
}

for (const upgrade of [bringIn, showLocalTimes]) {
  upgrade(document);
  document.addEventListener("cw-inserted", (event) => upgrade(event.target));
}

// Marks the heading that is being read among those "On this page".
function followHeadings() {
  const links = new Map([...document.querySelectorAll(".aside a[href^='#']")].map((link) => [link.hash.slice(1), link]));
  const headings = [...links.keys()].map((id) => document.getElementById(id)).filter(Boolean);
  if (!headings.length) return;
  const mark = () => {
    const passed = headings.filter((heading) => heading.getBoundingClientRect().top < innerHeight / 3);
    const here = links.get((passed.at(-1) ?? headings[0]).id);
    for (const link of links.values()) link.parentElement.classList.toggle("here", link === here);
  };
  // The watched strip goes far up, so that a heading which a long jump carries past the window is seen to cross.
  const watch = new IntersectionObserver(mark, { rootMargin: "1000000px 0px -66% 0px" });
  for (const heading of headings) watch.observe(heading);
}
followHeadings();

// A second submit of a form that is on its way is dropped. The button is not disabled: its name and value must
// be sent, and a page that comes back from the browser's cache must work again. After a while it may be sent
// again: a form whose answer is a file leaves its page standing.
const AGAIN_MS = 8000;
const sent = new WeakSet();
document.addEventListener("submit", (event) => {
  if (event.defaultPrevented || event.target.method === "get") return;
  if (sent.has(event.target)) return event.preventDefault();
  sent.add(event.target);
  event.submitter?.setAttribute("aria-disabled", "true");
  setTimeout(() => allow(event.target), AGAIN_MS);
});

function allow(form) {
  sent.delete(form);
  for (const button of form.querySelectorAll("[aria-disabled=true]")) button.removeAttribute("aria-disabled");
}
addEventListener("pageshow", () => [...document.forms].forEach(allow));
