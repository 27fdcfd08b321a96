"""What pages and files show, in words."""

import csv
import io

from lxml import html


def text_of(source: str, path: str) -> list[str]:
    """The words of each element of a page that an XPath finds."""
    return [" ".join(found.text_content().split()) for found in html.fromstring(source).xpath(path)]


def table(body: bytes) -> list[dict[str, str]]:
    """The rows of a file that spreadsheets take for UTF-8."""
    assert body.startswith(b"\xef\xbb\xbf")
    return list(csv.DictReader(io.StringIO(body.decode("utf-8-sig"))))
