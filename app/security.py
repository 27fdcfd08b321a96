"""What every response and cookie carries, so that a browser helps to keep pages and sessions apart."""

from urllib.parse import urlsplit

from flask import Flask, Response, request
from flask.sessions import SecureCookieSessionInterface
from flask_wtf.csrf import CSRFProtect
from werkzeug.middleware.proxy_fix import ProxyFix

from app import throttle
from app.config import Settings
from app.log import request_id

POLICY = {
    "default-src": "'none'",
    "style-src": "'self'",
    "script-src": "'self'",
    "img-src": "'self' data:",
    "font-src": "'self'",
    "connect-src": "'self'",
    "form-action": "'self'",
    "base-uri": "'none'",
    "frame-ancestors": "'none'",
}
HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}
TWO_YEARS_S = 2 * 365 * 24 * 3600
SESSION_LASTS_S = 365 * 24 * 3600


class CookieSessions(SecureCookieSessionInterface):
    """The session's cookie, sent over HTTPS only wherever HTTPS is used."""

    def get_cookie_secure(self, app: Flask) -> bool:
        """Say whether the cookie may travel over HTTPS only."""
        return request.is_secure or bool(app.config["SESSION_COOKIE_SECURE"])


def init_app(app: Flask, settings: Settings) -> None:
    """Set up cookies, CSRF protection and headers."""
    app.config.update(
        SESSION_COOKIE_NAME="coursewright",
        SESSION_COOKIE_HTTPONLY=True,
        SESSION_COOKIE_SAMESITE="Lax",
        SESSION_COOKIE_SECURE=settings.https,
        SESSION_REFRESH_EACH_REQUEST=False,
        PERMANENT_SESSION_LIFETIME=SESSION_LASTS_S,
        # A token lives as long as its session: a page that was open over lunch can still be sent.
        WTF_CSRF_TIME_LIMIT=None,
    )
    app.session_interface = CookieSessions()
    CSRFProtect(app)
    throttle.init_app(app)
    headers = HEADERS | {"Content-Security-Policy": _policy(settings)}
    if settings.https:
        headers["Strict-Transport-Security"] = f"max-age={TWO_YEARS_S}"

    def add_headers(response: Response) -> Response:
        for name, value in headers.items():
            response.headers.setdefault(name, value)
        response.headers["X-Request-Id"] = request_id()
        if "Cache-Control" not in response.headers:
            response.headers["Cache-Control"] = _cache_rule()
        return response

    app.after_request(add_headers)
    if settings.proxies:
        hops = settings.proxies
        app.wsgi_app = ProxyFix(app.wsgi_app, x_for=hops, x_proto=hops, x_host=hops)  # type: ignore[method-assign]


def _policy(settings: Settings) -> str:
    """Return the content security policy: nothing from elsewhere but the provider's logo, if that is elsewhere."""
    logo = urlsplit(settings.provider_logo)
    elsewhere = {"img-src": f"{POLICY['img-src']} {logo.scheme}://{logo.netloc}"} if logo.netloc else {}
    return "; ".join(f"{name} {sources}" for name, sources in (POLICY | elsewhere).items())


def _cache_rule() -> str:
    """Return how a page may be kept: marks and forms are never, so that Back after signing out shows nothing."""
    blueprint = request.blueprint
    if blueprint in ("account", "teach") or request.path.startswith("/attempts/"):
        return "no-store"
    return "private, no-cache"
