// Questions in a lesson that are answered in place: graded at once, as often as one likes, for no marks.

import { h } from "./dom.js";
import { readFields } from "./fields.js";
import { grade } from "./grading.js";
import { arrange } from "./papers.js";
import { gradedQuestion, openQuestion } from "./questions.js";

const SEED = "check";

export function mountChecks(desk, root) {
  for (const place of root.querySelectorAll("[data-check]")) {
    const check = desk.check(place.dataset.check);
    place.replaceChildren(...place.dataset.items.split(" ").map((id) => checkCard(desk, check, id)));
  }
}

function checkCard(desk, check, itemId) {
  const { question, key } = desk.course.items[itemId][0];
  const one = { question: arrange(question, SEED, check.inOrder), key };
  const at = { id: `q-${itemId}` };
  const card = h("div", { class: "card" });
  const open = (raw, unreadable) => {
    const form = h("form", { autocomplete: "off" }, openQuestion(one.question, raw, unreadable, at),
      h("div", { class: "bar" }, h("button", { class: "btn", type: "submit" }, "Check")));
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      const given = readFields(one.question, form, at.id);
      const graded = desk.answerCheck(check, one, given);
      if (graded.unreadable) {
        open(given, graded.unreadable);
        card.querySelector("[aria-invalid]")?.focus();
      } else {
        shut(given, graded);
        card.querySelector(".result").focus();
      }
    });
    card.replaceChildren(form);
    desk.show(itemId);
  };
  const shut = (raw, graded) => {
    const again = () => {
      open();
      card.querySelector("input, select, textarea, button")?.focus();
    };
    card.replaceChildren(gradedQuestion(one, raw, graded, at, true),
      h("div", { class: "bar" }, h("button", { class: "btn", type: "button", onclick: again }, "Answer again")));
  };
  const given = desk.record.checks[check.code]?.[itemId];
  const graded = given && grade(one.question, key, given);
  if (graded && !graded.unreadable) shut(given, graded);
  else open();
  return card;
}
