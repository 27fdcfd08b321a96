"""What `demos.yaml` and `claims.yaml` may hold, as their author writes them."""

from typing import Annotated, Literal

import msgspec
from msgspec import Struct

from quizzes.kinds.base import Slug, Words

VerdictWord = Literal["true", "incomplete", "imprecise", "outdated", "wrong"]
Seconds = Annotated[int, msgspec.Meta(ge=1, le=600)]
Megabytes = Annotated[int, msgspec.Meta(ge=16, le=65536)]
Https = Annotated[str, msgspec.Meta(pattern=r"^https://[^\s]+$")]
Day = Annotated[str, msgspec.Meta(pattern=r"^\d{4}-\d{2}-\d{2}$")]


class AuthoredRun(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One run of a script; `packages` stands in place of the script's own, `label` is what a reader sees."""

    id: Slug
    label: str = ""
    env: dict[str, str] = {}
    packages: tuple[Words, ...] = ()


class ScriptRuns(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """`<script>.yaml` beside a script that answers draws: the settings under which each run answers all of them."""

    runs: Annotated[tuple[AuthoredRun, ...], msgspec.Meta(min_length=1)]


class Tolerance(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How far a printed number may lie from the recorded one; the larger of both reaches counts."""

    relative: Annotated[float, msgspec.Meta(ge=0, le=1)] = 0.0
    absolute: Annotated[float, msgspec.Meta(ge=0)] = 0.0


class AuthoredDemo(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A demonstration; its script is `<id>.py` beside the list. Without `compare` the output must be the same."""

    id: Slug
    title: Words
    shows: Words
    packages: tuple[Words, ...]
    facet: str = ""
    env: dict[str, str] = {}
    runs: tuple[AuthoredRun, ...] = ()
    compare: Tolerance = Tolerance()
    time_limit_s: Seconds | None = None
    memory_limit_mb: Megabytes | None = None


class DemoList(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """`demos.yaml`: what holds for every script of the course, and the demonstrations.

    In a value of `env`, `{folder}` stands for the folder that a run has to itself.
    """

    demos: tuple[AuthoredDemo, ...]
    env: dict[str, str] = {}
    time_limit_s: Seconds = 60
    memory_limit_mb: Megabytes = 1024


class AuthoredBacking(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What a claim rests on: a demonstration alone, or a publication with all four of its fields."""

    demo: str = ""
    publisher: str = ""
    title: str = ""
    url: Https | None = None
    read: Day | None = None


class AuthoredClaim(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A statement that holds today; `article` is what the article says of it, with what became of that.

    `section` is a lesson, `cells` are cells of the comparison as `row-facet`, `misconceptions` are the wrong
    beliefs that it settles.
    """

    id: Slug
    statement: Words
    section: Slug
    backing: tuple[AuthoredBacking, ...]
    facets: tuple[str, ...] = ()
    article: str = ""
    verdict: VerdictWord | None = None
    since: str = ""
    cells: tuple[str, ...] = ()
    misconceptions: tuple[str, ...] = ()


class ClaimList(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """`claims.yaml`."""

    claims: tuple[AuthoredClaim, ...]
