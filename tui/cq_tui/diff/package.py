"""A published package as an edition: the folder that ``cq-tui publish`` wrote, read back as an archive.

The tables of the kinds are the data; the lists that stand in tables of their own stand in their cells, too. The words
that an archive declares are not in a package: those of the archive that it is set against are taken.
"""

import csv
import os
import shutil
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import tomli_w

from cq_tui.archive.problem import SchemaError
from cq_tui.archive.same.decision import PART, Verdict
from cq_tui.archive.same.fields import DEALS, SAME_AS, TOLD, Told
from cq_tui.archive.same.file import PATH as SAME_PATH
from cq_tui.archive.schema import schema_of
from cq_tui.archive.tables import SCHEMA_FILE
from cq_tui.files.data_package import published, resources
from cq_tui.files.regular import open_regular
from cq_tui.language import _, listed
from cq_tui.schema.columns import columns
from cq_tui.values.clean import clean_line


class PackageError(Exception):
    """A package can't be read back; the text is one clear line."""


def is_package(folder: Path) -> bool:
    """Whether a folder is a publication of this program, and no archive."""
    return not (folder / "data").is_dir() and published(folder) is not None


def selection(folder: Path) -> str:
    """Which part of its archive a package holds, by the filter it was made with; empty where it is no part."""
    found = (published(folder) or {}).get("selection") if is_package(folder) else None
    told = found if isinstance(found, dict) else {}
    return clean_line(f"{told.get('kind', '')} {told.get('filter', '')}".strip())


def read_back(package: Path, into: Path, beside: Path | None) -> None:
    """Make an archive of a package in an empty folder; ``beside``: the archive whose words it may use.

    Raises PackageError, and OSError where a file can't be read or written.
    """
    data = into / "data"
    data.mkdir()
    tables = dict(_tables(package))
    if not tables:
        message = _("{package} holds no tables; an edition is a package that cq-tui publish wrote as a Data Package.")
        raise PackageError(message.format(package=clean_line(str(package))))
    for name in tables:
        _put(package / f"{name}.csv", data / f"{name}.csv")
    declared = beside / "data" / SCHEMA_FILE if beside else None
    if declared is not None and declared.is_file():
        shutil.copyfile(declared, data / SCHEMA_FILE)
    if SAME_AS in tables.get(DEALS, ()):
        (into / SAME_PATH).write_text(tomli_w.dumps({PART: list(_decisions(data / f"{DEALS}.csv"))}), encoding="utf-8")
    _refuse_what_is_unknown(package, into, tables)


def _tables(package: Path) -> Iterator[tuple[str, list[str]]]:
    """The tables of kinds that a package names, with their columns; a list's own table has no id."""
    for one in resources(published(package) or {}):
        name, schema = one.get("name"), one.get("schema")
        fields = schema.get("fields") if isinstance(schema, dict) else None
        if isinstance(name, str) and name.isidentifier() and _names(fields)[:1] == ["id"]:
            yield name, _names(fields)


def _names(fields: Any) -> list[str]:
    every = fields if isinstance(fields, list) else []
    return [str(one.get("name")) for one in every if isinstance(one, dict)]


def _put(path: Path, target: Path) -> None:
    """A file of the package as one of the archive, without a copy where there can be a link."""
    open_regular(path).close()  # what is none is told by the package's name, not by that of the link
    try:
        os.symlink(path.absolute(), target)
    except OSError:  # on a file system without links
        shutil.copyfile(path, target)


def _decisions(deals: Path) -> Iterator[dict[str, Any]]:
    """Which deals are one deal told twice, as the table says it."""
    verdicts = {Told.SAME.value: Verdict.SAME.value, Told.EARLIER.value: Verdict.LATER.value}
    with suppress(csv.Error), deals.open(encoding="utf-8-sig", newline="") as file:
        for row in csv.DictReader(file):
            verdict, taken = verdicts.get(row.get(TOLD) or ""), row.get(SAME_AS)
            if verdict and taken:
                yield {"deals": sorted((row["id"], taken)), "decision": verdict, "taken": taken}


def _refuse_what_is_unknown(package: Path, folder: Path, tables: dict[str, list[str]]) -> None:
    try:
        schema = schema_of(folder)
    except SchemaError as error:
        raise PackageError(str(error.problems[0])) from None
    unknown = []
    for name, header in tables.items():
        kind = schema.get(name)
        known = {column.name for column in columns(kind)} if kind else set()
        unknown += [name] if kind is None else [f"{name}.{one}" for one in header if one not in known]
    if unknown:
        message = _(
            "{package} has words of its archive's own ({names}), which data/schema.toml declares; "
            "set it against that archive, or one that declares them too."
        )
        raise PackageError(message.format(package=clean_line(str(package)), names=clean_line(listed(unknown[:5]))))
