// The page comes alive: what it holds as data is played in its main part, and where it stands is told and kept.

import "./cw-order.js";
import "./cw-tabs.js";
import { mountChecks } from "./checks.js";
import { coursePage, lessonPage, onward } from "./coursepages.js";
import { Desk } from "./desk.js";
import { h, icon } from "./dom.js";
import { quizPage } from "./quizpages.js";
import { BrowserStore, LmsStore } from "./stores.js";

const course = JSON.parse(document.getElementById("coursewright").textContent);
const main = document.getElementById("main");
const saved = document.getElementById("saved");
const store = course.scorm ? new LmsStore(course.scorm) : new BrowserStore(`coursewright/${course.course}/${course.store}`);
const desk = new Desk(course, store);
const page = { desk, go, onward: (quiz) => (course.lessons.length ? onward(desk, quiz) : course.back && h("a", { class: "btn go", href: course.back }, "The course →")) };
const clock = new Intl.DateTimeFormat(document.documentElement.lang, { hour: "2-digit", minute: "2-digit" });

function go(address) {
  if (location.hash === address) show();
  else location.hash = address;
}

function pageAt([kind, slug, sub]) {
  if (kind === "lesson") {
    const lesson = course.lessons.find((one) => one.slug === slug);
    if (lesson) return lessonPage(page, lesson);
  }
  if (kind === "quiz") {
    const quiz = desk.quiz(slug);
    if (quiz) return quizPage(page, quiz, sub);
  }
  if (course.lessons.length) return coursePage(page);
  return quizPage(page, course.quizzes[0], "start");
}

const placeOf = (hash) => decodeURIComponent(hash.replace(/^#\/?/, "")).split("/");

function show() {
  if (location.hash && !location.hash.startsWith("#/")) return; // an anchor of the lesson that is shown
  desk.hideAll();
  const place = placeOf(location.hash);
  const { title, main: kind, children } = pageAt(place);
  main.className = kind;
  main.replaceChildren(...children.flat(Infinity).filter(Boolean));
  document.title = title === course.title ? title : `${title} · ${course.title}`;
  mountChecks(desk, main);
  const anchor = place[0] === "lesson" && place[2] && document.getElementById(place[2]);
  if (anchor) anchor.scrollIntoView();
  else scrollTo(0, 0);
  if (isShown) focusOn(main.querySelector(".steps ~ .question > .lead") ?? main);
  isShown = true;
  desk.moveTo(location.hash);
}

// A step of a quiz leads to its question, so that Tab goes on in its fields; any other page is read from its start.
function focusOn(element) {
  element.tabIndex = -1;
  element.focus({ preventScroll: true });
}

// What a learner must know of what is kept, in one line above the page.
function tell() {
  const words = !store.isThere ? (course.scorm ? "No learning system was found. You can go on; nothing is reported, and nothing is kept once you close this page."
      : "This browser keeps nothing for this page. You can go on; your answers are gone once you leave it.")
    : !desk.isKept ? "Not saved: it could not be kept. It is tried again with your next answer."
    : desk.lost.length ? `There is no room to keep ${desk.lost.join(", ")}, should you leave now.`
    : `${course.scorm ? "Saved" : "Kept in this browser"} at ${clock.format(new Date())}`;
  saved.classList.toggle("failed", !store.isThere || !desk.isKept || desk.lost.length > 0);
  // In a browser nothing is kept until something is done.
  saved.textContent = course.scorm || !desk.isBare || saved.classList.contains("failed") ? words : "";
}

let isShown = false;
let isOver = false;
desk.listeners.push(tell);
document.addEventListener("visibilitychange", () => { if (document.hidden && !isOver) desk.save(); });
// A system may close the page at any moment: what is left to say is said now.
for (const name of ["pagehide", "beforeunload"]) {
  addEventListener(name, () => {
    if (isOver) return;
    isOver = name === "pagehide";
    if (isOver) desk.end();
    else desk.save();
  });
}
// A page that comes back from the browser's memory has lost its system.
addEventListener("pageshow", (event) => { if (event.persisted) location.reload(); });

if (course.page === "lesson") {
  mountChecks(desk, main);
} else {
  addEventListener("hashchange", show);
  if (!desk.isFresh) {
    main.before(h("p", { class: "messages message", role: "status" }, icon("note"),
      h("span", {}, "This course has changed since your last visit: your scores are kept, answers in progress are not.")));
  }
  if (!location.hash && desk.place.startsWith("#/")) history.replaceState(null, "", desk.place);
  show();
}
desk.save();
