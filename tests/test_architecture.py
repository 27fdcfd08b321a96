"""The rules of the house that a machine can read: who imports whom, where things may be done, what is documented."""

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import fields
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import click
import grimp
import pytest

from app.cli import MODULES, cli
from app.config import PREFIX, Settings

ROOT = Path(__file__).parents[1]
PACKAGES = ("app", "courseware", "quizzes")
MAX_LINES = {"app": 300, "courseware": 300, "quizzes": 300, "tests": 450}
README = ROOT / "README.md"


def product_files(*folders: str) -> list[Path]:
    found = [path for folder in folders or PACKAGES for path in sorted((ROOT / folder).rglob("*.py"))]
    # What a course shows and runs on the real frameworks is content, written as a learner would write it.
    content = [folder for folder in (ROOT / "courseware").iterdir() if (folder / "course.yaml").is_file()]
    return [path for path in found if not any(path.is_relative_to(folder) for folder in content)]


def trees(*folders: str) -> Iterator[tuple[str, ast.Module]]:
    for path in product_files(*folders):
        yield str(path.relative_to(ROOT)), ast.parse(path.read_text(encoding="utf-8"))


def templates() -> list[Path]:
    return sorted((ROOT / "app" / "templates").rglob("*.html"))


def tracked_files() -> list[Path]:
    """Every file of the repository, or every file here where there is no repository."""
    listed = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=False)  # noqa: S607
    names = listed.stdout.splitlines() if listed.returncode == 0 else []
    return [ROOT / name for name in names if (ROOT / name).is_file()]


def is_product(path: Path) -> bool:
    return path.relative_to(ROOT).parts[0] in PACKAGES


def calls(tree: ast.Module) -> Iterator[tuple[int, str]]:
    """Yield the line and the dotted name of every call."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            yield node.lineno, ast.unparse(node.func)


LINT = "import sys; from importlinter.cli import lint_imports; sys.exit(lint_imports(no_cache=True, no_logo=True))"


def test_the_import_contracts_hold() -> None:
    # In a process of its own: it switches the loggers off that are there.
    checked = subprocess.run([sys.executable, "-c", LINT], cwd=ROOT, capture_output=True, text=True, check=False)  # noqa: S603 (our own words)
    assert checked.returncode == 0, checked.stdout


def test_no_module_imports_itself_in_a_circle() -> None:
    graph = grimp.build_graph(*PACKAGES, cache_dir=None)
    imports = {module: graph.find_modules_directly_imported_by(module) for module in graph.modules}
    try:
        tuple(TopologicalSorter(imports).static_order())
    except CycleError as error:
        pytest.fail(" imports ".join(reversed(error.args[1])))


def test_imports_stand_at_the_top() -> None:
    found = [
        f"{name}:{node.lineno}"
        for name, tree in trees()
        for function in ast.walk(tree)
        if isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef) and function.name != "create_app"
        for node in ast.walk(function)
        if isinstance(node, ast.Import | ast.ImportFrom)
    ]
    assert found == []


def test_only_services_select() -> None:
    found = [
        f"{name}:{line}"
        for name, tree in trees()
        for line, called in calls(tree)
        if called in ("select", "sa.select", "sqlalchemy.select") and not name.startswith("app/services/")
    ]
    assert found == []


def test_services_never_commit() -> None:
    found = [
        f"{name}:{line}"
        for name, tree in trees("app/services")
        for line, called in calls(tree)
        if called.endswith(".commit")
    ]
    assert found == []


def test_services_and_questions_read_no_clock() -> None:
    clocks = re.compile(r"(^|\.)(now|utcnow|today|time|time_ns|monotonic|perf_counter)$")
    own = re.compile(r"^(datetime|date|time|dt)\.")
    found = [
        f"{name}:{line} {called}"
        for name, tree in trees("app/services", "app/models", "quizzes")
        for line, called in calls(tree)
        if clocks.search(called) and own.match(called)
    ]
    assert found == []


def test_services_and_questions_draw_nothing_at_random() -> None:
    found = [
        f"{name}:{node.lineno}"
        for name, tree in trees("app/services", "quizzes")
        for node in ast.walk(tree)
        if isinstance(node, ast.Import | ast.ImportFrom)
        for imported in ([alias.name for alias in node.names] if isinstance(node, ast.Import) else [node.module])
        if imported == "random"
    ]
    assert found == []


def test_a_file_holds_one_noun() -> None:
    lengths = {
        str(path.relative_to(ROOT)): len(path.read_text(encoding="utf-8").splitlines())
        for folder, limit in MAX_LINES.items()
        for path in product_files(folder)
        if len(path.read_text(encoding="utf-8").splitlines()) > limit
    }
    assert lengths == {}


def test_templates_hold_no_script_and_no_style() -> None:
    forbidden = re.compile(r"<script(?![^>]*\bsrc=)|<style|\sstyle=|\son[a-z]+=|javascript:", re.IGNORECASE)
    found = [
        f"{path.relative_to(ROOT)}: {match[0]}"
        for path in templates()
        for match in forbidden.finditer(without_jinja(path.read_text(encoding="utf-8")))
    ]
    assert found == []


def test_nothing_is_fetched_from_elsewhere() -> None:
    shown = [*templates(), *(path for path in tracked_files() if path.suffix in (".css", ".js") and is_product(path))]
    elsewhere = re.compile(r"""(?:src|href|url|from|import)\s*[=(]?\s*["']?(?:https?:)?//""")
    found = [str(path.relative_to(ROOT)) for path in shown if elsewhere.search(path.read_text(encoding="utf-8"))]
    assert found == []


WORDS_IN_ATTRIBUTES = re.compile(r"""\b(?:aria-label|alt|title|placeholder)="([^"]*)\"""")
WORD = re.compile(r"[A-Za-z]{2,}")


def without_jinja(source: str) -> str:
    # The class of the page's main part is a name, not a word.
    named = re.sub(r"\{% block main_class %\}\w*", " ", source)
    return re.sub(r"\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\}", " ", named, flags=re.DOTALL)


def literal_words(source: str) -> list[str]:
    """Return the words of a template that no translation can reach."""
    bare = re.sub(r"<!--.*?-->|<!doctype[^>]*>", " ", without_jinja(source), flags=re.DOTALL)
    in_attributes = [found for written in WORDS_IN_ATTRIBUTES.findall(bare) for found in WORD.findall(written)]
    between = re.sub(r"""[\w-]+="[^"]*"|<[^>]*>|&[a-z]+;""", " ", bare)
    # What is left of a tag whose attributes were written by a macro.
    return in_attributes + WORD.findall(re.sub(r"<[^>]*>", " ", between))


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ('<p>{{ _("Hello") }}</p>', []),
        ("<p>Hello {{ name }}</p>", ["Hello"]),
        ('<img alt="A picture" src="x">', ["picture"]),
        ('{# a note #}<b class="wide">{% if x %}7{% endif %}</b>&nbsp;', []),
    ],
)
def test_words_outside_gettext_are_found(source: str, words: list[str]) -> None:
    assert literal_words(source) == words


def test_every_word_of_a_template_goes_through_gettext() -> None:
    found = {str(path.relative_to(ROOT)): literal_words(path.read_text(encoding="utf-8")) for path in templates()}
    assert {name: words for name, words in found.items() if words} == {}


def test_nothing_names_the_machine_that_it_was_written_on() -> None:
    home = re.compile(r"(?<![\w.])/(?:work|root|home/\w+|opt/fw)/")
    texts = {".py", ".md", ".toml", ".yaml", ".yml", ".html", ".js", ".css", ".json", ".txt", ""}
    found = [
        str(path.relative_to(ROOT))
        for path in tracked_files()
        if path.suffix in texts and path != Path(__file__) and home.search(path.read_text(encoding="utf-8"))
    ]
    assert found == []


def test_every_command_says_what_it_does() -> None:
    def helps(group: click.Group) -> Iterator[tuple[str, str | None]]:
        context = click.Context(group)
        for name in group.list_commands(context):
            command = group.get_command(context, name)
            assert command is not None, name
            yield name, command.help
            if isinstance(command, click.Group):
                yield from helps(command)

    assert [name for name, words in helps(cli) if not words] == []


def test_a_command_about_content_starts_without_the_app_and_the_database() -> None:
    listed = "import sys; sys.argv[1:] = ['export', '--help']; import atexit; from app.cli import main"
    program = f"{listed}; atexit.register(lambda: print(sorted(sys.modules))); main()"
    shown = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True)  # noqa: S603
    loaded = set(ast.literal_eval(shown.stdout.splitlines()[-1]))
    assert "app.commands.exporting" in loaded
    assert loaded & {"flask", "sqlalchemy", "openpyxl", "latex2mathml", "app.commands.people"} == set()


def test_the_readme_documents_every_setting() -> None:
    names = [PREFIX + field.name.upper() for field in fields(Settings)] + ["COURSEWRIGHT_INSTANCE"]
    rows = README.read_text(encoding="utf-8").splitlines()
    assert [name for name in names if not any(row.startswith(f"| `{name}` |") for row in rows)] == []


def test_the_readme_documents_every_command() -> None:
    rows = README.read_text(encoding="utf-8").splitlines()
    assert [name for name in MODULES if not any(re.match(rf"\| `{name}[` ]", row) for row in rows)] == []
