"""`glossary.yaml` to a Glossary, every fault with its line."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from courseware.authored import AuthoredTerm
from courseware.glossary.terms import Glossary, Term
from courseware.proofs.marks import claim_faults
from courseware.proofs.reader import Proofs
from quizzes.faults import ContentError, Fault
from quizzes.proofread import text_faults
from quizzes.shape import read_known
from quizzes.source import Place, Source, read_file
from quizzes.text import Marks, dialect, to_inline_html

LIST = "glossary.yaml"


def read_glossary(folder: Path, name: str, marks: Marks, proofs: Proofs, faults: list[Fault]) -> Glossary:
    """Read the glossary in a course's folder, known to people as `name`; a course without one has no terms."""
    if not (folder / LIST).is_file():
        return Glossary()
    try:
        source = read_file(folder / LIST, f"{name}/{LIST}")
    except ContentError as error:
        faults.extend(error.faults)
        return Glossary()
    if not isinstance(source.value, list):
        faults.append(source.fault((), "must be a list of terms, each with id, term and definition"))
        return Glossary()
    read = [read_known(AuthoredTerm, source, value, (index,), faults) for index, value in enumerate(source.value)]
    faults.extend(_list_faults(source, read))
    for index, term in enumerate(read):
        if term is not None:
            faults.extend(_definition_faults(source, (index, "definition"), term.definition, marks))
            faults.extend(
                source.fault((index, "definition"), message) for message in claim_faults(term.definition, proofs)
            )
    terms: dict[str, Term] = {}
    for index, term in enumerate(read):
        if term is not None and term.id not in terms:
            terms[term.id] = _term(term, source, index, marks)
    return Glossary(terms)


def _list_faults(source: Source, terms: Sequence[AuthoredTerm | None]) -> Iterator[Fault]:
    """Yield what does not fit between the terms of a list."""
    known = {term.id for term in terms if term}
    listed: set[str] = set()
    meant: dict[str, str] = {}
    for index, term in enumerate(terms):
        if term is None:
            continue
        if term.id in listed:
            yield source.fault((index, "id"), f"the term “{term.id}” is listed twice; keep one")
        listed.add(term.id)
        for place, form in _written(term):
            other = meant.setdefault(_same(form), term.id)
            if other != term.id:
                yield source.fault(
                    (index, *place), f"“{form}” already means the term “{other}”; keep it in one of them"
                )
            elif sum(_same(form) == _same(one) for _, one in _written(term)) > 1 and place != ("term",):
                yield source.fault((index, *place), f"“{form}” is written twice; keep one")
        for number, other in enumerate(term.related):
            if other == term.id or (other not in known and None not in terms):
                what = "is the term itself" if other == term.id else "is not a term of this glossary"
                yield source.fault((index, "related", number), f"the related term “{other}” {what}; correct it")


def _written(term: AuthoredTerm) -> Iterator[tuple[Place, str]]:
    yield ("term",), term.term
    for key, forms in (("also", term.also), ("forms", term.forms)):
        for number, form in enumerate(forms):
            yield (key, number), form


def _same(form: str) -> str:
    return " ".join(form.split()).casefold()


def _definition_faults(source: Source, place: Place, definition: str, marks: Marks) -> Iterator[Fault]:
    for message in text_faults(definition, [name for name, _ in marks]):
        yield source.fault(place, message)
    blocks = dialect().parse(definition, {})
    if [block.type for block in blocks] != ["paragraph_open", "inline", "paragraph_close"]:
        yield source.fault(place, "a definition is one paragraph, as it also shows over the text; write it as one")
    elif any(child.type == "link_open" for child in blocks[1].children or []):
        yield source.fault(
            place, "a definition can't hold a link, as it also shows over the text; name a passage in “see”"
        )


def _term(term: AuthoredTerm, source: Source, index: int, marks: Marks) -> Term:
    return Term(
        id=term.id,
        name=term.term,
        also=term.also,
        forms=term.forms,
        definition=term.definition.strip(),
        html=to_inline_html(term.definition.strip(), marks),
        see=term.see,
        related=term.related,
        file=source.file,
        line=source.line((index, "see") if term.see else (index,)),
    )
