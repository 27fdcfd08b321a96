"""The blueprint that the pages of those who teach hang on."""

from flask import Blueprint

blueprint = Blueprint("teach", __name__, url_prefix="/teach")
