// The fields of a question that waits for an answer, and the answer that they hold: the twin of the site's pages.

import { h, icon, markup, unseen } from "./dom.js";

// A part's fields; `sheet` is { id, raw, error }: the question's id, what was answered so far, what is wrong with it.
export function openPart(part, sheet) {
  const view = { ...sheet, id: `${sheet.id}-${part.key}`, field: `${sheet.id}.${part.key}` };
  const described = [`${sheet.id}-body`, `${view.id}-ask`, sheet.error && `${view.id}-error`].filter(Boolean).join(" ");
  const error = sheet.error && h("p", { class: "error", id: `${view.id}-error` }, icon("wrong"), " ", sheet.error);
  const shown = SHOWN[part.interaction.type](part.interaction, { ...view, described });
  return h("div", { class: "part" }, error, shown);
}

const ask = (view, words) => h("p", { class: "ask", id: `${view.id}-ask` }, words);
const group = (view, attributes, ...children) =>
  h("div", { role: "group", "aria-labelledby": `${view.question}-lead`, "aria-describedby": view.described, ...attributes }, ...children);
const faulty = (view) => (view.error ? { "aria-invalid": "true", "aria-describedby": `${view.id}-error` } : {});

const SHOWN = {
  choice({ options, max, form }, view) {
    const chosen = view.raw ?? [];
    const many = max !== 1;
    const words = max > 1 ? `Choose at most ${max}.` : many ? "Choose all that apply." : form === "lines" ? "Choose one line." : "Choose one.";
    const label = (option) => h("label", { class: "choice" },
      h("input", {
        type: many ? "checkbox" : "radio", name: view.field, value: option.key, checked: chosen.includes(option.key),
        ...(many ? faulty(view) : {}),
      }),
      optionLabel(option, form));
    const box = group(view, {
      class: `choices ${form}`, role: many ? "group" : "radiogroup", ...(many ? {} : view.error && { "aria-invalid": "true" }),
    }, withBlankLines(options, form, label, "div"));
    return [ask(view, words), box];
  },
  match(interaction, view) {
    return interaction.grid ? grid(interaction, view) : pairs(interaction, view);
  },
  order({ options }, view) {
    const order = view.raw ?? [];
    const places = options.map((_, index) => String(index + 1));
    const line = (option, index) => h("li", { class: "order-line" },
      h("select", { name: `${view.field}.${option.key}`, "aria-label": `Position of: ${option.text}`, autocomplete: "off", ...faulty(view) },
        h("option", { value: "" }, "–"),
        places.map((place) => h("option", { value: place, selected: order.indexOf(option.key) === Number(place) - 1 }, place))),
      h("span", { class: "order-text", id: `${view.id}-${index + 1}` }, markup(option.html)));
    return [
      ask(view, "Give each line its position; 1 comes first."),
      h("cw-order", {
        role: "group", "aria-labelledby": `${view.question}-lead`, "aria-describedby": view.described, "data-ask": `${view.id}-ask`,
        "data-word-ask": "Move the lines into order, the first at the top.",
        "data-word-up": "Move up", "data-word-down": "Move down", "data-word-keep": "Keep this order",
        "data-word-open": "Not answered yet. Move a line, or keep this order.",
        "data-word-moved": "Position {position} of {total}",
      }, h("ol", { class: "order-lines" }, options.map(line))),
    ];
  },
  "gap-select"({ pieces, gaps }, view) {
    const numbered = new Map(gaps.map((gap, index) => [gap.key, [gap, index + 1]]));
    const text = inPieces(pieces, (key) => {
      const [gap, number] = numbered.get(key);
      return menu(view, gap.key, gap.options, { "aria-label": `Gap ${number} of ${gaps.length}`, class: "gap" });
    });
    return [ask(view, "Choose an option for each gap."), group(view, { class: "gap-text" }, text)];
  },
  "text-entry"({ size, mono }, view) {
    return entry(view, "Type your answer.", field(view, { size, class: mono && "mono" }));
  },
  "number-entry"({ size, unit }, view) {
    const described = `${view.question}-lead ${view.described}${unit ? ` ${view.id}-unit` : ""}`;
    const typed = field(view, { size, inputmode: "decimal", "aria-describedby": described });
    return entry(view, "Type a number.", typed, unit && h("span", { class: "unit", id: `${view.id}-unit` }, unit));
  },
  judged({ lines, mono }, view) {
    const area = h("textarea", {
      id: view.id, name: view.field, rows: lines, class: mono && "mono", spellcheck: mono ? "false" : "true",
      "aria-describedby": `${view.question}-lead ${view.described}`, "aria-invalid": view.error ? "true" : null,
    });
    area.value = view.raw ?? "";
    return entry(view, "Type your answer.", area);
  },
};

export function optionLabel(option, form) {
  if (form === "list") return h("span", { class: "text" }, markup(option.html));
  const code = h("code", {}, markup(option.html));
  return form === "lines" ? [h("span", { class: "number" }, unseen("Line "), String(option.number)), code] : code;
}

// Lines of a program with the blank ones between them, which are no options.
export function withBlankLines(options, form, show, tag) {
  let line = 0;
  return options.flatMap((option) => {
    if (form !== "lines") return [show(option)];
    const blank = Array.from({ length: option.number - line - 1 }, () => h(tag, { class: "choice empty", "aria-hidden": "true" }));
    line = option.number;
    return [...blank, show(option)];
  });
}

// A text with something in each of its gaps. The pieces are well-formed only together: they may cut through code.
export function inPieces(pieces, fill) {
  const whole = markup(pieces.map(([html, gap]) => html + (gap ? `<span data-gap="${gap}"></span>` : "")).join(""));
  for (const place of whole.querySelectorAll("[data-gap]")) place.replaceWith(fill(place.dataset.gap));
  return whole;
}

function menu(view, key, options, attributes) {
  const chosen = view.raw?.[key];
  return h("select", { name: `${view.field}.${key}`, autocomplete: "off", ...faulty(view), ...attributes },
    h("option", { value: "" }, "Choose"),
    options.map((option) => h("option", { value: option.key, selected: option.key === chosen }, `${option.letter ? `${option.letter}: ` : ""}${option.text}`)));
}

function grid({ sources, targets }, view) {
  const row = (source, index) => {
    const id = `${view.id}-${index + 1}`;
    const cell = (target) => h("label", { class: "grid-cell" },
      h("input", { type: "radio", name: `${view.field}.${source.key}`, value: target.key, checked: view.raw?.[source.key] === target.key }),
      h("span", { class: "grid-name" }, markup(target.html)));
    return h("div", { class: "grid-row", role: "radiogroup", "aria-labelledby": id, ...faulty(view) },
      h("div", { class: "grid-what", id }, markup(source.html)), targets.map(cell));
  };
  const head = h("div", { class: "grid-head", "aria-hidden": "true" },
    h("span", {}, "Statement"), targets.map((target) => h("span", {}, markup(target.html))));
  return [ask(view, "Choose one for each statement."),
    group(view, { class: `grid columns-${targets.length}` }, head, sources.map(row))];
}

export function lettered({ lettered: isLettered, targets }) {
  return targets.map((target, index) => (isLettered ? { ...target, letter: String.fromCodePoint(65 + index) } : target));
}

function pairs(interaction, view) {
  const targets = lettered(interaction);
  const list = interaction.lettered && h("ul", { class: "targets" },
    targets.map((target) => h("li", {}, h("b", {}, target.letter), h("span", {}, markup(target.html)))));
  const pair = (source, index) => h("div", { class: "pair" },
    h("label", { for: `${view.id}-${index + 1}` }, markup(source.html)),
    menu(view, source.key, targets, { id: `${view.id}-${index + 1}` }));
  const words = interaction.lettered ? "Choose the letter of the partner of each." : "Choose a partner for each.";
  return [ask(view, words), list, group(view, { class: "pairs" }, interaction.sources.map(pair))];
}

function field(view, attributes) {
  const made = h("input", {
    type: "text", id: view.id, name: view.field, autocomplete: "off", autocapitalize: "off", spellcheck: "false",
    "aria-describedby": `${view.question}-lead ${view.described}`, "aria-invalid": view.error ? "true" : null, ...attributes,
  });
  made.value = view.raw ?? "";
  return made;
}

function entry(view, words, typed, unit = null) {
  const label = h("label", { for: view.id }, "Your answer");
  return [ask(view, words), h("div", { class: "entry" }, label, typed.localName === "textarea" ? typed : h("span", { class: "entry-field" }, typed, unit))];
}

// The response that the fields of a question hold, as it is graded and kept.
export function readFields(question, root, id) {
  const named = (name) => [...root.querySelectorAll("[name]")].filter((one) => one.name === name);
  const value = (name) => named(name).find((one) => one.type !== "radio" || one.checked)?.value ?? "";
  const filled = (field, options) => Object.fromEntries(
    options.map((option) => [option.key, value(`${field}.${option.key}`)]).filter(([, given]) => given));
  const readers = {
    choice: (field) => named(field).filter((one) => one.checked).map((one) => one.value),
    match: (field, { sources }) => filled(field, sources),
    "gap-select": (field, { gaps }) => filled(field, gaps),
    order: (field, { options }) => inOrder(filled(field, options), options.length),
  };
  return Object.fromEntries(question.parts.map((part) => {
    const field = `${id}.${part.key}`;
    return [part.key, (readers[part.interaction.type] ?? value)(field, part.interaction)];
  }));
}

// The keys by position. Where positions are missing or used twice the list is too short, and whoever reads it says so.
function inOrder(positions, size) {
  const byPlace = new Map(Object.entries(positions).map(([key, place]) => [place, key]));
  const keys = Array.from({ length: size }, (_, index) => byPlace.get(String(index + 1))).filter(Boolean);
  return keys.length ? keys : Object.keys(positions).slice(0, size - 1);
}
