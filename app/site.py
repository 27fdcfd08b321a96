"""What every page shows around its own: the provider, the person, and the ways through."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from flask import Flask, current_app, request, url_for

from app.access import Identity, me
from app.config import SettingError, Settings
from app.services.emails import normal_email
from app.words import gettext as _

LOGO_TYPES = {".svg": "image/svg+xml", ".png": "image/png", ".webp": "image/webp", ".jpg": "image/jpeg"}


@dataclass(frozen=True, slots=True)
class Site:
    """The provider whose courses these are; the addresses may be empty."""

    name: str
    contact_url: str
    logo_url: str


@dataclass(frozen=True, slots=True)
class NavLink:
    """One way through the site; `current` marks where the reader is."""

    label: str
    url: str
    current: bool


def init_app(app: Flask, settings: Settings) -> None:
    """Give every template `site`, `person` and `nav`."""
    app.config["PUBLIC_URL"] = settings.public_url.rstrip("/")
    logo = _logo_file(settings, Path(app.instance_path))
    app.config["LOGO_FILE"] = logo
    contact = _contact_url(settings)

    def context() -> dict[str, Any]:
        person = me()
        logo_url = url_for("platform.logo") if logo else settings.provider_logo
        return {"site": Site(settings.provider_name, contact, logo_url), "person": person, "nav": nav_for(person)}

    app.context_processor(context)


def _contact_url(settings: Settings) -> str:
    """Return where the contact link leads. Raises SettingError for what no link can hold."""
    written = settings.provider_contact
    if not written or written.startswith(("https://", "http://", "mailto:")):
        return written
    if normal_email(written):
        return f"mailto:{written}"
    raise SettingError(f"COURSEWRIGHT_PROVIDER_CONTACT is “{written}”; write an https address or an e-mail address")


def _logo_file(settings: Settings, folder: Path) -> Path | None:
    """Return the logo's file, unless there is no logo or it is elsewhere. Raises SettingError for a missing file."""
    written = settings.provider_logo
    if not written or written.startswith("https://"):
        return None
    path = folder / written
    if path.suffix.lower() not in LOGO_TYPES or not path.is_file():
        kinds = ", ".join(sorted(LOGO_TYPES))
        raise SettingError(f"COURSEWRIGHT_PROVIDER_LOGO is “{written}”; name a file in {folder} that ends in {kinds}")
    return path


def public_address(path: str) -> str:
    """Return the full address of a path for a link that is handed to somebody else.

    It is built on the setting, where there is one: what a request says of its host may come from anywhere.
    """
    return str(current_app.config["PUBLIC_URL"] or request.host_url.rstrip("/")) + path


def nav_for(person: Identity | None) -> tuple[NavLink, ...]:
    """Return the ways that are open to somebody."""
    open_ways = [(_("Courses"), "learn.catalogue")]
    if person is not None:
        open_ways.append((_("My courses"), "learn.my"))
    if person is not None and person.is_instructor:
        open_ways.append((_("Teaching"), "teach.cohorts"))
    return tuple(
        NavLink(label, url_for(endpoint), request.endpoint == endpoint)
        for label, endpoint in open_ways
        if endpoint in current_app.view_functions
    )
