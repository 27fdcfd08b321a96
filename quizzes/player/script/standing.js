// Where a learner stands, in the words of each version of SCORM.

import { fraction, rounded } from "./fractions.js";

const two = (number) => String(number).padStart(2, "0");
const bare = (number) => String(Math.round(number * 100) / 100);

// So many seconds as 0001:02:03.45, the one form that all of SCORM 1.2 takes.
export function clockTime(seconds) {
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  const rest = (seconds % 60).toFixed(2).padStart(5, "0");
  return rest === "60.00" ? clockTime(Math.round(seconds)) : `${String(hours).padStart(4, "0")}:${two(minutes)}:${rest}`;
}

export const span = (seconds) => `PT${bare(seconds)}S`;
export const timeOfDay = (at) => [at.getHours(), at.getMinutes(), at.getSeconds()].map(two).join(":");
// SCORM 2004 takes a zone only after hundredths of a second.
export const instant = (at) => at.toISOString().replace(/(\.\d\d)\d*Z$/, "$1Z");

// What to set, in this order. `standing` is { share, earned, points, isPassed, isComplete, progress, seconds, place, kept }:
// `share`, `earned` and `isPassed` are null until something is submitted, `progress` is a fraction.
export function elements(version, standing) {
  return version === "1.2" ? elements12(standing) : elements2004(standing);
}

function elements12({ share, isPassed, isComplete, seconds, place, kept }) {
  // One word for two things: whoever has passed or failed is not called "completed" too.
  const status = isPassed === null ? (isComplete ? "completed" : "incomplete") : isPassed ? "passed" : "failed";
  const score = share === null ? [] : [
    ["cmi.core.score.min", "0"],
    ["cmi.core.score.max", "100"],
    ["cmi.core.score.raw", rounded({ n: share.n * 100n, d: share.d })],
  ];
  return [
    ...score,
    ["cmi.core.lesson_status", status],
    ["cmi.core.session_time", clockTime(seconds)],
    ...(place ? [["cmi.core.lesson_location", place]] : []),
    ["cmi.suspend_data", kept],
    ["cmi.core.exit", "suspend"], // else a system may begin anew, and drop what is kept
  ];
}

function elements2004({ share, earned, points, isPassed, isComplete, progress, seconds, place, kept }) {
  const score = share === null ? [] : [
    ["cmi.score.min", "0"],
    ["cmi.score.max", String(points)],
    ["cmi.score.raw", rounded(earned)],
    ["cmi.score.scaled", rounded(share, 7)],
  ];
  return [
    ...score,
    ["cmi.progress_measure", rounded(progress, 4)],
    ["cmi.completion_status", isComplete ? "completed" : "incomplete"],
    ["cmi.success_status", isPassed === null ? "unknown" : isPassed ? "passed" : "failed"],
    ["cmi.session_time", span(seconds)],
    ...(place ? [["cmi.location", place]] : []),
    ["cmi.suspend_data", kept],
    ["cmi.exit", "suspend"],
  ];
}

// The score that counts once another attempt is closed: the twin of `counting` in quizzes/scoring.py.
export function counted({ closed, score }, added, rule) {
  if (!closed) return added;
  const before = fraction(score);
  const isMore = added.n * before.d > before.n * added.d;
  switch (rule) {
    case "best":
      return isMore ? added : before;
    case "last":
      return added;
    case "first":
      return before;
    case "mean": {
      const count = BigInt(closed);
      return { n: before.n * count * added.d + added.n * before.d, d: before.d * added.d * (count + 1n) };
    }
    default:
      throw new TypeError(`“${rule}” is no rule for attempts`);
  }
}
