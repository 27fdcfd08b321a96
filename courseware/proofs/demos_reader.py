"""`demos.yaml`, its scripts and their records to demonstrations, every fault with its line."""

from collections.abc import Iterator
from pathlib import Path

from courseware.proofs.authored import AuthoredDemo, AuthoredRun, DemoList
from courseware.proofs.demonstrations import HIDE, SHOW, Demonstration
from courseware.proofs.records import RECORDS, Record, read_records
from courseware.proofs.scripts import Common, Run
from quizzes.faults import ContentError, Fault
from quizzes.shape import read_struct
from quizzes.source import Place, Source, read_file

LIST = "demos.yaml"


def read_demonstrations(
    folder: Path, name: str, facets: tuple[str, ...], faults: list[Fault]
) -> tuple[dict[str, Demonstration], Common]:
    """Read the demonstrations in a folder, known to people as `name`, and what holds for every script.

    A folder without a list has none.
    """
    if not (folder / LIST).is_file():
        return {}, Common()
    try:
        source = read_file(folder / LIST, f"{name}/{LIST}")
    except ContentError as error:
        faults.extend(error.faults)
        return {}, Common()
    listed = read_struct(DemoList, source, source.value, (), faults)
    if listed is None:
        return {}, Common()
    reader = _Reader(folder, name, source, listed, facets, faults)
    made = {demo.id: made for index, demo in enumerate(listed.demos) if (made := reader.read(index, demo))}
    return made, Common(listed.env, listed.time_limit_s, listed.memory_limit_mb)


class _Reader:
    def __init__(
        self, folder: Path, name: str, source: Source, listed: DemoList, facets: tuple[str, ...], faults: list[Fault]
    ) -> None:
        self.folder = folder
        self.name = name
        self.source = source
        self.listed = listed
        self.facets = facets
        self.faults = faults

    def read(self, index: int, demo: AuthoredDemo) -> Demonstration | None:
        place: Place = ("demos", index)
        before = len(self.faults)
        self.faults.extend(self.source.fault((*place, *where), message) for where, message in self._problems(index))
        path = self.folder / f"{demo.id}.py"
        script = self._script(path, place)
        if len(self.faults) > before:
            return None
        return Demonstration(
            id=demo.id,
            title=demo.title,
            shows=demo.shows.strip(),
            facet=demo.facet,
            script=script,
            runs=tuple(self._run(demo, run) for run in demo.runs) or (self._run(demo, None),),
            tolerance=demo.compare,
            time_limit_s=demo.time_limit_s or self.listed.time_limit_s,
            memory_limit_mb=demo.memory_limit_mb or self.listed.memory_limit_mb,
            records=self._records(demo),
            file=self.source.file,
            line=self.source.line(place),
            path=path,
        )

    def _problems(self, index: int) -> Iterator[tuple[Place, str]]:
        demo = self.listed.demos[index]
        if demo.id in {other.id for other in self.listed.demos[:index]}:
            yield ("id",), f"the demonstration “{demo.id}” is listed twice; keep one"
        if demo.facet and demo.facet not in self.facets:
            known = ", ".join(self.facets) or "none"
            yield ("facet",), f"“{demo.facet}” is not a facet of this course; known: {known}"
        names = [run.id for run in demo.runs]
        for number, name in enumerate(names):
            if name in names[:number]:
                yield ("runs", number, "id"), f"“{demo.id}” has the run “{name}” twice; keep one"

    def _script(self, path: Path, place: Place) -> str:
        try:
            script = path.read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError) as error:
            why = "is not UTF-8" if isinstance(error, UnicodeDecodeError) else "can't be read"
            why = "is missing" if isinstance(error, FileNotFoundError) else why
            self.faults.append(self.source.fault(place, f"the script {path.name} {why}; write it beside this list"))
            return ""
        marks = [line.strip() for line in script.split("\n") if line.strip() in (HIDE, SHOW)]
        if marks != [HIDE, SHOW] * (len(marks) // 2) + [HIDE] * (len(marks) % 2):
            message = f"“{HIDE}” and “{SHOW}” must take turns, “{HIDE}” first"
            self.faults.append(Fault(f"{self.name}/{path.name}", 1, message))
        return script

    def _run(self, demo: AuthoredDemo, run: AuthoredRun | None) -> Run:
        return Run(
            id=run.id if run else "",
            label=run.label if run else "",
            environment=self.listed.env | demo.env | (run.env if run else {}),
            packages=(run.packages if run else ()) or demo.packages,
        )

    def _records(self, demo: AuthoredDemo) -> dict[str, Record]:
        try:
            path = self.folder / RECORDS / f"{demo.id}.json"
            return read_records(path, f"{self.name}/{RECORDS}/{demo.id}.json")
        except ContentError as error:
            self.faults.extend(error.faults)
            return {}
