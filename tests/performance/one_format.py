"""Write one file and say how long each step took: what `tests.performance.formats` starts anew for every run.

python -m tests.performance.one_format FOLDER FORMAT OUT            reads a bank and writes its only quiz
python -m tests.performance.one_format --mixed NUMBER FORMAT OUT    writes as many questions of all kinds
"""

import gc
import json
import sys
import time
from dataclasses import replace
from itertools import cycle, islice
from pathlib import Path

import msgspec

from quizzes.bank import read_bank
from quizzes.exports import ExportQuiz, Pool, format_named, prepare

OWN = Path(__file__).parents[2] / "quizzes" / "banks" / "deep-learning-frameworks"


def single(folder: Path) -> ExportQuiz:
    """Return the only quiz of a bank."""
    bank, faults = read_bank(folder, folder.name, folder.name)
    if faults:
        sys.exit("\n".join(map(str, faults)))
    [quiz] = bank.quizzes.values()
    return prepare(bank, quiz)


def mixed(number: int) -> ExportQuiz:
    """Return a quiz of the course's own questions, again and again under other names."""
    bank, _ = read_bank(OWN, OWN.name, OWN.name)
    exports = [prepare(bank, quiz, variants=1) for quiz in bank.quizzes.values() if quiz.items]
    items = [item for export in exports for item in export.items]
    named = tuple(
        msgspec.structs.replace(item, id=f"{item.id}-{place}")
        for place, item in enumerate(islice(cycle(items), number))
    )
    return replace(exports[0], pools=(Pool("mixed", "Mixed", named, len(named)),), variants={})


def main() -> None:
    """Read, report and write."""
    gc.set_threshold(100_000, 20, 20)  # COLLECTED of app/cli.py, which imports too much for this
    *source, name, out = sys.argv[1:]
    format_ = format_named(name)
    if format_ is None:
        sys.exit(f"there is no format {name}")
    started = time.process_time()
    quiz = mixed(int(source[1])) if source[0] == "--mixed" else single(Path(source[0]))
    read = time.process_time()
    format_.report(quiz)
    content = format_.write(quiz)
    written = time.process_time()
    Path(out).write_bytes(content)
    print(json.dumps({"read": read - started, "write": written - read, "items": len(quiz.items)}))


if __name__ == "__main__":
    main()
