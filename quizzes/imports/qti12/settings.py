"""The settings of a quiz in Canvas, as ours has them; what has its default is not said."""

import re
from collections.abc import Mapping

from lxml.etree import _Element as Element

from quizzes.imports.markdown import Texts
from quizzes.imports.xml import child, words
from quizzes.proofread import text_faults

COUNTS = {"keep_latest": "last", "keep_average": "mean"}
REVIEWS = {"always": "marks-only", "until_after_last_attempt": "after-last"}
MOST_ATTEMPTS = 100


def settings_of(meta: Element, texts: Texts) -> dict[str, object]:
    """Return what `assessment_meta.xml` says of a quiz, by the names that settings have in a bank."""
    made: dict[str, object] = {}
    summary = texts.html(words(child(meta, "description")))
    if summary and not any(text_faults(summary, ())):
        made["summary"] = summary
    if words(child(meta, "one_question_at_a_time")) != "true":
        made["layout"] = "all-on-one"
    made |= attempts_of(words(child(meta, "allowed_attempts")))
    if counts := COUNTS.get(words(child(meta, "scoring_policy"))):
        made["counts"] = counts
    if review := REVIEWS.get(words(child(meta, "hide_results"))):
        made["review"] = review
    if words(child(meta, "shuffle_questions")) == "true":
        made["shuffle_items"] = True
    return made


def attempts_of(written: str) -> Mapping[str, object]:
    """Return the limit of attempts, where there is one."""
    is_whole = bool(re.fullmatch(r"[0-9]{1,3}", written))
    return {"attempts": int(written)} if is_whole and 0 < int(written) <= MOST_ATTEMPTS else {}
