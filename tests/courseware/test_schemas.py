"""The JSON Schemas that editors use agree with our reader, as an independent validator sees it."""

from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from courseware.library import OWN_ROOT
from courseware.schemas import schemas
from quizzes.kinds import kinds
from quizzes.source import read_file, read_text
from tests.content import tiny_root
from tests.quizzes.test_kind_faults import CASES
from tests.quizzes.test_quiz_faults import COMMON, HEAD

ROOTS = (OWN_ROOT, tiny_root())
PATTERNS = {
    "quiz": "quizzes/banks/*/*.yaml",
    "course": "courseware/*/course.yaml",
    "comparison": "courseware/*/comparison.yaml",
    "chooser": "courseware/*/chooser.yaml",
    "misconceptions": "courseware/*/misconceptions.yaml",
    "glossary": "courseware/*/glossary.yaml",
    "demos": "courseware/*/demos/demos.yaml",
    "claims": "courseware/*/claims.yaml",
    "runs": "courseware/*/generators/*.yaml",
}
FILES = [
    pytest.param(name, path, id=f"{path.parent.name}/{path.name}")
    for name, pattern in PATTERNS.items()
    for root in ROOTS
    for path in sorted(root.glob(pattern))
]


def errors(name: str, value: Any) -> list[str]:
    return [error.message for error in Draft202012Validator(schemas()[f"{name}.schema.json"]).iter_errors(value)]


def as_json(value: Any) -> Any:
    """Return YAML's value as an editor hands it to a validator: keys are texts."""
    if isinstance(value, dict):
        return {str(key): as_json(inner) for key, inner in value.items()}
    return [as_json(inner) for inner in value] if isinstance(value, list) else value


@pytest.mark.parametrize("name", sorted(schemas()))
def test_a_schema_is_a_schema(name: str) -> None:
    Draft202012Validator.check_schema(schemas()[name])


@pytest.mark.parametrize(("name", "path"), FILES)
def test_every_file_of_ours_fits_its_schema(name: str, path: Path) -> None:
    assert errors(name, as_json(read_file(path, path.name).value)) == []


@pytest.mark.parametrize("kind", kinds())
def test_every_kind_is_known_to_the_schema(kind: str) -> None:
    broken = {"title": "T", "items": [{"kind": kind}]}
    assert errors("quiz", broken) != []


@pytest.mark.parametrize(
    "fields",
    [
        pytest.param(fields, id=fault[:60])
        for fault, fields in CASES
        if ("must be" in fault or "lacks" in fault) and "item “one”" not in fault
    ],
)
def test_what_our_reader_refuses_for_its_shape_the_schema_refuses_too(fields: str) -> None:
    text = HEAD + COMMON + "".join(f"  {line}\n" for line in fields.rstrip("\n").split("\n"))
    assert errors("quiz", as_json(read_text(text, "q.yaml").value)) != []


def test_a_typo_in_a_course_is_refused() -> None:
    assert errors("course", {"titel": "T"}) != []
    assert errors("misconceptions", [{"id": "a", "name": "N"}]) != []
