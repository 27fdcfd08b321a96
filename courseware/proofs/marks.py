"""The claims that a text marks as such, and which of them the course does not list."""

from collections.abc import Iterator

from courseware.proofs.reader import Proofs
from quizzes.text import CLAIM, dialect


def claims_in(text: str) -> Iterator[str]:
    """Yield the claim of each `[statement]{claim=id}` of a text."""
    for block in dialect().parse(text, {}):
        for token in block.children or []:
            claim = token.attrGet(CLAIM)
            if token.type == "span_open" and claim is not None:
                yield str(claim)


def claim_faults(text: str, proofs: Proofs) -> Iterator[str]:
    """Yield what is wrong with the claims of a text."""
    for claim in claims_in(text):
        yield from unlisted(claim, proofs)


def unlisted(claim: str, proofs: Proofs) -> Iterator[str]:
    """Yield that a claim is not listed; where the list itself has faults, nothing can be said."""
    if claim not in proofs.claims and proofs.is_whole:
        yield f"the claim “{claim}” is not listed in claims.yaml; list it with what backs it"
