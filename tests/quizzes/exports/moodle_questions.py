"""Questions as Moodle holds them after an import, scored as Moodle scores them; it knows nothing of ours.

The rules are those of Moodle's question types multichoice, truefalse, shortanswer, numerical, match, ordering
and gapselect, each read in its `question.php`.
"""

import re
import unicodedata
from dataclasses import dataclass, field

# question_bank::fraction_options: an import with any other fraction skips the question.
FRACTIONS = (
    *(1.0, 0.9, 0.8333333, 0.8, 0.75, 0.7, 0.6666667, 0.6, 0.5, 0.4, 0.3333333),
    *(0.3, 0.25, 0.2, 0.1666667, 0.1428571, 0.125, 0.1111111, 0.1, 0.05, 0.0),
)
CLOSE = 0.00001  # how near match_grade_options wants a fraction
EPSILON = 1e-14  # what the numerical type adds to a tolerance: pow(10, -ini_get('precision'))


@dataclass(frozen=True, slots=True)
class Answer:
    """`tolerance` is for numbers, `group` for gaps."""

    text: str
    fraction: float = 0.0
    feedback: str = ""
    tolerance: float = 0.0
    group: int = 0


@dataclass(frozen=True, slots=True)
class Question:
    """A question; `pairs` are for matching, `options` are settings of its type."""

    type: str
    name: str
    text: str
    general_feedback: str
    points: float = 1.0
    answers: tuple[Answer, ...] = ()
    pairs: tuple[tuple[str, str], ...] = ()
    options: dict[str, str] = field(default_factory=dict)
    category: str = ""
    idnumber: str = ""
    tags: tuple[str, ...] = ()

    def score(self, response: object) -> float:
        """Return the fraction, 0 to 1, that Moodle gives a response; None is no response."""
        if response is None:
            return 0.0
        return {
            "multichoice": self._multichoice,
            "truefalse": self._truefalse,
            "shortanswer": self._shortanswer,
            "numerical": self._numerical,
            "matching": self._matching,
            "ordering": self._ordering,
            "gapselect": self._gapselect,
        }[self.type](response)

    def stems(self) -> list[str]:
        return [stem for stem, _ in self.pairs if stem]

    def menu(self) -> list[str]:
        return list(dict.fromkeys(answer for _, answer in self.pairs))

    def gaps(self) -> list[int]:
        """Return the numbers of the right choices, in the order of the text."""
        return [int(number) for number in re.findall(r"\[\[(\d+)]]", self.text)]

    def _multichoice(self, response: object) -> float:
        assert isinstance(response, list)
        if self.options["single"] == "true":
            assert len(response) == 1
            return self.answers[response[0]].fraction
        return min(max(sum(self.answers[number].fraction for number in response), 0.0), 1.0)

    def _truefalse(self, response: object) -> float:
        return next(answer.fraction for answer in self.answers if answer.text == response)

    def _shortanswer(self, response: object) -> float:
        ignore = 0 if self.options["usecase"] == "1" else re.IGNORECASE
        written = unicodedata.normalize("NFC", str(response)).strip()
        for answer in self.answers:
            bits = re.split(r"(?<!\\)\*+", unicodedata.normalize("NFC", answer.text))
            expression = ".*".join(re.escape(bit.replace(r"\*", "*")) for bit in bits)
            if re.fullmatch(expression, written, ignore):
                return answer.fraction
        return 0.0

    def _numerical(self, response: object) -> float:
        value = float(str(response))
        for answer in self.answers:
            if answer.text == "*":
                return answer.fraction
            centre = float(answer.text)
            reach = abs(answer.tolerance) + EPSILON * max(1.0, abs(centre))
            if centre - reach <= value <= centre + reach:
                return answer.fraction
        return 0.0

    def _matching(self, response: object) -> float:
        assert isinstance(response, dict)
        right = [answer for stem, answer in self.pairs if stem]
        return _share([response.get(number) == answer for number, answer in enumerate(right)])

    def _ordering(self, response: object) -> float:
        assert isinstance(response, list)
        assert len(response) == len(self.answers)
        in_place = _share([number == place for place, number in enumerate(response)])
        if self.options["gradingtype"] == "ALL_OR_NOTHING":
            return float(in_place == 1)
        assert self.options["gradingtype"] == "ABSOLUTE_POSITION"
        return in_place

    def _gapselect(self, response: object) -> float:
        assert isinstance(response, dict)
        return _share([response.get(place) == number for place, number in enumerate(self.gaps())])


def _share(right: list[bool]) -> float:
    return right.count(True) / len(right)


def known_fraction(percent: str) -> float:
    """Return the fraction that Moodle stores for a percentage. Raises ValueError where it knows none."""
    share = float(percent) / 100
    for known in FRACTIONS:
        if abs(abs(share) - known) < CLOSE:
            return known if share >= 0 else -known
    raise ValueError(f"Moodle has no fraction of {percent} %")
