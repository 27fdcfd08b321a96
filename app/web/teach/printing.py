"""How a quiz is printed: on how many different papers, and on which sheets."""

from typing import cast

from flask_babel import gettext as _
from flask_babel import lazy_gettext
from wtforms import IntegerField, SelectField
from wtforms.validators import InputRequired, NumberRange

from app.web.forms import PlainForm
from quizzes.exports.pools import MOST_PAPERS, PAPERS, PaperSize


def _sizes() -> list[tuple[str, str]]:
    return [("a4", _("A4")), ("letter", _("US Letter"))]


class PrintForm(PlainForm):
    """What to print; it comes with the address of the file, and not with a body."""

    papers = IntegerField(
        lazy_gettext("Different papers"),
        [
            InputRequired(lazy_gettext("Say how many papers.")),
            NumberRange(1, MOST_PAPERS, lazy_gettext("Choose from %(min)s to %(max)s papers.")),
        ],
        default=PAPERS,
        render_kw={"min": 1, "max": MOST_PAPERS},
    )
    size = SelectField(lazy_gettext("Sheets"), choices=_sizes, default="a4")

    @property
    def count(self) -> int:
        """Return how many papers are asked for."""
        return self.papers.data or PAPERS

    @property
    def paper_size(self) -> PaperSize:
        """Return the chosen size of a sheet."""
        return cast(PaperSize, self.size.data)
