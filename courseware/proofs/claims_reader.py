"""`claims.yaml` to claims, every fault with its line."""

from collections.abc import Collection, Iterator
from datetime import date
from pathlib import Path

from courseware.proofs.authored import AuthoredBacking, AuthoredClaim, ClaimList
from courseware.proofs.claims import Backing, Citation, Claim, ShownBy
from quizzes.faults import ContentError, Fault
from quizzes.proofread import text_faults
from quizzes.shape import read_struct
from quizzes.source import Place, Source, read_file

LIST = "claims.yaml"


def read_claims(folder: Path, name: str, facets: tuple[str, ...], faults: list[Fault]) -> dict[str, Claim]:
    """Read the claims in a course's folder, known to people as `name`; a course without a list has none."""
    if not (folder / LIST).is_file():
        return {}
    try:
        source = read_file(folder / LIST, f"{name}/{LIST}")
    except ContentError as error:
        faults.extend(error.faults)
        return {}
    listed = read_struct(ClaimList, source, source.value, (), faults)
    claims: dict[str, Claim] = {}
    for index, claim in enumerate(listed.claims if listed else ()):
        place: Place = ("claims", index)
        problems = list(_problems(claim, facets, claims))
        faults.extend(source.fault((*place, *where), message) for where, message in problems)
        if not problems:
            claims[claim.id] = _claim(claim, source, place)
    return claims


def _problems(claim: AuthoredClaim, facets: tuple[str, ...], taken: Collection[str]) -> Iterator[tuple[Place, str]]:
    if claim.id in taken:
        yield ("id",), f"the claim “{claim.id}” is listed twice; keep one"
    for number, facet in enumerate(claim.facets):
        if facet not in facets:
            known = ", ".join(facets) or "none"
            yield ("facets", number), f"“{facet}” is not a facet of this course; known: {known}"
    for key, text in (("statement", claim.statement), ("article", claim.article)):
        for message in text_faults(text, facets):
            yield (key,), message
    if bool(claim.article) != (claim.verdict is not None):
        lacks = "a verdict on it" if claim.article else "the article's words, of which it is the verdict"
        yield (), f"the claim “{claim.id}” lacks {lacks}; give both or neither"
    if claim.verdict == "outdated" and not claim.since:
        yield ("verdict",), "“outdated” needs “since”: when did it cease to be so?"
    if not claim.backing:
        yield ("backing",), f"nothing backs the claim “{claim.id}”; name a demonstration or a publication"
    for number, backing in enumerate(claim.backing):
        message = _backing_problem(backing)
        if message:
            yield ("backing", number), message


def _backing_problem(backing: AuthoredBacking) -> str:
    published = (backing.publisher, backing.title, backing.url, backing.read)
    if backing.demo:
        return "a backing is a demonstration or a publication; list two" if any(published) else ""
    if not all(published):
        return "a backing needs “demo”, or all of “publisher”, “title”, “url” and “read”"
    try:
        date.fromisoformat(backing.read or "")
    except ValueError:
        return f"“{backing.read}” is no day of the calendar; write YYYY-MM-DD"
    return ""


def _claim(claim: AuthoredClaim, source: Source, place: Place) -> Claim:
    return Claim(
        id=claim.id,
        statement=claim.statement.strip(),
        section=claim.section,
        facets=claim.facets,
        article=claim.article.strip(),
        verdict=claim.verdict,
        since=claim.since.strip(),
        backing=tuple(_backing(backing) for backing in claim.backing),
        cells=claim.cells,
        misconceptions=claim.misconceptions,
        file=source.file,
        line=source.line(place),
    )


def _backing(backing: AuthoredBacking) -> Backing:
    if backing.demo:
        return ShownBy(backing.demo)
    read = date.fromisoformat(backing.read or "")
    return Citation(backing.publisher, backing.title, backing.url or "", read)
