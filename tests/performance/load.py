"""Send the same requests again and again over a few connections that stay open, and count the answers."""

import asyncio
import time
from collections.abc import Callable
from dataclasses import dataclass

HOST = "127.0.0.1"


@dataclass(frozen=True, slots=True)
class Load:
    """What came of it: answers a second, and how long the slowest of a hundred took, in milliseconds."""

    per_second: float
    p99_ms: float


Requests = Callable[[int, int], bytes]  # connection and turn to a whole request


def measure(port: int, request: Requests, expected: int, *, connections: int, seconds: float) -> Load:
    """Ask for so long, and return the rate. Raises RuntimeError for an answer of another status than expected."""
    return asyncio.run(_measure(port, request, expected, connections, seconds))


async def _measure(port: int, request: Requests, expected: int, connections: int, seconds: float) -> Load:
    until = time.perf_counter() + seconds
    asked = [_ask(port, request, expected, number, until) for number in range(connections)]
    took = sorted(one for times in await asyncio.gather(*asked) for one in times)
    return Load(len(took) / seconds, took[int(len(took) * 0.99)] * 1000)


async def _ask(port: int, request: Requests, expected: int, connection: int, until: float) -> list[float]:
    reader, writer = await asyncio.open_connection(HOST, port)
    took, turn = [], 0
    while (start := time.perf_counter()) < until:
        writer.write(request(connection, turn))
        status = await _read_answer(reader)
        if status != expected:
            raise RuntimeError(f"answered {status} instead of {expected}")
        took.append(time.perf_counter() - start)
        turn += 1
    writer.close()
    return took


async def _read_answer(reader: asyncio.StreamReader) -> int:
    head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
    length = 0
    for line in head.split("\r\n")[1:]:
        name, _, value = line.partition(":")
        if name.lower() == "content-length":
            length = int(value)
    await reader.readexactly(length)
    return int(head.split(" ", 2)[1])
