"""Items of QTI written by hand, in the words of 2.1 and of 3.0, and packages of them."""

from io import BytesIO
from zipfile import ZipFile

V21 = 'xmlns="http://www.imsglobal.org/xsd/imsqti_v2p1"'
V30 = 'xmlns="http://www.imsglobal.org/xsd/imsqtiasi_v3p0"'
MATCH = '<responseProcessing template="http://www.imsglobal.org/question/qti_v2p1/rptemplates/match_correct"/>'
MAP = '<responseProcessing template="http://www.imsglobal.org/question/qti_v2p1/rptemplates/map_response"/>'
SCORE = '<outcomeDeclaration identifier="SCORE" cardinality="single" baseType="float"/>'
FEEDBACK = '<outcomeDeclaration identifier="FEEDBACK" cardinality="multiple" baseType="identifier"/>'


def response(inside: str, cardinality: str = "single", base: str = "identifier", name: str = "RESPONSE") -> str:
    return (
        f'<responseDeclaration identifier="{name}" cardinality="{cardinality}" baseType="{base}">'
        f"{inside}</responseDeclaration>"
    )


def correct(*values: str) -> str:
    return f"<correctResponse>{''.join(f'<value>{value}</value>' for value in values)}</correctResponse>"


def mapping(bounds: str = 'defaultValue="0"', **entries: str) -> str:
    rows = "".join(f'<mapEntry mapKey="{key}" mappedValue="{value}"/>' for key, value in entries.items())
    return f"<mapping {bounds}>{rows}</mapping>"


def choices(*texts: str, most: int = 1, tag: str = "simpleChoice") -> str:
    inside = "".join(f'<{tag} identifier="{text[0].upper()}">{text}</{tag}>' for text in texts)
    return (
        f'<choiceInteraction responseIdentifier="RESPONSE" shuffle="true" maxChoices="{most}">'
        f"<prompt>Which?</prompt>{inside}</choiceInteraction>"
    )


def item(declared: str, body: str, rules: str = MATCH, after: str = "", **attributes: str) -> bytes:
    more = "".join(f' {name}="{value}"' for name, value in attributes.items())
    return (
        f'<assessmentItem {V21} identifier="one" title="One" adaptive="false" timeDependent="false"{more}>'
        f"{declared}{SCORE}{FEEDBACK}<itemBody>{body}</itemBody>{rules}{after}</assessmentItem>"
    ).encode()


def package(**files: bytes) -> bytes:
    """Return an archive; `__` in a name is `/`, and each gets `.xml` unless it has an ending."""
    target = BytesIO()
    with ZipFile(target, "w") as made:
        for name, content in files.items():
            path = name.replace("__", "/")
            made.writestr(path if "." in path else f"{path}.xml", content)
    return target.getvalue()
