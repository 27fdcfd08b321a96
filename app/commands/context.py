"""What commands share: the instance, its courses and the app, each opened when first needed."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import click
from flask import Flask
from sqlalchemy.orm import Session

from app import create_app
from app.config import Instance, open_instance
from app.db import db
from app.loading import Loaded, load_courses
from app.migrating import migrate
from courseware.course import Course
from courseware.library import Library
from quizzes.quiz import Quiz

EVERYWHERE = ("0.0.0.0", "::")  # noqa: S104 (to recognise them, not to listen there)


class Refusal(click.ClickException):
    """A command that can't do what was asked; the message is one line that says what to do."""

    def show(self, file: Any = None) -> None:
        """Print the line on standard error."""
        click.echo(f"coursewright: {self.format_message()}", file=file, err=file is None)


@dataclass
class Context:
    """Where a command works."""

    folder: Path

    @cached_property
    def instance(self) -> Instance:
        """Return the instance; its folder is made where missing."""
        return open_instance(self.folder)

    @cached_property
    def loaded(self) -> Loaded:
        """Return the courses with what is wrong in them."""
        return load_courses(self.instance)

    @property
    def library(self) -> Library:
        """Return the courses without faults."""
        return self.loaded.library

    @cached_property
    def app(self) -> Flask:
        """Return the app, with its database brought to the newest schema."""
        made = create_app(self.instance, self.library)
        migrate(made)
        return made

    @contextmanager
    def session(self) -> Iterator[Session]:
        """Yield a database session; what was done in it is kept where the command ends well."""
        with self.app.app_context():
            yield db.session
            db.session.commit()

    def address_of(self, path: Callable[[], str]) -> str:
        """Return the full address of a page, on the public address or else on this machine."""
        settings = self.instance.settings
        with self.app.test_request_context():
            return (settings.public_url.rstrip("/") or local_address(settings.host, settings.port)) + path()

    def quiz(self, name: str) -> tuple[Course, Quiz]:
        """Return the quiz called `course/quiz`, or `quiz` where only one course has it, with its course."""
        slug = name.rpartition("/")[2]
        found = [
            (course, course.bank.quizzes[slug])
            for course in self.library.courses.values()
            if slug in course.bank.quizzes and name in (slug, f"{course.slug}/{slug}")
        ]
        if len(found) == 1:
            return found[0]
        if found:
            names = ", ".join(quiz.address for _, quiz in found)
            raise Refusal(f"“{name}” names {len(found)} quizzes; write one of {names}")
        if self.loaded.faults:
            raise Refusal(f"there is no quiz “{name}”{self._left_out}")
        raise Refusal(f"there is no quiz “{name}”; coursewright quizzes lists them")

    def no_course(self, slug: str) -> Refusal:
        """Return the refusal of a course that is not there."""
        known = ", ".join(self.library.courses)
        return Refusal(f"there is no course “{slug}”; known: {known or 'none'}{self._left_out}")

    @property
    def _left_out(self) -> str:
        return "; courses with faults are left out: run coursewright check" if self.loaded.faults else ""

    def bank(self, course: str, name: str) -> tuple[Course, Quiz]:
        """Return the quiz whose file holds a bank of questions, with its course."""
        found = self.library.courses.get(course)
        if found is None:
            known = ", ".join(self.library.courses)
            raise Refusal(f"--bank names a file of a course, and “{course}” is none; write one of {known}")
        quiz = found.bank.quizzes.get(name)
        if quiz is None or not quiz.items:
            what = "has no questions of its own" if quiz else "is not there"
            known = ", ".join(slug for slug, other in found.bank.quizzes.items() if other.items)
            raise Refusal(f"the bank “{name}” {what}; write one of {known}")
        return found, quiz

    def target(self, name: str) -> Course | tuple[Course, Quiz]:
        """Return the course with a slug, or else the quiz of that name with its course."""
        return self.library.courses.get(name) or self.quiz(name)


def local_address(host: str, port: int) -> str:
    """Return the address of a server on this machine, as a browser takes it."""
    shown = "127.0.0.1" if host in EVERYWHERE else f"[{host}]" if ":" in host else host
    return f"http://{shown}:{port}"


in_context = click.make_pass_decorator(Context)
