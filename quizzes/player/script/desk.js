// The learner's desk: what is done is written down at once, told to the learning system, and kept for the next visit.

import { fraction, isLess, over, ratio, rounded, times, total, written } from "./fractions.js";
import { grade } from "./grading.js";
import { elementsOf } from "./interactions.js";
import { drawPaper } from "./papers.js";
import { keep, recall } from "./record.js";
import { readResponse } from "./responses.js";
import { counted, elements } from "./standing.js";

const SAVE_AFTER_MS = 600; // typing is saved when it pauses
const HUNDRED = 100n;

export class Desk {
  // `store` keeps a text and tells elements: see stores.js. `now` gives milliseconds, `draw` a fresh seed.
  constructor(course, store, { now = Date.now, draw = freshSeed } = {}) {
    Object.assign(this, { course, store, now, draw });
    this.begunAt = now();
    const { record, isSame } = recall(store.read(), course);
    this.record = record;
    this.isFresh = isSame;
    this.place = store.place();
    this.lost = [];
    this.seconds = {};
    this.shownAt = {};
    this.listeners = [];
  }

  get isBare() { return !Object.keys(this.record.quizzes).length && !Object.keys(this.record.checks).length; }
  quiz(slug) { return this.course.quizzes.find((quiz) => quiz.slug === slug); }
  check(slug) { return this.course.checks.find((check) => check.slug === slug); }
  of(quiz) { return this.record.quizzes[quiz.code] ?? { closed: 0, score: null, attempt: null }; }
  share(quiz) { return this.of(quiz).score === null ? null : fraction(this.of(quiz).score); }
  left(quiz) { return quiz.attempts ? Math.max(0, quiz.attempts - this.of(quiz).closed) : Infinity; }
  paper(quiz) { return drawPaper(quiz, this.course.items, this.of(quiz).attempt.seed); }

  isPassed(quiz) {
    const share = this.share(quiz);
    return share === null ? null : !isLess(times(share, ratio(HUNDRED)), ratio(BigInt(quiz.pass)));
  }

  begin(quiz) {
    const found = this.of(quiz);
    if (found.attempt?.isOpen || !this.left(quiz)) return;
    this.record.quizzes[quiz.code] = { ...found, attempt: { seed: this.draw(), isOpen: true, answers: {} } };
    this.save();
  }

  // Keep an answer. What can't be read is not kept; whoever asked gets the reason.
  answer(quiz, question, raw) {
    const read = readResponse(question, raw);
    if (read.unreadable) return read.unreadable;
    const { attempt } = this.of(quiz);
    if (!attempt?.isOpen) return null;
    const kept = filled(raw, read.responses);
    if (JSON.stringify(attempt.answers[question.id]) === JSON.stringify(kept)) return null;
    if (kept) attempt.answers[question.id] = kept; else delete attempt.answers[question.id];
    this.saveSoon();
    return null;
  }

  graded(quiz) {
    const { answers } = this.of(quiz).attempt;
    return this.paper(quiz).map((one) => ({ ...one, raw: answers[one.question.id], graded: grade(one.question, one.key, answers[one.question.id]) }));
  }

  marks(quiz) {
    const graded = this.graded(quiz);
    const points = graded.reduce((sum, { question }) => sum + question.points, 0);
    const earned = total(graded.map(({ question, graded: { score } }) => times(score, ratio(BigInt(question.points)))));
    return { earned, points, share: points ? over(earned, points) : ratio(0n) };
  }

  submit(quiz) {
    const found = this.of(quiz);
    if (!found.attempt?.isOpen) return;
    const { share } = this.marks(quiz);
    const score = written(counted(found, share, quiz.counts));
    found.attempt.isOpen = false;
    this.record.quizzes[quiz.code] = { ...found, closed: found.closed + 1, score };
    for (const { question, key, graded } of this.graded(quiz)) {
      this.#tell(question, key, graded, `${quiz.slug}.${question.id}${found.closed ? `.${found.closed + 1}` : ""}`, question.points);
    }
    this.save();
  }

  // Grade an answer to a check at once; it may be given again, and counts for nothing.
  answerCheck(check, { question, key }, raw) {
    const graded = grade(question, key, raw);
    if (graded.unreadable) return graded;
    (this.record.checks[check.code] ??= {})[question.id] = filled(raw, graded.responses) ?? {};
    this.#tell(question, key, graded, `${check.slug}.${question.id}`, 0);
    this.save();
    return graded;
  }

  read(lesson) {
    this.record.lessons.add(lesson.code);
    this.save();
  }

  moveTo(place) {
    this.place = place;
    this.saveSoon();
  }

  // Counts how long a question stands on the page.
  show(id) { this.shownAt[id] ??= this.now(); }
  hideAll() {
    for (const [id, at] of Object.entries(this.shownAt)) this.seconds[id] = (this.seconds[id] ?? 0) + (this.now() - at) / 1000;
    this.shownAt = {};
  }

  #tell(question, key, graded, id, points) {
    this.hideAll();
    for (const [index, part] of question.parts.entries()) {
      const entry = {
        id: question.parts.length > 1 ? `${id}.${part.key}` : id,
        name: question.name,
        objective: question.objective,
        interaction: part.interaction,
        answer: key.parts[part.key].answer,
        response: graded.responses[part.key],
        score: graded.parts[index].score,
        points: points / question.parts.length,
        seconds: this.seconds[question.id] ?? 0,
        at: new Date(this.now()),
      };
      this.store.tell((version) => elementsOf(version, entry));
    }
  }

  saveSoon() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.save(), SAVE_AFTER_MS);
  }

  save() {
    clearTimeout(this.timer);
    const { text, lost } = keep(this.record, this.course, this.store.limit);
    this.lost = lost;
    const standing = { ...this.standing(), seconds: (this.now() - this.begunAt) / 1000, place: this.place, kept: text };
    this.isKept = this.store.keep(text, this.place, (version) => elements(version, standing));
    for (const listen of this.listeners) listen();
  }

  end() {
    this.save();
    this.store.end();
  }

  standing() {
    const { lessons, quizzes, final } = this.course;
    const counts = final ? this.quiz(final) : lessons.length ? null : quizzes[0];
    const steps = [...lessons.map((lesson) => this.record.lessons.has(lesson.code)),
      ...quizzes.filter((quiz) => quiz.isStep).map((quiz) => this.of(quiz).closed > 0)];
    const done = steps.filter(Boolean).length;
    const share = counts ? this.share(counts) : null;
    const points = share === null || !this.of(counts).attempt ? 100 : this.marks(counts).points;
    return {
      share,
      points,
      earned: share && times(share, ratio(BigInt(points))),
      isPassed: counts ? this.isPassed(counts) : null,
      isComplete: done === steps.length,
      progress: ratio(BigInt(done), BigInt(steps.length || 1)),
      done,
      steps: steps.length,
    };
  }
}

// The parts that hold something, or undefined.
function filled(raw, responses) {
  const kept = Object.fromEntries(Object.entries(raw ?? {}).filter(([part]) => !responses[part]?.blank));
  return Object.keys(kept).length ? kept : undefined;
}

export function freshSeed() {
  const bytes = new Uint8Array(4);
  crypto.getRandomValues(bytes);
  return [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

export const percent = (share) => `${rounded(times(share, ratio(HUNDRED)), 0)}%`;
