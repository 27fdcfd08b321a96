"""Questions as Common Cartridge's profile of QTI 1.2 has them."""

from decimal import Decimal
from html import escape

from quizzes.exports.keys import is_true_false
from quizzes.exports.nodes import Node, node
from quizzes.exports.qti12.elements import (
    block_html,
    html_material,
    metadata,
    option_html,
    plain_material,
)
from quizzes.exports.qti12.rules import (
    GENERAL,
    RESPONSE,
    RIGHT,
    WRONG,
    equals,
    exactly,
    feedback,
    hint,
    hinted,
    otherwise,
    processing,
    sets,
    shows,
)
from quizzes.exports.report import short_name
from quizzes.interactions import Choice, ChoiceKey, Item, Judged, JudgedKey, NumberEntry, NumberKey, TextEntry, TextKey

SINGLE, SEVERAL, TRUE_FALSE = "cc.multiple_choice.v0p1", "cc.multiple_response.v0p1", "cc.true_false.v0p1"
BLANK, ESSAY = "cc.fib.v0p1", "cc.essay.v0p1"

Body = tuple[str, list[Node], list[Node]]  # the profile, what is shown, and the rules


def item_element(item: Item, weight: int) -> Node:
    """Return a question of one part; `weight` is what it is worth beside the others."""
    part = item.parts[0]
    unit = part.interaction.unit if isinstance(part.interaction, NumberEntry) else ""
    more = f"<p>Unit: {escape(unit, quote=False)}</p>" if unit else ""
    profile, shown, rules = _body(item)
    fields = {"cc_profile": profile, "cc_weighting": str(weight)}
    if profile == ESSAY:
        fields["qmd_computerscored"] = "No"
    said = _said(item)
    return node(
        "item",
        node("itemmetadata", metadata(fields)),
        node("presentation", html_material(f"{block_html(item.prompt)}{more}"), *shown),
        *_processing(item, said, rules),
        *(feedback(name, html) for name, html in said.items()),
        *([hint(block_html(item.hint))] if item.hint else []),
        ident=f"item-{item.id}",
        title=short_name(item),
    )


def _processing(item: Item, said: dict[str, str], rules: list[Node]) -> list[Node]:
    """Return the rules: what is always said, the answers, and what is said of all others; none for a bare essay."""
    always = [otherwise(GENERAL)] if GENERAL in said else []
    always += [hinted()] if item.hint else []
    others = [otherwise(WRONG)] if WRONG in said else []
    found = [*always, *rules, *others]
    return [processing(found)] if found else []


def _said(item: Item) -> dict[str, str]:
    """Return feedback by name, as HTML."""
    part = item.parts[0]
    said = {GENERAL: block_html(item.explanation), WRONG: block_html(item.wrong)}
    if not isinstance(part.answer, JudgedKey):
        said[RIGHT] = block_html(item.right)
    if isinstance(part.interaction, Choice):
        said |= {f"{option}_fb": block_html(text) for option, text in part.feedback.items()}
    return {name: html for name, html in said.items() if html}


def _body(item: Item) -> Body:
    part = item.parts[0]
    right = [RIGHT] if item.right else []
    match part.interaction, part.answer:
        case Choice() as choice, ChoiceKey() as key:
            return _choice(item, choice, key)
        case TextEntry(), TextKey() as key:
            texts = dict.fromkeys(text for form in key.forms if form.credit == 1 for text in form.texts)
            case = "Yes" if key.case_sensitive else "No"
            return BLANK, [_field()], [sets([equals(text, case=case)], *right) for text in texts]
        case NumberEntry(), NumberKey(answer=answer):
            return BLANK, [_field()], [sets([equals(_decimal(answer), case="No")], *right)]
        case Judged(), JudgedKey():
            return ESSAY, [_field()], []
        case interaction, answer:
            raise TypeError(
                f"item {item.id!r}: {type(interaction).__name__} with {type(answer).__name__} has no profile"
            )


def _choice(item: Item, choice: Choice, key: ChoiceKey) -> Body:
    """Return a choice. The profile of one answer asks for three options; systems take two, and we make none up."""
    single = choice.max_choices == 1
    materials = (
        [plain_material(option.text) for option in choice.options]
        if is_true_false(choice)
        else [html_material(html) for html in option_html(choice)]
    )
    labels = [
        node("response_label", material, ident=option.key)
        for option, material in zip(choice.options, materials, strict=True)
    ]
    shown = node("render_choice", *labels, shuffle="Yes" if choice.shuffle else "No")
    lid = node("response_lid", shown, ident=RESPONSE, rcardinality="Single" if single else "Multiple")
    right = [option for option in key.credit if option in key.correct]
    wrong = [option for option in key.credit if option not in key.correct]
    told = item.parts[0].feedback
    rules = [shows(equals(option.key), f"{option.key}_fb") for option in choice.options if option.key in told]
    test = equals(right[0]) if single else exactly(right, wrong)
    rules.append(sets([test], *([RIGHT] if item.right else [])))
    profile = TRUE_FALSE if is_true_false(choice) else SINGLE if single else SEVERAL
    return profile, [lid], rules


def _field() -> Node:
    label = node("response_label", ident="answer1")
    return node("response_str", node("render_fib", label), ident=RESPONSE, rcardinality="Single")


def _decimal(number: Decimal) -> str:
    return format(number.normalize(), "f")
