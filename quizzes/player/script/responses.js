// What was answered, read against the interaction it answers: the twin of quizzes/responses.py.
// A response is `{ blank: true }` or holds one of chosen (Set), pairs (Map), order (Array), text or number.

import { stripped } from "./folding.js";
import { readNumber, TOO_LONG } from "./numbers.js";

const MAX_TEXT_LENGTH = 10_000;
const LARGEST = 2 ** 120; // as long as a number may be in bits, and it is the same sentence
const BLANK = { blank: true };
const keys = (options) => new Set(options.map((option) => option.key));
const isObject = (raw) => typeof raw === "object" && raw !== null && !Array.isArray(raw);
const isEmpty = (raw) => raw === "" || (Array.isArray(raw) && !raw.length) || (isObject(raw) && !Object.keys(raw).length);

// The response to each part by its key, or `{ unreadable: { part, message } }`.
export function readResponse(question, raw) {
  const given = raw ?? {};
  const refuse = (message, part = "") => ({ unreadable: { part, message } });
  if (!isObject(given)) return refuse("The answer must be an object with one entry a part.");
  const known = new Set(question.parts.map((part) => part.key));
  if (Object.keys(given).some((key) => !known.has(key))) {
    return refuse("The answer names a part that this question does not have.");
  }
  const responses = {};
  for (const part of question.parts) {
    const response = readPart(part.interaction, Object.hasOwn(given, part.key) ? given[part.key] : null);
    if (typeof response === "string") return refuse(response, part.key);
    responses[part.key] = response;
  }
  return { responses };
}

export function readPart(interaction, raw) {
  if (raw === null || raw === undefined || isEmpty(raw)) return BLANK;
  return READERS[interaction.type](raw, interaction);
}

const READERS = {
  choice(raw, { options, max }) {
    const chosen = keyList(raw, options);
    if (typeof chosen === "string") return chosen;
    return max && chosen.length > max ? `Choose at most ${max}.` : { chosen: new Set(chosen) };
  },
  order(raw, { options }) {
    const order = keyList(raw, options);
    if (typeof order === "string") return order;
    return order.length < options.length ? "Give every line its own position." : { order };
  },
  match(raw, { sources, targets, max }) {
    const [known, there, pairs] = [keys(sources), keys(targets), pairsOf(raw)];
    if (!pairs || [...pairs].some(([source, target]) => !known.has(source) || !there.has(target))) {
      return "The answer names something that this question does not have.";
    }
    const given = [...pairs.values()];
    const often = (target) => given.filter((one) => one === target).length;
    if (max && given.some((target) => often(target) > max)) {
      return max === 1 ? "Use each answer on the right once." : `Use each answer on the right at most ${max} times.`;
    }
    return pairs.size ? { pairs } : BLANK;
  },
  "gap-select"(raw, { gaps }) {
    const known = new Map(gaps.map((gap) => [gap.key, keys(gap.options)]));
    const pairs = pairsOf(raw);
    if (!pairs || [...pairs].some(([gap, option]) => !known.get(gap)?.has(option))) {
      return "The answer names a gap or an option that this question does not have.";
    }
    return pairs.size ? { pairs } : BLANK;
  },
  "text-entry": readText,
  judged: readText,
  "number-entry"(raw) {
    if (typeof raw !== "string" && typeof raw !== "number") return "The answer must be a number.";
    if (Number.isInteger(raw) && Math.abs(raw) >= LARGEST) return TOO_LONG;
    const written = String(raw);
    if (!stripped(written)) return BLANK;
    const number = readNumber(written);
    return typeof number === "string" ? number : { number, text: written };
  },
};

function keyList(raw, options) {
  if (!Array.isArray(raw) || raw.some((key) => typeof key !== "string")) {
    return "The answer must be a list of options of this question.";
  }
  const known = keys(options);
  if (raw.some((key) => !known.has(key))) return "The answer names an option that this question does not have.";
  return new Set(raw).size < raw.length ? "Use each option once." : raw;
}

// The pairs that are filled, or null where it is no object of texts.
function pairsOf(raw) {
  if (!isObject(raw) || Object.values(raw).some((value) => value !== null && typeof value !== "string")) return null;
  return new Map(Object.entries(raw).filter(([, value]) => value));
}

function readText(raw) {
  if (typeof raw !== "string") return "The answer must be a text.";
  if ([...raw].length > MAX_TEXT_LENGTH) return `The answer is longer than ${MAX_TEXT_LENGTH} characters. Shorten it.`;
  if (raw.includes("\0") || /[\ud800-\udfff]/u.test(raw)) {
    return "The answer has a character that cannot be stored. Type it again.";
  }
  return stripped(raw) ? { text: raw } : BLANK;
}
