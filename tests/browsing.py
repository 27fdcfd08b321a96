"""A test client that behaves like a browser, and reads every page that it gets as a checker would."""

from collections import Counter
from secrets import token_hex
from typing import Any

from flask.testing import FlaskClient
from itsdangerous import URLSafeTimedSerializer
from lxml import html
from werkzeug.test import TestResponse

LABELLED = "//input[not(@type='hidden' or @type='submit')] | //select | //textarea"


class Browser(FlaskClient):
    """A client that sends the CSRF token with every form, unless told `csrf=False`."""

    def open(self, *args: Any, csrf: bool = True, lint: bool = True, **kwargs: Any) -> TestResponse:
        """Send a request; a page that comes back whole is checked, unless told `lint=False`."""
        if csrf and kwargs.get("method") in ("POST", "PUT", "PATCH", "DELETE"):
            kwargs["headers"] = {**dict(kwargs.get("headers") or {}), "X-CSRFToken": self.csrf_token()}
        response = super().open(*args, **{"buffered": True} | kwargs)
        if lint and response.mimetype == "text/html" and response.status_code != 302 and response.text:
            check_page(response.text)
        return response

    def csrf_token(self) -> str:
        """Return the token that a page of this session would carry."""
        with self.session_transaction() as session:
            raw = session.setdefault("csrf_token", token_hex(20))
        secret = self.application.config["SECRET_KEY"]
        return str(URLSafeTimedSerializer(secret, salt="wtf-csrf-token").dumps(raw))


def check_page(source: str) -> None:
    """Assert one h1, a title that starts with it, ids that are used once and a label for every field."""
    page = html.fromstring(source)
    headings = [" ".join(heading.text_content().split()) for heading in page.xpath("//h1")]
    assert len(headings) == 1, f"a page needs one h1, this has {headings}"
    title = " ".join(page.xpath("string(//title)").split())
    assert title.startswith(headings[0]), f"the title “{title}” does not start with the h1 “{headings[0]}”"
    repeated = [name for name, count in Counter(page.xpath("//@id")).items() if count > 1]
    assert not repeated, f"ids used twice: {repeated}"
    unlabelled = [html.tostring(field).decode() for field in page.xpath(LABELLED) if not _has_label(page, field)]
    assert not unlabelled, f"fields without a label: {unlabelled}"


def _has_label(page: html.HtmlElement, field: html.HtmlElement) -> bool:
    if field.get("aria-label") or any(ancestor.tag == "label" for ancestor in field.iterancestors()):
        return True
    names = (field.get("aria-labelledby") or "").split()
    if names:
        return all(page.xpath("//*[@id=$id]", id=name) for name in names)
    return bool(field.get("id")) and bool(page.xpath("//label[@for=$id]", id=field.get("id")))
