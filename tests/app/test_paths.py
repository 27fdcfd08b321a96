"""Where somebody may be sent back to."""

import pytest

from app.paths import local_path


@pytest.mark.parametrize(
    ("address", "path"),
    [
        ("/", "/"),
        ("/courses/c?q=1&r=2", "/courses/c?q=1&r=2"),
        ("/courses/c#part", "/courses/c"),
        ("http://school.example/my?x=1", "/my?x=1"),
        ("https://school.example/my", "/my"),
        ("https://school.example", None),
        ("ftp://school.example/my", None),
        ("http://other.example/my", None),
        ("http://school.example.other.example/my", None),
        ("http://school.example@other.example/my", None),
        ("//other.example/my", None),
        ("///other.example/my", None),
        ("/\\other.example", None),
        ("/%09/other.example", "/%09/other.example"),
        ("/\t/other.example", None),
        ("/\n/other.example", None),
        (" /my", None),
        ("my", None),
        ("javascript:alert(1)", None),
        ("data:text/html,x", None),
        ("http://[bad/my", None),
        ("", None),
        (None, None),
    ],
)
def test_only_an_address_on_this_site_is_a_way_back(address: str | None, path: str | None) -> None:
    assert local_path(address, "school.example") == path
