"""The player's modules joined to one script."""

from pathlib import Path

import pytest

from quizzes.player.bundle import joined
from quizzes.player.page import data_html, script


def modules(folder: Path, **sources: str) -> tuple[Path, ...]:
    for name, source in sources.items():
        (folder / f"{name}.js").write_text(source)
    return (folder,)


def test_what_is_imported_stands_before_what_imports_it_and_only_once(tmp_path: Path) -> None:
    folders = modules(
        tmp_path,
        a='import { b } from "./b.js";\nimport "./c.js";\nb();\n',
        b='import { c as d } from "./c.js";\nexport function b() { d(); }\n',
        c="export const c = () => 1;\n",
    )
    made = joined("a.js", folders)
    assert [made.count(f"const ${name} = ") for name in "abc"] == [1, 1, 1]
    assert made.index("$c = ") < made.index("$b = ") < made.index("$a = ")
    assert "const { c: d } = $c;" in made
    assert "return { b };" in made


@pytest.mark.parametrize(
    ("sources", "message"),
    [
        ({"a": 'import "./b.js";\n', "b": 'import "./a.js";\n'}, "a.js imports b.js imports a.js; break the circle"),
        ({"a": 'import "./b.js";\n'}, "a.js imports b.js, which is not there"),
        ({"a": "export default 7;\n"}, "a.js: “export default 7;” is a form that the player is not joined by"),
        ({"a": 'import x from "./b.js";\n', "b": ""}, "a.js: “import x from"),
    ],
)
def test_a_form_that_is_not_known_is_a_fault(tmp_path: Path, sources: dict[str, str], message: str) -> None:
    with pytest.raises(ValueError, match=message.replace(".", r"\.").replace("(", r"\(")):
        joined("a.js", modules(tmp_path, **sources))


def test_the_player_is_one_script_that_imports_nothing() -> None:
    made = script()
    assert "import " not in made.replace(" imports ", "").split('"use strict"')[1].split("\n")[0]
    assert made.count("const $grading = ") == 1


def test_data_can_not_end_the_element_that_holds_it() -> None:
    assert "</script" not in data_html({"title": "</script><b>"}).removesuffix("</script>\n")
