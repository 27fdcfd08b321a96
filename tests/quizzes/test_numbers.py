"""Numbers as people write them."""

from decimal import Decimal

import pytest

from quizzes.responses import parse_number


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("0", "0"),
        ("-0", "0"),
        ("007", "7"),
        ("12.5", "12.5"),
        ("12,5", "12.5"),
        (" 12.5 ", "12.5"),
        ("+3", "3"),
        ("-3", "-3"),
        ("\u22123", "-3"),  # minus sign
        ("\uff0d3", "-3"),  # full-width minus
        (".5", "0.5"),
        ("5.", "5"),
        ("1e3", "1000"),
        ("1E+3", "1000"),
        ("2.5e-3", "0.0025"),
        ("2 x 10^3", "2000"),
        ("2×10^-3", "0.002"),
        ("2*10**3", "2000"),
        ("1 000", "1000"),
        ("1\u00a0000", "1000"),  # no-break space
        ("1\u202f000\u202f000", "1000000"),  # narrow no-break space
        ("1_000", "1000"),
        ("１２３", "123"),  # full-width digits
        ("１２．５", "12.5"),
        ("1,5", "1.5"),
        ("0,125", "0.125"),  # no one writes thousands after a zero
        ("1234,567", "1234.567"),
        ("0.1", "0.1"),
        ("99999999999999999999999999999999999999", "99999999999999999999999999999999999999"),
    ],
)
def test_a_number_is_read_as_it_is_meant(written: str, number: str) -> None:
    assert parse_number(written) == Decimal(number)


@pytest.mark.parametrize(
    "written",
    [
        "NaN", "sNaN", "inf", "-Infinity", "∞", "x", "12a", "1.2.3", "1,2,3", "--3", "+-3", "e3", "1e", ".", ",", "-",
        "1 2", "3 4", "1_0", "½", "10²", "0x1F", "600 N", "50 %", "1/2", "1e1.5", "(3)", "1e99999999999999999999",
    ],
)  # fmt: skip
def test_what_is_no_number_is_refused_in_the_writers_words(written: str) -> None:
    message = parse_number(written)
    assert message == f"“{written}” is not a number. Write digits, such as 12.5."


@pytest.mark.parametrize("written", ["1,000", "-1,000", "12,345", "1,000,000", "1,000.5", "1,000e3"])
def test_a_comma_that_may_stand_between_thousands_is_refused(written: str) -> None:
    assert parse_number(written) == f"“{written}” can be read in two ways. Write it without the comma."


@pytest.mark.parametrize("written", ["1e301", "1e-301", "-1e999999"])
def test_a_number_out_of_range_is_refused(written: str) -> None:
    assert parse_number(written) == f"“{written}” is out of range. Check its exponent."


def test_a_very_long_number_is_refused() -> None:
    assert parse_number("1" * 41) == "Write the number with at most 40 characters."


def test_a_refusal_can_always_be_shown() -> None:
    message = parse_number("\ud800")
    assert isinstance(message, str)
    assert message.encode()
