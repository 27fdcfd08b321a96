"""The table of our template, as CSV and as an Excel file: what each row becomes, and what is refused."""

from datetime import date
from fractions import Fraction
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import load_workbook

from quizzes.grading import Graded, grade
from quizzes.imports.table.columns import COLUMNS, manual
from quizzes.imports.table.template import TEMPLATES
from quizzes.interactions import Item
from tests.quizzes.imports.reading import adopted, bank_of, imported, refusals, taken
from tests.quizzes.imports.tables import SINGLE, csv_of, with_shared_strings, workbook, xlsx_of

README = Path(__file__).parents[3] / "README.md"


def one(**cells: object) -> Item:
    """Return the question of a row; `_` in a name is a space."""
    row = {name.replace("_", " "): value for name, value in cells.items()}
    [item] = bank_of(adopted("one.csv", csv_of(row))).items
    [same] = bank_of(adopted("one.xlsx", xlsx_of(row))).items
    assert item == same
    return item


def why(**cells: object) -> str:
    row = {"type": "single", "question": "Which?", **{name.replace("_", " "): value for name, value in cells.items()}}
    [(_, line, said)] = refusals(adopted("one.xlsx", xlsx_of(row)))
    assert line == 2
    return said


def earned(item: Item, answer: object) -> Fraction:
    graded = grade(item, {"answer": answer})
    assert isinstance(graded, Graded)
    return graded.score


def keys(item: Item) -> dict[str, str]:
    return {option.text: option.key for option in item.parts[0].interaction.options}  # type: ignore[union-attr]


@pytest.mark.parametrize("name", TEMPLATES)
def test_the_template_comes_in_whole(name: str) -> None:
    found = adopted(f"questions.{name}", TEMPLATES[name]())
    assert (found.format, list(found.refused), found.notes) == (name, [], ())
    assert [(line.item.id, line.item.kind, line.is_exact, line.flaws) for line in found.taken] == [
        ("capital-of-australia", "single", True, ()),
        ("which-of-these-rivers-flow-through-vienna", "multiple", True, ()),
        ("the-danube-flows-into-the-black-sea", "true-false", True, ()),
        ("how-high-is-mont-blanc", "numeric", True, ()),
        ("what-is-the-capital-of-switzerland", "short-text", True, ()),
        ("match-each-country-with-its-capital", "match", True, ()),
        ("put-these-cities-in-order-from-north-to-south", "order", True, ()),
    ]
    assert bank_of(found).items[0].tags == ("geography", "capitals")


def test_both_templates_have_every_column_and_the_same_questions() -> None:
    banks = [bank_of(adopted(f"questions.{name}", make())).items for name, make in TEMPLATES.items()]
    assert banks[0] == banks[1]
    book = load_workbook(BytesIO(TEMPLATES["xlsx"]()))
    assert [cell.value for cell in book.worksheets[0][1]] == [column.name for column in COLUMNS]
    assert [row[0].value for row in book.worksheets[1].iter_rows(min_row=2)] == [name for name, _ in manual()]


def test_the_readme_tells_of_every_column() -> None:
    text = README.read_text()
    assert [
        line
        for line in (f"| {name} | {what.replace('|', chr(92) + '|')} |" for name, what in manual())
        if line not in text
    ] == []


def test_every_column_of_a_single_choice_is_kept() -> None:
    item = one(
        type="Single Choice", question="Which *city*?", answer="b", option_A="Rome", option_B="<b>", option_D=1990,
        feedback_A="No.", feedback_B="Yes.", credit="A=33.33%", points=3, tags="geo, maps; geo", objective="find-it",
        difficulty="Hard", hint="Think.", explanation="So.", if_right="Well.", if_wrong="Oh.", id="The City",
    )  # fmt: skip
    assert (item.id, item.kind, item.prompt) == ("the-city", "single", "Which \\*city\\*?")
    assert list(keys(item)) == ["Rome", "\\<b>", "1990"]
    assert (item.points, item.tags, item.objective, item.difficulty) == (3, ("geo", "maps"), "find-it", "hard")
    assert (item.hint, item.explanation, item.right, item.wrong) == ("Think.", "So.", "Well.", "Oh.")
    rome, right, year = keys(item).values()
    assert item.parts[0].feedback == {rome: "No.", right: "Yes."}
    assert [earned(item, [key]) for key in (right, rome, year)] == [1, Fraction(1, 3), 0]


def test_the_answer_can_be_the_text_of_an_option() -> None:
    item = one(type="single", question="Which?", answer="rome", option_A="Rome", option_B="Oslo")
    assert earned(item, [keys(item)["Rome"]]) == 1


def test_markdown_is_read_where_it_is_asked_for() -> None:
    item = one(type="single", question="What is `x`?", answer="A", option_A="*a*", option_B="$b$", text="Markdown")
    assert (item.prompt, list(keys(item))) == ("What is `x`?", ["*a*", "$b$"])


@pytest.mark.parametrize(
    ("credit", "some", "with_wrong"),
    [
        ("", 0, 0),
        ("all or nothing", 0, 0),
        ("partial", Fraction(1, 2), Fraction(1, 2)),
        ("A=70%, B=30%; C=-50%", Fraction(7, 10), 1),
    ],
)
def test_several_right_options_earn_as_is_said(credit: str, some: Fraction, with_wrong: Fraction) -> None:
    row: dict[str, object] = {"option_A": "one", "option_B": "two", "option_C": "three", "option_D": "four"}
    item = one(type="multiple", question="Which?", answer="A; B", credit=credit, **row)
    first, second, _, fourth = keys(item).values()
    assert (earned(item, [first, second]), earned(item, [first])) == (1, some)
    assert earned(item, [first, second, fourth]) == with_wrong


@pytest.mark.parametrize(
    ("written", "right"), [("TRUE", "true"), (True, "true"), ("falsch", "false"), ("Vrai", "true")]
)
def test_true_and_false_are_read_in_the_language_of_the_spreadsheet(written: object, right: str) -> None:
    item = one(type="true/false", question="So?", answer=written, feedback_A="On true.", feedback_B="On false.")
    assert earned(item, [right]) == 1
    assert item.parts[0].feedback == {"true": "On true.", "false": "On false."}


@pytest.mark.parametrize(
    ("answer", "tolerance", "right", "wrong"),
    [
        (600, 5, ["595", "605"], ["594.9"]),
        (200, "5%", ["190", "210"], ["189"]),
        ("0,5", "", ["0.5"], ["0.6"]),
        ("1.5..2", "0.1", ["1.4", "2.1"], ["2.2"]),
        ("\u22125", "", ["-5"], ["5"]),
    ],
)
def test_numbers_have_tolerances_and_units(
    answer: object, tolerance: object, right: list[str], wrong: list[str]
) -> None:
    item = one(type="numeric", question="How many?", answer=answer, tolerance=tolerance, unit="kg")
    assert [earned(item, given) for given in right] == [1] * len(right)
    assert [earned(item, given) for given in wrong] == [0] * len(wrong)
    assert item.parts[0].interaction.unit == "kg"  # type: ignore[union-attr]


def test_other_numbers_can_have_feedback_and_a_share() -> None:
    item = one(
        type="number",
        question="How many?",
        answer=10,
        option_A="9..11",
        feedback_A="Near.",
        option_B=20,
        credit="A=50%",
    )
    assert [earned(item, given) for given in ("10", "9.5", "20")] == [1, Fraction(1, 2), 0]
    assert list(item.parts[0].feedback.values()) == ["Near."]


def test_short_texts_have_several_right_forms_and_others_with_a_share() -> None:
    cells = {
        "type": "short text",
        "question": "Which?",
        "answer": "Bern | Berne",
        "option_A": "bern",
        "credit": "A=50%",
    }
    exact = one(**cells, case="match")
    assert [earned(exact, given) for given in ("Bern", "Berne", "bern", "BERN")] == [1, 1, Fraction(1, 2), 0]
    assert earned(one(type="text", question="Which?", answer="Bern"), "BERN") == 1


def test_a_match_and_an_order_keep_what_belongs_together() -> None:
    match = one(type="match", question="Match.", option_A="a -> 1", option_B="b → 2", option_C="-> 3", feedback_B="B.")
    part = match.parts[0]
    texts = {target.key: target.text for target in part.interaction.targets}  # type: ignore[union-attr]
    assert [texts[key] for key in part.answer.correct.values()] == ["1", "2"]  # type: ignore[union-attr]
    assert (sorted(texts.values()), [*part.feedback.values()]) == (["1", "2", "3"], ["B."])
    order = one(
        type="ordering", question="Sort.", option_A="one", option_B="two", option_C="three", credit="all or nothing"
    )
    steps = [keys(order)[text] for text in ("one", "two", "three")]
    assert (earned(order, steps), earned(order, [steps[0], steps[2], steps[1]])) == (1, 0)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_csv_is_read_as_spreadsheets_of_every_country_write_it(encoding: str, delimiter: str) -> None:
    row = SINGLE | {"question": "Größe; Höhe, Weite?\nUnd?", "option A": 'ein "Zitat"'}
    found = adopted("x.csv", csv_of(row, row, delimiter=delimiter, encoding=encoding))
    assert [item.prompt for item in bank_of(found).items] == ["Größe; Höhe, Weite?\\\nUnd?"] * 2
    assert [line.place.line for line in found.taken] == [2, 3]


def test_a_file_can_say_what_parts_its_cells() -> None:
    found = adopted("x.csv", b"sep=|\r\n" + csv_of(SINGLE, delimiter="|"))
    assert [line.place.line for line in found.taken] == [3]


def test_headers_are_read_as_people_write_them_and_others_are_named() -> None:
    row = {"Type": "single", "QUESTION ": "Which?", "Answer": "A", "a": "one", "Option_B": "two", "Teacher": "me"}
    found = adopted("x.csv", csv_of(row, row | {"Type": ""}))
    assert found.notes == ("x.csv: the column “Teacher” is not known, so it is not read.",)
    assert refusals(found) == [("Which?", 3, "it has no type")]


def test_every_sheet_with_the_columns_is_read_and_the_others_are_named() -> None:
    rows = [[*SINGLE], [*SINGLE.values()]]
    found = adopted("x.xlsx", workbook({"One": [["Capitals"], [], *rows], "Two": rows, "Notes": [["a"]]}))
    assert [(line.place.file, line.place.line) for line in found.taken] == [
        ("x.xlsx, sheet “One”", 4),
        ("x.xlsx, sheet “Two”", 2),
    ]
    assert found.notes == ("The sheet “Notes” has no columns “type” and “question”: it is not read.",)


def test_texts_that_excel_keeps_apart_are_read() -> None:
    [item] = taken(imported("x.xlsx", with_shared_strings(xlsx_of(SINGLE))))
    assert (item.prompt, list(keys(item))) == ("Which?", ["one", "two"])


def test_formulas_dates_and_errors_are_named_and_not_evaluated() -> None:
    rows = [SINGLE | {"option B": cell} for cell in ("=1+1", date(2026, 1, 2), "#N/A")]
    assert refusals(adopted("x.xlsx", xlsx_of(*rows))) == [
        ("Which?", 2, "its cell under “option B” holds a formula, which is not evaluated here; put its value there"),
        (
            "Which?",
            3,
            "its cell under “option B” holds a date or a time, which the spreadsheet may have made of other words; "
            "make it text",
        ),
        ("Which?", 4, "its cell under “option B” holds the error #N/A"),
    ]


def test_a_number_has_the_digits_that_a_spreadsheet_shows() -> None:
    [item] = taken(imported("x.xlsx", xlsx_of({"type": "number", "question": "How many?", "answer": 0.1 + 0.2})))
    assert [earned(item, given) for given in ("0.3", "0.31")] == [1, 0]


def test_a_percentage_of_a_spreadsheet_is_one() -> None:
    rows = [["type", "question", "answer", "tolerance"], ["numeric", "How many?", 200, 0.05]]
    [item] = taken(imported("x.xlsx", workbook({"A": rows}, {"D2": "0%"})))
    assert [earned(item, given) for given in ("190", "189")] == [1, 0]


@pytest.mark.parametrize(
    ("cells", "said"),
    [
        ({"type": "essay"},
         "its type is “essay”; write single, multiple, true/false, numeric, short text, match or order"),
        ({"answer": "A"}, "it has no options"),
        ({"answer": "A", "option_A": "x"}, "it has one option; it needs two"),
        ({"option_A": "x", "option_B": "y"}, "it has no answer"),
        ({"answer": "C", "option_A": "x", "option_B": "y"}, "its answer is option C, which is empty"),
        ({"answer": "x y", "option_A": "x", "option_B": "y"}, "its answer “x y” is no letter of an option"),
        ({"answer": "A, B", "option_A": "x", "option_B": "y"},
         "its answer names several options; its type is then multiple"),
        ({"answer": "A", "option_A": "x", "option_B": "y", "credit": "half"},
         "“half” under “credit” is not known; write shares such as A=50%"),
        ({"answer": "A", "option_A": "x", "option_B": "y", "points": "many"},
         "its points are “many”; write a whole number"),
        ({"answer": "A", "option_A": "x", "option_B": "y", "difficulty": "odd"},
         "its difficulty is “odd”; write easy, medium or hard"),
        ({"type": "multiple", "answer": "A", "option_A": "x", "option_B": "y", "credit": "B=100%"},
         "option A is right under “answer” or has a share under “credit”, but not both"),
        ({"type": "numeric", "answer": "1,000"}, "“1,000” can be read in two ways; write it without a comma"),
        ({"type": "numeric", "answer": "many"}, "“many” is no number that can be asked for"),
        ({"type": "numeric"}, "it has no answer"),
        ({"type": "numeric", "answer": 1, "tolerance": -1}, "its tolerance is less than 0"),
        ({"type": "true/false", "answer": "maybe"}, "its answer is “maybe”, not true or false"),
        ({"type": "match", "option_A": "a", "option_B": "b -> c"}, "option A is no pair; write it as: left -> right"),
        ({"type": "order", "option_A": "a", "option_B": "b", "credit": "A=50%"},
         "“a 50” under “credit” is not known; write partial or all or nothing"),
        ({"type": "text", "answer": "x", "case": "maybe"},
         "“maybe” under “case” is not known; write match, or leave it empty"),
        ({"answer": "A", "option_A": "x", "option_B": "y", "text": "html"},
         "“html” under “text” is not known; write plain or markdown"),
    ],
)  # fmt: skip
def test_what_a_row_lacks_is_said(cells: dict[str, object], said: str) -> None:
    assert why(**cells) == said


def test_a_row_that_can_not_be_read_does_not_keep_the_others_out() -> None:
    good = csv_of(SINGLE)
    found = adopted("x.csv", good + b'single,"a" b,A,x,y\r\n' + good.split(b"\r\n")[1] + b'\r\nsingle,"open,A,x,y\r\n')
    assert [line.place.line for line in found.taken] == [2, 4]
    fault = "a quotation mark of it has no other, or stands in a wrong place"
    assert refusals(found) == [("", 3, fault), ("", 5, fault)]
