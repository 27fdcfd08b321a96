// A quiz and a seed to a paper, with options in the order of the seed: the twin of quizzes/paper.py.

import { sha256 } from "./digests.js";

export function shuffled(keys, ...names) {
  const salt = names.join("\0");
  const digests = new Map(keys.map((key) => [key, sha256(`${salt}\0${key}`)]));
  return [...keys].sort((one, other) => (digests.get(one) < digests.get(other) ? -1 : 1));
}

// The items of one paper: of each pool as many as it gives, none twice, and of each item one of its variants.
export function drawPaper(quiz, items, seed) {
  const drawn = [];
  quiz.pools.forEach((pool, number) => {
    const left = pool.items.filter((id) => !drawn.includes(id));
    drawn.push(...(quiz.draws ? shuffled(left, seed, "draw", String(number)).slice(0, pool.count) : left));
  });
  const ids = quiz.shuffle ? shuffled(drawn, seed, "items") : drawn;
  return ids.map((id) => {
    const { question, key } = variantOf(items[id], seed, id);
    return { question: arrange(question, seed, quiz.inOrder), key };
  });
}

// Of the variants that the file holds, the one that belongs to the seed.
function variantOf(variants, seed, id) {
  if (variants.length === 1) return variants[0];
  const name = sha256(`variant\0${seed}\0${id}`).slice(0, 12);
  return variants[Number(BigInt(`0x${name}`) % BigInt(variants.length))];
}

// The steps of an order are always shuffled: they are listed by keys, which say nothing.
export function arrange(question, seed, inOrder = false) {
  const parts = question.parts.map((part) => {
    const interaction = inOrder ? { ...part.interaction, shuffle: false } : part.interaction;
    return { ...part, interaction: arranged(interaction, [seed, question.id, part.key]) };
  });
  return { ...question, parts };
}

function arranged(interaction, names) {
  switch (interaction.type) {
    case "choice":
      return interaction.shuffle ? { ...interaction, options: byKey(interaction.options, names) } : interaction;
    case "match": {
      if (!interaction.shuffle) return interaction;
      const sources = byKey(interaction.sources, [...names, "sources"]);
      return { ...interaction, sources, targets: interaction.max ? byKey(interaction.targets, names) : interaction.targets };
    }
    case "order":
      return { ...interaction, options: byKey(interaction.options, names) };
    case "gap-select": {
      if (!interaction.shuffle) return interaction;
      const gaps = interaction.gaps.map((gap) => ({ ...gap, options: byKey(gap.options, [...names, gap.key]) }));
      return { ...interaction, gaps };
    }
    default:
      return interaction;
  }
}

function byKey(options, names) {
  const found = new Map(options.map((option) => [option.key, option]));
  return shuffled([...found.keys()], ...names).map((key) => found.get(key));
}
