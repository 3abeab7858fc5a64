"""What can be wrong with an archive, said in one line."""

from pathlib import Path
from typing import NamedTuple

from cq_tui.language import _, ngettext
from cq_tui.values.clean import clean_line


class Problem(NamedTuple):
    """One thing wrong: where it stands, and what would be right."""

    file: str
    line: int
    field: str
    message: str

    def __str__(self) -> str:
        place = f"{self.file}:{self.line}" if self.line else self.file
        return f"{place}: {self.field}: {self.message}" if self.field else f"{place}: {self.message}"


class ArchiveError(Exception):
    """The archive can't be read at all; the text is one clear line."""


class SchemaError(ArchiveError):
    """An archive's declarations can't be: without them none of its records can be judged. ``problems`` are all."""

    def __init__(self, problems: list[Problem]) -> None:
        """Keep the problems in the order of files and lines; the text is the first, and how many more there are."""
        self.problems = sorted(problems)
        super().__init__(first_of(self.problems))


def first_of(problems: list[Problem], hint: str | None = "") -> str:
    """The first of several problems in one line, and how many more there are; ``hint``: how to see all, if not None."""
    rest = len(problems) - 1
    if not rest:
        return str(problems[0])
    more = ngettext("and {count} more problem", "and {count} more problems", rest).format(count=rest)
    if hint is None:
        return f"{problems[0]} ({more})"
    all_ = hint or _("cq-tui check lists all.")
    return f"{problems[0]} ({more}; {all_})"


def file_name(root: Path, path: Path, *, several: bool) -> str:
    """What a file is called: its clean path in its archive; where there are several, with that of the archive."""
    return clean_line(str(path if several else path.relative_to(root)))
