"""A glossary: terms with their definitions, and where a text uses them."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple


@dataclass(frozen=True, slots=True)
class Term:
    """A word with its definition, which is Markdown of one paragraph; `html` is the same rendered.

    `also` are its other names, `forms` other ways to write it. `see` is a passage, `lesson#anchor`, or empty; it
    stands in `line` of `file`.
    """

    id: str
    name: str
    also: tuple[str, ...]
    forms: tuple[str, ...]
    definition: str
    html: str
    see: str
    related: tuple[str, ...]
    file: str
    line: int

    @property
    def written(self) -> tuple[str, ...]:
        """Return every way in which a text may name it."""
        return (self.name, *self.also, *self.forms)


class Use(NamedTuple):
    """A term from `start` to `end` of a text."""

    start: int
    end: int
    term: Term


@dataclass(frozen=True)
class Glossary:
    """The terms of a course by id."""

    terms: Mapping[str, Term] = field(default_factory=dict)

    def uses(self, text: str) -> Iterator[Use]:
        """Yield where a text names terms, as whole words, the longest first where one stands in another.

        What is written in lower case is also met with a capital, as at the start of a sentence; what has capitals
        is met as it is written.
        """
        if not self.terms:
            return
        for found in self._pattern.finditer(text):
            yield Use(found.start(), found.end(), self._by_form[" ".join(found[0].split())])

    @cached_property
    def alphabetical(self) -> tuple[Term, ...]:
        """Return the terms in the order of a dictionary."""
        return tuple(sorted(self.terms.values(), key=lambda term: (term.name.casefold(), term.id)))

    @cached_property
    def _by_form(self) -> Mapping[str, Term]:
        written = [(form, term) for term in self.terms.values() for form in term.written]
        capital = {form[0].upper() + form[1:]: term for form, term in written if form.islower()}
        return capital | dict(written)

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        forms = sorted(self._by_form, key=lambda form: (-len(form), form))
        inner = "|".join(r"\s+".join(re.escape(word) for word in form.split()) for form in forms)
        return re.compile(rf"(?<![\w-])(?:{inner})(?![\w-])")
