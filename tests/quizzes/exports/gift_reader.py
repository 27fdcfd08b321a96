"""GIFT read as Moodle's importer reads it, and stricter: what that would guess at is an error here."""

import re
from collections.abc import Iterator
from dataclasses import replace
from html import unescape

from tests.quizzes.exports.moodle_questions import Answer, Question, known_fraction

# Escaped characters stand for themselves from here on; nothing else may look like them.
PRIVATE = {escape: chr(0xE000 + number) for number, escape in enumerate(("\\:", "\\#", "\\=", "\\{", "\\}", "\\~"))}
LINE_END = "\ue010"
# What Moodle's reader finds in comments, with its `[:cntrl:]` written out.
ID = re.compile(r"\[id:((?:\\\]|[^\]\x00-\x1f\x7f])+)\]")
TAG = re.compile(r"\[tag:((?:\\\]|[^\]<>`\x00-\x1f\x7f])+)\]")
WEIGHT = re.compile(r"%(-?\d{1,2}\.?\d*)%")


def read(document: bytes) -> list[Question]:
    """Return the questions, each with the category it is put into."""
    found, category = [], ""
    for block in re.split(r"\n\s*\n", document.decode().strip()):
        comments, lines = [], []
        for line in block.splitlines():
            (comments if line.strip().startswith("//") else lines).append(line)
        comment, text = "\n".join(comments), "\n".join(lines)
        if text.startswith("$CATEGORY:"):
            category = text.removeprefix("$CATEGORY:").strip()
        else:
            question = _question(_guarded(text), category)
            idnumber, *_ = map(_bare, ID.findall(comment))
            found.append(replace(question, idnumber=idnumber, tags=tuple(map(_bare, TAG.findall(comment)))))
    return found


def _bare(text: str) -> str:
    return text.strip().replace("\\]", "]")


def _guarded(text: str) -> str:
    text = text.replace("\\\\", "\ue011")
    for escape, private in PRIVATE.items():
        text = text.replace(escape, private)
    text = text.replace("\\n", LINE_END)
    assert "\\" not in text, text
    return text.replace("\ue011", "\\")


def _plain(text: str) -> str:
    for escape, private in PRIVATE.items():
        text = text.replace(private, escape[1])
    return text.replace(LINE_END, "\n").strip()


def _question(text: str, category: str) -> Question:
    whole = re.fullmatch(r"::(.*?)::(\[html])([^{}]*)\{([^{}]*)\}", text, re.DOTALL)
    assert whole, text
    name, _, asked, inside = whole.groups()
    inside, _, general = inside.strip().rpartition("####")
    inside = inside.strip()
    kind, answers, pairs, options = _answers(inside)
    return Question(
        type=kind,
        name=_plain(name),
        text=_plain(asked),
        general_feedback=_plain(general),
        answers=answers,
        pairs=pairs,
        options=options,
        category=category,
    )


Read = tuple[str, tuple[Answer, ...], tuple[tuple[str, str], ...], dict[str, str]]


def _answers(inside: str) -> Read:
    """Tell the type as the importer does: by what stands in the braces, in this order."""
    if not inside:
        return "essay", (), (), {}
    if inside.startswith("#"):
        return "numerical", tuple(_numbers(inside[1:])), (), {}
    if "~" in inside:
        options = {"single": "true" if "=" in inside else "false"}
        return "multichoice", tuple(_choices(inside)), (), options
    if "=" in inside and "->" in inside:
        return "matching", (), tuple(_pairs(inside)), {}
    if re.match(r"(TRUE|FALSE)\s*(#|$)", inside):
        return "truefalse", tuple(_truth(inside)), (), {}
    return "shortanswer", tuple(_weighed(piece) for piece in _pieces(inside, "=")), (), {"usecase": "0"}


def _pieces(text: str, mark: str) -> list[str]:
    first, *others = text.split(mark)
    assert not first.strip(), text
    return [piece.strip() for piece in others]


def _weighed(piece: str) -> Answer:
    weight = WEIGHT.match(piece)
    assert weight, piece
    text, _, feedback = piece[weight.end() :].partition("#")
    return Answer(_plain(text), known_fraction(weight[1]), _plain(feedback))


def _choices(inside: str) -> Iterator[Answer]:
    for piece in _pieces(inside.replace("=", "~="), "~"):
        yield _weighed(f"%100%{piece[1:]}" if piece.startswith("=") else piece)


def _numbers(inside: str) -> Iterator[Answer]:
    inside, tilde, rest = inside.partition("~")
    for piece in _pieces(inside, "="):
        answer = _weighed(piece)
        centre, colon, reach = answer.text.partition(":")
        assert colon, piece
        yield Answer(centre, answer.fraction, answer.feedback, float(reach))
    if tilde:
        yield Answer("*", 0.0, _plain(rest.removeprefix("#")))


def _pairs(inside: str) -> Iterator[tuple[str, str]]:
    for piece in _pieces(inside, "="):
        stem, arrow, answer = piece.partition("->")
        assert arrow, piece
        yield _plain(stem), unescape(_plain(answer))


def _truth(inside: str) -> Iterator[Answer]:
    right, wrong_feedback, right_feedback = (*inside.split("#"), "", "")[:3]
    for word in ("true", "false"):
        is_right = right.strip().lower() == word
        yield Answer(word, float(is_right), _plain(right_feedback if is_right else wrong_feedback))
