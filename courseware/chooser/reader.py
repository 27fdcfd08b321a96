"""`chooser.yaml` to a Chooser, every fault at once."""

from collections.abc import Collection, Iterator
from pathlib import Path

from courseware.chooser.authored import Asked, Chooser, Reply
from courseware.proofs.marks import claim_faults, unlisted
from courseware.proofs.reader import Proofs
from quizzes.faults import ContentError, Fault
from quizzes.proofread import text_faults
from quizzes.shape import read_struct
from quizzes.source import Place, Source, read_file

FILE = "chooser.yaml"
FEWEST = 2  # one option leaves nothing to choose


def read_chooser(
    folder: Path, name: str, facets: Collection[str], proofs: Proofs
) -> tuple[Chooser | None, list[Fault]]:
    """Read a course's chooser; None where there is none, or it can't be used.

    Texts and claims at fault are told, and do not keep the rest from being used.
    """
    if not (folder / FILE).is_file():
        return None, []
    try:
        source = read_file(folder / FILE, f"{name}/{FILE}")
    except ContentError as error:
        return None, list(error.faults)
    faults: list[Fault] = []
    chooser = read_struct(Chooser, source, source.value, (), faults)
    if chooser is None:
        return None, faults
    faults.extend(_faults(source, chooser, facets))
    used = None if faults else chooser
    for place, message in (*_text_faults(chooser, facets, proofs), *_claim_faults(chooser, proofs)):
        faults.append(source.fault(place, message))
    return used, faults


def claims_of(chooser: Chooser) -> Iterator[tuple[Place, str]]:
    """Yield each claim that the chooser names, with its place; an empty one is a reason without backing."""
    yield ("layered", "claim"), chooser.layered.claim
    for place, _, reply in _replies(chooser):
        for n, voice in enumerate(reply.speaks):
            yield (*place, "speaks", n, "claim"), voice.claim
        for n, rule in enumerate(reply.rules_out):
            yield (*place, "rules_out", n, "claim"), rule.claim


def _replies(chooser: Chooser) -> Iterator[tuple[Place, Asked, Reply]]:
    for q, question in enumerate(chooser.questions):
        for r, reply in enumerate(question.replies):
            yield ("questions", q, "replies", r), question, reply


def _claim_faults(chooser: Chooser, proofs: Proofs) -> Iterator[tuple[Place, str]]:
    for place, claim in claims_of(chooser):
        if not claim:
            yield place, "the reason names no claim; name one of claims.yaml that says so"
        else:
            yield from ((place, message) for message in unlisted(claim, proofs))


def _text_faults(chooser: Chooser, facets: Collection[str], proofs: Proofs) -> Iterator[tuple[Place, str]]:
    for place, text in _texts(chooser):
        for message in (*text_faults(text, facets), *claim_faults(text, proofs)):
            yield place, message


def _texts(chooser: Chooser) -> Iterator[tuple[Place, str]]:
    """Yield the Markdown of a chooser."""
    yield ("summary",), chooser.summary
    yield ("checked",), chooser.checked
    yield ("layered", "text"), chooser.layered.text
    for key, lines in (("unknown", chooser.unknown), ("no_difference", chooser.no_difference)):
        yield from (((key, n), line) for n, line in enumerate(lines))
    for q, question in enumerate(chooser.questions):
        yield ("questions", q, "text"), question.text
        yield ("questions", q, "hint"), question.hint
    for place, _, reply in _replies(chooser):
        yield (*place, "text"), reply.text
        yield (*place, "said"), reply.said
        yield from (((*place, "speaks", n, "because"), voice.because) for n, voice in enumerate(reply.speaks))
        yield from (((*place, "rules_out", n, "because"), rule.because) for n, rule in enumerate(reply.rules_out))


def _faults(source: Source, chooser: Chooser, facets: Collection[str]) -> Iterator[Fault]:
    options = [option.id for option in chooser.options]
    yield from _repeated(source, ("options",), options)
    yield from _repeated(source, ("questions",), [question.id for question in chooser.questions])
    yield from _too_few(source, chooser)
    for n, option in enumerate(chooser.options):
        if option.facet and option.facet not in facets:
            yield source.fault(("options", n, "facet"), f"“{option.facet}” is not a facet of this course")
    for other in chooser.layered.not_if_ruled_out:
        if other not in options:
            yield source.fault(("layered", "not_if_ruled_out"), f"“{other}” is not an option")
    for q, question in enumerate(chooser.questions):
        yield from _repeated(source, ("questions", q, "replies"), [reply.id for reply in question.replies])
    for place, _, reply in _replies(chooser):
        named = [(("speaks", n, "for"), voice.to) for n, voice in enumerate(reply.speaks)]
        named += [(("rules_out", n, "option"), rule.option) for n, rule in enumerate(reply.rules_out)]
        for inner, name in named:
            if name not in options:
                yield source.fault((*place, *inner), f"“{name}” is not an option; known: {', '.join(options)}")
    heard = {voice.to for _, _, reply in _replies(chooser) for voice in reply.speaks}
    for n, name in enumerate(options):
        if name not in heard:
            yield source.fault(("options", n), f"no answer speaks for “{name}”; give it a reason, or drop the option")


def _too_few(source: Source, chooser: Chooser) -> Iterator[Fault]:
    if len(chooser.options) < FEWEST:
        yield source.fault(("options",), "there is nothing to choose between; list two options or more")
    if not chooser.questions:
        yield source.fault(("questions",), "the chooser asks nothing; list at least one question")
    for q, question in enumerate(chooser.questions):
        if not question.replies:
            message = f"the question “{question.id}” has no answer that can be given; list one or more"
            yield source.fault(("questions", q, "replies"), message)


def _repeated(source: Source, place: Place, ids: list[str]) -> Iterator[Fault]:
    for n, name in enumerate(ids):
        if name in ids[:n]:
            yield source.fault((*place, n, "id"), f"the id “{name}” is used twice; give each its own")
