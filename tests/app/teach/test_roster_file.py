"""A list of people is read however a spreadsheet wrote it, and every bad line is told with its number."""

import pytest

from app.services.roster_file import (
    BadLine,
    Encoding,
    Problem,
    Refusal,
    RosterFile,
    RosterLine,
    decode_roster,
    read_roster,
)

ANNA = RosterLine(2, "Anna Smith", "anna@example.org")


def lines_of(text: str) -> tuple[RosterLine, ...]:
    found = read_roster(text)
    assert isinstance(found, RosterFile)
    assert found.bad == ()
    return found.lines


def bad_of(text: str) -> tuple[BadLine, ...]:
    found = read_roster(text)
    assert isinstance(found, RosterFile)
    return found.bad


@pytest.mark.parametrize(
    "text",
    [
        "name,email\nAnna Smith,anna@example.org\n",
        "E-Mail;Name\r\nanna@example.org;Anna Smith\r\n",
        "EMAIL ADDRESS\tFull Name\nANNA@EXAMPLE.ORG\t Anna  Smith \n",
        "No.,Last name,First name,E-mail,Group\n1,Smith,Anna,anna@example.org,B\n",
        "email,first_name,last_name\nanna@example.org,Anna,Smith\n",
        '"name","email"\n"Anna Smith","anna@example.org"\n',
        "\ufeffname,email\nAnna Smith,anna@example.org",
        "\n  anna@example.org , Anna Smith",
        "\nAnna,Smith,anna@example.org",
        "\nAnna Smith <anna@example.org>",
    ],
)
def test_a_person_is_found_in_any_order_of_columns_and_with_any_separator(text: str) -> None:
    assert lines_of(text) == (ANNA,)


def test_a_separator_inside_quotes_belongs_to_the_name() -> None:
    assert lines_of('name,email\n"Smith, Anna",anna@example.org') == (RosterLine(2, "Smith, Anna", "anna@example.org"),)


def test_doubled_quotes_are_one() -> None:
    assert lines_of('name;email\n"Anna ""Ann"" Smith";anna@example.org')[0].name == 'Anna "Ann" Smith'


def test_a_name_may_be_missing() -> None:
    assert lines_of("anna@example.org") == (RosterLine(1, "", "anna@example.org"),)


def test_empty_lines_count_as_lines_but_are_no_people() -> None:
    assert lines_of("name,email\n\n ,\n\nAnna Smith,anna@example.org")[0].number == 5


def test_an_email_is_kept_in_lower_case() -> None:
    assert lines_of("Anna.Smith@Example.ORG")[0].email == "anna.smith@example.org"


def test_every_bad_line_is_told_with_its_number_and_reason() -> None:
    text = "\n".join(
        [
            "name,email",
            "Anna,anna@example.org",
            "Ben,",
            "Cora,cora at example.org",
            "Dan,ANNA@example.org",
            '"Eve,eve@example.org',
            "x" * 201 + ",fay@example.org",
            "Gus",
            "Hal,hal@example.org",
        ]
    )
    found = read_roster(text)
    assert isinstance(found, RosterFile)
    assert [line.email for line in found.lines] == ["anna@example.org", "hal@example.org"]
    assert [(bad.number, bad.problem) for bad in found.bad] == [
        (3, Problem.NO_EMAIL),
        (4, Problem.NOT_AN_EMAIL),
        (5, Problem.TWICE),
        (6, Problem.QUOTES),
        (7, Problem.LONG_NAME),
        (8, Problem.NO_EMAIL),
    ]
    assert found.bad[2].first == 2
    assert found.bad[1].text == "Cora,cora at example.org"


def test_without_a_header_a_line_without_an_at_sign_has_no_email() -> None:
    assert bad_of("anna@example.org\nBen") == (BadLine(2, "Ben", Problem.NO_EMAIL),)


def test_without_a_header_two_addresses_in_a_line_are_not_guessed_between() -> None:
    line = "Anna,anna@work.example,anna@example.org"
    assert bad_of(f"Ben,ben@example.org\n{line}") == (BadLine(2, line, Problem.SEVERAL_EMAILS),)


def test_control_characters_do_not_reach_a_name() -> None:
    assert lines_of("name,email\nAn\x07na\u202e Smith,anna@example.org")[0].name == "An na Smith"


@pytest.mark.parametrize("text", ["", "\n\n", " , ,\n;;", "name,email\n"])
def test_a_list_of_nobody_is_refused(text: str) -> None:
    assert read_roster(text) is Refusal.EMPTY


def test_a_header_without_an_email_is_refused() -> None:
    assert read_roster("name,group\nAnna,B") is Refusal.NO_EMAIL_COLUMN


def test_two_thousand_people_are_read_and_one_more_is_refused() -> None:
    people = [f"p{number}@example.org" for number in range(2001)]
    assert len(lines_of("email\n" + "\n".join(people[:2000]))) == 2000
    assert read_roster("email\n" + "\n".join(people)) is Refusal.TOO_MANY_LINES


@pytest.mark.parametrize(
    ("raw", "encoding"),
    [
        ("Žofie,z@example.org".encode(), "UTF-8"),
        ("Žofie,z@example.org".encode("utf-8-sig"), "UTF-8"),
        ("Žofie,z@example.org".encode("utf-16"), "UTF-16"),
        ("Žofie,z@example.org".encode("cp1252"), "Windows-1252"),
    ],
)
def test_a_file_is_read_in_the_encodings_that_spreadsheets_write(raw: bytes, encoding: Encoding) -> None:
    assert decode_roster(raw) == ("Žofie,z@example.org", encoding)


@pytest.mark.parametrize("raw", [b"PK\x03\x04\x14\x00\x08", b"\x81\x8d\xff,a@example.org"])
def test_a_file_that_is_no_text_is_refused(raw: bytes) -> None:
    assert decode_roster(raw) is Refusal.NOT_TEXT


def test_a_file_of_more_than_a_million_bytes_is_refused() -> None:
    assert decode_roster(b"a" * 1_000_001) is Refusal.TOO_LARGE
    assert decode_roster(b"a" * 1_000_000) == ("a" * 1_000_000, "UTF-8")
