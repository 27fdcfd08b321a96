"""Pyslet as it runs on today's Python: an item and response variables in, outcome variables out."""

import collections
import collections.abc
import importlib
import re
import sys
import warnings
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from tests.quizzes.qti2_engine.packages import unpacked

# What pyslet can't read says only how a hint is shown, and how the text in a dropdown of QTI 2.2 looks.
HINT = re.compile(rb"<infoControl.*?</infoControl>", re.DOTALL)
FORMATTED = re.compile(rb"(?<=<inlineChoice )([^>]*>)(.*?)(?=</inlineChoice>)", re.DOTALL)
TAG = re.compile(rb"<[^>]*>")
NAMESPACES = (b"http://www.imsglobal.org/xsd/imsqti_v2p2", b"http://www.imsglobal.org/xsd/imsqti_v2p1")
MOVED = ("Callable", "Iterable", "Mapping", "MutableMapping", "MutableSequence", "Sequence")

Value = str | list[str] | None


@dataclass(frozen=True, slots=True)
class Engine:
    """The modules of pyslet that read and run an item."""

    documents: Any
    variables: Any
    entities: Any

    def play(self, document: bytes, responses: Sequence[Mapping[str, Value]]) -> list[dict[str, Any]]:
        """Return the outcome variables after each response to an item, each in a session of its own."""
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # its own deprecated names
            read = self.documents.QTIDocument()
            read.read(src=self.entities.XMLEntity(_readable(document)))
            return [self._outcomes(read.root, response) for response in responses]

    def _outcomes(self, item: Any, response: Mapping[str, Value]) -> dict[str, Any]:
        state = self.variables.ItemSessionState(item)
        state.begin_session()
        for declared in item.ResponseDeclaration:
            value = self.variables.Value.new_value(declared.cardinality, declared.baseType)
            state.map[declared.identifier] = value
            if response[declared.identifier] is not None:
                value.set_value(response[declared.identifier])
        state.end_attempt()
        return {declared.identifier: state[declared.identifier].value for declared in item.OutcomeDeclaration}


def _readable(document: bytes) -> bytes:
    plain = FORMATTED.sub(lambda found: found[1] + TAG.sub(b"", found[2]), document)
    return HINT.sub(b"", plain.replace(*NAMESPACES))


def open_engine() -> Engine:
    """Import pyslet. Raises NotToBeHadError where it can't be taken."""
    folder = str(unpacked())
    if folder not in sys.path:
        sys.path.append(folder)
    for name in MOVED:  # to where Python before 3.10 had them
        if not hasattr(collections, name):
            setattr(collections, name, getattr(collections.abc, name))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        names = ("pyslet.qtiv2.xml", "pyslet.qtiv2.variables", "pyslet.xml.structures")
        return Engine(*map(importlib.import_module, names))
