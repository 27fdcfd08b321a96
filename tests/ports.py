"""Ports for servers of the tests."""

import os
import socket
from itertools import count

# Below those that the kernel gives to connections: any of them may be taken before the server is there.
FIRST, MANY, APART = 20_000, 10_000, 97
_numbers = count(os.getpid() * APART)  # each process of the tests has its own run of them


def free_port() -> int:
    """Return a port of loopback that nobody uses now and no other test is given."""
    while True:
        port = FIRST + next(_numbers) % MANY
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)):
                return port
