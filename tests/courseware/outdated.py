"""What the article says and holds no longer, and where a course would say it as if it were true.

A statement may stand in a course where it is said to be the article's, or where it is a wrong answer.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import html

from courseware.course import Course, Html
from quizzes.interactions import (
    Choice,
    ChoiceKey,
    GapKey,
    GapSelect,
    Item,
    Match,
    MatchKey,
    Part,
)
from quizzes.quiz import Quiz
from quizzes.text import to_plain

_BLOCKS = "//p[not(@class='cell-facet')] | //li | //td | //figcaption"
_SENTENCE = re.compile(r"[^.!?]+(?:[.!?](?!\s|$)[^.!?]*)*[.!?]*")
_ATTRIBUTED = re.compile(r"\barticle\b|\b(?:colleague|somebody|guide)\b.*\bsays?\b", re.IGNORECASE)


@dataclass(frozen=True)
class Outdated:
    """One statement: in the article's words, and as a pattern of what says the same."""

    said: str
    pattern: str


# The words are those of the article, cut where it says more; the patterns find them in other words too.
OUTDATED = {
    "keras-on-theano-and-cntk": Outdated(
        "Keras can run on top of TensorFlow, Theano, or CNTK.",
        r"\bKeras(?: 3)? (?:can run|can train|runs|trains|works) on\b(?:(?!refuse).)*\b(?:Theano|CNTK)\b",
    ),
    "tensorflow-for-dataflow": Outdated(
        "TensorFlow is an open-source library for dataflow programming across a range of tasks.",
        r"\bTensorFlow(?: 2)? (?:is|suits|serves)\b.*\bdataflow programming\b",
    ),
    "tensorflow-symbolic": Outdated(
        "TensorFlow is a symbolic math library used for machine learning.",
        r"\b(?:TensorFlow|It)(?: 2)? is a symbolic\b",
    ),
    "tensorflow-on-keras": Outdated(
        "Keras is a backend of TensorFlow.",
        r"\bKeras is (?:a|the|one) backend (?:of|for) TensorFlow\b|\bTensorFlow runs on (?:top of )?Keras\b",
    ),
    "pytorch-new": Outdated("PyTorch is a relatively new framework.", r"\bPyTorch is (?:a )?(?:relatively )?new\b"),
    "pytorch-by-facebook": Outdated(
        "PyTorch is developed by Facebook's AI research group.",
        r"\bPyTorch is (?:developed|led|owned|governed|maintained) by (?:Facebook|Meta)\b"
        r"|\b(?:Facebook|Meta)(?:['’]s AI research group)? (?:develops|leads|owns|governs) PyTorch\b",
    ),
    "pytorch-for-language": Outdated(
        "PyTorch is used for natural language processing applications.",
        r"\bPyTorch (?:is|suits)(?: mainly| best| only)?(?: used| suited| made)?(?: for)? "
        r"(?:NLP|natural language)\b(?! and\b)",
    ),
    "pytorch-in-python": Outdated(
        "PyTorch is written in Python.", r"\bPyTorch (?:is written in|consists of|is) (?:pure )?Python\b"
    ),
    "pytorch-growing": Outdated("PyTorch has a growing community.", r"\bPyTorch(?:['’]s)?\b.*\bgrowing community\b"),
    "native-is-fast": Outdated(
        "PyTorch feels native, increasing processing speed.",
        r"\bfeels? native\b.*\bspeed\b|\bfaster because it feels\b",
    ),
    "dynamic-saves-memory": Outdated(
        "PyTorch offers efficient memory usage with dynamic computational graphs.",
        r"\bdynamic (?:computational )?graphs? saves? memory\b|\befficient memory usage\b",
    ),
    "no-supervision": Outdated(
        "Deep learning learns without human supervision or intervention.",
        r"\bdeep learning (?:learns|works) without (?:human )?supervision\b"
        r"|\bdeep learning needs no (?:human )?supervision\b",
    ),
    "classic-is-linear": Outdated(
        "Traditional machine learning is linear.",
        r"\b(?:traditional|classical|older) machine learning (?:is|works) linear(?:ly)?\b",
    ),
    "like-a-brain": Outdated(
        "Deep learning imitates the human brain's neural pathways.",
        r"\b(?:imitates|copies) the (?:pathways of the )?(?:human )?brain\b",
    ),
    "android-by-tensorflow-alone": Outdated(
        "Only TensorFlow supports Android.", r"\bonly TensorFlow (?:supports|runs on) Android\b"
    ),
}


def outdated_in(sentence: str) -> tuple[str, ...]:
    """Return the names of the outdated statements that a sentence makes, none where it says whose they are."""
    if _ATTRIBUTED.search(sentence):
        return ()
    return tuple(name for name, one in OUTDATED.items() if re.search(one.pattern, sentence, re.IGNORECASE))


def outdated_statements(course: Course) -> list[tuple[str, str, str]]:
    """Return each place, statement's name and sentence of a course that says it as if it were true."""
    said = [*_lessons(course), *_items(course), *_others(course)]
    return [(where, name, sentence) for where, sentence in said for name in outdated_in(sentence)]


def _sentences(text: str) -> Iterator[str]:
    yield from (found[0].strip() for found in _SENTENCE.finditer(" ".join(text.split())) if found[0].strip())


def _lessons(course: Course) -> Iterator[tuple[str, str]]:
    for lesson in course.lessons:
        source = "".join(block.html for block in lesson.body if isinstance(block, Html))
        page = html.fromstring(f"<div>{source}</div>")
        for quoted in page.xpath("//*[@class='then'] | //pre | //cw-proof"):
            quoted.drop_tree()
        for table in page.xpath("//table"):
            _drop_what_the_article_says(table)
        for block in page.xpath(_BLOCKS):
            yield from ((f"lesson {lesson.slug}", sentence) for sentence in _sentences(block.text_content()))


def _drop_what_the_article_says(table: html.HtmlElement) -> None:
    heads = [head.text_content() for head in table.xpath(".//thead//*[self::th or self::td]")]
    for number, head in enumerate(heads):
        if "article" in head.lower():
            for cell in table.xpath(f".//tbody/tr/*[{number + 1}]"):
                cell.text, cell[:] = "", []


def _items(course: Course) -> Iterator[tuple[str, str]]:
    for quiz in course.bank.quizzes.values():
        for item in quiz.items:
            texts = [item.explanation, item.right, item.wrong, item.hint]
            for part in item.parts:
                texts += [*part.feedback.values(), *_right_answers(quiz, item, part)]
            for text in texts:
                yield from ((f"item {item.id}", sentence) for sentence in _sentences(to_plain(text)))


def _right_answers(quiz: Quiz, item: Item, part: Part) -> Iterator[str]:
    """Yield what an item says is so, but nothing of one that asks what the article says."""
    if _ATTRIBUTED.search(item.prompt):
        return
    match part.interaction, part.answer:
        case Choice(options=options), ChoiceKey(correct=correct):
            texts = {option.key: option.text for option in options}
            chosen = [texts[key] for key in correct]
            is_statement = item.kind == "true-false"
            if not is_statement:
                yield from chosen
            elif quiz.authored[item.id].answer:  # type: ignore[attr-defined]
                yield item.prompt
        case Match(sources=sources, targets=targets), MatchKey(correct=pairs):
            names = {option.key: option.text for option in targets}
            yield from (f"{source.text}: {names[pairs[source.key]]}" for source in sources if source.key in pairs)
        case GapSelect(text=text, gaps=gaps), GapKey(correct=right):
            for gap in gaps:
                option = next(option for option in gap.options if option.key == right[gap.key])
                text = text.replace(f"{{{{{gap.key}}}}}", option.text)
            yield text
        case _:
            return


def _others(course: Course) -> Iterator[tuple[str, str]]:
    for claim in course.claims.values():
        yield from ((f"claim {claim.id}", sentence) for sentence in _sentences(to_plain(claim.statement)))
    for belief in course.misconceptions.values():
        yield from ((f"misconception {belief.id}", sentence) for sentence in _sentences(to_plain(belief.fact)))
    for lesson in course.lessons:
        yield from ((f"lesson {lesson.slug}", sentence) for sentence in _sentences(lesson.summary))
