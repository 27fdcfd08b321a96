"""The pages of the site: the first one with the outline, and one for each lesson."""

from html import escape

from courseware.asked import graded_quizzes
from courseware.course import Course, Lesson
from courseware.packages.lessons import article_html, aside_html, count_text, minutes_text
from courseware.packages.links import GLOSSARY, lesson_file
from courseware.packages.playing import check_html
from courseware.packages.site.frame import page
from courseware.packages.site.links import START, quiz_file
from courseware.packages.site.playing import lesson_data
from quizzes.quiz import Quiz
from quizzes.text import to_inline_html, to_plain


def first_page(course: Course) -> str:
    """Return the page with the outline of the course."""
    lessons = "".join(_lesson_line(course, lesson, number) for number, lesson in enumerate(course.lessons, 1))
    closing = {lesson.quiz for lesson in course.lessons}
    rest = [quiz for quiz in graded_quizzes(course) if quiz.slug not in closing]
    quizzes = "".join(_quiz_line(course, quiz) for quiz in sorted(rest, key=lambda quiz: quiz.slug != course.final))
    main = (
        f'<h1>{escape(course.title)}</h1>\n<p class="intro">{to_inline_html(course.summary, course.marks)}</p>\n'
        f'<h2>Lessons</h2>\n<ol class="lessons-list">{lessons}</ol>\n'
    )
    if quizzes:
        main += f"<h2>More quizzes</h2>\n{quizzes}"
    if course.glossary.terms:
        main += f'<h2>At hand</h2>\n<p><a href="{GLOSSARY}">Glossary</a></p>\n'
    return page(course.title, course.title, course.language, main, "middle")


def lesson_page(course: Course, index: int) -> str:
    """Return the page of the lesson at an index."""
    lesson = course.lessons[index]
    main = (
        f'<div class="outline-column">{_outline(course, lesson)}</div>\n'
        + article_html(course, lesson, check_html, _closing(course, lesson) + _ways(course, index))
        + aside_html(lesson)
    )
    return page(lesson.title, course.title, course.language, main, "lesson", lesson_data(course, lesson))


def _lesson_line(course: Course, lesson: Lesson, number: int) -> str:
    title = f'<span class="number">{number}.</span> {escape(lesson.title)}'
    return (
        f'<li class="lesson-line"><span class="lesson-sign" aria-hidden="true">○</span><div class="lesson-words">'
        f'<h3><a href="{lesson_file(lesson.slug)}">{title}</a></h3>'
        f"<p>{escape(to_plain(lesson.summary))}</p>{_quiz_of(course, lesson)}</div>"
        f'<p class="lesson-marks"><span class="tag">{minutes_text(lesson)}</span></p></li>\n'
    )


def _quiz_line(course: Course, quiz: Quiz) -> str:
    size = count_text(course.bank.size(quiz), "question")
    title = f'<a href="{quiz_file(quiz.slug)}">{escape(quiz.title)}</a>'
    summary = f"<p>{to_inline_html(quiz.settings.summary, course.marks)}</p>" if quiz.settings.summary else ""
    return (
        f'<div class="lesson-line"><span class="lesson-sign" aria-hidden="true">○</span>'
        f'<div class="lesson-words"><h3>{title}</h3>{summary}<p>{size}</p></div></div>\n'
    )


def _quiz_of(course: Course, lesson: Lesson) -> str:
    if not lesson.quiz:
        return ""
    title = escape(course.bank.quizzes[lesson.quiz].title)
    return f'<p class="quiz-line">Quiz: <a href="{quiz_file(lesson.quiz)}">{title}</a></p>'


def _closing(course: Course, lesson: Lesson) -> str:
    if not lesson.quiz:
        return ""
    quiz = course.bank.quizzes[lesson.quiz]
    words = f'<a href="{quiz_file(quiz.slug)}">{escape(quiz.title)}</a> <span class="quiet">'
    head = '<h2 id="closing-quiz">The quiz of this lesson</h2>'
    return (
        f'<section class="card closing" aria-labelledby="closing-quiz">{head}'
        f"<p>{words}{count_text(course.bank.size(quiz), 'question')}</span></p></section>\n"
    )


def _outline(course: Course, here: Lesson) -> str:
    lines = "".join(_outline_line(lesson, lesson is here) for lesson in course.lessons)
    glossary = f'<a href="{GLOSSARY}"><span aria-hidden="true">→</span> <span>Glossary</span></a>'
    at_hand = f"<strong>At hand</strong><ul><li>{glossary}</li></ul>" if course.glossary.terms else ""
    return (
        '<button class="btn small outline-open" type="button" popovertarget="outline">Lessons</button>\n'
        f'<nav class="outline" id="outline" popover aria-label="Course"><strong><a href="{START}">'
        f"{escape(course.title)}</a></strong>\n<ol>{lines}</ol>{at_hand}</nav>"
    )


def _outline_line(lesson: Lesson, is_here: bool) -> str:
    li, a, sign = (' class="here"', ' aria-current="page"', "●") if is_here else ("", "", "○")
    return (
        f'<li{li}><a href="{lesson_file(lesson.slug)}"{a}><span aria-hidden="true">{sign}</span>'
        f"<span>{escape(lesson.nav)}</span><small>{lesson.minutes} min</small></a></li>\n"
    )


def _ways(course: Course, index: int) -> str:
    before = course.lessons[index - 1] if index else None
    after = course.lessons[index + 1] if index + 1 < len(course.lessons) else None
    back = (lesson_file(before.slug), before.nav, "prev") if before else (START, "The course", "up")
    on = (lesson_file(after.slug), after.nav, "next") if after else (START, "The course", "up")
    return (
        f'<div class="bar"><a class="btn" href="{back[0]}" rel="{back[2]}">← {escape(back[1])}</a>'
        f'<div class="group"><a class="btn go" href="{on[0]}" rel="{on[2]}">{escape(on[1])} →</a></div></div>\n'
    )
