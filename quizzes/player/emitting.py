"""A quiz as data for the player: what is shown, rendered, and apart from it the keys as they are stored."""

import hashlib
import json
import re
from collections.abc import Callable, Container, Iterable, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from typing import assert_never

import msgspec

from quizzes.exports import markup
from quizzes.exports.pictures import placed_in_html
from quizzes.exports.pools import ExportQuiz
from quizzes.exports.report import short_name
from quizzes.interactions import (
    Choice,
    GapSelect,
    Interaction,
    Item,
    Judged,
    Key,
    Match,
    NumberEntry,
    NumberKey,
    Option,
    Order,
    TextEntry,
    TextKey,
    question_of,
)
from quizzes.responses import JSON
from quizzes.serial import encode_item
from quizzes.text import PICTURES, Marks, code_html, to_html, to_inline_html, to_plain, with_gaps

MENU_LENGTH = 30  # characters that a menu shows on a phone
MAX_COLUMNS = 5
MIN_SIZE, MAX_SIZE, NUMBER_SIZE = 28, 60, 12
CODE_LENGTH = 6
Object = dict[str, JSON]


@dataclass(frozen=True, slots=True)
class Texts:
    """How texts are rendered: the classes for an author's marks, and where the passage of an item is found.

    `pictures` are the names of those that lie beside the page; others are described.
    """

    marks: Marks = ()
    see: Callable[[str], str] = lambda _: ""
    pictures: Container[str] = ()

    def blocks(self, text: str) -> str:
        """Return the blocks of a text; links that only the course has become words."""
        if not text:
            return ""
        away = any(markup.homebound(text))
        return self._placed(markup.block_html(text) if away else to_html(text, self._marks))

    def inline(self, text: str) -> str:
        """Return a text of one paragraph."""
        away = any(markup.homebound(text))
        return self._placed(markup.inline_html(text) if away else to_inline_html(text, self._marks))

    def pieces(self, text: str, gaps: Sequence[str]) -> list[tuple[str, str]]:
        """Return a text as pieces of HTML, each with the gap after it; the last has none."""
        return [(self._placed(html), gap) for html, gap in with_gaps(text, gaps, self._marks)]

    @property
    def _marks(self) -> Marks:
        return (*self.marks, (PICTURES, PICTURES))

    def _placed(self, html: str) -> str:
        return placed_in_html(html, lambda name: name if name in self.pictures else "")


def emit_quiz(quiz: ExportQuiz, texts: Texts, *, shuffles_options: bool = True, is_step: bool = True) -> Object:
    """Return the settings of a quiz and the ids of its items; `is_step` says that a course is done with it only."""
    return {
        "slug": quiz.slug,
        "code": short_code(quiz.slug),
        "title": quiz.title,
        "summary": texts.inline(quiz.summary) if quiz.summary else "",
        "size": sum(pool.count for pool in quiz.pools),
        "isStep": is_step,
        "pass": quiz.pass_percent,
        "attempts": quiz.attempts,
        "counts": quiz.counts,
        "layout": quiz.layout,
        "review": quiz.review,
        "shuffle": quiz.shuffle_items,
        "inOrder": not shuffles_options,
        "draws": quiz.is_drawn or len(quiz.pools) > 1,
        "pools": [{"count": pool.count, "items": [item.id for item in pool.items]} for pool in quiz.pools],
    }


def emit_items(items: Iterable[Item], texts: Texts, variants: Mapping[str, Sequence[Item]] | None = None) -> Object:
    """Return items by id, each a list of one, or of all its `variants`: more draws of a generated item.

    Of the variants, which all go by the id of their item, a learner gets the one that belongs to the seed.
    """
    drawn = variants or {}
    return {
        item.id: [emit_item(msgspec.structs.replace(one, id=item.id), texts) for one in drawn.get(item.id) or [item]]
        for item in items
    }


def short_code(slug: str) -> str:
    """Return a short name that stays the same while the slug does, for what is kept in little room."""
    return hashlib.sha256(slug.encode()).hexdigest()[:CODE_LENGTH]


def emit_item(item: Item, texts: Texts) -> Object:
    """Return an item: the open half as `question`, the secret half as `key`."""
    question = question_of(item)
    lead, body = _split(texts.blocks(question.prompt))
    parts: list[JSON] = [
        {"key": part.key, "interaction": _interaction(part.interaction, texts)} for part in question.parts
    ]
    return {
        "question": {
            "id": question.id,
            "kind": question.kind,
            "name": short_name(item),
            "objective": item.objective,
            "points": question.points,
            "partial": question.partial_credit,
            "lead": lead,
            "body": body,
            "hint": texts.blocks(question.hint),
            "parts": parts,
        },
        "key": _secret(item, texts),
    }


def _secret(item: Item, texts: Texts) -> Object:
    stored = json.loads(encode_item(item))
    return {
        "right": texts.blocks(item.right),
        "wrong": texts.blocks(item.wrong),
        "explanation": texts.blocks(item.explanation),
        "see": texts.see(item.see),
        "parts": {
            part.key: {
                "answer": told["answer"],
                "feedback": {element: texts.blocks(text) for element, text in part.feedback.items() if text},
                "shown": _shown(part.answer),
            }
            for part, told in zip(item.parts, stored["parts"], strict=True)
        },
    }


def _split(html: str) -> tuple[str, str]:
    """Return the first paragraph without its tags, and the rest; a prompt without one is all lead."""
    if not html.startswith("<p>"):
        return html, ""
    lead, _, body = html.removeprefix("<p>").partition("</p>")
    return lead, body.strip()


def _shown(key: Key) -> str:
    """Return what to show as the right answer of a typed one."""
    match key:
        case TextKey(forms=(first, *_)):
            return first.texts[0]
        case NumberKey(answer=answer):
            return format(answer, "f")
        case _:
            return ""


def _interaction(interaction: Interaction, texts: Texts) -> Object:
    match interaction:
        case Choice():
            return _choice(interaction, texts)
        case Match():
            return _match(interaction, texts)
        case Order(options=options):
            return {"type": "order", "options": [_option(option, texts) for option in options]}
        case GapSelect():
            return _gaps(interaction, texts)
        case TextEntry(expected_length=size, monospace=monospace):
            # Never narrower than others: the width would tell the length of the answer.
            return {"type": "text-entry", "size": max(MIN_SIZE, min(size, MAX_SIZE)), "mono": monospace}
        case NumberEntry(unit=unit):
            return {"type": "number-entry", "size": NUMBER_SIZE, "unit": unit}
        case Judged(expected_lines=lines, monospace=monospace):
            return {"type": "judged", "lines": lines, "mono": monospace}
        case _:
            assert_never(interaction)


def _option(option: Option, texts: Texts) -> Object:
    return {"key": option.key, "html": texts.inline(option.text), "text": to_plain(option.text)}


def _choice(choice: Choice, texts: Texts) -> Object:
    emitted: list[Object] = [_option(option, texts) for option in choice.options]
    if choice.form != "list":
        # Lines are coloured as one program: a string may run over several of them.
        code = "\n".join(option.text for option in choice.options)
        coloured = code_html(code, choice.language).split("\n") if choice.form == "lines" else []
        for number, (made, option) in enumerate(zip(emitted, choice.options, strict=True), 1):
            made["text"] = option.text
            made["html"] = coloured[number - 1] if number <= len(coloured) else escape(option.text)
            made["number"] = _line_number(option.key, number)
    return {
        "type": "choice",
        "options": list[JSON](emitted),
        "max": choice.max_choices,
        "shuffle": choice.shuffle,
        "form": choice.form,
    }


def _line_number(key: str, position: int) -> int:
    found = re.fullmatch(r"line-(\d+)", key)
    return int(found[1]) if found else position


def _match(match: Match, texts: Texts) -> Object:
    targets = [_option(option, texts) for option in match.targets]
    grid = match.target_max == 0 and len(targets) <= MAX_COLUMNS
    return {
        "type": "match",
        "sources": [_option(option, texts) for option in match.sources],
        "targets": list[JSON](targets),
        "max": match.target_max,
        "shuffle": match.shuffle,
        "grid": grid,
        "lettered": not grid and any(len(str(target["text"])) > MENU_LENGTH for target in targets),
    }


def _gaps(select: GapSelect, texts: Texts) -> Object:
    return {
        "type": "gap-select",
        "pieces": [list[JSON](piece) for piece in texts.pieces(select.text, [gap.key for gap in select.gaps])],
        "gaps": [
            {"key": gap.key, "options": [_option(option, texts) for option in gap.options]} for gap in select.gaps
        ],
        "shuffle": select.shuffle,
    }
