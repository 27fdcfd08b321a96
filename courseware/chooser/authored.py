"""`chooser.yaml` as its author writes it: what can be chosen, what is asked, and what each answer speaks for."""

from typing import Annotated

import msgspec
from msgspec import Struct

from quizzes.kinds.base import Slug, Words

Weight = Annotated[int, msgspec.Meta(ge=1, le=5)]
Percent = Annotated[int, msgspec.Meta(ge=0, le=50)]


class Choosable(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Something that can be recommended; `facet` is the mark it is shown with."""

    id: Slug
    name: Words
    facet: str = ""


class Speaks(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """An answer speaks for something with a weight from 1 to 5, because of a reason that a claim backs."""

    to: Slug = msgspec.field(name="for")
    weight: Weight
    because: Words
    claim: str = ""


class RulesOut(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """An answer rules something out, whatever else speaks for it."""

    option: Slug
    because: Words
    claim: str = ""


class Reply(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One answer to a question; `said` completes "You said"."""

    id: Slug
    text: Words
    said: Words
    speaks: tuple[Speaks, ...] = ()
    rules_out: tuple[RulesOut, ...] = ()


class Asked(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A question; every question may be left open."""

    id: Slug
    text: Words
    replies: tuple[Reply, ...]
    hint: str = ""


class Layered(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The layered way out: what to say where the choice need not be made."""

    name: Words
    text: Words
    claim: str = ""
    not_if_ruled_out: tuple[Slug, ...] = ()


class Chooser(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The whole chooser. Under `close_percent` of all weight given, the margin is too small to matter."""

    title: Words
    summary: Words
    checked: Words
    options: tuple[Choosable, ...]
    questions: tuple[Asked, ...]
    layered: Layered
    unknown: tuple[Words, ...]
    no_difference: tuple[Words, ...]
    close_percent: Percent = 15
