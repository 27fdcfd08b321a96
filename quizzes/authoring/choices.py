"""Choices as their author would write them: single, multiple and true/false, output, and lines of a program."""

import re
from collections.abc import Mapping
from fractions import Fraction
from typing import assert_never

from quizzes.interactions import Choice, ChoiceKey, Item, Option, Part, Rule
from quizzes.kinds.shares import written_share
from quizzes.text import to_plain

FULL, NOTHING = Fraction(1), Fraction(0)
Fields = dict[str, object]
_FENCE = re.compile(r"```+")


class UnsayableError(Exception):
    """A question that no kind can ask; the message says why, without a stop."""


def one_of(part: Part, choice: Choice, key: ChoiceKey) -> tuple[str, Fields]:
    """Return the kind and fields of a choice of one: true/false where its options are these two words."""
    words = {to_plain(option.text).strip().lower(): option.key for option in choice.options}
    right = next((word for word, name in words.items() if name in key.correct), "")
    if set(words) == {"true", "false"} and len(choice.options) == len(words) and len(key.correct) == 1:
        said = {f"if_{word}": part.feedback[name] for word, name in words.items() if name in part.feedback}
        return "true-false", {"answer": right == "true", **said}
    shares = _shares(choice, key)
    first = next((option.key for option in choice.options if shares[option.key] == FULL), None)
    if first is None:
        raise UnsayableError("none of its options is fully right")
    options = []
    for option in choice.options:
        made = authored_option(option, part.feedback, option.key == first)
        if option.key != first and shares[option.key]:
            made["credit"] = written_share(shares[option.key])
        options.append(made)
    return "single", {"options": options} | ({} if choice.shuffle else {"shuffle": False})


def multiple(part: Part, choice: Choice, key: ChoiceKey) -> Fields:
    """Return the fields of a choice of several."""
    options = [authored_option(option, part.feedback, option.key in key.correct) for option in choice.options]
    fields: Fields = {"credit": "all-or-nothing", "options": options}
    if key.rule is Rule.BY_PART:
        shares = [key.credit.get(option.key, NOTHING) for option in choice.options]
        right = len(key.correct)
        wrong = len(options) - right
        plain = [Fraction(1, right) if one.key in key.correct else -Fraction(1, wrong) for one in choice.options]
        fields["credit"] = "by-option" if shares == plain else "by-weight"
        if shares != plain:
            for made, share in zip(options, shares, strict=True):
                made["credit"] = written_share(share)
    if choice.max_choices:
        fields["at_most"] = choice.max_choices
    return fields | ({} if choice.shuffle else {"shuffle": False})


def faulty_line(part: Part, choice: Choice, key: ChoiceKey) -> Fields:
    """Return the fields of a program of which one line is picked."""
    lines = {int(option.key.rpartition("-")[2]): option.text for option in choice.options}
    fault = next(int(name.rpartition("-")[2]) for name in key.correct)
    code = "\n".join(lines.get(number, "") for number in range(1, max(lines) + 1))
    why = {int(name.rpartition("-")[2]): text for name, text in part.feedback.items()}
    return {"language": choice.language or "text", "code": code + "\n", "fault": fault, "why": why}


def output(item: Item, part: Part, choice: Choice, key: ChoiceKey) -> tuple[str, Fields]:
    """Return the kind and fields of a choice among printed texts: of one without a program, a single choice."""
    options = [authored_option(option, part.feedback, option.key in key.correct) for option in choice.options]
    if found := _program(item.prompt):
        prompt, language, code = found
        return "output", {"prompt": prompt, "language": language or "text", "code": code + "\n", "options": options}
    for made in options:
        made["text"] = f"```\n{made['text']}\n```"
    return "single", {"options": options} | ({} if choice.shuffle else {"shuffle": False})


def _program(prompt: str) -> tuple[str, str, str] | None:
    """Return what leads to the program at the end of a text, its language and itself."""
    inside, _, fence = prompt.rstrip().rpartition("\n")
    if not _FENCE.fullmatch(fence):
        return None
    asked, opening, rest = inside.partition(f"\n\n{fence}")
    language, end, code = rest.partition("\n")
    return (asked, language, code) if asked and opening and end and code and "`" not in language else None


def _shares(choice: Choice, key: ChoiceKey) -> dict[str, Fraction]:
    match key.rule:
        case Rule.ALL_OR_NOTHING:
            return {option.key: Fraction(option.key in key.correct) for option in choice.options}
        case Rule.BY_PART:
            return {one.key: min(FULL, max(NOTHING, key.credit.get(one.key, NOTHING))) for one in choice.options}
        case _:
            assert_never(key.rule)


def authored_option(option: Option, feedback: Mapping[str, str], is_right: bool) -> Fields:
    """Return what stands in a list of options for one; feedback is by the keys of options."""
    made: Fields = {"id": option.key, "text": option.text}
    if is_right:
        made["correct"] = True
    if said := feedback.get(option.key):
        made["feedback"] = said
    return made
