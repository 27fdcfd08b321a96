"""Flag a question for later, without sending the page's form."""

from flask import redirect, request, url_for
from werkzeug import Response

from app.access import me
from app.db import db
from app.errors import wants_json
from app.services.attempts.viewing import flag_answer
from app.web.learn.blueprint import blueprint
from app.web.learn.finding import no_attempt


@blueprint.post("/attempts/<id:attempt_id>/flags/<slug:item>")
def flag(attempt_id: int, item: str) -> Response | dict[str, object]:
    """Flag a question of an open attempt, or with `flag=0` take the flag back."""
    identity = me()
    wanted = request.form.get("flag", "1") != "0"
    if identity is None or not flag_answer(db.session, attempt_id, item, identity.id, flag=wanted):
        no_attempt()
    db.session.commit()
    if wants_json():
        return {"flagged": wanted}
    return redirect(url_for("learn.attempt", attempt_id=attempt_id, _anchor=f"q-{item}"))
