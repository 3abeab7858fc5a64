"""Where a publication may go: a new folder, an empty one, or one that holds an earlier publication."""

import os
import re
from pathlib import Path

from cq_tui.archive.read import Archive
from cq_tui.export.naming import is_visible
from cq_tui.files.changes import finish
from cq_tui.files.data_package import DESCRIPTOR, published, resources
from cq_tui.files.folder import FolderTarget, names_in
from cq_tui.files.write import FileExists, WriteError
from cq_tui.language import _
from cq_tui.secure import Confinement

README = "README.md"
_OWN_FOLDERS = ("data", "seeds")
_PLAIN = re.compile(r"[a-z0-9_.]+\.(csv|json|jsonl)")


def folder_of(path: Path, confined: Confinement | None) -> FolderTarget:
    """The folder of that path. In secure mode it is a plain name in the export folder; raises SecureError else."""
    if confined is None:
        return FolderTarget(path)
    target = confined.target(path)
    if confined.descriptor is not None:
        target = Path(f"/proc/self/fd/{confined.descriptor}") / path.name
    return FolderTarget(target, private=True, called=path.name)


def check(target: FolderTarget, archive: Archive, *, replace: bool) -> list[str] | None:
    """What an earlier publication in the folder consists of; None where the folder is to be made.

    Raises FileExists for such a publication unless it may be replaced, WriteError for a folder of anything else.
    """
    if not is_visible(target.path.name):
        raise WriteError(_("{path}: a folder's name can't have invisible characters.").format(path=target.shown))
    if _is_archive_s_own(target.path, archive):
        message = _("{path} is a folder of the archive itself; name another one.")
        raise WriteError(message.format(path=target.shown))
    if not names_in(target):
        return None
    finish(target.path)  # of a publication that was killed while its files were moved, the descriptor may be on its way
    files = _published(target.path)
    if files is None:
        message = _("{path} holds other files, and is left as it is; name a new folder.")
        raise WriteError(message.format(path=target.shown))
    if not replace:
        raise FileExists(_("{path} holds a publication already.").format(path=target.shown))
    return files


def _is_archive_s_own(path: Path, archive: Archive) -> bool:
    """Whether the path leads into the data of an archive, or is what holds it."""
    real = Path(os.path.realpath(path))
    own = [Path(os.path.realpath(root / name)) for root in archive.roots for name in _OWN_FOLDERS]
    return any(real.is_relative_to(one) or one.is_relative_to(real) for one in own)


def _published(path: Path) -> list[str] | None:
    """The files of the publication in a folder; None where there is none that this program wrote."""
    tree = published(path)
    if tree is None:
        return None
    paths = [one.get("path") for one in resources(tree)]
    return [README, DESCRIPTOR, *(one for one in paths if isinstance(one, str) and _PLAIN.fullmatch(one))]
