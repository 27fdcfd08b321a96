"""Forms of the account's pages. CSRF is checked for every request alike, in `app.security`."""

from wtforms import BooleanField, EmailField, Field, HiddenField, PasswordField, SelectField, StringField
from wtforms.validators import DataRequired, InputRequired, Length, ValidationError

from app.paths import local_path
from app.services.emails import MAX_LENGTH as MAX_EMAIL
from app.services.emails import normal_email
from app.services.passwords import MAX_LENGTH, MIN_LENGTH, Weakness, weakness
from app.web.account.zones import zone_choices
from app.web.forms import PlainForm, on_one_line
from app.words import gettext as _
from app.words import lazy_gettext

MAX_NAME = 200


def _name_field() -> StringField:
    return StringField(
        lazy_gettext("Name"),
        [
            DataRequired(lazy_gettext("Write your name.")),
            Length(max=MAX_NAME, message=lazy_gettext("Write at most %(max)d characters.")),
        ],
        filters=[on_one_line],
        description=lazy_gettext("Your instructors see it beside your marks."),
        render_kw={"autocomplete": "name"},
    )


def _email_field() -> EmailField:
    return EmailField(
        lazy_gettext("E-mail"),
        [DataRequired(lazy_gettext("Write your e-mail address."))],
        filters=[on_one_line],
        render_kw={"autocomplete": "username", "maxlength": MAX_EMAIL},
    )


def _new_password_field(label: str) -> PasswordField:
    return PasswordField(
        label,
        [InputRequired(lazy_gettext("Choose a password."))],
        description=lazy_gettext("At least %(min)d characters.", min=MIN_LENGTH),
        render_kw={"autocomplete": "new-password", "minlength": MIN_LENGTH, "maxlength": MAX_LENGTH},
    )


def check_password(field: Field, email: str) -> None:
    """Raise ValidationError, saying why, where a password is too weak for somebody with this e-mail."""
    match weakness(field.data or "", email):
        case Weakness.TOO_SHORT:
            raise ValidationError(_("Choose at least %(min)d characters.", min=MIN_LENGTH))
        case Weakness.TOO_LONG:
            raise ValidationError(_("Choose at most %(max)d characters.", max=MAX_LENGTH))
        case Weakness.SAME_AS_EMAIL:
            raise ValidationError(_("Choose something other than your e-mail address."))
        case None:
            pass


class NextForm(PlainForm):
    """A form that goes on to the page somebody came from."""

    next = HiddenField()

    @property
    def next_path(self) -> str | None:
        """Return where to go on, if that is on this site."""
        return local_path(self.next.data)


class SignInForm(NextForm):
    """E-mail and password."""

    email = _email_field()
    password = PasswordField(
        lazy_gettext("Password"),
        [InputRequired(lazy_gettext("Write your password."))],
        render_kw={"autocomplete": "current-password"},
    )
    keep = BooleanField(lazy_gettext("Keep me signed in on this device"))


class RegisterForm(NextForm):
    """A new account."""

    name = _name_field()
    email = _email_field()
    password = _new_password_field(lazy_gettext("Password"))

    @property
    def normal_email(self) -> str:
        """Return the e-mail as it is kept; empty until the form is valid."""
        return normal_email(self.email.data or "") or ""

    def validate_email(self, field: EmailField) -> None:
        """Refuse what is no e-mail address."""
        if normal_email(field.data or "") is None:
            raise ValidationError(_("This is not an e-mail address. Write one such as anna@example.org."))

    def validate_password(self, field: PasswordField) -> None:
        """Refuse a weak password."""
        check_password(field, self.normal_email)


class InvitationForm(PlainForm):
    """What an invited person adds: `email` is theirs already, and set by the page."""

    name = _name_field()
    password = _new_password_field(lazy_gettext("Password"))
    email = ""

    def validate_password(self, field: PasswordField) -> None:
        """Refuse a weak password."""
        check_password(field, self.email)


class ProfileForm(PlainForm):
    """Name and time zone."""

    name = _name_field()
    timezone = SelectField(
        lazy_gettext("Time zone"),
        choices=zone_choices,
        description=lazy_gettext("Times on this site are shown in it."),
    )


class PasswordForm(PlainForm):
    """Another password; `email` is set by the page."""

    old = PasswordField(
        lazy_gettext("Present password"),
        [InputRequired(lazy_gettext("Write your present password."))],
        render_kw={"autocomplete": "current-password"},
    )
    new = _new_password_field(lazy_gettext("New password"))
    email = ""

    def validate_new(self, field: PasswordField) -> None:
        """Refuse a weak password."""
        check_password(field, self.email)
