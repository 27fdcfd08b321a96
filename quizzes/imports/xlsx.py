"""Excel files with the table of the template: values alone, from as many sheets as have its columns."""

from quizzes.imports.files import Archive, Files, OneFile
from quizzes.imports.format import ImportFormat
from quizzes.imports.limits import Limits, UnreadableError
from quizzes.imports.report import Imported
from quizzes.imports.table.questions import read_sheets
from quizzes.imports.table.workbook import WORKBOOK, sheets_of

OLD = b"\xd0\xcf\x11\xe0"  # what Excel wrote before 2007, and what it writes with a password
SUFFIXES = (".xlsx", ".xlsm", ".xls", ".ods")


def recognises(files: Files) -> bool:
    """Say whether an archive holds a workbook, or a file is named as a spreadsheet."""
    if isinstance(files, OneFile):
        return files.title.lower().endswith(SUFFIXES) or files.read(files.title).startswith(OLD)
    return isinstance(files, Archive) and (WORKBOOK in files.names or files.title.lower().endswith(SUFFIXES))


def read(files: Files, limits: Limits) -> Imported:
    """Return the questions of a workbook."""
    if isinstance(files, OneFile) and files.read(files.title).startswith(OLD):
        raise UnreadableError(
            f"{files.title} is an Excel file of before 2007, or has a password; save it as .xlsx without one"
        )
    if not isinstance(files, Archive) or WORKBOOK not in files.names:
        raise UnreadableError(f"{files.title} is no Excel workbook; save the table as .xlsx or as CSV UTF-8")
    sheets, notes = sheets_of(files, limits)
    return read_sheets(sheets, files.title, limits, notes)


FORMAT = ImportFormat(
    name="xlsx",
    title="Table (Excel)",
    givers="our template, filled in with Excel, LibreOffice or another spreadsheet",
    rank=5,
    recognises=recognises,
    read=read,
)
