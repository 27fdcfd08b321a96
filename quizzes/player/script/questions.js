// A question as a page shows it: waiting for an answer, refused as unreadable, or graded.

import { count, h, icon, markup } from "./dom.js";
import { openPart } from "./fields.js";
import { FULL, isSame, NOTHING, rounded, times, ratio } from "./fractions.js";
import { markedPart } from "./marked.js";

const WORDS = { right: "Right", partly: "Partly right", wrong: "Wrong", blank: "Not answered", answered: "Answered" };

// `at` is { id, number, total, heading }: where it stands, and which heading its first sentence is.
export function openQuestion(question, raw, unreadable, at) {
  const known = question.parts.some((part) => part.key === unreadable?.part);
  const parts = question.parts.map((part) => openPart(part, {
    id: at.id, question: at.id, raw: raw?.[part.key], error: unreadable?.part === part.key ? unreadable.message : "",
  }));
  return framed(question, at, "open",
    unreadable && !known && h("p", { class: "error" }, icon("wrong"), " ", unreadable.message), parts,
    question.hint && h("details", { class: "hint" }, h("summary", {}, "Hint"), h("div", {}, markup(question.hint))));
}

// Only with `reveal` it tells what was right, the feedback and the explanation.
export function gradedQuestion({ question, key }, raw, graded, at, reveal) {
  const status = graded.blank ? "blank" : reveal ? statusOf(graded.score) : "answered";
  const parts = question.parts.map((part, index) => markedPart(part, raw?.[part.key], reveal ? {
    ...key.parts[part.key], verdicts: graded.parts[index].verdicts, score: graded.parts[index].score,
  } : null));
  return framed(question, at, status, result(question, graded, status), parts, reveal && worked(key, graded, status));
}

export function statusOf(score) {
  return isSame(score, FULL) ? "right" : isSame(score, NOTHING) ? "wrong" : "partly";
}

function framed(question, at, status, ...children) {
  const lead = h(at.heading ?? "div", { class: "lead", id: `${at.id}-lead` }, markup(question.lead));
  return h("div", { class: `question ${status}`, id: at.id, "data-item": question.id }, kicker(question, at), lead,
    question.body && h("div", { class: "body", id: `${at.id}-body` }, markup(question.body)), ...children);
}

function kicker(question, { number, total }) {
  if (!number) return null;
  return h("p", { class: "kicker" }, `Question ${number} of ${total} · ${count(question.points, "point")}`,
    question.partial && " · partial credit");
}

function result(question, graded, status) {
  const earned = rounded(times(graded.score, ratio(BigInt(question.points))));
  const sign = { right: "right", partly: "partly", wrong: "wrong", blank: "blank" }[status] ?? "note";
  return h("p", { class: `result ${status}`, tabindex: "-1" }, icon(sign), " ", h("strong", {}, WORDS[status]), " ",
    h("span", { class: "marks" }, `${earned} of ${count(question.points, "point")}`));
}

function worked(key, graded, status) {
  const known = graded.parts.some((part) =>
    part.verdicts.some((one) => one.element in key.parts[part.key].feedback && !one.correct));
  const general = status === "right" ? key.right : status === "blank" || known ? "" : key.wrong;
  const see = key.see && h("p", { class: "see" }, h("a", { href: key.see }, "Read the passage that teaches this"));
  return [
    general && h("div", { class: "general" }, markup(general)),
    key.explanation && h("div", { class: "explanation" }, h("p", { class: "explanation-name" }, "Explanation"),
      markup(key.explanation), see),
  ];
}
