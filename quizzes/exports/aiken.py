"""Aiken: single choice in plain text, one line a question and one an option, and nothing else."""

import re
from collections.abc import Iterator
from string import ascii_uppercase
from typing import assert_never

from quizzes.exports import markup
from quizzes.exports.format import Format
from quizzes.exports.losses import flat_losses, item_losses, quiz_losses
from quizzes.exports.pools import ExportQuiz
from quizzes.exports.report import ByHand, Converted, Dropped, Exact, Lost, Outcome, Report, build_report
from quizzes.interactions import (
    Choice,
    ChoiceKey,
    GapSelect,
    Interaction,
    Item,
    Judged,
    Match,
    NumberEntry,
    Order,
    Rule,
    TextEntry,
)
from quizzes.plain_text import plain_pieces
from quizzes.text import to_plain, tokens_of

NAME = "aiken"
READ_OTHERWISE = re.compile(r"[A-Z][).]|ANSWER:|.?$")  # what an importer takes for an option, the key or nothing
GUARD = "– "


def write(quiz: ExportQuiz) -> bytes:
    """Return the file: a block for each single choice, with a blank line between."""
    blocks = [_question(item) for item in quiz.items if not isinstance(_outcome(item), Dropped)]
    return "\n".join(blocks).encode()


def report(quiz: ExportQuiz) -> Report:
    """Return what an importer will make of the file."""
    lost = [*quiz_losses(quiz), *flat_losses(quiz)]
    lost.append(Lost("", "explanations, feedback, hints, points, objectives and tags"))
    lost.append(Lost("", "all formatting: words, code and formulas are plain text"))
    for item in quiz.items:
        lost += item_losses(item)
        lost += [Lost(item.id, what) for what in _of_item(item)]
    return build_report(NAME, quiz.address, [(item, _outcome(item)) for item in quiz.items], lost)


def _question(item: Item) -> str:
    part = item.parts[0]
    if not isinstance(part.interaction, Choice) or not isinstance(part.answer, ChoiceKey):
        raise TypeError(f"item {item.id!r}: no single choice")
    keys = [option.key for option in part.interaction.options]
    lines = [_guarded(to_plain(item.prompt) or item.id)]
    lines += [f"{letter}. {text}" for letter, text in zip(ascii_uppercase, _texts(part.interaction), strict=False)]
    right = ascii_uppercase[keys.index(_right(part.answer))]
    return "\n".join([*lines, f"ANSWER: {right}\n"])


def _right(key: ChoiceKey) -> str:
    return max(sorted(key.correct), key=lambda option: key.credit.get(option, 0))


def _texts(choice: Choice) -> list[str]:
    """Return the options, each on one line."""
    if choice.form == "list":
        return [to_plain(option.text) for option in choice.options]
    shown = markup.numbered(choice.options) if choice.form == "lines" else [option.text for option in choice.options]
    return [text.strip() for text in shown]


def _guarded(line: str) -> str:
    """Return a question that no importer takes for anything else."""
    return f"{GUARD}{line}" if READ_OTHERWISE.match(line) else line


def _outcome(item: Item) -> Outcome:
    if len(item.parts) != 1:
        return Dropped(f"it has {len(item.parts)} parts, and Aiken asks one thing a question")
    part = item.parts[0]
    match part.interaction, part.answer:
        case Choice(max_choices=1) as choice, ChoiceKey() as key:
            return _choice_outcome(item, choice, key)
        case interaction, _:
            return Dropped(f"Aiken has single choice alone, and this is {_name(interaction)}")


def _choice_outcome(item: Item, choice: Choice, key: ChoiceKey) -> Outcome:
    texts = _texts(choice)
    if len(texts) > len(ascii_uppercase):
        return Dropped(f"it has {len(texts)} options, and Aiken has letters for {len(ascii_uppercase)}")
    if _needs_lines(item.prompt) or any("\n" in text for text in texts):
        return Dropped("it shows code or a table of several lines, and Aiken has one line a text")
    if len(set(texts)) < len(texts):
        return ByHand("two options read alike as plain text; tell them apart there", changes_score=True)
    if key.rule is Rule.BY_PART and any(0 < credit < 1 for credit in key.credit.values()):
        return Converted("single choice", "Aiken gives no part of the credit for an option", changes_score=True)
    return Exact()


def _needs_lines(prompt: str) -> bool:
    """Say whether a prompt means something else on one line."""
    if plain_pieces(prompt):
        return False
    return any(
        token.type == "table_open" or (token.type in ("fence", "code_block") and "\n" in token.content.strip())
        for token in tokens_of(prompt)
    )


def _name(interaction: Interaction) -> str:
    match interaction:
        case Choice():
            return "a choice of several"
        case Match():
            return "matching"
        case Order():
            return "ordering"
        case GapSelect():
            return "dropdowns in a text"
        case TextEntry():
            return "a written answer"
        case NumberEntry():
            return "a number"
        case Judged():
            return "graded by a person"
        case _:
            assert_never(interaction)


def _of_item(item: Item) -> Iterator[str]:
    for part in item.parts:
        if isinstance(part.interaction, Choice) and part.interaction.max_choices == 1:
            yield from _of_choice(part.interaction)


def _of_choice(choice: Choice) -> Iterator[str]:
    if not choice.shuffle:
        yield "the fixed order of the options; set it there"
    if choice.form != "list":
        yield "the spaces at the start of lines of code, where the system shows several spaces as one"


FORMAT = Format(
    name=NAME,
    title="Aiken",
    takers="Moodle, TalentLMS and others that import single choice as plain text",
    suffix=".aiken.txt",
    media_type="text/plain; charset=utf-8",
    report=report,
    write=write,
)
