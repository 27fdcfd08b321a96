// Answers in little room: all choices of a paper as one large number, written texts beside it.
// What is kept counts the options of a question in the order of their keys, so no shuffling can touch it.

const DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
const BASE = BigInt(DIGITS.length);
const sorted = (options) => options.map((option) => option.key).sort();
const place = (keys, key) => BigInt(keys.indexOf(key) + 1); // 0 where there is none

// The questions' answers as `[packed, texts]`; `texts` holds typed answers by their place among all parts.
export function pack(questions, answers) {
  const [digits, texts] = [[], {}];
  eachPart(questions, (part, id, number) => {
    const raw = answers[id]?.[part.key];
    const coder = CODERS[part.interaction.type];
    if (coder) digits.push(...coder.digits(part.interaction, raw));
    else if (typeof raw === "string" && raw) texts[number] = raw;
  });
  return [spell(digits.reduceRight((sum, [digit, base]) => sum * base + digit, 0n)), texts];
}

// The answers that were packed. Throws where the text is none of ours.
export function unpack(questions, [packed, texts]) {
  const answers = {};
  let left = unspell(packed);
  const take = (base) => {
    const digit = left % base;
    left /= base;
    return digit;
  };
  eachPart(questions, (part, id, number) => {
    const coder = CODERS[part.interaction.type];
    const raw = coder ? coder.read(part.interaction, take) : texts[number];
    if (raw !== undefined) (answers[id] ??= {})[part.key] = raw;
  });
  if (left) throw new RangeError("the answers do not belong to these questions");
  return answers;
}

function eachPart(questions, visit) {
  let number = 0;
  for (const question of questions) for (const part of question.parts) visit(part, question.id, number++);
}

const CODERS = {
  choice: {
    digits({ options, max }, raw = []) {
      const keys = sorted(options);
      if (max === 1) return [[place(keys, raw[0]), BigInt(keys.length + 1)]];
      return keys.map((key) => [raw.includes(key) ? 1n : 0n, 2n]);
    },
    read({ options, max }, take) {
      const keys = sorted(options);
      const chosen = max === 1 ? [keys[take(BigInt(keys.length + 1)) - 1n]].filter(Boolean) : keys.filter(() => take(2n));
      return chosen.length ? chosen : undefined;
    },
  },
  match: pairCoder(({ sources, targets }) => sorted(sources).map((source) => [source, sorted(targets)])),
  "gap-select": pairCoder(({ gaps }) => gaps.map((gap) => [gap.key, sorted(gap.options)])),
  order: {
    digits({ options }, raw = []) {
      const left = sorted(options);
      const orders = factorial(left.length) + 1n;
      if (raw.length !== left.length) return [[0n, orders]];
      let rank = 0n;
      for (const key of raw) {
        rank = rank * BigInt(left.length) + BigInt(left.indexOf(key));
        left.splice(left.indexOf(key), 1);
      }
      return [[rank + 1n, orders]];
    },
    read({ options }, take) {
      const left = sorted(options);
      let rank = take(factorial(left.length) + 1n) - 1n;
      if (rank < 0n) return undefined;
      const indexes = [];
      for (let size = 1; size <= left.length; size++) {
        indexes.unshift(Number(rank % BigInt(size)));
        rank /= BigInt(size);
      }
      return indexes.map((index) => left.splice(index, 1)[0]);
    },
  },
};

function pairCoder(rows) {
  return {
    digits: (interaction, raw = {}) =>
      rows(interaction).map(([source, targets]) => [place(targets, raw[source]), BigInt(targets.length + 1)]),
    read(interaction, take) {
      const pairs = rows(interaction).map(([source, targets]) => [source, targets[take(BigInt(targets.length + 1)) - 1n]]);
      const filled = pairs.filter(([, target]) => target);
      return filled.length ? Object.fromEntries(filled) : undefined;
    },
  };
}

function factorial(number) {
  let product = 1n;
  for (let factor = 2; factor <= number; factor++) product *= BigInt(factor);
  return product;
}

function spell(number) {
  let text = "";
  for (let left = number; left; left /= BASE) text += DIGITS[left % BASE];
  return text;
}

function unspell(text) {
  let number = 0n;
  for (const letter of [...text].reverse()) {
    const digit = DIGITS.indexOf(letter);
    if (digit < 0) throw new RangeError(`“${letter}” is no digit`);
    number = number * BASE + BigInt(digit);
  }
  return number;
}
