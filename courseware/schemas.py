"""JSON Schemas of every file an author writes, by the name under which they are kept for editors."""

from courseware.authored import AuthoredTerm, ComparisonTable, CourseHead, LessonHead, Misconception
from courseware.chooser.authored import Chooser
from courseware.proofs.authored import ClaimList, DemoList, ScriptRuns
from quizzes.schema import Schema, bank_schema, list_schema, struct_schema


def schemas() -> dict[str, Schema]:
    """Return each schema by the name of its file."""
    return {
        "quiz.schema.json": bank_schema(),
        "course.schema.json": struct_schema(CourseHead, "A course"),
        "lesson.schema.json": struct_schema(LessonHead, "The front matter of a lesson"),
        "comparison.schema.json": struct_schema(ComparisonTable, "A comparison"),
        "chooser.schema.json": struct_schema(Chooser, "A chooser"),
        "misconceptions.schema.json": list_schema(Misconception, "Misconceptions"),
        "glossary.schema.json": list_schema(AuthoredTerm, "A glossary"),
        "demos.schema.json": struct_schema(DemoList, "Demonstrations"),
        "runs.schema.json": struct_schema(ScriptRuns, "The runs of a script that answers draws"),
        "claims.schema.json": struct_schema(ClaimList, "Claims"),
    }
