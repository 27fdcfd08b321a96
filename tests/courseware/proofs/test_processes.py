"""A program runs in a process of its own, with a clean environment, and never past its bounds."""

import sys
from pathlib import Path
from threading import Event, Timer

import pytest

from courseware.proofs.processes import Program, Ran, run

PYTHON = Path(sys.executable)


def ran(source: str, **options: object) -> Ran:
    return run(Program(PYTHON, "script.py", source, **options), Event())  # type: ignore[arg-type]


def is_running(pid: int) -> bool:
    """Say whether a process is there and not merely waiting to be buried."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except FileNotFoundError:
        return False


def test_what_a_program_prints_comes_back() -> None:
    found = ran("print('one')\nprint('two')")
    assert (found.output, found.status, found.stopped, found.is_good) == ("one\ntwo\n", 0, "", True)


def test_a_crash_comes_back_with_its_last_words() -> None:
    found = ran("print('before')\nraise ValueError('no rope')")
    assert (found.output, found.status, found.is_good) == ("before\n", 1, False)
    assert found.complaints.endswith("ValueError: no rope\n")


def test_what_is_printed_to_standard_error_is_no_output() -> None:
    assert ran("import sys\nprint('careful', file=sys.stderr)").output == ""


def test_a_program_reads_what_it_is_given() -> None:
    assert ran("print(input())", stdin="seven\n").output == "seven\n"


def test_a_program_has_a_folder_of_its_own_that_is_gone_afterwards() -> None:
    source = "import os; from pathlib import Path\nPath('knot').write_text('x')\nprint(os.getcwd(), os.environ['HOME'])"
    folder, home = ran(source).output.split()
    assert folder == home
    assert not Path(folder).exists()


def test_a_program_sees_only_the_environment_it_is_given(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COURSEWRIGHT_SECRET", "tell nobody")
    source = "import os\nprint(os.environ.get('COURSEWRIGHT_SECRET'), os.environ['ROPE'], os.environ['PYTHONHASHSEED'])"
    assert ran(source, environment={"ROPE": "hemp"}).output == "None hemp 0\n"


def test_the_folder_of_the_run_can_be_named_in_the_environment() -> None:
    source = "import os\nprint(os.environ['KNOTS'] == os.getcwd() + '/knots')"
    assert ran(source, environment={"KNOTS": "{folder}/knots"}).output == "True\n"


def test_a_program_imports_nothing_from_beside_it() -> None:
    source = "from pathlib import Path\nPath('json.py').write_text('x = 1')\nimport json\nprint(hasattr(json, 'x'))"
    assert ran(source).output == "False\n"


def test_a_program_that_takes_too_long_is_stopped_with_its_children() -> None:
    source = (
        "import subprocess, sys, time\n"
        "child = subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(600)'])\n"
        "print(child.pid, flush=True)\ntime.sleep(600)"
    )
    for limit_s in (1, 10, 100):  # a busy machine may not have begun when a short one is over
        found = ran(source, time_limit_s=limit_s)
        assert (found.stopped, found.is_good) == ("time", False)
        if found.output:
            break
    assert not is_running(int(found.output))


def test_a_child_that_outlives_its_program_is_stopped() -> None:
    source = (
        "import subprocess, sys\nprint(subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(600)']).pid)"
    )
    found = ran(source)
    assert found.is_good
    assert not is_running(int(found.output))


@pytest.mark.skipif(not Path("/proc").is_dir(), reason="memory is watched through /proc")
def test_a_program_that_takes_too_much_memory_is_stopped() -> None:
    found = ran("x = bytearray(300_000_000)\nimport time\ntime.sleep(600)", memory_limit_mb=100)
    assert found.stopped == "memory"
    assert found.peak_mb > 100


@pytest.mark.skipif(not Path("/proc").is_dir(), reason="memory is watched through /proc")
def test_the_memory_of_children_counts() -> None:
    source = (
        "import subprocess, sys\n"
        "subprocess.run([sys.executable, '-c', 'import time; x = bytearray(300_000_000); time.sleep(600)'])"
    )
    assert ran(source, memory_limit_mb=150).stopped == "memory"


def test_a_program_that_prints_without_end_is_stopped() -> None:
    found = ran("while True: print('x' * 1000)")
    assert found.stopped == "output"
    assert len(found.output) == 1_000_000


def test_a_program_is_stopped_when_that_is_asked_for() -> None:
    stop = Event()
    timer = Timer(0.3, stop.set)
    timer.start()
    found = run(Program(PYTHON, "script.py", "import time\ntime.sleep(60)"), stop)
    timer.join()
    assert found.stopped == "asked"
