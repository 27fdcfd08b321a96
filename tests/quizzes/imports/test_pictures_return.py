"""Pictures there and back: what leaves with a question comes back beside it, byte for byte, with its description."""

import re

import pytest

from quizzes.exports import formats
from quizzes.exports.texts import texts_of
from tests.quizzes.exports.samples import banks
from tests.quizzes.exports.test_pictures import looks
from tests.quizzes.imports.reading import adopted, bank_of

# What each format has no place for is the hint, in Canvas; the reports of exports say so.
LACKING_HINTS = {"canvas"}
FORMATS = {
    "qti30": "qti30",
    "qti22": "qti22",
    "qti21": "qti21",
    "canvas": "canvas",
    "cc11": "cartridge",
    "cc13": "cartridge",
    "moodle-xml": "moodle-xml",
}
PICTURE = re.compile(r"!\[([^\]]*)\]\((images/[^)]+)\)")


@pytest.mark.parametrize("name", FORMATS)
def test_every_picture_comes_back_with_its_description(name: str) -> None:
    folder = next(bank for bank in banks() if bank.course == "knots").folder
    assert folder is not None
    suffix = formats()[name].suffix
    found = adopted(f"looks{suffix}", formats()[name].write(looks()), FORMATS[name])
    assert found.refused == ()
    back = {item.id: item for item in bank_of(found).items}
    for item in looks().items:
        before = [
            (alt, (folder / picture).read_bytes())
            for text in texts_of(item)
            if text != item.hint or name not in LACKING_HINTS
            for alt, picture in PICTURE.findall(text)
        ]
        after = [
            (alt, found.pictures[picture]) for text in texts_of(back[item.id]) for alt, picture in PICTURE.findall(text)
        ]
        assert sorted(after) == sorted(before)
