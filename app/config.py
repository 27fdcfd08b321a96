"""Settings: from the environment, then instance/settings.toml, then the default. README lists each."""

import os
import re
import secrets
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from types import MappingProxyType

PREFIX = "COURSEWRIGHT_"
SETTINGS_FILE = "settings.toml"
SECRET_FILE = "secret"  # noqa: S105 (the name of the file, not a secret)
DATABASES = ("sqlite:///", "postgresql:", "postgresql+psycopg:")
BOUNDS = {"port": (1, 65535), "workers": (1, 64), "proxies": (0, 10)}


class SettingError(Exception):
    """A setting that can't be used; the message names it and says what to do."""


@dataclass(frozen=True, slots=True)
class Settings:
    """Every setting, in lower case; in the environment each is upper case after COURSEWRIGHT_."""

    database_url: str = ""
    content: str = ""
    host: str = "127.0.0.1"
    port: int = 8000
    workers: int = 2
    public_url: str = ""
    https: bool = False
    proxies: int = 0
    provider_name: str = "Coursewright"
    provider_contact: str = ""
    provider_logo: str = ""
    log_level: str = "INFO"


@dataclass(frozen=True, slots=True)
class Instance:
    """The folder of everything that is not code or content, with what was read from it."""

    folder: Path
    settings: Settings
    secret: str

    @property
    def database_url(self) -> str:
        """Return the address of the database: SQLite in this folder, unless a setting says otherwise."""
        return self.settings.database_url or f"sqlite:///{self.folder / 'coursewright.sqlite'}"

    @property
    def content_roots(self) -> tuple[Path, ...]:
        """Return the folders that hold courses beside those that come with the product."""
        return tuple(Path(part).resolve() for part in self.settings.content.split(os.pathsep) if part)


def open_instance(folder: Path, environment: Mapping[str, str] = MappingProxyType(os.environ)) -> Instance:
    """Return the instance in a folder, made with its secret where missing. Raises SettingError."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        secret = _secret(folder / SECRET_FILE)
    except OSError as error:
        raise SettingError(f"{folder}: {error.strerror}; choose another folder with --instance") from error
    return Instance(folder.resolve(), read_settings(folder / SETTINGS_FILE, environment), secret)


def _secret(path: Path) -> str:
    """Return the secret in a file, made once; only its owner may read it."""
    try:
        with open(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:  # noqa: PTH123 (mode at creation)
            file.write(secrets.token_urlsafe(48))
    except FileExistsError:
        pass
    try:
        secret = path.read_text(encoding="utf-8").strip()
    except UnicodeDecodeError as error:
        raise SettingError(f"{path} is not text; delete it and start again, which signs everybody out") from error
    if not secret:
        raise SettingError(f"{path} is empty; delete it and start again")
    return secret


def read_settings(path: Path, environment: Mapping[str, str]) -> Settings:
    """Read all settings. Raises SettingError for an unknown name or a value of the wrong type."""
    written: dict[str, object] = {}
    if path.exists():
        try:
            written = tomllib.loads(path.read_text(encoding="utf-8"))
        except OSError as error:
            raise SettingError(f"{path} can't be read: {error.strerror}; make it a file that you may read") from error
        except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
            raise SettingError(f"{path} is not TOML: {error}") from error
    known = {field.name: field.type for field in fields(Settings)}
    for name in written:
        if name not in known:
            raise SettingError(f"{path}: unknown setting “{name}”; known: {', '.join(known)}")
    for name in known:
        if PREFIX + name.upper() in environment:
            written[name] = environment[PREFIX + name.upper()]
    values = {name: _value(name, known[name], value) for name, value in written.items()}
    settings = Settings(**values)  # type: ignore[arg-type]  # each was converted to its field's type
    _check(settings)
    return settings


def _check(settings: Settings) -> None:
    """Raise SettingError for what would only show when it is used, as a broken link or a course that is not there."""
    if settings.database_url and not settings.database_url.startswith(DATABASES):
        shown = settings.database_url.partition(":")[0]  # what follows can hold a password
        raise SettingError(
            f"COURSEWRIGHT_DATABASE_URL can't be used: it begins with “{shown}”; write "
            "postgresql+psycopg://user:password@host/name, sqlite:////path/to/file, or nothing"
        )
    if settings.public_url and not re.match(r"https?://[^/\s]", settings.public_url):
        raise SettingError(
            f"COURSEWRIGHT_PUBLIC_URL is “{settings.public_url}”; write an address such as https://learn.example.org"
        )


def _value(name: str, kind: object, value: object) -> object:
    setting = PREFIX + name.upper()
    if kind is bool:
        if isinstance(value, bool):
            return value
        if str(value).lower() in ("1", "true", "yes", "on", "0", "false", "no", "off", ""):
            return str(value).lower() in ("1", "true", "yes", "on")
        raise SettingError(f"{setting} is “{value}”; write 1 or 0")
    if kind is int:
        return _whole(name, value)
    return str(value)


def _whole(name: str, value: object) -> int:
    setting = PREFIX + name.upper()
    try:
        number = int(str(value))
    except ValueError as error:
        raise SettingError(f"{setting} is “{value}”; write a whole number") from error
    least, most = BOUNDS[name]
    if not least <= number <= most:
        raise SettingError(f"{setting} is {number}; write a number from {least} to {most}")
    return number
