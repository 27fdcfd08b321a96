"""Measure what 1,000 questions take in each format, beside text2qti and qti-package-maker in the same run.

    make bench                  all formats, three runs of each in turn
    make bench ARGS="--runs 7 --only canvas aiken"

Each run is a process of its own, from a text file to the finished file; what counts is processor time, which other
work on the machine changes least. The peers come from the package index into an environment that is thrown away.
"""

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from quizzes.exports import formats

PEERS = ("text2qti==0.8.0", "qti-package-maker==26.7.14", "setuptools")
# What each format is held against: the same target where a peer has it, else the peer's nearest package of QTI.
RIVALS = {
    "canvas": ("text2qti", "canvas_qti_v1_2"),
    "qti21-blackboard": ("blackboard_qti_v2_1",),
    "blackboard": ("bbq_text_upload", "blackboard_export_zip"),
    "aiken": ("moodle_aiken",),
}
# Everybody's modules are compiled once, in a run before those that count, as they are where somebody uses them.
ENVIRONMENT = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
SLOW = ("print",)  # two papers and a key as PDF are no rival of a package, and are measured alone
WORDS = ["tensor", "layer", "model", "graph", "loss", "batch", "input", "shape", "weight", "gradient", "epoch", "eager"]


@dataclass(slots=True)
class Runs:
    """What the runs of one command took."""

    command: list[str]
    cpu_s: list[float] = field(default_factory=list)
    write_s: list[float] = field(default_factory=list)
    peak_mb: float = 0

    def run(self, folder: Path) -> None:
        """Run the command once more."""
        with (folder / "said").open("w+b") as said:
            process = subprocess.Popen(  # noqa: S603 (as below)
                self.command, cwd=folder, stdout=said, stderr=said, env=ENVIRONMENT
            )
            _, status, usage = os.wait4(process.pid, 0)
            said.seek(0)
            text = said.read().decode()
        if status:
            sys.exit(f"{' '.join(self.command)} failed:\n{text}")
        self.cpu_s.append(usage.ru_utime + usage.ru_stime)
        self.peak_mb = max(self.peak_mb, usage.ru_maxrss / 1024)
        if text.startswith("{"):
            self.write_s.append(json.loads(text)["write"])

    def forget(self) -> None:
        """Forget the runs so far."""
        self.cpu_s.clear()
        self.write_s.clear()
        self.peak_mb = 0


def main() -> None:
    """Measure, and print tables in Markdown."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--items", type=int, default=1000)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--only", nargs="*", choices=list(formats()), default=[n for n in formats() if n not in SLOW])
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write_questions(folder, asked.items)
        python = peers(folder)
        single = {name: Runs(ours(folder / "bench", name)) for name in asked.only}
        single |= {name: Runs(command) for name, command in theirs(folder, python).items()}
        mixed = {name: Runs(ours("--mixed", str(asked.items), name)) for name in asked.only}
        all_runs = [*single.values(), *mixed.values()]
        for turn in range(asked.runs + 1):
            for number, run in enumerate(all_runs):
                print(f"\rrun {turn}, {number + 1}", end="", file=sys.stderr, flush=True)
                run.run(folder)
            if turn == 0:
                for run in all_runs:
                    run.forget()
        print("\r", end="", file=sys.stderr)
        print("\n".join(table(single, mixed, asked.only)))


def ours(*source: Path | str) -> list[str]:
    """Return the command that writes a format of ours."""
    root = Path(__file__).parents[2]
    program = f"import sys; sys.path.insert(0, {str(root)!r}); from tests.performance.one_format import main; main()"
    return [sys.executable, "-c", program, *map(str, source), "out"]


def theirs(folder: Path, python: Path) -> dict[str, list[str]]:
    """Return the commands of the peers by format."""
    converter = [str(python), str(python.with_name("bbq_converter.py")), "-q", "-i", "bbq-single-questions.txt", "-f"]
    engines = [engine for rivals in RIVALS.values() for engine in rivals if engine != "text2qti"]
    return {"text2qti": [str(python.with_name("text2qti")), str(folder / "single.txt")]} | {
        engine: [*converter, engine] for engine in engines
    }


def peers(folder: Path) -> Path:
    """Return the Python of a new environment that has the peers. All commands are our own words."""
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", folder / "peers"], check=True)  # noqa: S603
    python = folder / "peers" / "bin" / "python"
    uv = Path(sys.executable).with_name("uv")
    subprocess.run([uv, "pip", "install", "--quiet", "--python", python, *PEERS], check=True)  # noqa: S603
    return python


def write_questions(folder: Path, number: int) -> None:
    """Write the same single-choice questions as each program reads them. qti-package-maker takes no feedback."""
    (folder / "bench").mkdir()
    own, text, rows = ["title: Bench\nitems:"], ["Quiz title: Bench\n"], []
    for place in range(number):
        prompt, options, right = _question(place)
        own.append(
            f'  - id: q{place}\n    kind: single\n    prompt: "{prompt}"\n    objective: bench\n    see: one#start\n'
            f"    explanation: Look at number {place}.\n    options:"
        )
        text.append(f"{place + 1}. {prompt}\n... Look at number {place}.")
        row = ["MC", prompt]
        for one, option in enumerate(options):
            correct = ", correct: true" if one == right else ""
            own.append(f'      - {{id: o{one}, text: "{option}"{correct}, feedback: "Option {one} of {place}."}}')
            text.append(f"{'*' if one == right else ''}{'abcd'[one]}) {option}\n... Option {one} of {place}.")
            row += [option, "correct" if one == right else "incorrect"]
        text.append("")
        rows.append("\t".join(row))
    (folder / "bench" / "single.yaml").write_text("\n".join(own) + "\n")
    (folder / "single.txt").write_text("\n".join(text))
    (folder / "bbq-single-questions.txt").write_text("\n".join(rows) + "\n")


def _question(place: int) -> tuple[str, list[str], int]:
    first, second = WORDS[place % len(WORDS)], WORDS[place * 2 % len(WORDS)]
    prompt = f"Question {place}: what does `{first}({place})` return for a {second} with *{place}* rows?"
    return prompt, [f"It is `{first}.{second}({place + one})` and then {WORDS[one]}" for one in range(4)], place % 4


def table(single: dict[str, Runs], mixed: dict[str, Runs], names: list[str]) -> Iterator[str]:
    """Yield the lines of the table."""
    yield "| Format | from file to file, s | writing alone, s | memory, MB | all kinds, writing, s | peers |"
    yield "| --- | ---: | ---: | ---: | ---: | --- |"
    for name in names:
        run = single[name]
        beside = "; ".join(f"{rival} {_ratio(single[rival], run)}" for rival in RIVALS.get(name, ()))
        yield (
            f"| `{name}` | {_spread(run.cpu_s)} | {_spread(run.write_s)} | {run.peak_mb:.0f} "
            f"| {_spread(mixed[name].write_s)} | {beside} |"
        )
    for name in (name for name in single if name not in names):
        yield f"| {name} | {_spread(single[name].cpu_s)} | | {single[name].peak_mb:.0f} | | |"


def _spread(seconds: list[float]) -> str:
    return f"{statistics.median(seconds):.2f} ({min(seconds):.2f}–{max(seconds):.2f})" if seconds else ""


def _ratio(peer: Runs, own: Runs) -> str:
    return f"takes {statistics.median(peer.cpu_s) / statistics.median(own.cpu_s):.1f} times as long"


if __name__ == "__main__":
    main()
