"""Keep the message catalogues: extract from the code, merge into zh, compile. ``--check`` changes nothing.

The manual pages are made of messages and are made anew with them (``scripts/manual.py``), and so is what was checked of
the shipped archive (``scripts/checked.py``).

Fails when a message is untranslated, fuzzy or no longer used, when its placeholders are not those of the English, or
when the compiled file is not up to date.
"""

import io
import re
import string
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from babel.messages import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import read_mo, write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).parent.parent
PO = ROOT / "tui" / "cq_tui" / "locale" / "zh" / "LC_MESSAGES" / "cq-tui.po"
MO = PO.with_suffix(".mo")
_NOISE = ("-Date:", "Generated-By", "Report-Msgid-Bugs-To", "Last-Translator", "Language-Team")
KEYWORDS = {"_": None, "N_": None, "ngettext": (1, 2)}


def extracted() -> Catalog:
    """The messages that the code uses."""
    catalog = Catalog(project="cq-tui", fuzzy=False)
    for folder in ("tui/cq_tui", "scripts"):
        for file, _line, message, _comments, _context in extract_from_dir(
            ROOT / folder, method_map=[("**.py", "python")], keywords=KEYWORDS
        ):
            catalog.add(message, locations=[(f"{folder}/{file}", 0)])
    return catalog


def merged() -> Catalog:
    """The Chinese catalogue with the messages that the code uses now, and only those."""
    template = extracted()
    if PO.exists():
        with PO.open("rb") as file:
            known = read_po(file, locale="zh")
    else:
        known = Catalog(locale="zh", project="cq-tui", fuzzy=False)
    known.update(template, no_fuzzy_matching=True)
    known.obsolete.clear()
    known.header_comment = (
        "# Chinese messages of cq-tui. Made by scripts/messages.py; translate here, then run it again."
    )
    known.project, known.version = "cq-tui", "1"
    for message in known:
        message.locations = sorted({(name, None) for name, _line in message.locations})
    return known


def po_bytes(catalog: Catalog) -> bytes:
    """The catalogue as a .po file without anything that changes by itself."""
    held = io.BytesIO()
    write_po(held, catalog, width=118, sort_output=True, omit_header=False, include_lineno=False)
    lines = held.getvalue().decode().split("\n")
    return "\n".join(line for line in lines if not any(word in line for word in _NOISE)).encode()


def mo_bytes(catalog: Catalog) -> bytes:
    """The catalogue as a .mo file."""
    held = io.BytesIO()
    write_mo(held, catalog)
    return held.getvalue()


def words(catalog: Catalog) -> dict[object, object]:
    """What is said for what: all that matters of a catalogue."""
    return {_several(message.id): _several(message.string) for message in catalog if message.id}


def _several(text: str | Sequence[str] | None) -> tuple[str, ...]:
    return (text,) if isinstance(text, str) else tuple(text or ())


def up_to_date(catalog: Catalog) -> bool:
    """Whether both files say what the code's messages and their translations say."""
    with PO.open("rb") as po, MO.open("rb") as mo:
        return words(read_po(po, locale="zh")) == words(catalog) == words(read_mo(mo))


def faults(catalog: Catalog) -> list[str]:
    """What is wrong with the translations, a line each: words are missing, or other placeholders than the English."""
    return [f"{why}: {_several(message.id)[0]}" for message in catalog if message.id and (why := _fault(message))]


def _fault(message: Message) -> str:
    ids, strings = _several(message.id), _several(message.string)
    if not strings or not all(strings) or message.fuzzy:
        return "untranslated"
    wanted = placeholders(ids[-1])  # of a message for counts the last form, which must say them all
    for text in ids[:-1]:
        if extra := placeholders(text) - wanted:
            return f"only one English form has {_listed(extra)}"
    for text in strings:
        found = placeholders(text)
        if found != wanted:
            return f"placeholders differ, {_listed(found)} is not {_listed(wanted)}"
    return ""


def placeholders(text: str) -> frozenset[str]:
    """What is filled in: ``{name}`` with its conversion and format, and argparse's ``%(name)s``.

    A text that is no format, because what stands in braces is no name, has none of the first kind.
    """
    try:
        parts = list(string.Formatter().parse(text))
    except ValueError:
        parts = []
    braces = {
        f"{{{name}{'!' + conversion if conversion else ''}{':' + form if form else ''}}}"
        for _literal, name, form, conversion in parts
        if name is not None and re.fullmatch(r"\w*", name)
    }
    return frozenset(braces | set(re.findall(r"%\(\w+\)[a-z]", text)))


def _listed(names: frozenset[str]) -> str:
    return ", ".join(sorted(names)) or "none"


def main() -> int:
    """Update or check the files; 1 if there is anything to do by hand."""
    catalog = merged()
    wrong = faults(catalog)
    print("".join(f"{line}\n" for line in wrong), end="")
    stale = not (PO.exists() and MO.exists() and up_to_date(catalog))
    if "--check" in sys.argv:
        if stale:
            print("stale: run python scripts/messages.py")
        return int(stale or bool(wrong))
    if stale:
        PO.parent.mkdir(parents=True, exist_ok=True)
        PO.write_bytes(po_bytes(catalog))
        MO.write_bytes(mo_bytes(catalog))
    scripts = (ROOT / "scripts" / name for name in ("manual.py", "checked.py"))
    made = [subprocess.run([sys.executable, str(one)], check=False).returncode for one in scripts]
    return int(bool(wrong) or any(made))


if __name__ == "__main__":
    sys.exit(main())
