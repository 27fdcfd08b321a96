"""Headers, cookies, CSRF, and what a request may not claim."""

import os
import re
from pathlib import Path

import pytest
from flask import Flask, request, url_for

from app import create_app
from app.config import Instance, SettingError, Settings
from app.services.people import Identity
from app.site import public_address
from app.statics import Statics
from courseware.library import Library
from tests.browsing import Browser
from tests.conftest import As

POLICY = (
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)


def made(folder: Path, **settings: object) -> Flask:
    """An app without courses on an SQLite database without tables: for pages that need neither."""
    app = create_app(Instance(folder, Settings(**settings), "secret"), Library({}))  # type: ignore[arg-type]
    app.test_client_class = Browser
    return app


@pytest.mark.parametrize("path", ["/account/sign-in", "/nowhere", "/health", "/static/style.css"])
def test_every_response_carries_the_headers(client: Browser, path: str) -> None:
    headers = client.get(path).headers
    assert headers["Content-Security-Policy"] == POLICY
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "same-origin"
    assert headers["Cross-Origin-Opener-Policy"] == "same-origin"
    assert "camera=()" in headers["Permissions-Policy"]
    assert "Strict-Transport-Security" not in headers


def test_a_page_has_nothing_that_the_policy_would_refuse(client: Browser) -> None:
    page = client.get("/account/sign-in").text
    assert not re.search(r"<script(?![^>]*\bsrc=)", page)
    assert not re.search(r"<style|\sstyle=|\son[a-z]+=", page)


def test_with_https_browsers_stay_there_and_cookies_too(tmp_path: Path) -> None:
    answer = made(tmp_path, https=True).test_client().get("/account/register")
    assert answer.headers["Strict-Transport-Security"] == "max-age=63072000"
    assert "; Secure" in answer.headers["Set-Cookie"]


def test_the_cookie_is_out_of_reach_of_scripts_and_other_sites(client: Browser) -> None:
    cookie = client.get("/account/sign-in").headers["Set-Cookie"]
    assert cookie.startswith("coursewright=")
    assert "; HttpOnly" in cookie
    assert "; SameSite=Lax" in cookie
    assert "; Secure" not in cookie


def test_the_cookie_is_secure_where_the_request_is(client: Browser) -> None:
    cookie = client.get("/account/sign-in", base_url="https://localhost").headers["Set-Cookie"]
    assert "; Secure" in cookie


def test_what_a_proxy_says_counts_only_where_there_is_one(tmp_path: Path) -> None:
    said = {"X-Forwarded-Proto": "https", "X-Forwarded-For": "203.0.113.7"}
    (tmp_path / "a").mkdir()
    for proxies, secure in ((0, False), (1, True)):
        app = made(tmp_path / "a", proxies=proxies)
        cookie = app.test_client().get("/account/register", headers=said).headers["Set-Cookie"]
        assert ("; Secure" in cookie) is secure


def test_a_form_without_its_token_is_refused_and_changes_nothing(as_: As, learner: Identity) -> None:
    browser = as_(learner)
    answer = browser.post("/account", data={"name": "Other", "timezone": ""}, csrf=False)
    assert answer.status_code == 400
    assert "This page is out of date" in answer.text
    assert "Other" not in browser.get("/account").text


def test_a_token_of_another_session_is_refused(as_: As, learner: Identity, other_learner: Identity) -> None:
    token = as_(other_learner).get("/account").text.split('name="csrf_token" value="')[1].split('"')[0]
    answer = as_(learner).post("/account", data={"csrf_token": token, "name": "x", "timezone": ""}, csrf=False)
    assert answer.status_code == 400


def test_the_page_about_a_lost_token_keeps_the_way_back(client: Browser) -> None:
    from_here = client.post("/account/sign-in", csrf=False, headers={"Referer": "http://localhost/account/sign-in?x=1"})
    assert 'href="/account/sign-in?x=1"' in from_here.text
    from_elsewhere = client.post("/account/sign-in", csrf=False, headers={"Referer": "http://evil.example/"})
    assert "evil.example" not in from_elsewhere.text


def test_a_script_hears_of_a_lost_token_in_json(client: Browser) -> None:
    answer = client.post("/account/sign-in", csrf=False, headers={"Accept": "application/json"})
    assert answer.status_code == 400
    assert answer.json is not None
    assert answer.json["error"] == "This page is out of date"


def test_the_token_of_a_page_is_good_for_its_forms_and_for_scripts(as_: As, learner: Identity) -> None:
    browser = as_(learner)
    token = browser.get("/account").text.split('name="csrf_token" value="')[1].split('"')[0]
    form = {"name": "Lena", "timezone": "", "csrf_token": token}
    assert browser.post("/account", data=form, csrf=False).status_code == 302
    headers = {"X-CSRFToken": token}
    assert browser.post("/account", data=form | {"csrf_token": ""}, csrf=False, headers=headers).status_code == 302


@pytest.mark.parametrize(
    ("path", "rule"),
    [
        ("/account/sign-in", "no-store"),
        ("/account", "no-store"),
        ("/attempts/1", "no-store"),
        ("/teach", "no-store"),
        ("/nowhere", "private, no-cache"),
        ("/health", "no-store"),
    ],
)
def test_pages_about_somebody_are_not_kept(client: Browser, path: str, rule: str) -> None:
    assert client.get(path).headers["Cache-Control"] == rule


def test_a_static_file_is_kept_for_a_year_under_its_version(app: Flask, client: Browser) -> None:
    with app.test_request_context():
        address = url_for("static", filename="style.css")
    assert re.fullmatch(r"/static/style\.css\?v=[0-9a-f]{12}", address)
    kept = client.get(address)
    assert "max-age=31536000" in kept.headers["Cache-Control"]
    assert "private" not in kept.headers["Cache-Control"]
    assert "Cookie" not in kept.headers.get("Vary", "")
    for other in ("/static/style.css", "/static/style.css?v=0123456789ab"):
        asked = client.get(other)
        assert asked.headers["Cache-Control"] == "no-cache"


def test_a_static_file_that_changes_gets_another_version(tmp_path: Path) -> None:
    statics = Statics(tmp_path)
    (tmp_path / "a.css").write_text("one")
    first = statics.version("a.css")
    (tmp_path / "a.css").write_text("another")
    os.utime(tmp_path / "a.css", ns=(1, 1))
    assert len({first, statics.version("a.css"), statics.version("missing.css")}) == 3


def test_a_link_to_hand_on_is_built_on_the_setting_not_on_the_request(tmp_path: Path) -> None:
    app = made(tmp_path, public_url="https://school.example/")
    with app.test_request_context("/", headers={"Host": "evil.example"}):
        assert request.host == "evil.example"
        assert public_address("/join/x") == "https://school.example/join/x"


def test_a_redirect_names_no_host(client: Browser) -> None:
    answer = client.get("/account", headers={"Host": "evil.example"})
    assert answer.location == "/account/sign-in?next=/account"


def test_a_logo_elsewhere_may_be_shown_and_nothing_else_from_there(tmp_path: Path) -> None:
    app = made(tmp_path, provider_logo="https://cdn.example/logo.svg")
    answer = app.test_client().get("/account/register")
    assert "img-src 'self' data: https://cdn.example;" in answer.headers["Content-Security-Policy"]
    assert 'src="https://cdn.example/logo.svg"' in answer.text


def test_a_logo_in_the_instance_is_sent_from_here(tmp_path: Path) -> None:
    (tmp_path / "our.svg").write_text("<svg/>")
    browser = made(tmp_path, provider_logo="our.svg").test_client()
    assert 'src="/logo"' in browser.get("/account/register").text
    sent = browser.get("/logo")
    assert (sent.mimetype, sent.text) == ("image/svg+xml", "<svg/>")


def test_without_a_logo_there_is_no_page_of_it(client: Browser) -> None:
    assert client.get("/logo").status_code == 404


@pytest.mark.parametrize("logo", ["missing.svg", "secret", "http://plain.example/logo.svg", ".."])
def test_a_logo_that_can_not_be_shown_stops_the_start(tmp_path: Path, logo: str) -> None:
    (tmp_path / "secret").write_text("not for the world")
    with pytest.raises(SettingError, match="COURSEWRIGHT_PROVIDER_LOGO"):
        made(tmp_path, provider_logo=logo)


@pytest.mark.parametrize(
    ("written", "link"),
    [
        ("hello@school.example", "mailto:hello@school.example"),
        ("https://school.example/contact", "https://school.example/contact"),
    ],
)
def test_the_contact_is_a_link(tmp_path: Path, written: str, link: str) -> None:
    page = made(tmp_path, provider_contact=written).test_client().get("/account/register").text
    assert f'<a href="{link}">Contact</a>' in page


def test_a_contact_that_is_no_link_stops_the_start(tmp_path: Path) -> None:
    with pytest.raises(SettingError, match="COURSEWRIGHT_PROVIDER_CONTACT"):
        made(tmp_path, provider_contact="javascript:alert(1)")
