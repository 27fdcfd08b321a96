"""What commands name: cohorts by their number or name."""

from datetime import UTC, datetime

import click
from sqlalchemy.orm import Session

from app.commands.context import Refusal
from app.models import Role
from app.services.cohorts import CohortView, find_cohort, list_cohorts
from app.services.people import Identity

# Whoever runs commands can read the database, and so sees everything.
OPERATOR = Identity(0, "", None, Role.ADMIN, "", "", has_password=False, seen_at=datetime(1970, 1, 1, tzinfo=UTC))

cohort_argument = click.argument("cohort_name", metavar="COHORT")


def find_named_cohort(session: Session, name: str) -> CohortView:
    """Return the cohort with a number, or the only one with a name."""
    lines = [line for line in list_cohorts(session, OPERATOR) if name in (str(line.id), line.name)]
    if len(lines) > 1:
        ids = ", ".join(str(line.id) for line in lines)
        raise Refusal(f"“{name}” names {len(lines)} cohorts; write one of the numbers {ids}")
    found = find_cohort(session, OPERATOR, lines[0].id) if lines else None
    if found is None:
        raise Refusal(f"there is no cohort “{name}”; coursewright cohort list shows them")
    return found
