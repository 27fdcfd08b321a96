"""Forms of the teaching pages. CSRF is checked for every request alike, in `app.security`."""

from flask_babel import gettext as _
from flask_babel import lazy_gettext
from flask_wtf.file import FileField
from wtforms import EmailField, HiddenField, SelectField, StringField, TextAreaField
from wtforms.validators import DataRequired, Length, ValidationError

from app.library import library
from app.models import Role
from app.services.emails import MAX_LENGTH as MAX_EMAIL
from app.services.emails import normal_email
from app.web.forms import PlainForm

MAX_NAME = 200
ROLES = {
    Role.LEARNER: lazy_gettext("Learner"),
    Role.INSTRUCTOR: lazy_gettext("Instructor"),
    Role.ADMIN: lazy_gettext("Admin"),
}


def _on_one_line(text: str | None) -> str:
    return " ".join("".join(letter if letter.isprintable() else " " for letter in text or "").split())


def _name_field(label: str, missing: str, description: str = "") -> StringField:
    return StringField(
        label,
        [
            DataRequired(missing),
            Length(max=MAX_NAME, message=lazy_gettext("Write at most %(max)d characters.")),
        ],
        filters=[_on_one_line],
        description=description,
        render_kw={"maxlength": MAX_NAME, "autocomplete": "off"},
    )


def _email_field(description: str = "") -> EmailField:
    return EmailField(
        lazy_gettext("E-mail"),
        [DataRequired(lazy_gettext("Write an e-mail address."))],
        filters=[_on_one_line],
        description=description,
        render_kw={"maxlength": MAX_EMAIL, "autocomplete": "off"},
    )


def _course_choices() -> list[tuple[str, str]]:
    return [(course.slug, course.title) for course in library().courses.values()]


def _role_choices() -> list[tuple[str, str]]:
    return [(role.value, str(words)) for role, words in ROLES.items()]


class CohortForm(PlainForm):
    """A new cohort."""

    name = _name_field(
        lazy_gettext("Name"),
        lazy_gettext("Give the cohort a name."),
        lazy_gettext("Learners see it when they join, such as “Autumn 2026, evenings”."),
    )
    course = SelectField(lazy_gettext("Course"), choices=_course_choices)


class RenameForm(PlainForm):
    """Another name for a cohort."""

    name = _name_field(lazy_gettext("Name"), lazy_gettext("Give the cohort a name."))


class EmailForm(PlainForm):
    """Somebody by their e-mail."""

    email = _email_field()

    @property
    def normal_email(self) -> str | None:
        """Return the e-mail as it is kept."""
        return normal_email(self.email.data or "")

    def validate_email(self, field: EmailField) -> None:
        """Refuse what is no e-mail address."""
        if normal_email(field.data or "") is None:
            raise ValidationError(_("This is not an e-mail address. Write one such as anna@example.org."))


class InviteForm(EmailForm):
    """Somebody to invite; they choose their password themselves."""

    name = _name_field(lazy_gettext("Name"), lazy_gettext("Write their name."))
    role = SelectField(lazy_gettext("Role"), choices=_role_choices, default=Role.INSTRUCTOR.value)


class RoleForm(PlainForm):
    """What somebody may do."""

    role = SelectField(lazy_gettext("Role"), choices=_role_choices)


class RosterForm(PlainForm):
    """A list of people, as a file or pasted."""

    file = FileField(
        lazy_gettext("CSV file"),
        description=lazy_gettext("One person a line: name and e-mail, in any order. At most 2,000 lines and 1 MB."),
    )
    text = TextAreaField(
        lazy_gettext("Or paste the lines"),
        description=lazy_gettext("From a spreadsheet, or typed: Anna Smith, anna@example.org"),
        render_kw={"rows": 5, "spellcheck": "false", "autocomplete": "off"},
    )


class ConfirmForm(PlainForm):
    """The good lines of a list that was shown before."""

    text = HiddenField()
