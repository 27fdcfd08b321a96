"""What `make prove` does before it installs the frameworks: an index that is not there is not asked."""

import importlib.util
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).parents[1]
SCRIPT = ROOT / ".ci" / "frameworks.py"
LOCK = "# A comment.\n--extra-index-url https://index.example/cpu\ntorch==2.13.0+cpu \\\n    --hash=sha256:00\n"


@pytest.fixture
def frameworks() -> ModuleType:
    spec = importlib.util.spec_from_file_location("frameworks", SCRIPT)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_an_index_that_answers_is_asked(frameworks: ModuleType) -> None:
    assert frameworks.reachable_only(LOCK, lambda index: index == "https://index.example/cpu") == LOCK


def test_an_index_that_does_not_answer_is_left_out_and_told(
    frameworks: ModuleType, capsys: pytest.CaptureFixture[str]
) -> None:
    assert frameworks.reachable_only(LOCK, lambda _: False) == LOCK.replace(
        "--extra-index-url https://index.example/cpu\n", ""
    )
    assert capsys.readouterr().out == (
        "https://index.example/cpu can't be reached; pip looks only where it is set up to look.\n"
    )


def test_our_lock_names_one_index_and_the_build_for_cpus(frameworks: ModuleType) -> None:
    lock = (ROOT / "requirements-frameworks.lock").read_text()
    assert frameworks.INDEX.findall(lock) == ["https://download.pytorch.org/whl/cpu"]
    assert "\ntorch==2.13.0+cpu " in lock


def test_an_address_where_nobody_listens_is_not_reachable(frameworks: ModuleType) -> None:
    assert not frameworks.is_reachable("http://127.0.0.1:1")


def test_where_the_frameworks_can_not_be_had_it_says_what_to_do(tmp_path: Path) -> None:
    script = SCRIPT.read_text().replace("ROOT = Path(__file__).resolve().parents[1]", f"ROOT = Path({str(tmp_path)!r})")
    (tmp_path / "frameworks.py").write_text(script)
    lock = tmp_path / "some.lock"
    lock.write_text(LOCK.replace("https://index.example/cpu", "http://127.0.0.1:1/cpu"))
    environment = {"PIP_NO_INDEX": "1", "PIP_CONFIG_FILE": "/dev/null", "PATH": "/usr/bin:/bin"}
    ran = subprocess.run(  # noqa: S603  The command is ours.
        [sys.executable, tmp_path / "frameworks.py", lock], env=environment, capture_output=True, text=True, check=False
    )
    assert ran.returncode == 1
    assert "http://127.0.0.1:1/cpu can't be reached" in ran.stdout
    assert "torch==2.13.0+cpu" in ran.stderr  # pip's own words
    assert ran.stderr.splitlines()[-1].startswith("The frameworks can't be installed, see above.")
    assert "set PIP_FIND_LINKS" in ran.stderr
