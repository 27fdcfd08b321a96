"""The Flask app: its models, services, pages and commands."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

    from flask import Flask

    from app.config import Instance
    from courseware.library import Library


def create_app(instance: Instance, library: Library, overrides: Mapping[str, Any] | None = None) -> Flask:
    """Return the app for an instance and its courses; `overrides` are Flask settings, for tests."""
    # Imported here, so that `import app` costs nothing to those who only want a model, or a command.
    from flask import Flask  # noqa: PLC0415

    from app import access, i18n, migrating, security, site, statics  # noqa: PLC0415
    from app.db import db  # noqa: PLC0415
    from app.errors import register_errors  # noqa: PLC0415
    from app.library import keep_library  # noqa: PLC0415
    from app.web import account, learn, platform, teach  # noqa: PLC0415

    app = Flask(__name__, instance_path=str(instance.folder), static_folder=None)
    app.config.from_mapping(
        SECRET_KEY=instance.secret,
        SQLALCHEMY_ENGINES={"default": instance.database_url},
        MAX_CONTENT_LENGTH=2 * 1024 * 1024,
        MAX_FORM_MEMORY_SIZE=1024 * 1024,
        **(overrides or {}),
    )
    keep_library(app, library)
    db.init_app(app)
    migrating.init_app(app)
    security.init_app(app, instance.settings)
    access.init_app(app)
    i18n.init_app(app)
    site.init_app(app, instance.settings)
    statics.init_app(app)
    register_errors(app)
    for blueprint in (platform.blueprint, account.blueprint, learn.blueprint, teach.blueprint):
        app.register_blueprint(blueprint)
    return app
