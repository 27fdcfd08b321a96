"""Response processing of QTI 1.2: conditions, and what is set and shown where they hold."""

from collections.abc import Iterable

from quizzes.exports.nodes import Node, node
from quizzes.exports.qti12.elements import html_material

GENERAL, RIGHT, WRONG = "general_fb", "correct_fb", "general_incorrect_fb"
HINT = "hint"
FULL = "100"
RESPONSE = "response1"


def processing(conditions: Iterable[Node]) -> Node:
    """Return the rules of an item, whose SCORE runs from 0 to 100."""
    score = node("decvar", maxvalue=FULL, minvalue="0", varname="SCORE", vartype="Decimal")
    return node("resprocessing", node("outcomes", score), *conditions)


def equals(value: str, response: str = RESPONSE, **attributes: str) -> Node:
    """Return the test whether a response is, or has, a value; `case` says whether capitals count."""
    return node("varequal", value, respident=response, **attributes)


def within(low: str, high: str) -> list[Node]:
    """Return the tests of a closed interval."""
    return [node("vargte", low, respident=RESPONSE), node("varlte", high, respident=RESPONSE)]


def sets(tests: Iterable[Node], *shown: str, score: str = FULL, action: str = "Set") -> Node:
    """Return the condition that sets the score, or adds to it, shows feedback, and ends the rules where it sets."""
    outcome = node("setvar", score, action=action, varname="SCORE")
    go_on = "No" if action == "Set" else "Yes"
    return node("respcondition", node("conditionvar", *tests), outcome, *_shown(shown), continue_=go_on)


def shows(test: Node, feedback: str) -> Node:
    """Return the condition that shows feedback and leaves the score."""
    return node("respcondition", node("conditionvar", test), *_shown([feedback]), continue_="Yes")


def otherwise(*shown: str) -> Node:
    """Return the condition that always holds."""
    return node("respcondition", node("conditionvar", node("other")), *_shown(shown), continue_="Yes")


def exactly(right: Iterable[str], others: Iterable[str]) -> Node:
    """Return the test whether these were chosen, and none of the others."""
    chosen = [equals(value) for value in right]
    return node("and", *chosen, *(node("not", equals(value)) for value in others))


def feedback(ident: str, html: str) -> Node:
    """Return feedback by the name that conditions show it under."""
    return node("itemfeedback", node("flow_mat", html_material(html)), ident=ident)


def hint(html: str) -> Node:
    """Return a hint, under the name that it must have."""
    return node("itemfeedback", node("hint", node("hintmaterial", html_material(html))), ident=HINT)


def hinted() -> Node:
    """Return the condition that lets the hint be shown."""
    shown = node("displayfeedback", feedbacktype="Hint", linkrefid=HINT)
    return node("respcondition", node("conditionvar", node("other")), shown, continue_="Yes")


def _shown(names: Iterable[str]) -> list[Node]:
    return [node("displayfeedback", feedbacktype="Response", linkrefid=name) for name in names]
