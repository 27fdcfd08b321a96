"""`user`, `cohort` and `report`, on a database that they make themselves."""

import csv
import json
from pathlib import Path

import pytest

from app.services.passwords import MIN_LENGTH
from tests.app.commands.conftest import Command, refused

INES = ("user", "add", "ines@example.org", "--name", "Ines", "--role", "instructor")


@pytest.fixture(autouse=True)
def password(monkeypatch: pytest.MonkeyPatch) -> None:
    """The password that new accounts get."""
    monkeypatch.setenv("COURSEWRIGHT_NEW_PASSWORD", "correct horse")


def people(command: Command) -> dict[str, dict[str, object]]:
    return {one["email"]: one for one in json.loads(command("user", "list", "--json").stdout)}


def test_somebody_is_added_with_a_password_and_a_role(command: Command) -> None:
    assert command(*INES).exit_code == 0
    ines = people(command)["ines@example.org"]
    assert (ines["name"], ines["role"], ines["has_password"]) == ("Ines", "instructor", True)
    assert "ines@example.org is known already" in refused(command(*INES))


def test_a_password_is_asked_for_and_not_shown(command: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("COURSEWRIGHT_NEW_PASSWORD")
    result = command(*INES, input="battery staple\nbattery staple\n")
    assert result.exit_code == 0, result.output
    assert "battery" not in result.output


def test_a_weak_password_is_refused(command: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COURSEWRIGHT_NEW_PASSWORD", "short")
    assert f"at least {MIN_LENGTH} characters" in refused(command(*INES))
    assert people(command) == {}


def test_another_password_ends_the_sessions(command: Command) -> None:
    command(*INES)
    assert command("user", "password", "ines@example.org").exit_code == 0
    assert "nobody has the e-mail" in refused(command("user", "password", "otto@example.org"))


def test_a_role_can_be_changed_but_the_last_admin_stays(command: Command) -> None:
    command(*INES)
    assert command("user", "role", "ines@example.org", "admin").exit_code == 0
    assert people(command)["ines@example.org"]["role"] == "admin"
    assert "is the last admin" in refused(command("user", "role", "ines@example.org", "learner"))
    assert "nobody has the e-mail" in refused(command("user", "role", "otto@example.org", "admin"))
    assert command("user", "role", "ines@example.org", "king").exit_code == 2


def test_an_invitation_can_be_printed_until_it_is_used(command: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    first = command("user", "invite", "ivo@example.org").output
    assert first.startswith("http://127.0.0.1:8000/account/invitation/")
    assert command("user", "invite", "ivo@example.org").output == first
    monkeypatch.setenv("COURSEWRIGHT_PUBLIC_URL", "https://school.example")
    assert command("user", "invite", "ivo@example.org").output.startswith("https://school.example/account/invitation/")


def test_another_role_withdraws_the_invitation_that_is_out(command: Command) -> None:
    first = command("user", "invite", "ivo@example.org").output
    assert command("user", "invite", "ivo@example.org", "--role", "instructor").output != first
    assert people(command)["ivo@example.org"]["role"] == "instructor"


def test_somebody_with_an_account_is_not_invited(command: Command) -> None:
    command(*INES)
    assert "has an account already" in refused(command("user", "invite", "ines@example.org"))


def test_what_is_no_email_is_a_wrong_use(command: Command) -> None:
    result = command("user", "invite", "ivo")
    assert result.exit_code == 2
    assert "“ivo” is not an e-mail address" in result.stderr


def test_people_are_listed_for_people(command: Command) -> None:
    command(*INES)
    command("user", "invite", "ivo@example.org", "--name", "Ivo")
    assert command("user", "list").output.splitlines() == [
        "ines@example.org  Ines  instructor",
        "ivo@example.org  Ivo  learner  (invited)",
    ]


@pytest.fixture
def cohort(command: Command) -> str:
    """A cohort's number."""
    command(*INES)
    made = command("cohort", "create", "Autumn", "--course", "knots", "--instructor", "ines@example.org")
    assert made.exit_code == 0, made.output
    number, link = made.output.split()
    assert link.startswith("http://127.0.0.1:8000/join/")
    return number


def test_a_cohort_is_made_and_listed(command: Command, cohort: str) -> None:
    [line] = json.loads(command("cohort", "list", "--json").stdout)
    assert (line["id"], line["name"], line["course"], line["learners"]) == (int(cohort), "Autumn", "knots", 0)
    assert line["instructors"] == ["ines@example.org"]
    assert command("cohort", "list").output == f"{cohort}  Autumn  (knots, 0 learners)\n"


def test_a_cohort_needs_a_course_and_an_instructor(command: Command) -> None:
    command(*INES)
    wrong = ("cohort", "create", "Autumn", "--course", "nowhere", "--instructor", "ines@example.org")
    assert "there is no course “nowhere”" in refused(command(*wrong))
    wrong = ("cohort", "create", "Autumn", "--course", "knots", "--instructor", "otto@example.org")
    assert "otto@example.org is no instructor" in refused(command(*wrong))


def test_people_join_a_cohort_from_a_file(command: Command, cohort: str, tmp_path: Path) -> None:
    file = tmp_path / "people.csv"
    file.write_text("name,email\nAnna,anna@example.org\nBo,bo@example.org\n")
    assert command("cohort", "add", "Autumn", file).output == "2 added, 2 of them invited.\n"
    rows = json.loads(command("cohort", "roster", cohort, "--json").stdout)
    assert [(row["name"], row["email"], row["status"]) for row in rows] == [
        ("Anna", "anna@example.org", "invited"),
        ("Bo", "bo@example.org", "invited"),
    ]
    assert command("cohort", "add", cohort, file).output == "0 added, 0 of them invited.\n"


def test_nobody_is_added_while_a_line_is_wrong(command: Command, cohort: str, tmp_path: Path) -> None:
    file = tmp_path / "people.csv"
    file.write_text("name,email\nAnna,anna@example.org\nBo,bo\n")
    result = command("cohort", "add", cohort, file)
    assert result.exit_code == 1
    assert f"{file}:3: not an email: Bo,bo\n" in result.stderr
    assert json.loads(command("cohort", "roster", cohort, "--json").stdout) == []
    file.write_text("\n")
    assert "is no list of people" in refused(command("cohort", "add", cohort, file))


def test_a_board_is_reported_in_each_form(command: Command, cohort: str, tmp_path: Path) -> None:
    file = tmp_path / "people.csv"
    file.write_text("Anna,anna@example.org\n")
    command("cohort", "add", cohort, file)
    board = json.loads(command("report", cohort, "--json").stdout)
    [anna] = board["learners"]
    assert (board["name"], anna["email"], anna["last_activity_at"]) == ("Autumn", "anna@example.org", None)
    assert anna["lessons"] == {"ropes": "not-yet", "tying": "not-yet"}
    assert anna["quizzes"]["final"] == {"percent": None, "attempts": 0, "passed": False}
    rows = list(csv.reader(command("report", cohort, "--csv").stdout.splitlines()))
    assert rows[0][:3] == ["name", "email", "status"]
    assert rows[1][:3] == ["Anna", "anna@example.org", "invited"]
    assert command("report", cohort).output.startswith("Anna  0 of 2 lessons, 0 of ")


def test_a_cohort_that_is_not_one_is_refused(command: Command, cohort: str) -> None:
    assert "there is no cohort “Spring”" in refused(command("report", "Spring", "--json"))
    command("cohort", "create", "Autumn", "--course", "knots", "--instructor", "ines@example.org")
    assert "“Autumn” names 2 cohorts" in refused(command("cohort", "roster", "Autumn"))
