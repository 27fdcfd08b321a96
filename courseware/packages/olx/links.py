"""Where links lead in Open edX, which finds a block by its name from anywhere in the course.

A page there has no address that an anchor could follow, so a link to a passage leads to the unit that holds it.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from courseware.packages.links import NoPages

JUMP = "/jump_to_id/"
GLOSSARY = "glossary_words"
_WORD = re.compile(rf'href="{JUMP}{GLOSSARY}#[^"]*"')
_PASSAGE = re.compile(r'href="passage:(?P<lesson>[^"#]*)#?(?P<anchor>[^"]*)"')


@dataclass(frozen=True, slots=True)
class BlockLinks(NoPages):
    """Addresses; those of passages are settled by `settled`, once it is known which unit holds what."""

    def lesson(self, course: str, lesson: str, anchor: str) -> str:
        """Return the name of a passage."""
        return f"passage:{lesson}#{anchor}"

    def quiz(self, course: str, quiz: str) -> str:
        """Return the address of the subsection that is a quiz."""
        return JUMP + quiz_name(quiz)

    def glossary(self, course: str) -> str:
        """Return the address of the unit with the glossary."""
        return JUMP + GLOSSARY


def quiz_name(slug: str) -> str:
    """Return what the subsection of a quiz is called."""
    return f"quiz-{slug}"


def settled(html: str, units: Mapping[tuple[str, str], str]) -> str:
    """Return HTML whose links to passages lead to units, by lesson and anchor; the start of a lesson has none."""
    plain = _WORD.sub(f'href="{JUMP}{GLOSSARY}"', html)
    return _PASSAGE.sub(lambda found: f'href="{JUMP}{units[found["lesson"], found["anchor"]]}"', plain)
