// The pages of a quiz: its start, its questions one by one or together, the look over the answers, and the result.

import { percent } from "./desk.js";
import { count, h, icon, markup, unseen } from "./dom.js";
import { readFields } from "./fields.js";
import { FULL, isSame, rounded } from "./fractions.js";
import { readResponse } from "./responses.js";
import { gradedQuestion, openQuestion } from "./questions.js";

const COUNTS = { best: "the best attempt", last: "the last attempt", first: "the first attempt", mean: "the mean of all attempts" };
const AFTERWARDS = {
  "after-submit": "marks, right answers and explanations",
  "after-last": "marks; right answers once no attempt is left, or when all points are earned",
  "marks-only": "marks only",
};

// `page` is { desk, go, onward }: the desk, how to move to a place, and a link onward from the quiz.
export function quizPage(page, quiz, sub) {
  const { attempt } = page.desk.of(quiz);
  if (!attempt || sub === "start") return startPage(page, quiz);
  if (!attempt.isOpen) return resultPage(page, quiz);
  if (sub === "review") return reviewPage(page, quiz);
  if (quiz.layout === "all-on-one") return allPage(page, quiz);
  return questionPage(page, quiz, Number(sub) || 1);
}

const address = (quiz, sub = "") => `#/quiz/${quiz.slug}${sub && `/${sub}`}`;
const whole = (title, ...children) => ({ title, main: "narrow", children });

function startPage(page, quiz) {
  const { desk, go } = page;
  const { closed, attempt } = desk.of(quiz);
  const left = desk.left(quiz);
  const size = quiz.pools.reduce((sum, pool) => sum + Math.min(pool.count, pool.items.length), 0);
  const used = quiz.attempts ? `${closed} of ${quiz.attempts} used, ${left} left` : `as many as you like${closed ? `, ${closed} used` : ""}`;
  const facts = [
    ["Questions", `${size}, ${quiz.layout === "one-by-one" ? "one a page" : "all on one page"}`],
    ["To pass", `${quiz.pass}% of the points`], ["Attempts", used],
    ["What counts", COUNTS[quiz.counts]], ["Afterwards", AFTERWARDS[quiz.review]],
  ];
  const begin = () => {
    desk.begin(quiz);
    go(address(quiz, "1"));
  };
  const words = attempt?.isOpen ? "Resume the attempt" : closed ? "Begin another attempt" : "Begin";
  const none = h("p", {}, h("strong", {}, "No attempts left"), h("br"), `This quiz allows ${count(quiz.attempts, "attempt")}.`);
  const resume = attempt?.isOpen || left > 0 ? h("button", { class: "btn go", type: "button", onclick: begin }, `${words} →`) : none;
  const last = attempt && !attempt.isOpen && h("a", { class: "btn", href: address(quiz, "result") }, "Your last result");
  return whole(quiz.title, h("p", { class: "kicker" }, "Graded quiz"), h("h1", {}, quiz.title),
    quiz.summary && h("p", { class: "intro" }, markup(quiz.summary)),
    h("dl", { class: "pairs-list" }, facts.map(([name, value]) => [h("dt", {}, name), h("dd", {}, value)])),
    h("p", { class: "quiet" }, "There is no time limit. Answers are saved as you give them; you can leave and come back."),
    h("div", { class: "bar" }, resume, last));
}

const idOf = (question) => `q-${question.id}`;

// Reads the fields of questions and keeps what can be read; returns the first that can't, by id.
function keepFields({ desk }, quiz, questions, root) {
  const refused = questions.map((question) => [question.id, desk.answer(quiz, question, readFields(question, root, idOf(question)))]);
  return Object.fromEntries(refused.filter(([, reason]) => reason));
}

function openForm(page, quiz, questions, { draw, leave }) {
  const form = h("form", { autocomplete: "off" });
  const fill = (refused = {}) => {
    const raw = Object.fromEntries(questions.map((one) => [one.id, refused[one.id] ? readFields(one, form, idOf(one)) : page.desk.of(quiz).attempt.answers[one.id]]));
    form.replaceChildren(...draw((question, at) => openQuestion(question, raw[question.id], refused[question.id], at)).filter(Boolean));
    form.querySelector("[aria-invalid]")?.focus();
  };
  // While something is typed, what can be read is kept; what can't be is told on leaving the page.
  form.addEventListener("input", () => keepFields(page, quiz, questions, form));
  form.addEventListener("change", () => keepFields(page, quiz, questions, form));
  const to = (place) => {
    const refused = keepFields(page, quiz, questions, form);
    if (Object.keys(refused).length) fill(refused);
    else page.go(place);
  };
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    to(event.submitter?.value || leave);
  });
  fill();
  return form;
}

function questionPage(page, quiz, wanted) {
  const questions = page.desk.paper(quiz).map((one) => one.question);
  const number = Math.min(Math.max(wanted, 1), questions.length);
  const question = questions[number - 1];
  const last = number === questions.length;
  const next = address(quiz, last ? "review" : String(number + 1));
  page.desk.show(question.id);
  const button = (place, words, classes) => h("button", { class: classes, type: "submit", value: place }, words);
  const draw = (show) => [
    // The Enter key in a field presses the first button of a form.
    h("button", { class: "unseen", type: "submit", value: next, tabindex: "-1", "aria-hidden": "true" }),
    h("p", { class: "kicker" }, attemptWords(page, quiz)),
    steps(page, quiz, questions, number),
    show(question, { id: idOf(question), number, total: questions.length, heading: "h1" }),
    h("div", { class: "bar" },
      number > 1 ? button(address(quiz, String(number - 1)), "← Back", "btn") : h("span"),
      button(next, last ? "Save and review →" : "Save and continue →", "btn go")),
    !last && h("p", { class: "review-early" }, button(address(quiz, "review"), "Save and review all answers", "btn link")),
  ];
  const plain = h("div", {}, markup(question.lead)).textContent;
  return whole(`${plain}`, openForm(page, quiz, [question], { draw, leave: next }));
}

function attemptWords({ desk }, quiz) {
  return `${quiz.title} · attempt ${desk.of(quiz).closed + 1}${quiz.attempts ? ` of ${quiz.attempts}` : ""}`;
}

function steps({ desk }, quiz, questions, here) {
  const { answers } = desk.of(quiz).attempt;
  return h("nav", { class: "steps", "aria-label": "Questions" }, h("ol", {}, questions.map((question, index) => {
    const [isDone, isHere] = [question.id in answers, index + 1 === here];
    return h("li", {}, h("button", {
      type: "submit", value: address(quiz, String(index + 1)), "aria-current": isHere && "step",
      class: [isDone && "done", isHere && "here"].filter(Boolean).join(" "),
    }, unseen("Question "), String(index + 1), unseen(isDone ? ", answered" : ", not answered")));
  })));
}

function allPage(page, quiz) {
  const questions = page.desk.paper(quiz).map((one) => one.question);
  const review = address(quiz, "review");
  for (const question of questions) page.desk.show(question.id);
  const draw = (show) => [
    h("p", { class: "kicker" }, attemptWords(page, quiz)),
    ...questions.map((question, index) => h("div", { class: "asked" },
      show(question, { id: idOf(question), number: index + 1, total: questions.length, heading: "h2" }))),
    h("div", { class: "bar" }, h("span"), h("button", { class: "btn go", type: "submit", value: review }, "Save and review →")),
  ];
  return whole(quiz.title, h("h1", {}, quiz.title), openForm(page, quiz, questions, { draw, leave: review }));
}

function reviewPage(page, quiz) {
  const { desk, go } = page;
  const questions = desk.paper(quiz).map((one) => one.question);
  const { answers } = desk.of(quiz).attempt;
  const open = questions.filter((question) => !(question.id in answers)).length;
  const line = (question, index) => h("li", {},
    h("p", {}, h("a", { href: address(quiz, String(index + 1)) }, `${index + 1}. `, markup(question.lead))),
    h("p", { class: "tags" }, isComplete(question, answers[question.id])
      ? h("span", { class: "tag good" }, "Answered")
      : h("span", { class: "tag warn" }, question.id in answers ? "Partly answered" : "Not answered")));
  const submit = () => {
    desk.submit(quiz);
    go(address(quiz, "result"));
  };
  return whole("Before you submit", h("p", { class: "kicker" }, quiz.title), h("h1", {}, "Before you submit"),
    h("p", {}, open ? `${count(open, "question")} not answered yet. What stays open earns no points.` : "Every question has an answer."),
    h("ol", { class: "review-list" }, questions.map(line)),
    h("div", { class: "bar" }, h("a", { class: "btn", href: address(quiz, "1") }, "← Back to the questions"),
      h("button", { class: "btn go", type: "button", onclick: submit }, "Submit")));
}

function isComplete(question, raw) {
  const { responses } = readResponse(question, raw);
  return question.parts.every((part) => {
    const rows = part.interaction.sources ?? part.interaction.gaps;
    return responses && !responses[part.key].blank && (!rows || responses[part.key].pairs.size === rows.length);
  });
}

// What helps most stands last and strongest: another try until the quiz is passed, then what comes next.
function waysOn(onward, again, passed) {
  const [first, last] = passed || !again ? [again, onward] : [onward, again];
  first?.classList?.remove("go");
  last?.classList.add("go");
  return h("div", { class: "bar" }, first || h("span"), last);
}

function resultPage(page, quiz) {
  const { desk, onward, go } = page;
  const { closed } = desk.of(quiz);
  const { earned, points, share } = desk.marks(quiz);
  const graded = desk.graded(quiz);
  const passed = desk.isPassed(quiz);
  const reveal = quiz.review === "after-submit" || (quiz.review === "after-last" && (!desk.left(quiz) || isSame(share, FULL)));
  const answered = graded.filter((one) => !one.graded.blank).length;
  const tile = (strong, words, classes = "") => h("div", { class: `card tile ${classes}` }, h("b", {}, strong), h("span", {}, words));
  const again = () => {
    desk.begin(quiz);
    go(address(quiz, "1"));
  };
  const title = `Result: ${quiz.title}`;
  return whole(title, h("p", { class: "kicker" }, quiz.title, ` · attempt ${closed}`), h("h1", {}, title),
    h("div", { class: "tiles three" },
      tile(rounded(earned), `of ${count(points, "point")}`), tile(percent(share), `${quiz.pass}% to pass`),
      tile(passed ? "Passed" : "Not passed", `${answered} of ${graded.length} answered`, passed ? "good" : "bad")),
    closed > 1 && h("p", { class: "counts-line" }, `What counts is ${COUNTS[quiz.counts]}: ${percent(desk.share(quiz))}.`),
    waysOn(onward(quiz), desk.left(quiz) && !isSame(share, FULL) && h("button", { class: "btn", type: "button", onclick: again }, "Try again"), passed),
    h("h2", {}, "Your answers"), !reveal && h("p", {}, icon("note"), ` Shown afterwards: ${AFTERWARDS[quiz.review]}.`),
    graded.map((one, index) => gradedQuestion(one, one.raw, one.graded,
      { id: idOf(one.question), number: index + 1, total: graded.length, heading: "h3" }, reveal)));
}
