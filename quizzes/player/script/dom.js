// Elements in one expression. Texts stay texts; `markup` takes HTML that was rendered when the file was made.

const SVG = "http://www.w3.org/2000/svg";
const ICONS = {
  right: [["circle", { cx: 8, cy: 8, r: 7 }], ["path", { class: "on", d: "M4.6 8.3l2.3 2.3 4.5-5" }]],
  wrong: [["circle", { cx: 8, cy: 8, r: 7 }], ["path", { class: "on", d: "M5.3 5.3l5.4 5.4M10.7 5.3l-5.4 5.4" }]],
  missed: [["circle", { class: "thin", cx: 8, cy: 8, r: 6.2 }], ["path", { class: "thin", d: "M5 8.2l2.1 2.1 3.9-4.4" }]],
  blank: [["circle", { class: "thin", cx: 8, cy: 8, r: 6.2, "stroke-dasharray": "2.6 2.2" }]],
  partly: [["circle", { class: "thin", cx: 8, cy: 8, r: 6.2 }], ["path", { d: "M8 3.4a4.6 4.6 0 0 1 0 9.2z" }]],
  note: [["circle", { class: "thin", cx: 8, cy: 8, r: 6.2 }], ["path", { class: "thin", d: "M8 7.2v4.6M8 4.2v1.4" }]],
  menu: [["path", { class: "thin", d: "M2 4h12M2 8h12M2 12h12" }]],
};

// An attribute that is false, null or undefined is left out, and so is an empty class; `on…` listens.
export function h(tag, attributes = {}, ...children) {
  return filled(document.createElement(tag), attributes, children);
}

function filled(made, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === false || value === null || value === undefined || (name === "class" && !value)) continue;
    if (name.startsWith("on")) made.addEventListener(name.slice(2), value);
    else made.setAttribute(name, value === true ? "" : value);
  }
  made.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false && child !== ""));
  return made;
}

export function markup(html) {
  const template = document.createElement("template");
  template.innerHTML = html;
  return template.content;
}

export function icon(name) {
  const svg = document.createElementNS(SVG, "svg");
  const drawn = ICONS[name].map(([tag, attributes]) => filled(document.createElementNS(SVG, tag), attributes, []));
  return filled(svg, { class: "icon", viewBox: "0 0 16 16", "aria-hidden": "true", focusable: "false" }, drawn);
}

export const unseen = (words) => h("span", { class: "unseen" }, words);
export const count = (number, noun) => `${number} ${noun}${number === 1 ? "" : "s"}`;
