"""Items as the text in which they are stored, and that text's name.

The text is canonical: equal items give equal text, so an item is addressed by the hash of its text.
"""

import hashlib
from fractions import Fraction

import msgspec

from quizzes.interactions import Item


def encode_item(item: Item) -> str:
    """Return an item as JSON with sorted keys; fractions and decimals are strings, so nothing is rounded."""
    return _encoder.encode(item).decode()


def decode_item(text: str) -> Item:
    """Return the item that a text holds. Raises msgspec.ValidationError or DecodeError where it holds none."""
    return _decoder.decode(text)


def revision_hash(text: str) -> str:
    """Return the SHA-256 of an item's text, as 64 hexadecimal digits."""
    return hashlib.sha256(text.encode()).hexdigest()


def _written(value: object) -> str:
    if isinstance(value, Fraction):
        return str(value)
    raise NotImplementedError(f"no item holds a {type(value).__name__}")


def _read(wanted: type, value: object) -> object:
    if wanted is Fraction and isinstance(value, str):
        return Fraction(value)
    raise NotImplementedError(f"no item holds a {wanted.__name__}")


_encoder = msgspec.json.Encoder(enc_hook=_written, order="sorted")
_decoder = msgspec.json.Decoder(Item, dec_hook=_read)
