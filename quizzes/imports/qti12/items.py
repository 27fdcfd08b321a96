"""Items of QTI 1.2 by type: as Canvas names it, as the profile of Common Cartridge does, or as the item looks."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from lxml.etree import _Element as Element

from quizzes.imports.drafts import Draft, number
from quizzes.imports.gaps import BLANK, GAP
from quizzes.imports.limits import Limits, RefusedError
from quizzes.imports.markdown import Texts
from quizzes.imports.names import Names, slug
from quizzes.imports.parts import FULL
from quizzes.imports.pictures import Lookup, Pictures
from quizzes.imports.qti12 import choices, entries, pairs
from quizzes.imports.qti12.feedback import tie
from quizzes.imports.qti12.item import Response, fields_of, lasting, prompt, responses_of
from quizzes.imports.report import Place, Taken
from quizzes.interactions import Part, Rule

TYPES = {
    "cc.multiple_choice.v0p1": "multiple_choice_question",
    "cc.true_false.v0p1": "true_false_question",
    "cc.multiple_response.v0p1": "multiple_response",
    "cc.fib.v0p1": "fill_in",
    "cc.pattern_match.v0p1": "fill_in",
    "cc.essay.v0p1": "essay_question",
}
BY_PERSON = "a person must grade it, which quizzes here can’t ask for"
WHYS = {
    "essay_question": BY_PERSON,
    "file_upload_question": "it asks for a file, which a person must grade",
    "text_only_question": "it asks nothing; put its text into a lesson",
    "calculated_question": "its numbers are drawn by formulas that are not read here; write it as a generated question",
    "formula_question": "its numbers are drawn by formulas that are not read here; write it as a generated question",
    "hot_spot_question": "it asks for places in a picture",
}
STRICT = {"DeepEquals", "AllOrNothing"}
CHOSEN = {"dropdown", "wordbank"}
STIMULUS = "parent_stimulus_item_ident"
MOST_BLANKS = 50


@dataclass(slots=True)
class Sheet:
    """What the items of one file have in common.

    `stimuli` are items that ask nothing, by identifier; `leaned_on` names those that others stand under.
    """

    limits: Limits
    pictures: Pictures
    names: Names
    lookup: Lookup
    shuffle: bool = True
    stimuli: Mapping[str, Element] = field(default_factory=dict)
    leaned_on: set[str] = field(default_factory=set)


@dataclass(slots=True)
class Asked:
    """One item while it is read. `points` and `tags` are those of the group in which it stands."""

    sheet: Sheet
    item: Element
    place: Place
    points: str
    tags: tuple[str, ...]

    def __post_init__(self) -> None:
        self.fields = fields_of(self.item)
        self.responses = responses_of(self.item)

    fields: dict[str, str] = field(init=False)
    responses: list[Response] = field(init=False)

    @property
    def rule(self) -> Rule:
        """Return how the parts of an answer count, by what the item says; alone each earns its share."""
        return Rule.ALL_OR_NOTHING if self.fields.get("scoring_algorithm") in STRICT else Rule.BY_PART

    def draft(self, suffix: str = "") -> Draft:
        """Return an empty draft; `suffix` tells one of several questions that an item becomes."""
        written = self.points or self.fields.get("points_possible") or self.fields.get("cc_weighting")
        ident, title = self.item.get("ident") or "", self.item.get("title") or ""
        name = lasting(ident) or slug(title)
        texts = Texts(self.sheet.limits, self.sheet.pictures, self.sheet.lookup)
        return Draft(texts, (f"{name}{suffix}" if name else "",), points=number(written, FULL), tags=self.tags)

    def only(self) -> Response:
        """Return the one thing that is asked."""
        if len(self.responses) != 1:
            count = len(self.responses)
            raise RefusedError(f"it asks {count} things at once; make them questions" if count else "it asks nothing")
        return self.responses[0]

    def shuffles(self) -> bool:
        """Say whether the options are shuffled."""
        said = [one.shuffles for one in self.responses]
        return next((one for one in said if one is not None), self.sheet.shuffle)

    def taken(self, draft: Draft, part: Part) -> Taken:
        """Return a question, under the text that it stands under."""
        above = self.sheet.stimuli.get(self.fields.get(STIMULUS, ""))
        if above is not None:
            draft.prompt = "\n\n".join(filter(None, [prompt(draft.texts, above), draft.prompt]))
        return draft.taken(part, self.place, self.sheet.names)


def read_item(asked: Asked) -> list[Taken]:
    """Return the questions that an item becomes: one, but for a text with several blanks. Raises RefusedError."""
    kind = type_of(asked.fields, asked.responses)
    if kind in WHYS:
        raise RefusedError(WHYS[kind])
    if kind == "fill_in_multiple_blanks_question":
        return _blanks(asked)
    read = READERS.get(kind)
    if read is None:
        raise RefusedError(f"questions of the type “{kind[:40]}” are not read here")
    draft = asked.draft()
    part = read(asked, draft)
    return [asked.taken(draft, part)]


def type_of(fields: Mapping[str, str], responses: Sequence[Response]) -> str:
    """Return the type of an item in Canvas's words."""
    said = fields.get("question_type") or fields.get("cc_profile") or ""
    return TYPES.get(said, said) if said else _looks_like(responses)


def _looks_like(responses: Sequence[Response]) -> str:
    if len(responses) != 1:
        return "text_only_question" if not responses else "several_responses"
    one = responses[0]
    match one.kind:
        case "response_lid" | "response_grp" if one.cardinality == "ordered":
            return "ordering_question"
        case "response_lid" if one.labels:
            return "multiple_choice_question" if one.cardinality == "single" else "multiple_response"
        case "response_num":
            return "numerical_question"
        case "response_str":
            return "numerical_question" if one.says("fibtype").lower() in ("decimal", "integer") else "fill_in"
        case kind:
            return kind


def _single(asked: Asked, draft: Draft) -> Part:
    return choices.single(draft, asked.item, asked.only(), asked.shuffles())


def _several(asked: Asked, draft: Draft) -> Part:
    return choices.several(draft, asked.item, asked.only(), asked.shuffles(), asked.rule)


def _response(asked: Asked, draft: Draft) -> Part:
    return choices.several(draft, asked.item, asked.only(), asked.shuffles(), None)


def _matching(asked: Asked, draft: Draft) -> Part:
    return pairs.matching(draft, asked.item, asked.responses, asked.rule)


def _dropdowns(asked: Asked, draft: Draft) -> Part:
    return pairs.dropdowns(draft, asked.item, asked.responses, asked.rule, asked.shuffles())


def _columns(asked: Asked, draft: Draft) -> Part:
    return pairs.columns(draft, asked.item, asked.responses)


def _order(asked: Asked, draft: Draft) -> Part:
    return pairs.order(draft, asked.item, asked.only())


def _short(asked: Asked, draft: Draft) -> Part:
    return entries.text(draft, asked.item, asked.only(), minds_case=False)


def _fill_in(asked: Asked, draft: Draft) -> Part:
    return entries.text(draft, asked.item, asked.only(), minds_case=True)


def _number(asked: Asked, draft: Draft) -> Part:
    asked.only()
    return entries.numbers(draft, asked.item)


def _blanks(asked: Asked) -> list[Taken]:
    """Return a question for each blank of a text, or one with dropdowns where all are chosen."""
    types = {one.says("answer_type") for one in asked.responses}
    if types and types <= CHOSEN:
        draft = asked.draft()
        return [asked.taken(draft, _dropdowns(asked, draft))]
    if types & CHOSEN:
        raise RefusedError(f"it asks {len(asked.responses)} things in one text, some of them to be typed")
    if not 0 < len(asked.responses) <= MOST_BLANKS:
        raise RefusedError(f"it has no blank, or more than {MOST_BLANKS}")
    return list(_pieces(asked))


def _pieces(asked: Asked) -> Iterator[Taken]:
    count = len(asked.responses)
    for number_, response in enumerate(asked.responses, 1):
        draft = asked.draft("" if count == 1 else f"-{number_}")
        text, _ = pairs.gap_text(draft, asked.item, asked.responses)
        for other in range(count):
            text = text.replace(GAP.format(other), BLANK if count == 1 else f"({other + 1}) {BLANK}")
        draft.prompt = text if count == 1 else f"{text}\n\nWhat belongs in gap ({number_})?"
        draft.points /= count
        draft.change(
            "the field stands below the text" if count == 1 else f"it is one of {count} questions, one for each blank"
        )
        part = _blank(asked, draft, response)
        tie(draft, asked.item, [])
        yield asked.taken(draft, part)


def _blank(asked: Asked, draft: Draft, response: Response) -> Part:
    match response.says("scoring_algorithm"):
        case "TextRegex":
            raise RefusedError("its answers are regular expressions")
        case "TextCloseEnough":
            draft.change(
                "an answer must be spelled right here, where a few wrong letters count as right", changes_score=True
            )
        case "TextContainsAnswer":
            draft.change("an answer must be the text here, where it may stand among other words", changes_score=True)
    if response.labels and response.kind == "response_lid":
        return entries.accepted(draft, response)
    asked_prompt = draft.prompt
    part = entries.text(draft, asked.item, response, minds_case=False)
    draft.prompt = asked_prompt
    return part


READERS: dict[str, Callable[[Asked, Draft], Part]] = {
    "multiple_choice_question": _single,
    "true_false_question": _single,
    "multiple_answers_question": _several,
    "multiple_response": _response,
    "matching_question": _matching,
    "multiple_dropdowns_question": _dropdowns,
    "categorization_question": _columns,
    "ordering_question": _order,
    "short_answer_question": _short,
    "fill_in": _fill_in,
    "numerical_question": _number,
}
