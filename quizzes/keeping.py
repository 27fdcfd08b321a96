"""What was found out about a text is remembered, for as many characters as there is room for: long texts take more."""

from collections import OrderedDict
from collections.abc import Callable
from functools import wraps
from threading import Lock
from typing import Concatenate, ParamSpec, TypeVar

P = ParamSpec("P")
R = TypeVar("R")
OVERHEAD = 100  # characters that a text counts beside its own


def kept(most: int) -> Callable[[Callable[Concatenate[str, P], R]], Callable[Concatenate[str, P], R]]:
    """Remember what a function of a text returns, for texts of `most` characters together; the oldest go first.

    An `lru_cache` counts texts alone, and eight thousand of a stranger's longest fill the memory. Other arguments
    are hashable, and given by place.
    """

    def keep(function: Callable[Concatenate[str, P], R]) -> Callable[Concatenate[str, P], R]:
        found: OrderedDict[tuple[object, ...], R] = OrderedDict()
        lock, room = Lock(), [most]

        @wraps(function)
        def remembered(source: str, /, *args: P.args, **kwargs: P.kwargs) -> R:
            key = (source, *args, *kwargs.items())
            with lock:
                if key in found:
                    found.move_to_end(key)
                    return found[key]
            made = function(source, *args, **kwargs)
            with lock:
                if key not in found:
                    found[key] = made
                    room[0] -= len(source) + OVERHEAD
                while room[0] < 0:
                    oldest, _ = found.popitem(last=False)
                    room[0] += len(str(oldest[0])) + OVERHEAD
            return made

        return remembered

    return keep
