"""What an item's response processing gives for a response: its outcome variables. Nothing is drawn, nothing is run.

Rules and expressions are those of QTI 2.2, section 2.6 and 2.7 of its information model, as far as they are read
here; any other raises UnknownScoringError, so that no item is scored by half of its rules.
"""

from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction

from lxml.etree import _Element as Element

from quizzes.imports.qti.expressions import Context, evaluate
from quizzes.imports.qti.values import FLOATS, Container, Single, UnknownScoringError, Value, contained, single
from quizzes.imports.xml import child, children, local

MOST_RULES = 20_000  # of one response: a bound on what a stranger's rules can cost
SCORE = "SCORE"
TEMPLATES = {
    "match_correct": "match_correct",
    "cc2_match": "match_correct",
    "cc2_match_basic": "match_correct",
    "map_response": "map_response",
    "cc2_map_response": "map_response",
}


class StopError(Exception):
    """The rules end here."""


class Engine:
    """An item's declarations and rules."""

    def __init__(self, item: Element) -> None:
        self.responses = {str(one.get("identifier")): one for one in children(item, "responseDeclaration")}
        self.outcomes = {str(one.get("identifier")): one for one in children(item, "outcomeDeclaration")}
        self.processing = child(item, "responseProcessing")
        self.correct = {name: self._declared(one, "correctResponse") for name, one in self.responses.items()}
        self._steps = 0

    @property
    def has_rules(self) -> bool:
        """Say whether the item says how it is scored."""
        return self.processing is not None and (len(self.processing) > 0 or bool(self.processing.get("template")))

    def run(self, given: Mapping[str, Value]) -> dict[str, Value]:
        """Return the outcome variables for responses; those not given are none. Raises UnknownScoringError."""
        values: dict[str, Value] = {name: self._default(one) for name, one in self.outcomes.items()}
        values.setdefault(SCORE, Fraction(0))
        self._steps = 0
        context = Context(self, {**dict.fromkeys(self.responses), **given}, values)
        if not self.has_rules or self.processing is None:
            values[SCORE] = self._unruled(context)
            return values
        template = (self.processing.get("template") or "").rpartition("/")[2].removesuffix(".xml").lower()
        try:
            if len(self.processing):
                self._rules(children(self.processing), context)
            elif template:
                self._template(template, context)
        except StopError:
            pass
        return values

    def points(self, name: str) -> Fraction | None:
        """Return the declared value of an outcome such as MAXSCORE, or None."""
        value = self._default(self.outcomes[name]) if name in self.outcomes else None
        return value if isinstance(value, Fraction) else None

    def count(self) -> None:
        """Count a step. Raises UnknownScoringError beyond the bound."""
        self._steps += 1
        if self._steps > MOST_RULES:
            raise UnknownScoringError("very many rules")

    def mapping(self, name: str) -> Element | None:
        """Return the mapping of a response variable."""
        return child(self.responses.get(name), "mapping") if name in self.responses else None

    def _unruled(self, context: Context) -> Fraction:
        """Return 1 where every response is the right answer: what items mean that say no more."""
        known = [name for name, right in self.correct.items() if right is not None]
        return Fraction(bool(known) and all(context.matches(context.responses.get(n), self.correct[n]) for n in known))

    def _template(self, name: str, context: Context) -> None:
        known = TEMPLATES.get(name)
        if known is None or "RESPONSE" not in self.responses:
            raise UnknownScoringError(f"the template “{name[:40]}”")
        if known == "match_correct":
            is_right = context.matches(context.responses.get("RESPONSE"), self.correct.get("RESPONSE"))
            context.outcomes[SCORE] = Fraction(1 if is_right else 0)
        else:
            context.outcomes[SCORE] = context.mapped("RESPONSE")
        if name.startswith("cc2_"):
            # Common Cartridge 2: feedback on what was chosen, and on whether it was right.
            is_right = context.matches(context.responses.get("RESPONSE"), self.correct.get("RESPONSE"))
            context.outcomes |= {"FEEDBACK": context.responses.get("RESPONSE"), "FEEDBACKBASIC": "incorrect"}
            context.outcomes |= {"FEEDBACKBASIC": "correct"} if is_right else {}

    def _rules(self, rules: Iterable[Element], context: Context) -> None:
        for rule in rules:
            self.count()
            match local(rule):
                case "responseCondition":
                    self._condition(rule, context)
                case "setOutcomeValue":
                    name = str(rule.get("identifier"))
                    value = evaluate(next(_expressions(rule)), context)
                    context.outcomes[name] = self._fitted(name, value)
                case "lookupOutcomeValue":
                    self._look_up(rule, context)
                case "responseProcessingFragment":
                    self._rules(children(rule), context)
                case "exitResponse":
                    raise StopError
                case other:
                    raise UnknownScoringError(f"the rule “{other[:40]}”")

    def _condition(self, condition: Element, context: Context) -> None:
        for branch in children(condition):
            if local(branch) == "responseElse":
                self._rules(children(branch), context)
                return
            inside = list(children(branch))
            if not inside:
                raise UnknownScoringError("a condition without a test")
            self.count()
            if evaluate(inside[0], context) is True:
                self._rules(inside[1:], context)
                return

    def _look_up(self, rule: Element, context: Context) -> None:
        name = str(rule.get("identifier"))
        declared = self.outcomes.get(name)
        table = None if declared is None else child(declared, "matchTable")
        found = evaluate(next(_expressions(rule)), context)
        if table is None or declared is None or not isinstance(found, Fraction):
            raise UnknownScoringError("a table of outcomes")
        base = declared.get("baseType") or "string"
        for entry in children(table, "matchTableEntry"):
            if single(entry.get("sourceValue") or "", "float") == found:
                context.outcomes[name] = single(entry.get("targetValue") or "", base)
                return
        default = table.get("defaultValue")
        context.outcomes[name] = None if default is None else single(default, base)

    def _fitted(self, name: str, value: Value) -> Value:
        """Return a value as a variable of its declaration holds it."""
        declared = self.outcomes.get(name)
        cardinality = "single" if declared is None else declared.get("cardinality")
        if cardinality in ("multiple", "ordered") and value is not None and not isinstance(value, Container):
            return Container((value,), cardinality == "ordered")
        return value

    def _default(self, declared: Element) -> Value:
        value = self._declared(declared, "defaultValue")
        if value is None and declared.get("baseType") in FLOATS and declared.get("cardinality") == "single":
            return Fraction(0)
        return value

    def _declared(self, declared: Element, what: str) -> Value:
        found = child(declared, what)
        values: list[Single] = [] if found is None else [_value(one, declared) for one in children(found, "value")]
        return contained(values, declared.get("cardinality") or "single")


def _value(element: Element, declared: Element) -> Single:
    return single("".join(str(text) for text in element.itertext()), declared.get("baseType") or "string")


def _expressions(rule: Element) -> Iterator[Element]:
    found = list(children(rule))
    if not found:
        raise UnknownScoringError("a rule without a value")
    return iter(found)
