"""The drawings of lessons as files: pages elsewhere can show those where they refuse or repaint a drawing inside."""

from collections.abc import Callable, Mapping

from courseware.course import Course, FigureUse, Lesson
from courseware.figures import Figure, read_figure
from quizzes.look import drawing_style

FOLDER = "figures"
_OPENING = '<svg role="img" aria-label="'  # as courseware.figures.Figure.labelled has it
WIDTH_PX = 480  # where no style sheet says otherwise


Address = Callable[[str], str]


def drawing_file(name: str) -> str:
    """Return the address of a drawing beside the pages."""
    return f"{FOLDER}/{name}"


def drawings(course: Course) -> Mapping[str, bytes]:
    """Return each drawing of a course's lessons as a file that brings its colours along, by its name."""
    names = dict.fromkeys(name for lesson in course.lessons for name in _names(lesson))
    return {name: _whole(_read(course, name)) for name in names}


def with_files(course: Course, lesson: Lesson, html: str, address: Address = drawing_file) -> str:
    """Return the HTML of a whole lesson with its drawings as images; `address` says where each lies, by its name."""
    for name in _names(lesson):
        before, _, rest = html.partition(_OPENING)
        label, _, rest = rest.partition('"')
        after = rest.removeprefix(_read(course, name).svg.removeprefix("<svg"))
        if len(after) == len(rest):
            raise ValueError(f"the lesson {lesson.slug!r} has no drawing {name!r} where it names one")
        html = f'{before}<img src="{address(name)}" alt="{label}" width="{WIDTH_PX}">{after}'
    return html


def _names(lesson: Lesson) -> list[str]:
    return [use.name for use in lesson.references if isinstance(use, FigureUse)]


def _read(course: Course, name: str) -> Figure:
    found = read_figure(course.folder / FOLDER / name)
    if not isinstance(found, Figure):
        raise ValueError(f"{name}: {'; '.join(message for _, message in found)}")
    return found


def _whole(figure: Figure) -> bytes:
    opening, _, rest = figure.svg.removeprefix("<svg").partition(">")
    namespace = "http://www.w3.org/2000/svg"
    return f'<svg xmlns="{namespace}"{opening}>\n<style>\n{drawing_style()}</style>{rest}\n'.encode()
