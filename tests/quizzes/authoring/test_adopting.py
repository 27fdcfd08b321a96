"""What a bank takes from a file, whatever its format."""

from base64 import b64encode

from tests.quizzes.imports.reading import PICTURE, adopted

OTHER = PICTURE + b"another"  # told apart by its content, as every picture is
ASKED = """<question type="{kind}"><name><text>{name}</text></name>
<questiontext format="html"><text><![CDATA[<p>Is it so? <img src="@@PLUGINFILE@@/{name}.png" alt="a rope"></p>]]></text>
<file name="{name}.png" encoding="base64">{picture}</file></questiontext>
<answer fraction="100"><text>true</text></answer><answer fraction="0"><text>false</text></answer></question>"""


def asked(kind: str, name: str, picture: bytes) -> str:
    return ASKED.format(kind=kind, name=name, picture=b64encode(picture).decode())


def test_a_bank_has_the_pictures_of_its_questions_and_not_those_of_refused_ones() -> None:
    file = f"<quiz>{asked('truefalse', 'taken', PICTURE)}{asked('essay', 'refused', OTHER)}</quiz>"
    found = adopted("ropes.xml", file.encode())
    assert (len(found.taken), len(found.refused)) == (1, 1)
    [name] = found.pictures
    assert found.pictures[name] == PICTURE
    assert f"]({name})" in found.yaml


def test_a_picture_that_only_an_explanation_shows_goes_along() -> None:
    shown = asked("truefalse", "taken", PICTURE).replace(
        "<answer ",
        '<generalfeedback format="html"><text><![CDATA[<img src="@@PLUGINFILE@@/why.png" alt="why">]]></text>'
        f'<file name="why.png" encoding="base64">{b64encode(OTHER).decode()}</file></generalfeedback><answer ',
        1,
    )
    found = adopted("ropes.xml", f"<quiz>{shown}</quiz>".encode())
    assert sorted(found.pictures.values(), key=len) == [PICTURE, OTHER]
