"""Common Cartridge 1.1: a course with its lessons as pages and its quizzes as assessments."""

from functools import partial

from courseware.packages.cartridge import course_cartridge, course_report
from courseware.packages.package import Package
from quizzes.exports.cartridge.versions import CC11

NAME = "cc11"

PACKAGE = Package(
    name=NAME,
    title="Common Cartridge 1.1",
    takers="Canvas, Brightspace, Blackboard, Moodle and others that import Common Cartridge",
    suffix=".imscc",
    media_type="application/zip",
    report=partial(course_report, NAME),
    write=partial(course_cartridge, version=CC11),
)
