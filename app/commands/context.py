"""What commands share: the instance and its courses, each opened when first needed. It knows no app and no database."""

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import click

from app.config import Instance, open_instance
from app.loading import Loaded, load_courses
from courseware.course import Course
from courseware.library import Library
from quizzes.quiz import Quiz


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


in_context = click.make_pass_decorator(Context)
