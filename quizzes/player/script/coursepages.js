// The pages of a course beside its quizzes: its start, its lessons, and the outline of it all.

import { percent } from "./desk.js";
import { count, h, icon, markup, unseen } from "./dom.js";

const lessonAddress = (lesson) => `#/lesson/${lesson.slug}`;
const quizAddress = (quiz) => `#/quiz/${quiz.slug}`;

export function coursePage({ desk }) {
  const { course } = desk;
  const { done, steps } = desk.standing();
  const quizLine = (quiz, heading) => h("p", { class: "quiz-line" }, heading && "Quiz: ", h("a", { href: quizAddress(quiz) }, quiz.title), " ", quizTag(desk, quiz));
  const lessonLine = (lesson, index) => h("li", { class: "lesson-line" }, h("span", { class: "lesson-sign" }, sign(desk.record.lessons.has(lesson.code))),
    h("div", { class: "lesson-words" },
      h("h3", {}, h("a", { href: lessonAddress(lesson) }, h("span", { class: "number" }, `${index + 1}. `), lesson.title)),
      h("p", {}, lesson.summary), lesson.quiz && quizLine(desk.quiz(lesson.quiz), true)),
    h("p", { class: "lesson-marks" }, h("span", { class: "tag" }, count(lesson.minutes, "minute")),
      desk.record.lessons.has(lesson.code) && [" ", h("span", { class: "tag good" }, "Read")]));
  const bare = (quiz) => h("div", { class: "lesson-line" }, h("span", { class: "lesson-sign" }, sign(desk.isPassed(quiz))),
    h("div", { class: "lesson-words" }, h("h3", {}, h("a", { href: quizAddress(quiz) }, quiz.title)), h("p", {}, quizTag(desk, quiz))));
  const extra = course.quizzes.filter((quiz) => !quiz.isStep);
  return { title: course.title, main: "middle", children: [
    h("h1", {}, course.title), h("p", { class: "intro" }, markup(course.summary)),
    h("p", {}, `${done} of ${count(steps, "step")} done`),
    h("progress", { class: "meter", value: done, max: steps, "aria-label": `${done} of ${steps} done` }),
    h("div", { class: "bar" }, next(desk)),
    h("h2", {}, "Lessons"), h("ol", { class: "lessons-list" }, course.lessons.map(lessonLine)),
    course.final && [h("h2", {}, "At the end"), bare(desk.quiz(course.final))],
    extra.length > 0 && [h("h2", {}, "More practice"), h("p", {}, "You can finish the course without these."), extra.map(bare)],
  ] };
}

// The first step that is not done, as a button.
function next(desk) {
  const [step] = stepsOf(desk).filter((one) => !one.isDone);
  if (!step) return h("p", {}, "Every lesson is read and every quiz is submitted.");
  return h("a", { class: "btn go", href: step.address }, `${desk.standing().done ? "Continue" : "Start"}: ${step.name} →`);
}

function stepsOf(desk) {
  const { lessons, final } = desk.course;
  const ofQuiz = (quiz) => ({ address: quizAddress(quiz), name: quiz.title, isDone: desk.of(quiz).closed > 0, slug: quiz.slug });
  const ofLesson = (lesson) => ({ address: lessonAddress(lesson), name: lesson.nav, isDone: desk.record.lessons.has(lesson.code), slug: "" });
  const inOrder = lessons.flatMap((lesson) => [ofLesson(lesson), ...(lesson.quiz ? [ofQuiz(desk.quiz(lesson.quiz))] : [])]);
  return [...inOrder, ...(final ? [ofQuiz(desk.quiz(final))] : [])];
}

// The link that leads on from a quiz.
export function onward(desk, quiz) {
  const steps = stepsOf(desk);
  const here = steps.findIndex((step) => step.slug === quiz.slug);
  const after = here < 0 ? null : steps.slice(here + 1)[0];
  return h("a", { class: "btn go", href: after?.address ?? "#/" }, `${after?.name ?? "The course"} →`);
}

function sign(isDone) {
  return isDone ? [h("span", { class: "tick", "aria-hidden": "true" }, "✓"), unseen("done")] : h("span", { "aria-hidden": "true" }, "○");
}

function quizTag(desk, quiz) {
  const share = desk.share(quiz);
  if (desk.of(quiz).attempt?.isOpen) return h("span", { class: "tag warn" }, "In progress");
  if (share === null) return h("span", { class: "quiet" }, count(quiz.size, "question"));
  const passed = desk.isPassed(quiz);
  return h("span", { class: `tag ${passed ? "good" : "bad"}` }, `${passed ? "Passed" : "Not passed"} ${percent(share)}`);
}

// A lesson's text stands in a template of the page; what the learner did is added to it.
export function lessonPage({ desk, go }, lesson) {
  const { lessons } = desk.course;
  const index = lessons.indexOf(lesson);
  const shown = document.getElementById(`lesson-${lesson.slug}`).content.cloneNode(true);
  const isRead = desk.record.lessons.has(lesson.code);
  const quiz = lesson.quiz && desk.quiz(lesson.quiz);
  const after = quiz && !desk.isPassed(quiz) ? quizAddress(quiz) : lessons[index + 1] ? lessonAddress(lessons[index + 1])
    : desk.course.final ? quizAddress(desk.quiz(desk.course.final)) : "#/";
  const leave = () => {
    desk.read(lesson);
    go(after);
  };
  const before = index ? h("a", { class: "btn", href: lessonAddress(lessons[index - 1]), rel: "prev" }, `← ${lessons[index - 1].nav}`)
    : h("a", { class: "btn", href: "#/" }, "← The course");
  shown.querySelector("[data-ways]").replaceChildren(
    quiz ? h("section", { class: "card closing", "aria-labelledby": "closing-quiz" }, h("h2", { id: "closing-quiz" }, "The quiz of this lesson"),
      h("p", {}, h("a", { href: quizAddress(quiz) }, quiz.title), " ", quizTag(desk, quiz))) : "",
    h("div", { class: "bar" }, before, h("div", { class: "group" },
      h("button", { class: "btn go", type: "button", onclick: leave }, isRead ? "Go on →" : "Mark as read and go on →"))));
  shown.querySelector("[data-outline]").replaceChildren(...outline(desk, lesson));
  return { title: lesson.title, main: "lesson", children: [shown] };
}

function outline(desk, here) {
  const { course } = desk;
  const { done, steps } = desk.standing();
  const line = (lesson) => h("li", { class: lesson === here && "here" }, h("a", { href: lessonAddress(lesson), "aria-current": lesson === here && "page" },
    h("span", {}, sign(desk.record.lessons.has(lesson.code))), h("span", {}, lesson.nav), h("small", {}, `${lesson.minutes} min`)));
  const final = course.final && desk.quiz(course.final);
  const nav = h("nav", { class: "outline", id: "outline", popover: true, "aria-label": "Course" },
    h("strong", {}, h("a", { href: "#/" }, course.title)),
    h("progress", { class: "meter", value: done, max: steps, "aria-label": `${done} of ${steps} done` }),
    h("ol", {}, course.lessons.map(line), final && h("li", {}, h("a", { href: quizAddress(final) }, h("span", {}, sign(desk.isPassed(final))),
      h("span", {}, final.title), h("small", {}, desk.share(final) === null ? count(final.size, "question") : percent(desk.share(final)))))));
  return [h("button", { class: "btn small outline-open", type: "button", popovertarget: "outline" }, icon("menu"), " Lessons"), nav];
}
