"""Common Cartridge 1.0 to 1.3: the quizzes and the question bank in a cartridge; what else is in it stays behind."""

from quizzes.imports.format import ImportFormat
from quizzes.imports.qti12.finding import is_cartridge
from quizzes.imports.qti12.package import read_package

FORMAT = ImportFormat(
    name="cartridge",
    title="Common Cartridge",
    givers="Moodle, Blackboard, Brightspace, Schoology and others, in the versions 1.0 to 1.3",
    rank=16,
    recognises=is_cartridge,
    read=read_package,
)
