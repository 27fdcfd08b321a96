// Response to score, by the keys as they are stored: the twin of quizzes/grading.py.

import { add, fraction, FULL, isLess, NOTHING, over, ratio, total, within } from "./fractions.js";
import { fold } from "./folding.js";
import { readResponse } from "./responses.js";

const BY_PART = "by-part";
const credit = (text) => (text === undefined ? NOTHING : fraction(text));
const verdict = (element, state, given = null, correct = null) => ({ element, state, given, correct });

// A score from 0 to 1 with the verdicts of each part, or `{ unreadable }`.
export function grade(question, key, raw) {
  const { unreadable, responses } = readResponse(question, raw);
  if (unreadable) return { unreadable };
  const parts = question.parts.map((part) => gradePart(key.parts[part.key].answer, responses[part.key], part.key));
  return {
    score: over(total(parts.map((part) => part.score)), parts.length),
    parts,
    responses,
    blank: Object.values(responses).every((response) => response.blank),
  };
}

function gradePart(answer, response, key) {
  const [score, verdicts] = GRADERS[answer.type](answer, response);
  return { key, score, verdicts };
}

const GRADERS = {
  "choice-key"(key, { chosen = new Set() }) {
    const correct = new Set(key.correct);
    const same = chosen.size === correct.size && [...chosen].every((option) => correct.has(option));
    const shares = [...chosen].map((option) => credit(key.credit[option]));
    const state = (option) => (correct.has(option) ? (chosen.has(option) ? "right" : "missed") : chosen.has(option) ? "wrong" : "left");
    const verdicts = Object.keys(key.credit).map((option) =>
      verdict(option, state(option), chosen.has(option) ? option : null, correct.has(option) ? option : null));
    return [key.rule === BY_PART ? within(total(shares)) : same ? FULL : NOTHING, verdicts];
  },
  "match-key": gradePairs,
  "gap-key": gradePairs,
  "order-key"(key, { order = [] }) {
    const inPlace = order.filter((given, place) => given === key.correct[place]).length;
    const all = inPlace === key.correct.length;
    const score = key.rule === BY_PART ? ratio(BigInt(inPlace), BigInt(key.correct.length)) : all ? FULL : NOTHING;
    if (!order.length) return [score, key.correct.map((right) => verdict(right, "missed", null, right))];
    return [score, order.map((given, place) => {
      const right = key.correct[place];
      return verdict(given, given === right ? "right" : "wrong", given, right);
    })];
  },
  "text-key"(key, response) {
    const { case_sensitive: caseSensitive = false, spaces = "collapse" } = key;
    const folded = (text) => fold(text, caseSensitive, spaces);
    const written = response.blank ? "" : folded(response.text);
    return gradeForm(response, key.forms.find((form) => form.texts.some((text) => folded(text) === written)));
  },
  "number-key"(key, response) {
    const holds = ({ low, high }) => !isLess(response.number, fraction(low)) && !isLess(fraction(high), response.number);
    return gradeForm(response, response.blank ? undefined : key.intervals.find(holds));
  },
  "judged-key": () => [NOTHING, []],
};

function gradePairs(key, { pairs = new Map() }) {
  const right = Object.entries(key.correct);
  const same = pairs.size === right.length && right.every(([source, target]) => pairs.get(source) === target);
  const shares = [...pairs].map(([source, target]) => credit(key.credit[source]?.[target]));
  const state = (source) => {
    if (!pairs.has(source)) return source in key.correct ? "missed" : "left";
    return pairs.get(source) === key.correct[source] ? "right" : "wrong";
  };
  const sources = new Set([...right.map(([source]) => source), ...pairs.keys()]);
  const verdicts = [...sources].map((source) =>
    verdict(source, state(source), pairs.get(source) ?? null, key.correct[source] ?? null));
  return [key.rule === BY_PART ? within(shares.reduce(add, NOTHING)) : same ? FULL : NOTHING, verdicts];
}

function gradeForm(response, found) {
  if (response.blank) return [NOTHING, [verdict("", "missed")]];
  if (!found) return [NOTHING, [verdict("", "wrong", "")]];
  const score = fraction(found.credit);
  return [score, [verdict(found.key, isLess(score, FULL) ? "wrong" : "right", found.key)]];
}
