// A part after grading: what was answered, what became of each element, what is right and why.

import { h, icon, markup } from "./dom.js";
import { inPieces, lettered, optionLabel, withBlankLines } from "./fields.js";
import { isPart } from "./fractions.js";

const WORDS = { right: "Right", wrong: "Wrong", partly: "Partly right", missed: "You missed this" };

// `told` is the part's secret half with its verdicts and score, or null where only marks are shown.
export function markedPart(part, raw, told) {
  return h("div", { class: "part" }, MARKED[part.interaction.type](part.interaction, raw, told));
}

const outcomes = (told) => new Map((told?.verdicts ?? []).map((one) => [one.element, one]));
const said = (told, element) => told?.feedback[element] && h("div", { class: "why" }, markup(told.feedback[element]));
const isTold = (found) => found && found.state !== "left";

function verdict(state, one = false) {
  return h("span", { class: `verdict ${state}` }, icon(state), " ", one && state === "missed" ? "The right answer" : WORDS[state]);
}

const yours = (words) => h("span", { class: "yours" }, words);

const MARKED = {
  choice({ options, max, form }, raw, told) {
    const [found, chosen, many] = [outcomes(told), raw ?? [], max !== 1];
    const show = (option) => {
      const [one, isChosen] = [found.get(option.key), chosen.includes(option.key)];
      const state = isTold(one) ? one.state : "";
      const label = [optionLabel(option, form)].flat();
      const line = h("div", { class: "told" }, label.at(-1), (state || isChosen) && [
        h("p", { class: "verdicts" }, state && verdict(state, !many), state && " ", isChosen && yours("Your answer")),
        state && said(told, option.key),
      ]);
      return h("li", { class: `choice ${state}${isChosen ? " chosen" : ""}` },
        h("span", { class: `dot${many ? " many" : ""}${isChosen ? " on" : ""}`, "aria-hidden": "true" }),
        label.length > 1 && label[0], line);
    };
    const list = h(form === "lines" ? "ol" : "ul", { class: `choices graded ${form}` }, withBlankLines(options, form, show, "li"));
    const rest = options.filter((option) => !isTold(found.get(option.key)) && told?.feedback[option.key]);
    return [list, others(rest.map((option) => [option, told.feedback[option.key]]), form)];
  },
  match(interaction, raw, told) {
    const [found, targets] = [outcomes(told), new Map(lettered(interaction).map((target) => [target.key, target]))];
    return h("ul", { class: "answers" }, interaction.sources.map((source) => {
      const one = found.get(source.key);
      return h("li", { class: `answer ${isTold(one) ? one.state : ""}` }, h("div", { class: "what" }, markup(source.html)),
        given(targets.get(raw?.[source.key]), targets.get(one?.correct), one, said(told, source.key)));
    }));
  },
  order({ options }, raw, told) {
    const [found, byKey] = [outcomes(told), new Map(options.map((option) => [option.key, option]))];
    const right = told?.answer.correct ?? [];
    if (!raw?.length) {
      return [h("p", { class: "verdicts" }, yours("Your answer:"), " ", h("span", { class: "value" }, "none")),
        told && rightOrder(right.map((key) => [byKey.get(key), said(told, key)]))];
    }
    const line = (key) => {
      const one = found.get(key);
      return h("li", { class: `answer ${one?.state ?? ""}` }, h("div", { class: "what" }, markup(byKey.get(key).html)), one && [
        h("p", { class: "verdicts" }, verdict(one.state), " ",
          one.state === "wrong" && yours(`Belongs in position ${right.indexOf(key) + 1}`)),
        said(told, key),
      ]);
    };
    const isRight = raw.every((key, place) => key === right[place]);
    return [h("ol", { class: "answers numbered" }, raw.map(line)),
      told && !isRight && rightOrder(right.map((key) => [byKey.get(key), null]))];
  },
  "gap-select"({ pieces, gaps }, raw, told) {
    const [found, numbers] = [outcomes(told), new Map(gaps.map((gap, index) => [gap.key, index + 1]))];
    const options = new Map(gaps.map((gap) => [gap.key, new Map(gap.options.map((option) => [option.key, option]))]));
    const text = inPieces(pieces, (key) => h("span", { class: `filled ${found.get(key)?.state ?? ""}` },
      h("b", {}, String(numbers.get(key))), ` ${options.get(key).get(raw?.[key])?.text ?? "empty"}`));
    const line = (gap) => {
      const [one, there] = [found.get(gap.key), options.get(gap.key)];
      const rest = gap.options.filter((option) =>
        one && ![one.given, one.correct].includes(option.key) && told.feedback[`${gap.key}/${option.key}`]);
      return h("li", { class: `answer ${one?.state ?? ""}` }, h("div", { class: "what" }, `Gap ${numbers.get(gap.key)}`),
        given(there.get(raw?.[gap.key]), there.get(one?.correct), one,
          said(told, `${gap.key}/${one?.given}`), one?.state !== "right" && said(told, `${gap.key}/${one?.correct}`)),
        others(rest.map((option) => [option, told.feedback[`${gap.key}/${option.key}`]])));
    };
    return [h("div", { class: "gap-text" }, text), h("ol", { class: "answers" }, gaps.map(line))];
  },
  "text-entry": typed,
  "number-entry": typed,
  judged: typed,
};

function typed({ unit = "" }, raw, told) {
  const one = told?.verdicts[0];
  const state = one ? (isPart(told.score) ? "partly" : one.state) : "";
  const text = String(raw ?? "");
  const after = unit && ` ${unit}`;
  return h("div", { class: "answers" }, h("div", { class: `answer ${state}` },
    h("p", { class: "verdicts" }, yours("Your answer:"), " ",
      text.trim() ? [h("code", { class: "value" }, text), after] : h("span", { class: "value" }, "none"), " ",
      state && state !== "missed" && verdict(state)),
    told?.shown && state !== "right" && h("p", { class: "verdicts" }, yours("Right answer:"), " ", h("code", { class: "value" }, told.shown), after),
    one && said(told, one.element)));
}

// What was given and why that is right or wrong; then what belongs there where that is something else, and why.
function given(answer, correct, one, why, whyCorrect = null) {
  const state = isTold(one) ? one.state : "";
  const label = answer ? markup(answer.html) : "none";
  return [
    h("p", { class: "verdicts" }, yours("Your answer:"), " ", h("span", { class: "value" }, label), " ",
      state && state !== "missed" && verdict(state)),
    whyCorrect && why,
    correct && state && state !== "right" && h("p", { class: "verdicts" }, yours("Right answer:"), " ",
      h("span", { class: "value" }, markup(correct.html)), " ", state === "missed" && verdict(state)),
    state && (whyCorrect || why),
  ];
}

function rightOrder(lines) {
  return h("div", { class: "right-order" }, h("p", { class: "explanation-name" }, "The right order"),
    h("ol", {}, lines.map(([option, why]) => h("li", {}, markup(option.html), why))));
}

// Options that were rightly left alone, those that share one feedback together.
function others(options, form = "list") {
  if (!options.length) return null;
  const groups = new Map();
  for (const [option, why] of options) groups.set(why, [...(groups.get(why) ?? []), option]);
  const names = (group) => {
    if (form === "lines") return `Line ${group.map((option) => option.number).join(", ")}`;
    return group.map((option) => (form === "output" ? h("code", {}, markup(option.html)) : markup(option.html)));
  };
  return h("details", { class: "others" }, h("summary", {}, "The other options"),
    h("ul", {}, [...groups].map(([why, group]) =>
      h("li", {}, h("span", { class: "what" }, names(group)), h("div", { class: "why" }, markup(why))))));
}
