"""E-mail addresses in the one form in which they are kept and compared."""

from email_validator import EmailNotValidError, validate_email

MAX_LENGTH = 254


def normal_email(written: str) -> str | None:
    """Return an address as it is kept, in lower case, or None where it is not one. Nothing is looked up."""
    try:
        address = validate_email(written.strip(), check_deliverability=False).normalized
    except EmailNotValidError:
        return None
    # casefold() leaves a few scripts in upper case, which the database's own rule would refuse.
    folded = address.casefold().lower()
    return folded if len(folded) <= MAX_LENGTH else None
