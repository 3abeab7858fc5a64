"""Check the shipped archive and keep what was checked, so that no start parses and checks it again.

``--check`` changes nothing and says whether what is kept is stale.
"""

import json
import sys
from typing import Any

from cq_tui.archive.check import problems_of
from cq_tui.archive.checked import FILE, Checked
from cq_tui.archive.declarations.schema import lists_alone, schema_of_texts
from cq_tui.archive.read import read, shipped
from cq_tui.archive.tables import SCHEMA_FILE
from cq_tui.files.text import read_text
from cq_tui.kinds import kinds
from cq_tui.schema.plain import plain


def checked() -> str:
    """The text of the file."""
    root = shipped()
    declared = read_text(root / "data" / SCHEMA_FILE)
    schema = schema_of_texts(kinds(), {SCHEMA_FILE: declared}, 1)
    archive = read(root, schema=schema, anew=True)
    if problems := problems_of(archive, {}):
        raise SystemExit(f"the shipped archive: {problems[0]}")
    files: dict[str, tuple[str, dict[str, list[Any]]]] = {}
    for kind, entries in archive.entries.items():
        for entry in entries:
            _text, records = files.setdefault(entry.file.name, (read_text(entry.file.path), {}))
            records.setdefault(kind, []).append(plain(entry.record))
    lists = lists_alone(kinds(), SCHEMA_FILE, declared)
    if lists is None:
        raise SystemExit("the shipped archive declares more than code lists: archive/checked.py keeps no more of it")
    found = Checked(
        declared,
        {
            name: {code: [[one.label.zh, one.label.en], one.aliases] for code, one in words.items()}
            for name, words in lists.items()
        },
        {kind.name: [*kind.model.model_fields] for kind in schema.values()},
        files,
    )
    return json.dumps(found._asdict(), ensure_ascii=False, indent=1) + "\n"


def main() -> int:
    """Write the file, or check that it is what would be written."""
    text = checked()
    if not FILE.exists() or FILE.read_text("utf-8") != text:
        if "--check" in sys.argv:
            print("stale: run python scripts/checked.py")
            return 1
        FILE.write_text(text, "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
