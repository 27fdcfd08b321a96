// Numbers as people write them: the twin of `parse_number` in quizzes/responses.py.

import { fraction } from "./fractions.js";
import { SPACE, stripped } from "./folding.js";

const MAX_LENGTH = 40;
const MAX_EXPONENT = 300;
const MOST_DIGITS = 18; // of an exponent: with more of them Python's decimals give up
const PLAIN = { "\u2212": "-", "\uff0d": "-", "\uff0b": "+", "\u00d7": "x", "\uff0e": ".", "\uff0c": "," };
const GROUPS = new RegExp(`(?<=\\d)(?:${SPACE}|_)(?=\\d{3}(?!\\d))`, "gu");
const POWER = new RegExp(`${SPACE}*[x*]${SPACE}*10${SPACE}*(?:\\^|\\*\\*)${SPACE}*`, "gu");
const THOUSANDS = /(?<!\d)(?!0)\d{1,3}(?:,\d{3})+(?!\d)/u;
const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/u;

export const TOO_LONG = `Write the number with at most ${MAX_LENGTH} characters.`;

// Digits of every script; those of a script follow each other from its zero.
function digit(character) {
  let zero = character.codePointAt(0);
  while (/\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero -= 1;
  return String((character.codePointAt(0) - zero) % 10);
}

const plainDigits = (text) => text.replace(/(?![0-9])\p{Nd}/gu, digit);

// How far the first digit stands from the point: 12.5 is 1 away, 0.05 is -2.
function magnitude(text) {
  const [mantissa, exponent = "0"] = text.toLowerCase().split("e");
  const [whole, decimals = ""] = mantissa.replace(/^[+-]/, "").split(".");
  const digits = `${whole}${decimals}`;
  const first = digits.search(/[1-9]/);
  return first < 0 ? 0n : BigInt(whole.length - 1 - first) + BigInt(exponent);
}

// The number as a fraction, or a sentence that says why it can't be read.
export function readNumber(written) {
  if ([...written].length > MAX_LENGTH) return TOO_LONG;
  const shown = stripped(written).replace(/[\ud800-\udfff]/gu, "?");
  let text = plainDigits(stripped(written).replace(/[\u2212\uff0d\uff0b\u00d7\uff0e\uff0c]/gu, (found) => PLAIN[found]));
  text = text.replace(GROUPS, "").replace(POWER, "e");
  if (text.includes(",")) {
    if (THOUSANDS.test(text)) return `“${shown}” can be read in two ways. Write it without the comma.`;
    text = text.replaceAll(",", ".");
  }
  const exponent = text.split(/e/i)[1] ?? "";
  if (!NUMBER.test(text) || exponent.replace(/^[+-]?0*/, "").length > MOST_DIGITS) return `“${shown}” is not a number. Write digits, such as 12.5.`;
  const size = magnitude(text);
  if (size > MAX_EXPONENT || size < -MAX_EXPONENT) return `“${shown}” is out of range. Check its exponent.`;
  return fraction(/[1-9]/.test(text.split(/e/i)[0]) ? text : "0");
}
