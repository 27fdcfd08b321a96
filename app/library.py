"""The courses in memory: loaded once, at start, and the same for every request; and what was made of them alone."""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from threading import Lock
from typing import TypeVar, cast

from flask import Flask, current_app

from courseware.library import Library

KEY = "coursewright.library"
KEPT = "coursewright.kept"
MOST_KEPT = 64  # values; the largest, the keys of a quiz of 158 questions, takes 2 MB

T = TypeVar("T")


@dataclass(slots=True)
class Kept:
    """Values that depend on one library alone. Beyond `most`, the one that was longest not asked for goes."""

    most: int = MOST_KEPT
    values: OrderedDict[Hashable, object] = field(default_factory=OrderedDict)
    lock: Lock = field(default_factory=Lock)

    def get(self, key: Hashable, make: Callable[[], T]) -> T:
        """Return the value of a key, made where it is not there."""
        with self.lock:
            if key in self.values:
                self.values.move_to_end(key)
                return cast("T", self.values[key])
        # Made outside the lock: two requests may both make it, and neither waits for the other.
        value = make()
        with self.lock:
            self.values[key] = value
            if len(self.values) > self.most:
                self.values.popitem(last=False)
        return value


def keep_library(app: Flask, library: Library) -> None:
    """Give an app its courses, and a memory for what is made of them."""
    app.extensions[KEY] = library
    app.extensions[KEPT] = Kept()


def library() -> Library:
    """Return the current app's courses."""
    return cast("Library", current_app.extensions[KEY])


def kept(key: Hashable, make: Callable[[], T]) -> T:
    """Return a value that depends on the current app's courses alone, made once for all requests.

    Nothing that depends on a reader, on a language or on the address of the app belongs here.
    """
    return cast("Kept", current_app.extensions[KEPT]).get(key, make)
