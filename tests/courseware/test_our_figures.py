"""Our figures say what was run: their numbers and names are those of the recorded outputs."""

import re

from lxml import etree

from courseware.library import read_library
from tests.courseware.made import the_course

COURSE = the_course(read_library())


def texts(figure: str) -> list[str]:
    root = etree.parse(COURSE.folder / "figures" / f"{figure}.svg").getroot()
    return ["".join(text.itertext()) for text in root.iter("{*}text")]


def printed(demo: str) -> dict[str, tuple[str, ...]]:
    return {run: record.output for run, record in COURSE.proofs.demonstrations[demo].records.items()}


def numbers(line: str) -> list[str]:
    return re.findall(r"\d+", line.partition(":")[2])


def test_the_figure_of_the_two_graphs_shows_the_calls_that_were_run() -> None:
    assert printed("graphs-pytorch")[""] == (
        "Python runs",
        "[8.0, -6.0] graph: MulBackward0",
        "Python runs",
        "[-1.0, 3.0] graph: NegBackward0",
    )
    assert printed("graphs-tensorflow")[""] == (
        "Python runs",
        "[8.0, -6.0]",
        "[-1.0, 3.0]",
        "graph: ['Sum', 'Greater', 'StatelessIf'] with ['Mul', 'Neg']",
    )
    shown = texts("graphs")
    assert shown[1:9] == ["call 1", "4, −3", "times 2", "8, −6", "call 2", "1, −3", "negate", "−1, 3"]
    assert shown[9] == "Two graphs: only what ran. Python ran twice."
    assert shown[11:16] == ["sum > 0 ?", "call 1", "4, −3", "yes: times 2", "8, −6"]
    assert shown[16:20] == ["call 2", "1, −3", "no: negate", "−1, 3"]
    assert shown[20] == "One graph: both branches. Python ran once."


def test_the_figure_of_the_layers_over_a_backend_names_what_a_call_passes_through() -> None:
    shown = texts("keras-downward")
    runs = printed("downward-keras")
    assert set(runs) == {"tensorflow", "jax", "torch"} <= set(shown)
    for run, output in runs.items():
        passed = [line.split()[0] for line in output[:-1]]
        assert passed[:2] == [text for text in shown if text in ("layers.core.dense", "ops.numpy")]
        assert passed[2] == f"backend.{run}.numpy"
    assert shown.count("backend") == len(runs)


def test_the_figure_of_memory_counts_what_was_counted() -> None:
    output = printed("alive-pytorch")[""]
    counted = [number for line in output[1:] for number in numbers(line)]
    shown = [text for text in texts("memory-forward") if text.isdigit()]
    trained, inferred = shown[:5], shown[9:13]
    assert trained + inferred == counted
    assert shown[5:9] == shown[13:] == ["1", "2", "3", "4"]
    filled = etree.parse(COURSE.folder / "figures" / "memory-forward.svg").getroot()
    squares = [rect for rect in filled.iter("{*}rect") if rect.get("class") == "violet" and rect.get("width") == "34"]
    assert len(squares) == sum(map(int, counted))
