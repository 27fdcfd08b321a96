"""Papers as PDF, read by another program: everything is there, in its place, and nothing that gives an answer away."""

import re
from dataclasses import replace
from fractions import Fraction

import msgspec
import pytest
from pypdf import PdfReader

from quizzes.bank import Bank
from quizzes.exports import ExportQuiz, Pool, formats, prepare
from quizzes.exports.on_paper import papers
from quizzes.exports.on_paper.papers import Paper
from quizzes.exports.texts import texts_of
from quizzes.grading import Graded, grade
from quizzes.interactions import Choice, Item, Match, MatchKey, Option, Part, Rule
from quizzes.quiz import Quiz
from tests.quizzes.exports import paper_reader
from tests.quizzes.exports.pdf_reader import MILLIMETRE, Sheet, readable, sheets, squashed
from tests.quizzes.exports.plain_reading import shown
from tests.quizzes.exports.samples import judged_item, odd_export, opened, own_quizzes

PRINT = formats()["print"]
PICTURE = re.compile(r"!\[[^\]]*\]\([^)]*\)")  # is seen and not read
SIDE, TOP, BOTTOM = 18, 10, 8  # millimetres that stay white
TELLING = 12  # characters that give something away

COMMANDS = (
    '#read("/etc/passwd") $ #panic() \\ #import "@preview/x:1.0.0": y <label> @ref // x /* y */ [z] = head - ~ \' "'
)
FORMULAS = (
    r"$\frac{a}{b} + \sqrt[3]{y} \cdot x_i^2$ and $\sum_{i=1}^n \hat{y}_i \leq \mathbb{R}$"
    r" $$f(x)=\begin{cases}1&x>0\\0&\text{else}\end{cases} \left(\frac{1}{2}\right)$$"
)
CALL = "model.add(tf.keras.layers.RandomFlip(mode='horizontal', seed=42, name='a'))"
LONG = f"```python\n{'x' * 300}\n{CALL}  # {'y ' * 60}\n```"
LINK = f"[there](https://example.org/{'p' * 90})"
WIDE = f"`{'a.b_c' * 40}` {'w' * 200}\n\n| a | b |\n|---|---|\n| {'q' * 90} | `{'z' * 90}` |\n\n{LINK}"
NESTED = [
    "> " * 40 + "deep",
    "> - " * 20 + "deep",
    "*a **b " * 30 + "deep" + "** c*" * 30,
    "$" + r"\frac{1}{" * 40 + "x" + "}" * 40 + "$",
    "> " * 12 + "$" + "x^{" * 60 + "y" + "}" * 60 + "$",
    "$" + r"\left(" * 40 + "y" + r"\right)" * 40 + "$",
]


def printed(*items: Item, **settings: object) -> bytes:
    return PRINT.write(quiz_of(*items, **settings))


def quiz_of(*items: Item, **settings: object) -> ExportQuiz:
    pool = Pool("odd", "Odd", items, len(items))
    return replace(odd_export(), pools=(pool,), shuffle_items=False, papers=1, **settings)  # type: ignore[arg-type]


def asking(prompt: str, name: str = "asked") -> Item:
    item = next(item for item in odd_export().items if item.id == "odd-all-or-nothing")
    return msgspec.structs.replace(item, id=name, prompt=prompt, explanation=prompt)


def wide_table() -> Item:
    sources = tuple(Option(f"s{place}", "A statement `tf.keras.layers.experimental` and more") for place in range(3))
    targets = tuple(Option(f"t{place}", "Extraordinarilylongwords") for place in range(4))
    credit = {source.key: {"t0": Fraction(1, 3)} for source in sources}
    key = MatchKey({source.key: "t0" for source in sources}, credit, Rule.BY_PART)
    return Item("wide", "categorise", "Wide.", (Part("answer", Match(sources, targets, target_max=0), key),))


def by_question(pages: list[Sheet], paper: Paper) -> list[str]:
    """Return the words of each question of a paper."""
    text = "".join(page.words for page in pages)
    places = []
    for number, item in enumerate(paper.items, 1):
        head = f"{number}./{item.points}point"
        places.append(text.index(head, places[-1] if places else 0))
    return [text[start:end] for start, end in zip(places, [*places[1:], None], strict=True)]


def assert_nothing_is_clipped(pages: list[Sheet]) -> None:
    for page in pages:
        for left, bottom, right, top in page.boxes:
            assert left >= SIDE * MILLIMETRE - 1
            assert right <= page.width - SIDE * MILLIMETRE + 1
            assert bottom >= BOTTOM * MILLIMETRE
            assert top <= page.height - TOP * MILLIMETRE


@pytest.mark.parametrize(("bank", "quiz"), own_quizzes(), ids=lambda value: getattr(value, "slug", ""))
def test_a_paper_asks_everything_and_its_key_tells_what_is_right(bank: Bank, quiz: Quiz) -> None:
    export = prepare(bank, quiz)
    archive = PRINT.write(export)
    key = "".join(page.words for page in sheets(archive, "key.pdf"))
    for paper in papers(export):
        pages = sheets(archive, f"paper-{paper.letter}.pdf")
        assert_nothing_is_clipped(pages)
        for number, page in enumerate(pages, 1):
            assert page.words.endswith(f"{paper.letter}·{number}of{len(pages)}")
        rows = paper_reader.read(archive, paper)
        place = key.index(f"Keytopaper{paper.letter}{export_points(paper)}")
        for number, (item, words, row) in enumerate(zip(paper.items, by_question(pages, paper), rows, strict=True), 1):
            assert_asked(item, words)
            answer = squashed(row.right)
            place = key.index(f"{number}{answer}", place)
            assert squashed(row.rule)[:20] in key[place:]
            if isinstance(item.parts[0].interaction, Choice):
                assert_full_marks(item, item.parts[0].interaction, words, row.right)


def export_points(paper: Paper) -> str:
    return f"{sum(item.points for item in paper.items)}point"


def assert_asked(item: Item, words: str) -> None:
    for piece in readable(item.prompt):
        assert piece in words, (item.id, piece, words)


def assert_full_marks(item: Item, choice: Choice, words: str, right: str) -> None:
    """Find the letter of each option on the paper, and hand in what the key calls right."""
    without = [msgspec.structs.replace(one, text=PICTURE.sub("", one.text)) for one in choice.options]
    texts = [squashed(text) for text in shown(msgspec.structs.replace(choice, options=tuple(without)))]
    if choice.form == "lines":
        labels = {re.match(r"\d+", text)[0]: option.key for text, option in zip(texts, choice.options, strict=True)}  # type: ignore[index]
        assert all(text in words for text in texts)
    else:
        labels = {}
        for place, (option, text) in enumerate(zip(choice.options, texts, strict=True)):
            letter = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"[place]
            assert f"{letter}{text}" in words or "$" in option.text, (item.id, letter, text, words)
            labels[letter] = option.key
    graded = grade(item, {"answer": [labels[label] for label in right.split(", ")]})
    assert isinstance(graded, Graded)
    assert graded.score == 1


@pytest.mark.parametrize(("bank", "quiz"), own_quizzes(), ids=lambda value: getattr(value, "slug", ""))
def test_a_paper_gives_no_answer_away(bank: Bank, quiz: Quiz) -> None:
    export = prepare(bank, quiz)
    archive = PRINT.write(export)
    for paper in papers(export):
        words = "".join(page.words for page in sheets(archive, f"paper-{paper.letter}.pdf"))
        for item in paper.items:
            asked = " ".join(squashed(text) for text in (item.prompt, *options_of(item)))
            told = [item.explanation, item.right, item.wrong, item.hint, *item.parts[0].feedback.values(), item.id]
            for piece in (piece for text in told for piece in readable(text)):
                assert len(piece) < TELLING or piece not in words or piece in asked, (item.id, piece)


def options_of(item: Item) -> list[str]:
    secret = {item.explanation, item.right, item.wrong, item.hint, *item.parts[0].feedback.values()}
    return [text for text in texts_of(item) if text not in secret]


@pytest.mark.parametrize("size", ["a4", "letter"])
def test_long_lines_words_and_addresses_stay_on_the_page(size: str) -> None:
    archive = printed(asking(LONG), asking(WIDE, "b"), wide_table(), asking(FORMULAS, "c"), paper_size=size)
    width = {"a4": 210, "letter": 215.9}[size] * MILLIMETRE
    for name in ("paper-A.pdf", "key.pdf"):
        pages = sheets(archive, name)
        assert_nothing_is_clipped(pages)
        assert all(abs(page.width - width) < 1 for page in pages)
    words = "".join(page.words for page in sheets(archive, "paper-A.pdf"))
    for text in ("x" * 300, "y" * 60, "w" * 200, "q" * 90, "z" * 90, "p" * 90, "a.b_c" * 40):
        assert text in words


def test_words_of_a_table_stay_in_their_column() -> None:
    [page] = sheets(printed(wide_table()), "paper-A.pdf")
    column = (page.width - 2 * SIDE * MILLIMETRE) / 5.6
    assert page.words.count("Extraordinarilylongwords") == 4
    starts = sorted({round(left) for left, _, right, _ in page.boxes if left > SIDE * MILLIMETRE + 1.6 * column})
    assert len(starts) > 4
    for edge in (1, 2, 3):
        line = page.width - SIDE * MILLIMETRE - edge * column
        table = [box for box in page.boxes if 150 * MILLIMETRE < box[1] < 245 * MILLIMETRE]
        assert not [box for box in table if box[0] < line - 1 < box[2] - 1]


def test_what_looks_like_a_command_is_printed_and_never_run() -> None:
    archive = printed(asking(COMMANDS.replace("$", r"\$")), title=COMMANDS)
    words = "".join(page.words for page in sheets(archive, "paper-A.pdf"))
    assert words.count(squashed(COMMANDS)) >= 2
    assert "root:" not in words


def test_formulas_stand_as_formulas() -> None:
    [page] = sheets(printed(asking(FORMULAS)), "paper-A.pdf")
    for sign in ("∑", "√", "≤", "R", "·", "else"):
        assert squashed(sign) in page.words
    assert "frac" not in page.words
    assert "$" not in page.words


@pytest.mark.parametrize("text", NESTED)
def test_texts_nested_without_end_are_printed(text: str) -> None:
    assert sheets(printed(asking(text)), "key.pdf")


def test_a_question_stays_on_one_page_where_it_fits_and_a_longer_one_goes_on() -> None:
    long = "```\n" + "\n".join(f"line {number}" for number in range(130)) + "\n```\n\nThe end."
    items = [*(asking(f"Question {number}.\n\n" + "Text.\n\n" * 9, f"q{number}") for number in range(7)), asking(long)]
    pages = sheets(printed(*items), "paper-A.pdf")
    for number in range(7):
        [page] = [page for page in pages if f"Question{number}." in page.words]
        start = page.words.index(f"Question{number}.")
        assert re.match(r".{40,80}Tickallthatapply\.A.B.C.", page.words[start:])
    words = "".join(page.words for page in pages)
    assert all(f"line{number}" in words for number in range(130))
    assert "Theend." in words


def test_gaps_in_code_are_places_to_write() -> None:
    item = next(item for item in odd_export().items if item.id == "odd-gaps")
    [page] = sheets(printed(item), "paper-A.pdf")
    assert "y[2]>f" in page.words
    assert "return3" in page.words


def test_what_a_person_judges_has_room_and_its_rubric_in_the_key() -> None:
    archive = printed(judged_item())
    [paper], [key] = sheets(archive, "paper-A.pdf"), sheets(archive, "key.pdf")
    assert "Lookfor" not in paper.words
    assert "Lookforzip." in key.words
    assert "Apersonjudgesit:upto4points." in key.words


def test_a_character_that_no_font_has_is_reported_and_the_rest_is_printed() -> None:
    export = quiz_of(asking("Привет αβγ → ≠ 漢 end"))
    lost = PRINT.report(export).lost_by("asked")
    assert lost == ("the character 漢 in the PDF, as its fonts lack it; print the HTML instead",)
    assert "Приветαβγ→≠" in sheets(PRINT.write(export), "paper-A.pdf")[0].words


def test_an_image_of_another_server_is_not_fetched() -> None:
    [page] = sheets(printed(asking("See ![a rope](https://example.org/rope.png).")), "paper-A.pdf")
    assert "Seearope(https://example.org/rope.png)." in page.words


def test_a_pdf_says_its_title_and_language_and_is_tagged() -> None:
    with opened(PRINT.write(replace(odd_export(), language="de-AT"))) as files, files.open("paper-A.pdf") as file:
        reader = PdfReader(file)
        assert reader.metadata is not None
        assert reader.metadata.title == 'Odd: <tags> & "quotes" / slashes, paper A'
        assert reader.trailer["/Root"]["/Lang"] == "de"
        assert "/StructTreeRoot" in reader.trailer["/Root"]
        assert b"pdfuaid:part" in reader.trailer["/Root"]["/Metadata"].get_data()
