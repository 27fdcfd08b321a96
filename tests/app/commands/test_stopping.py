"""What is told to stop ends without a word, whatever it is at."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]
# A shell that starts something in the background lets it ignore Ctrl+C, and all that it starts.
LISTENING = (
    "import os, signal, sys; signal.signal(signal.SIGINT, signal.SIG_DFL); "
    "os.execv(sys.executable, [sys.executable, *sys.argv[1:]])"
)
STOP = "import os, signal, time\nos.kill(os.getpid(), signal.SIGINT)\ntime.sleep(30)\n"


# A module of each stage: the command line, then the command, then what it does.
@pytest.mark.parametrize("module", ["click", "openpyxl", "latex2mathml"])
@pytest.mark.parametrize("how", [["-m", "app"], ["-c", "from app.__main__ import main; main()"]])
def test_ctrl_c_while_modules_are_loaded_is_quiet(tmp_path: Path, module: str, how: list[str]) -> None:
    (tmp_path / f"{module}.py").write_text(STOP)
    sample = "tests/quizzes/imports/moodle.xml" if module == "openpyxl" else "deep-learning-frameworks"
    told = ["import", sample] if module == "openpyxl" else ["export", sample, "--to", "site"]
    ended = subprocess.run(  # noqa: S603 (our own interpreter)
        [sys.executable, "-c", LISTENING, *how, "--instance", str(tmp_path), *told],
        cwd=ROOT,
        env=os.environ | {"PYTHONPATH": f"{tmp_path}{os.pathsep}{ROOT}"},
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert (ended.returncode, ended.stdout, ended.stderr) == (128 + signal.SIGINT, "", "")


# A process takes SIGTERM as the server does, and tells each that it forks to stop before that has run at all.
YOUNG = """
import os, signal, time
from app.serving import end_early_workers

signal.signal(signal.SIGTERM, lambda *_: None)
end_early_workers()
for _ in range(50):
    young = os.fork()
    if not young:
        time.sleep(1)
        os._exit(7)
    os.kill(young, signal.SIGTERM)
    print(os.waitstatus_to_exitcode(os.waitpid(young, 0)[1]))
os.kill(os.getpid(), signal.SIGTERM)
print("goes on")
"""


def test_a_worker_that_is_told_to_stop_before_it_runs_ends() -> None:
    ended = subprocess.run(  # noqa: S603 (our own interpreter)
        [sys.executable, "-c", YOUNG], cwd=ROOT, capture_output=True, text=True, check=True, timeout=180
    )
    assert ended.stdout.split("\n") == [*[str(-signal.SIGTERM)] * 50, "goes on", ""]
