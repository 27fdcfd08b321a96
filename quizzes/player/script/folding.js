// Texts as they are compared: the twin of `fold` in quizzes/grading.py.

const SAME = {
  "‘": "'", "’": "'", "“": '"', "”": '"', "\u2212": "-", "‐": "-", "\u2011": "-", "–": "-", "—": "-",
  "\u00ad": "", "\u200b": "", "\u2060": "", "\ufeff": "",
};
const ALIKE = new RegExp(`[${Object.keys(SAME).join("")}]`, "gu");
// What Python takes for white space; JavaScript's own class lacks some and has others.
export const SPACE = "[\\t-\\r\\x1c-\\x20\\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000]";
const SPACES = new RegExp(`${SPACE}+`, "gu");
const ENDS = new RegExp(`^${SPACE}+|${SPACE}+$`, "gu");

export const stripped = (text) => text.replace(ENDS, "");

// Full case folding, a character at a time: down, up and down again brings together what has several small forms.
const KEPT = /[\u0131\u13a0-\u13ff\uab70-\uabbf]/u; // a dotless i has no other form; Cherokee folds upwards
const CHEROKEE = /[\u13f8-\u13fd\uab70-\uabbf]/u;

function folded(character) {
  if (KEPT.test(character)) return CHEROKEE.test(character) ? character.toUpperCase() : character;
  return [...character.toLowerCase().toUpperCase()].map((one) => one.toLowerCase()).join("");
}

export function fold(text, caseSensitive = false, spaces = "collapse") {
  let plain = text.normalize("NFKC").replace(ALIKE, (found) => SAME[found]);
  if (spaces === "collapse") plain = stripped(plain.replace(SPACES, " "));
  if (spaces === "remove") plain = plain.replace(SPACES, "");
  return caseSensitive ? plain : [...plain].map(folded).join("");
}
