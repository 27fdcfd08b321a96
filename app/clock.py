"""The one clock: routes and commands read it, services are given what it says."""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import cast

from flask import current_app, has_app_context


def now() -> datetime:
    """Return this instant in UTC; tests set their own with the Flask setting CLOCK, a callable."""
    clock = current_app.config.get("CLOCK") if has_app_context() else None
    return cast("Callable[[], datetime]", clock)() if clock else datetime.now(UTC)
