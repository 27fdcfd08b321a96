// What a learner did, and how it is kept between two visits: in at most so many characters, all of them ASCII.
//
// A record is { lessons: Set of codes, quizzes: { code: { closed, score, attempt } }, checks: { code: { item: raw } } }.
// An attempt is { seed, isOpen, answers: { item: raw } }; `score` is the counting one of those closed, as "5/6".

import { pack, unpack } from "./coding.js";
import { drawPaper } from "./papers.js";

const VERSION = 1;

export const newRecord = () => ({ lessons: new Set(), quizzes: {}, checks: {} });
export const questionsOf = (quiz, items, seed) => drawPaper(quiz, items, seed).map((one) => one.question);
const checkQuestions = (check, items) => check.items.map((id) => items[id][0].question);

// The record as a text, and in words what had to be left out of it.
// Answers go first that are marked already, and of an open attempt the longest texts; scores never go.
export function keep(record, course, limit) {
  const kept = whole(record, course);
  const lost = [];
  for (const [words, drop] of savings(kept, record, course)) {
    if (text(kept).length <= limit) break;
    if (drop()) lost.push(words);
  }
  return { text: text(kept), lost };
}

function whole(record, course) {
  const quizzes = {};
  for (const quiz of course.quizzes) {
    const found = record.quizzes[quiz.code];
    if (!found) continue;
    const { closed, score, attempt } = found;
    const packed = attempt && pack(questionsOf(quiz, course.items, attempt.seed), attempt.answers);
    quizzes[quiz.code] = [closed, score ?? "", ...(attempt ? [attempt.isOpen ? 1 : 0, attempt.seed, ...packed] : [])];
  }
  const checks = {};
  for (const check of course.checks) {
    const answers = record.checks[check.code];
    if (answers) checks[check.code] = pack(checkQuestions(check, course.items), answers);
  }
  return { v: VERSION, p: course.print, l: [...record.lessons], q: quizzes, c: checks };
}

const text = (kept) => JSON.stringify(kept).replace(/[\u0080-\uffff]/g, (found) => `\\u${found.charCodeAt(0).toString(16).padStart(4, "0")}`);

function* savings(kept, record, course) {
  yield ["the answers to the checks in the lessons", () => {
    const any = Object.keys(kept.c).length > 0;
    kept.c = {};
    return any;
  }];
  for (const quiz of course.quizzes) {
    const found = kept.q[quiz.code];
    if (found?.length > 2 && !found[2]) {
      yield [`the answers that you submitted in “${quiz.title}”`, () => { found.length = 2; return true; }];
    }
  }
  for (const quiz of course.quizzes) {
    const texts = kept.q[quiz.code]?.[5] ?? {};
    const byLength = Object.keys(texts).sort((one, other) => texts[other].length - texts[one].length);
    for (const number of byLength) {
      const { seed } = record.quizzes[quiz.code].attempt;
      const place = placeOf(questionsOf(quiz, course.items, seed), Number(number));
      yield [`the text of question ${place} in “${quiz.title}”`, () => delete texts[number]];
    }
  }
}

function placeOf(questions, number) {
  let before = 0;
  return questions.findIndex((question) => (before += question.parts.length) > number) + 1;
}

// The record that a text holds, and whether the course is the one it was kept of: if not, only scores remain.
export function recall(kept, course) {
  if (!kept) return { record: newRecord(), isSame: true };
  try {
    return recalled(JSON.parse(kept), course);
  } catch {
    return { record: newRecord(), isSame: false }; // another page's text, or one cut short
  }
}

function recalled(read, course) {
  const record = newRecord();
  if (read.v !== VERSION) return { record, isSame: false };
  record.lessons = new Set(read.l);
  let isSame = read.p === course.print;
  const unpacked = (questions, packed) => {
    try {
      return isSame ? unpack(questions(), packed) : null;
    } catch {
      isSame = false;
      return null;
    }
  };
  for (const quiz of course.quizzes.filter(({ code }) => code in read.q)) {
    const [closed, score, isOpen, seed, ...packed] = read.q[quiz.code];
    const answers = seed === undefined ? null : unpacked(() => questionsOf(quiz, course.items, seed), packed);
    const attempt = answers && { seed, isOpen: Boolean(isOpen), answers };
    record.quizzes[quiz.code] = { closed, score: score || null, attempt };
  }
  for (const check of course.checks.filter(({ code }) => code in read.c)) {
    const answers = unpacked(() => checkQuestions(check, course.items), read.c[check.code]);
    if (answers) record.checks[check.code] = answers;
  }
  return { record, isSame };
}
