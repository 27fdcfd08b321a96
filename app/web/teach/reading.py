"""A file of questions that somebody sent, read within the time that a page may take, and remembered for a while."""

from dataclasses import replace
from functools import lru_cache
from time import thread_time

from app.words import gettext as _
from quizzes.authoring.adopting import Adoption, adopt
from quizzes.imports import DEFAULT, detect, import_formats, open_files

KEPT = 4  # reports that a process keeps
READING_S = 15  # of processor time: whoever this process answers next waits as long


@lru_cache(maxsize=KEPT)
def read_questions(name: str, format_name: str, content: bytes) -> Adoption:
    """Return the bank that a file makes; an empty format is found out.

    Raises UnreadableError, and OutOfTimeError after READING_S.
    """
    end = thread_time() + READING_S
    limits = replace(DEFAULT, is_over=lambda: thread_time() > end)
    files = open_files(name, content, limits)
    format_ = import_formats()[format_name] if format_name else detect(files)
    return adopt(format_.read(files, limits), files.title, format_.name, limits)


def too_slow(name: str) -> str:
    """Return what to do with a file that takes longer."""
    return _(
        "It takes longer than %(time)d seconds to read %(file)s, and that is as long as this page reads. "
        "Split the file, or use “coursewright import” on the command line, which takes the time it needs.",
        time=READING_S,
        file=name,
    )
