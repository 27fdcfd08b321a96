"""A page's form filled by its visible words, as somebody without JavaScript does."""

from lxml import html

from tests.browsing import Browser, TestResponse


class Form:
    """The form of a page whose address ends so."""

    def __init__(self, source: str, action: str) -> None:
        self.page = html.fromstring(source)
        found = [form for form in self.page.forms if (form.get("action") or "").endswith(action)]
        assert len(found) == 1, f"{len(found)} forms send to …{action}"
        self.form = found[0]

    def tick(self, label: str) -> "Form":
        """Tick the radio or box with this label."""
        fields = [field for field in self.form.xpath(".//label//input") if words(field.getparent()) == label]
        assert len(fields) == 1, f"{len(fields)} fields are labelled “{label}”"
        fields[0].checked = True
        return self

    def pick(self, label: str, option: str) -> "Form":
        """Pick an option in the menu with this label."""
        menus = [menu for menu in self.form.xpath(".//select") if self._label(menu) == label]
        assert len(menus) == 1, f"{len(menus)} menus are labelled “{label}”"
        values = [found.get("value") for found in menus[0].xpath("./option") if words(found) == option]
        assert values, f"“{label}” has no option “{option}”"
        menus[0].value = values[0]
        return self

    def write(self, text: str) -> "Form":
        """Write into the form's only text field."""
        (field,) = self.form.xpath(".//input[@type='text']")
        field.value = text
        return self

    def press(self, client: Browser, button: str) -> TestResponse:
        """Send the form with the button that says so; return what comes back, without following it."""
        buttons = [found for found in self.form.xpath(".//button") if words(found).strip(" →←") == button]
        assert len(buttons) == 1, f"{len(buttons)} buttons say “{button}”"
        name = buttons[0].get("name")
        fields: dict[str, list[str]] = {}
        for field, value in [*self.form.form_values(), *([(name, buttons[0].get("value"))] if name else [])]:
            fields.setdefault(field, []).append(value)
        return client.post(self.form.get("action"), data=fields)

    def _label(self, menu: html.HtmlElement) -> str:
        if menu.get("aria-label"):
            return str(menu.get("aria-label"))
        return words(self.page.xpath("//label[@for=$id]", id=menu.get("id"))[0])


def words(element: html.HtmlElement) -> str:
    """Return an element's text on one line."""
    return " ".join(element.text_content().split())


def text_of(source: str) -> str:
    """Return a page's text on one line."""
    return words(html.fromstring(source).xpath("//main")[0])
