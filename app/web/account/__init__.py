"""Pages about oneself: register, sign in and out, profile and password, first instructor, invitation."""

from app.web.account import appointing, profile, signing_in
from app.web.account.blueprint import blueprint

__all__ = ["appointing", "blueprint", "profile", "signing_in"]
