"""Which lines of programs stand in one row, and which words of them are marked: each expectation written by hand."""

import pytest

from courseware.sidebyside.aligning import Row, align

KERAS = """\
from keras import ops

def f(x):
    if ops.sum(x) > 0:
        return x * 2
    return -x
"""
TENSORFLOW = """\
import tensorflow as tf

def f(x):
    if tf.reduce_sum(x) > 0:
        return x * 2
    return -x
"""
PYTORCH = """\
import torch

def f(x):
    x = x.float()
    if x.sum() > 0:
        return x * 2
    return -x
"""


def rows(*programs: str) -> list[tuple[str | None, ...]]:
    return [row.lines for row in align([program.rstrip("\n").split("\n") for program in programs])]


def marked(*lines: str) -> list[list[str]]:
    """Return the words marked in each of some lines that stand in one row."""
    row = Row(lines)
    return [[line[start:end] for start, end in row.differing(number)] for number, line in enumerate(lines)]


def test_lines_that_do_the_same_stand_in_one_row_whatever_stands_between() -> None:
    assert rows(TENSORFLOW, PYTORCH) == [
        ("import tensorflow as tf", "import torch"),
        ("", ""),
        ("def f(x):", "def f(x):"),
        (None, "    x = x.float()"),
        ("    if tf.reduce_sum(x) > 0:", "    if x.sum() > 0:"),
        ("        return x * 2", "        return x * 2"),
        ("    return -x", "    return -x"),
    ]


def test_a_third_program_joins_the_rows_of_two() -> None:
    assert rows(KERAS, TENSORFLOW, PYTORCH) == [
        ("from keras import ops", None, None),
        (None, "import tensorflow as tf", "import torch"),
        ("", "", ""),
        ("def f(x):", "def f(x):", "def f(x):"),
        (None, None, "    x = x.float()"),
        ("    if ops.sum(x) > 0:", "    if tf.reduce_sum(x) > 0:", "    if x.sum() > 0:"),
        ("        return x * 2", "        return x * 2", "        return x * 2"),
        ("    return -x", "    return -x", "    return -x"),
    ]


@pytest.mark.parametrize(
    "programs", [(KERAS, TENSORFLOW), (PYTORCH, KERAS, TENSORFLOW), (PYTORCH, "", KERAS), ("", "")]
)
def test_every_line_of_every_program_is_in_one_row_and_in_its_order(programs: tuple[str, ...]) -> None:
    found = rows(*programs)
    for number, program in enumerate(programs):
        assert [line for row in found if (line := row[number]) is not None] == program.rstrip("\n").split("\n")
    assert all(len(row) == len(programs) and set(row) != {None} for row in found)


def test_lines_that_have_hardly_a_word_in_common_stand_apart() -> None:
    found = rows("for epoch in range(20):\n", "model.fit(inputs)\n")
    assert sorted(found, key=str) == [("for epoch in range(20):", None), (None, "model.fit(inputs)")]


def test_a_blank_line_and_a_written_one_stand_apart() -> None:
    assert rows("a = 1\n\nb = 2\n", "a = 1\nb = 2\n") == [("a = 1", "a = 1"), ("", None), ("b = 2", "b = 2")]


@pytest.mark.parametrize(
    ("lines", "words"),
    [
        (("import keras", "import torch"), [["keras"], ["torch"]]),
        (("import tensorflow as tf", "import torch"), [["tensorflow as tf"], ["torch"]]),
        (("print(tf.reduce_sum(x * x))", "print((x * x).sum())"), [["tf.reduce_sum"], [".sum"]]),
        (("x = ops.ones(3)", "x = tf.ones(3)", "x = torch.ones(3)"), [["ops.ones"], ["tf.ones"], ["torch.ones"]]),
        (("x = f(1, 2)", "x = f(1)"), [[", 2"], []]),
        (("return -x", "return x"), [["-"], []]),
        (("f(x)", "f[x]"), [["(", ")"], ["[", "]"]]),
        (("return x", "return x", "return y"), [["x"], ["x"], ["y"]]),
        (("return x", "return x"), [[], []]),
        (("", ""), [[], []]),
    ],
)  # fmt: skip
def test_what_not_all_programs_have_is_marked(lines: tuple[str, ...], words: list[list[str]]) -> None:
    assert marked(*lines) == words


def test_in_a_row_that_is_not_in_every_program_no_word_is_marked() -> None:
    row = Row(("x = f(1)", None, "x = f(2)"))
    assert [row.differing(number) for number in range(3)] == [(), (), ()]
    assert (row.is_whole, row.is_same) == (False, False)
