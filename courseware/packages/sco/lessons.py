"""The lessons of a course as templates of one page: the player shows one at a time and adds what a learner did."""

from courseware.course import Course, Lesson
from courseware.packages.lessons import article_html, aside_html
from courseware.packages.playing import check_html


def lesson_templates(course: Course) -> str:
    """Return a template for each lesson."""
    return "".join(_template(course, lesson) for lesson in course.lessons)


def _template(course: Course, lesson: Lesson) -> str:
    return (
        f'<template id="lesson-{lesson.slug}"><div class="outline-column" data-outline></div>\n'
        f"{article_html(course, lesson, check_html, '<div data-ways></div>')}{aside_html(lesson)}</template>\n"
    )
