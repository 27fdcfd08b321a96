"""The time zones that somebody can choose."""

from functools import cache
from zoneinfo import available_timezones

from app.words import gettext as _

REGIONS = (
    "Africa", "America", "Antarctica", "Arctic", "Asia", "Atlantic", "Australia", "Europe", "Indian", "Pacific",
)  # fmt: skip  # the regions of the IANA database that name places; its others are old names


def zone_choices() -> list[tuple[str, str]]:
    """Return `(value, label)` for each zone; the first is the browser's own."""
    return [("", _("As this device is set")), ("UTC", "UTC"), *_places()]


@cache
def _places() -> tuple[tuple[str, str], ...]:
    zones = sorted(zone for zone in available_timezones() if zone.partition("/")[0] in REGIONS)
    return tuple((zone, zone.replace("_", " ").replace("/", " / ")) for zone in zones)
