"""An edition of an archive: a folder as it is, a revision of its git repository, or a published package."""

import io
import subprocess
import tarfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from cq_tui.diff.package import PackageError, is_package, read_back
from cq_tui.files.scratch import scratch
from cq_tui.language import _

_PARTS = ("data", "seeds")
"""The folders of an archive that its records are read from."""
_LONGEST = 300
"""Characters of what git says that an error repeats."""
_MOST_REVISIONS = 200


class Revision(NamedTuple):
    """A revision of an archive: its short name, its day, and the first line of what is said of it."""

    name: str
    day: str
    subject: str


class EditionError(Exception):
    """An edition can't be had; the text is one clear line."""


@contextmanager
def edition(named: str, beside: Path | None = None) -> Iterator[Path]:
    """The folder of an archive that is named: ``FOLDER``, ``FOLDER@REVISION``, or the folder of a published package.

    A revision is taken out of the repository into a temporary folder, which is gone afterwards; the work tree and the
    repository stay as they are. A folder that has an ``@`` in its name goes first. A package is read back into such a
    folder, too, with the words that the archive ``beside`` declares. Raises EditionError.
    """
    if is_package(Path(named)):
        with _package(Path(named), beside) as read:
            yield read
        return
    folder, mark, revision = named.rpartition("@")
    if Path(named).exists() or not mark or not Path(folder or ".").is_dir():
        yield Path(named)
        return
    try:
        with scratch() as taken:
            _take_out(Path(folder or "."), revision, taken)
            yield taken
    except OSError as error:
        raise EditionError(f"{named}: {error.strerror or error}") from None


@contextmanager
def editions(old: str, new: str) -> Iterator[tuple[Path, Path]]:
    """The folders of two editions; a package is read with the words of the other one. Raises EditionError."""
    named = (old, new)
    found: dict[int, Path] = {}
    with ExitStack() as taken:
        for side in sorted((0, 1), key=lambda side: is_package(Path(named[side]))):
            found[side] = taken.enter_context(edition(named[side], found.get(1 - side)))
        yield found[0], found[1]


@contextmanager
def _package(package: Path, beside: Path | None) -> Iterator[Path]:
    try:
        with scratch() as folder:
            read_back(package, folder, beside)
            yield folder
    except OSError as error:
        raise EditionError(f"{error.filename or package}: {error.strerror or error}") from None
    except PackageError as error:
        raise EditionError(str(error)) from None


def revisions(folder: Path) -> list[Revision]:
    """The last revisions in which an archive's files changed, newest first. Raises EditionError without git."""
    form = "--format=%h%x1f%cs%x1f%s"
    said = _git(folder, "log", f"--max-count={_MOST_REVISIONS}", form, "--", *_PARTS).decode("utf-8", "replace")
    parts = (line.split("\x1f") for line in said.splitlines())
    return [Revision(*each) for each in parts if len(each) == len(Revision._fields)]


def _take_out(folder: Path, revision: str, into: Path) -> None:
    """Put what a revision holds below a folder into another one. Raises EditionError."""
    if revision.startswith("-") or not revision:  # git would take it for an option
        raise EditionError(_("There is no revision {name}.").format(name=revision or "@"))
    held = _git(folder, "ls-tree", "--name-only", revision).decode("utf-8", "replace").splitlines()
    parts = [part for part in _PARTS if part in held]
    if not parts:
        message = _("{folder} has no folder data/ in revision {name}, so that it is no archive there.")
        raise EditionError(message.format(folder=folder, name=revision))
    packed = io.BytesIO(_git(folder, "archive", "--format=tar", revision, "--", *parts))
    try:
        with tarfile.open(fileobj=packed) as archive:
            _unpack(archive, into)
    except tarfile.TarError as error:
        raise EditionError(f"{folder}@{revision}: {error}") from None


def _unpack(archive: tarfile.TarFile, into: Path) -> None:
    """Write the regular files; a link, or a name that leads out of the folder, is nothing that git says of an archive.

    By hand, for the filter of ``extractall`` came with Python 3.11.4.
    """
    for member in archive:
        path = PurePosixPath(member.name)
        content = archive.extractfile(member) if member.isreg() else None
        if content is None or path.is_absolute() or ".." in path.parts:
            continue
        target = into / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content.read())


def _git(folder: Path, *words: str) -> bytes:
    """What a command of git prints. Raises EditionError with what it said where it fails."""
    try:
        done = subprocess.run(
            ["git", "-C", str(folder), *words], stdin=subprocess.DEVNULL, capture_output=True, check=False
        )
    except FileNotFoundError:
        raise EditionError(_("A revision takes the program git, which is not there.")) from None
    if done.returncode:
        said = done.stderr.decode("utf-8", "replace").strip().splitlines() or [str(done.returncode)]
        raise EditionError(f"git: {said[0][:_LONGEST]}")
    return done.stdout
