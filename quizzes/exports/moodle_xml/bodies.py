"""The part of a question that its type has: answers, fractions and the feedback on each."""

import re
from collections.abc import Iterator

from lxml.etree import _Element as Element

from quizzes.exports import markup
from quizzes.exports.fractions import percent
from quizzes.exports.moodle_answers import (
    FULL,
    NOTHING,
    menu_text,
    option_shares,
    remark,
    shown_code,
    spellings,
    tolerances,
    without_wildcards,
)
from quizzes.exports.moodle_xml.texts import html, text, words
from quizzes.exports.remarks import steps_in_order
from quizzes.exports.xml import element
from quizzes.interactions import (
    Choice,
    ChoiceKey,
    GapKey,
    GapSelect,
    Item,
    Judged,
    JudgedKey,
    Match,
    MatchKey,
    NumberKey,
    OrderKey,
    Part,
    Rule,
    TextKey,
)

ESSAY_LINES = range(5, 41, 5)  # the heights that Moodle's form offers
ANYTHING = "*"


def true_false(part: Part, key: ChoiceKey) -> Iterator[Element]:
    """Yield the answers; Moodle knows them by these two words, whatever its language."""
    for option in ("true", "false"):
        feedback = text("feedback", part.feedback.get(option, ""))
        fraction = percent(FULL if option in key.correct else NOTHING)
        yield element("answer", element("text", option), feedback, fraction=fraction, format="moodle_auto_format")


def multiple_choice(item: Item, choice: Choice, key: ChoiceKey) -> Iterator[Element]:
    """Yield the options with their fractions."""
    single = choice.max_choices == 1
    yield element("single", "true" if single else "false")
    yield element("shuffleanswers", "true" if choice.shuffle else "false")
    yield element("answernumbering", "abc" if choice.form == "list" else "none")
    yield from _combined_feedback(item)
    shares = option_shares(key, single)
    for option, shown in zip(choice.options, _shown(choice), strict=True):
        feedback = text("feedback", item.parts[0].feedback.get(option.key, ""))
        yield html("answer", shown, feedback, fraction=percent(shares[option.key]))


def matching(item: Item, match_: Match, key: MatchKey) -> Iterator[Element]:
    """Yield the pairs, then the targets of no source, which have an empty text beside them."""
    yield element("shuffleanswers", "true" if match_.shuffle else "false")
    yield from _combined_feedback(item)
    texts = {target.key: menu_text(target.text) for target in match_.targets}
    for source in match_.sources:
        if source.key in key.correct:
            answer = element("answer", element("text", texts[key.correct[source.key]]))
            yield html("subquestion", words(source.text), answer)
    for target, shown in texts.items():
        if target not in key.correct.values():
            yield html("subquestion", "", element("answer", element("text", shown)))


def ordering(item: Item, key: OrderKey) -> Iterator[Element]:
    """Yield the steps in their order. Without the feedback elements Moodle's import stops with a database error."""
    yield element("layouttype", "VERTICAL")
    yield element("selecttype", "ALL")
    yield element("selectcount", "0")
    yield element("gradingtype", "ABSOLUTE_POSITION" if key.rule is Rule.BY_PART else "ALL_OR_NOTHING")
    yield element("showgrading", "SHOW")
    yield element("numberingstyle", "none")
    yield from _combined_feedback(item)
    for place, step in enumerate(steps_in_order(item.parts[0]), 1):
        yield html("answer", words(step.text), fraction=f"{place}.0000000")


def gap_select(item: Item, select: GapSelect) -> Iterator[Element]:
    """Yield the options of all gaps; each gap is a group of its own."""
    yield element("shuffleanswers", "1" if select.shuffle else "0")
    yield from _combined_feedback(item)
    for group, gap in enumerate(select.gaps, 1):
        for option in gap.options:
            yield element("selectoption", element("text", menu_text(option.text)), element("group", str(group)))


def gap_text(select: GapSelect, key: GapKey) -> str:
    """Return the text with `[[n]]` for a gap whose right option is the n-th of all."""
    order = [(gap.key, option.key) for gap in select.gaps for option in gap.options]
    numbers = {gap: order.index((gap, right)) + 1 for gap, right in key.correct.items()}
    source = markup.html(markup.blocks(select.text, "tex", tuple(gap.key for gap in select.gaps)))
    return re.sub(r'<gap key="([^"]+)"></gap>', lambda gap: f"[[{numbers[gap[1]]}]]", plain_brackets(source))


def plain_brackets(source: str) -> str:
    """Return HTML in which no `[[1]]` of the author's is taken for a gap."""
    return source.replace("[[", "[&#91;")


def short_answer(item: Item, key: TextKey) -> Iterator[Element]:
    """Yield the accepted texts and known mistakes, in the order in which they are tried, then all the rest."""
    yield element("usecase", "1" if key.case_sensitive else "0")
    for form in key.forms:
        for written in spellings(form, key):
            said = remark(item, form.key, form.credit)
            yield _typed(without_wildcards(written), percent(form.credit), said)
    if item.wrong:
        yield _typed(ANYTHING, "0", item.wrong)


def numerical(item: Item, key: NumberKey) -> Iterator[Element]:
    """Yield the intervals as numbers with a tolerance, in the order in which they are tried, then all the rest."""
    for interval, centre, reach in tolerances(key):
        said = remark(item, interval.key, interval.credit)
        yield _typed(centre, percent(interval.credit), said, element("tolerance", reach))
    if item.wrong:
        yield _typed(ANYTHING, "0", item.wrong, element("tolerance", "0"))
    yield element("unitgradingtype", "0")
    yield element("unitpenalty", "0")
    yield element("showunits", "3")
    yield element("unitsleft", "0")


def essay(judged: Judged, key: JudgedKey) -> Iterator[Element]:
    """Yield the field and what the grader looks for."""
    lines = next((height for height in ESSAY_LINES if height >= judged.expected_lines), ESSAY_LINES[-1])
    yield element("responseformat", "monospaced" if judged.monospace else "plain")
    yield element("responserequired", "1")
    yield element("responsefieldlines", str(lines))
    yield element("attachments", "0")
    yield element("attachmentsrequired", "0")
    yield text("graderinfo", key.rubric)
    yield html("responsetemplate", "")


def _shown(choice: Choice) -> list[str]:
    """Return the options as HTML."""
    if choice.form == "list":
        return [words(option.text) for option in choice.options]
    return [markup.html(element("div", markup.code(shown))) for shown in shown_code(choice)]


def _typed(written: str, fraction: str, feedback: str, *others: Element) -> Element:
    inside = (element("text", written), text("feedback", feedback), *others)
    return element("answer", *inside, fraction=fraction, format="moodle_auto_format")


def _combined_feedback(item: Item) -> Iterator[Element]:
    yield text("correctfeedback", item.right)
    yield text("partiallycorrectfeedback", "")
    yield text("incorrectfeedback", item.wrong)
    yield element("shownumcorrect")
