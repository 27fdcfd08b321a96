// One answered question as each version of SCORM tells it: the type, the response, what was right, the result.

import { fraction, FULL, isLess, isSame, NOTHING, rounded } from "./fractions.js";
import { clockTime, instant, span, timeOfDay } from "./standing.js";

const LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789";
const MOST_PATTERNS = 5;
const [SHORT_12, SHORT_2004, LONG_2004, NAME] = [255, 250, 4000, 250];
const LARGEST = 10n ** 10n;
const COMMA = { "1.2": ",", 2004: "[,]" };
const DOT = { "1.2": ".", 2004: "[.]" };

// A part of an answered question: { id, name, objective, interaction, answer, response, score, points, seconds, at }.
// Returns `[element, value]` in the order in which they must be set, the elements without their number.
export function elementsOf(version, entry) {
  const { type, response, patterns } = told(version, entry);
  const ended = version === "1.2" ? [["student_response", response]] : [["learner_response", response]];
  const judged = entry.answer.type === "judged-key";
  const common = [
    ["id", entry.id],
    ["type", type],
    ...(entry.objective ? [["objectives.0.id", entry.objective]] : []),
    version === "1.2" ? ["time", timeOfDay(entry.at)] : ["timestamp", instant(entry.at)],
    ...patterns.map((pattern, index) => [`correct_responses.${index}.pattern`, pattern]),
    ["weighting", String(entry.points)],
    ...(response === null ? [] : ended),
    ["result", judged ? "neutral" : result(version, entry.score)],
    ["latency", version === "1.2" ? clockTime(entry.seconds) : span(entry.seconds)],
  ];
  return version === "1.2" ? common : [...common, ["description", entry.name.replace(/^\{/, " {").slice(0, NAME)]];
}

function result(version, score) {
  if (isSame(score, FULL)) return "correct";
  if (isSame(score, NOTHING)) return version === "1.2" ? "wrong" : "incorrect";
  return rounded(score, 4);
}

function told(version, entry) {
  return TELLERS[entry.interaction.type](version, entry);
}

// SCORM 1.2 names options by one letter or digit each; SCORM 2004 takes their keys.
function namer(version, options, from = LETTERS) {
  if (version !== "1.2") return (key) => key;
  const keys = options.map((option) => option.key).sort();
  return (key) => from[keys.indexOf(key) % from.length];
}

const braced = (version, text) => (version === "1.2" ? `{${text}}` : text);

const TELLERS = {
  choice(version, { interaction, answer, response }) {
    const name = namer(version, interaction.options);
    const list = (keys) => [...keys].sort().map(name).join(COMMA[version]);
    const right = list(answer.correct);
    return {
      type: "choice",
      response: response.blank ? null : list(response.chosen),
      patterns: [answer.correct.length > 1 ? braced(version, right) : right],
    };
  },
  match(version, { interaction, answer, response }) {
    return pairsTold(version, answer, response, namer(version, interaction.sources, `123456789${LETTERS}`), () =>
      namer(version, interaction.targets));
  },
  "gap-select"(version, { interaction, answer, response }) {
    const options = new Map(interaction.gaps.map((gap) => [gap.key, gap.options]));
    return pairsTold(version, answer, response, namer(version, interaction.gaps, `123456789${LETTERS}`), (gap) =>
      namer(version, options.get(gap)));
  },
  order(version, { interaction, answer, response }) {
    const name = namer(version, interaction.options);
    const list = (keys) => keys.map(name).join(COMMA[version]);
    return { type: "sequencing", response: response.blank ? null : list(response.order), patterns: [list(answer.correct)] };
  },
  "text-entry"(version, { answer, response }) {
    const limit = version === "1.2" ? SHORT_12 : SHORT_2004;
    const cased = answer.case_sensitive ? "true" : "false";
    const texts = answer.forms.filter((form) => isSame(fraction(form.credit), FULL)).flatMap((form) => form.texts);
    const head = version === "1.2" ? "" : `{case_matters=${cased}}`;
    return {
      type: "fill-in",
      response: response.blank ? null : written(version, response.text, limit),
      // Some systems, and scorm-again 3.4.3, take a bare comma for the mark between several texts, and refuse the whole.
      patterns: texts
        .filter((text) => version === "1.2" || !text.includes(","))
        .slice(0, MOST_PATTERNS)
        .map((text) => head + text.slice(0, limit)),
    };
  },
  "number-entry"(version, { answer, response }) {
    const right = answer.intervals.filter((interval) => isSame(fraction(interval.credit), FULL));
    const number = response.blank ? null : decimal(response.number);
    const edges = right.map(({ low, high }) => [decimal(fraction(low)), decimal(fraction(high))]);
    // What can't be written as a plain decimal is told as a text.
    if ((!response.blank && number === null) || edges.flat().includes(null)) {
      return { type: "fill-in", response: response.blank ? null : response.text, patterns: [answer.answer] };
    }
    const patterns = version === "1.2" ? [decimal(fraction(answer.answer))] : edges.map(([low, high]) => `${low}[:]${high}`);
    return { type: "numeric", response: number, patterns: patterns.slice(0, version === "1.2" ? 1 : MOST_PATTERNS) };
  },
  judged(version, { response }) {
    const type = version === "1.2" ? "fill-in" : "long-fill-in";
    const limit = version === "1.2" ? SHORT_12 : LONG_2004;
    return { type, response: response.blank ? null : written(version, response.text, limit), patterns: [] };
  },
};

function pairsTold(version, answer, response, nameSource, nameTargetOf) {
  const list = (pairs) => [...pairs]
    .map(([source, target]) => `${nameSource(source)}${DOT[version]}${nameTargetOf(source)(target)}`)
    .sort()
    .join(COMMA[version]);
  const right = list(Object.entries(answer.correct));
  return {
    type: "matching",
    response: response.blank ? null : list(response.pairs),
    patterns: right ? [braced(version, right)] : [],
  };
}

// SCORM 2004 reads `{…}` at the start of a text as a setting.
function written(version, text, limit) {
  return (version === "1.2" ? text : text.replace(/^\{/, " {")).slice(0, limit);
}

// A number with at most seven decimals, or null where that would not be it.
function decimal(number) {
  const size = isLess(number, NOTHING) ? { n: -number.n, d: number.d } : number;
  const scaled = size.n * 10n ** 7n;
  if (size.n >= LARGEST * size.d || scaled % size.d) return null;
  return `${isLess(number, NOTHING) ? "-" : ""}${rounded(size, 7)}`;
}
