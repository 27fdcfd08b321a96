"""Run the command line: `coursewright`, or `python -m app`.

Ctrl+C ends it without a word at any time, also while it is still being loaded.
"""

import importlib
import os
import signal
import sys

STOPPED = 128 + signal.SIGINT


def main() -> None:
    """Load the command line and run it."""
    waits = signal.getsignal(signal.SIGINT) is signal.default_int_handler  # else it was told to let Ctrl+C be
    if waits:
        # Nothing is begun that would have to be cleared up, and an exception could be swallowed by what is loaded.
        signal.signal(signal.SIGINT, lambda *_: os._exit(STOPPED))
    command_line = importlib.import_module("app.cli")
    if waits:
        signal.signal(signal.SIGINT, signal.default_int_handler)
    sys.exit(command_line.main())


if __name__ == "__main__":
    main()
