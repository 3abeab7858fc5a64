"""What was checked when the program was made: the records of the shipped archive, and the code lists it declares.

Each file of it is compared with the text that was checked, character by character. Of one that is as it was, the
records stand in a file beside this module (``scripts/checked.py``), and neither TOML nor pydantic is loaded for them.
"""

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from cq_tui.language import Label
from cq_tui.schema.plain import of_plain
from cq_tui.schema.record import Record
from cq_tui.schema.schema import Schema
from cq_tui.values.codes import Words

FILE = Path(__file__).with_name("checked.json")


class Checked(NamedTuple):
    """The shipped archive as it was checked.

    ``declared``: the text that declares ``lists``, the codes of each, and nothing else.
    ``fields``: of each kind, as its class had them.
    ``files``: by their names in the archive the text of each and its records, by kind.
    """

    declared: str
    lists: Mapping[str, Mapping[str, list[Any]]]
    fields: Mapping[str, list[str]]
    files: Mapping[str, tuple[str, Mapping[str, list[Any]]]]


@cache
def _checked() -> Checked | None:
    try:
        return Checked(**json.loads(FILE.read_bytes()))
    except (OSError, ValueError, TypeError):  # a checkout in which it is not made yet
        return None


def checked_declarations() -> str | None:
    """The text of the archive's declarations that was checked; None where none was."""
    found = _checked()
    return None if found is None else found.declared


def checked_lists(text: str) -> dict[str, dict[str, Words]] | None:
    """The code lists that a text declares, which declares nothing else; None if it is not the one that was checked."""
    found = _checked()
    if found is None or text != found.declared:
        return None
    return {
        name: {code: Words(Label(*label), tuple(aliases)) for code, (label, aliases) in codes.items()}
        for name, codes in found.lists.items()
    }


class CheckedFiles:
    """The records of the files of an archive with a schema."""

    def __init__(self, schema: Schema) -> None:
        """``schema``: that of the shipped archive."""
        self._schema = schema
        found = _checked()
        fields = {kind.name: [*kind.model.model_fields] for kind in schema.values()}
        self._files = found.files if found is not None and found.fields == fields else {}

    def records(self, name: str, text: str) -> dict[str, list[Record]] | None:
        """Those of a file, by kind; None where its text is not the one that was checked."""
        checked, records = self._files.get(name, ("", {}))
        if not records or text != checked:
            return None
        return {kind: [of_plain(self._schema[kind].model, one) for one in found] for kind, found in records.items()}
