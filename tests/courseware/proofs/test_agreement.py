"""When an output agrees with what is recorded."""

import pytest

from courseware.proofs.agreement import difference
from courseware.proofs.authored import Tolerance

EXACT = Tolerance()


@pytest.mark.parametrize(
    ("recorded", "printed", "tolerance"),
    [
        ("a\nb", "a\nb\n", EXACT),
        ("", "\n", EXACT),
        ("loss 0.1698", "loss 0.1699", Tolerance(absolute=0.001)),
        ("loss 1000", "loss 1001", Tolerance(relative=0.01)),
        ("[ 1.0  2.0 ]", "[1.001 2.0]", Tolerance(absolute=0.01)),
        ("-1e-3", "-1.00001e-03", Tolerance(relative=0.01)),
        ("TFL3", "TFL3", Tolerance(relative=0.5)),
    ],
)
def test_it_agrees(recorded: str, printed: str, tolerance: Tolerance) -> None:
    assert difference(recorded, printed, tolerance) == ()


@pytest.mark.parametrize(
    ("recorded", "printed", "tolerance", "lines"),
    [
        ("a\nb", "a\nc", EXACT, ("-b", "+c")),
        ("a\nb", "a", EXACT, ("-b",)),
        ("a", "a\nb", EXACT, ("+b",)),
        ("loss 0.1698", "loss 0.1699", EXACT, ("-loss 0.1698", "+loss 0.1699")),
        ("loss 0.1698", "loss 0.18", Tolerance(absolute=0.001), ("-loss 0.1698", "+loss 0.18")),
        ("loss 0.17", "lost 0.17", Tolerance(absolute=1), ("-loss 0.17", "+lost 0.17")),
        ("1 2", "1 2 3", Tolerance(absolute=9), ("-1 2", "+1 2 3")),
        ("TFL3", "TFL4", Tolerance(absolute=9), ("-TFL3", "+TFL4")),
        ("0.5", "nan", Tolerance(absolute=9), ("-0.5", "+nan")),
    ],
)
def test_it_does_not(recorded: str, printed: str, tolerance: Tolerance, lines: tuple[str, ...]) -> None:
    assert difference(recorded, printed, tolerance) == lines
