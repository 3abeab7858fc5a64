"""What hostile strings come in: archives of data files and of table files, a stranger's list, a configuration."""

import csv
import io
import re
from collections.abc import Sequence
from pathlib import Path

import tomli_w

BROKEN = re.compile("[\ud800-\udfff]")
"""What Python makes of bytes that are not UTF-8; no file of ours can hold it."""


def archive(folder: Path, texts: Sequence[str]) -> Path:
    """An archive whose deals, organisations, segments and platforms are named by the texts a file can hold."""
    data = folder / "data"
    data.mkdir(parents=True)
    texts = [text for text in texts if not BROKEN.search(text)]
    names = [{"zh": text, "en": text} for text in texts]
    organisations = [
        {"id": f"o-{n}", "name": name, "aliases": [text[:1900]], "type": "company"}
        for n, (name, text) in enumerate(zip(names, texts, strict=True))
    ]
    deals = [
        {"id": f"d-{n}", "title": name, "event": "e", "instrument": "fund", "note": name, "sector": name,
         "parties": [{"org": f"o-{n}", "role": "partner"}]}
        for n, name in enumerate(names)
    ]  # fmt: skip
    kinds = {
        "events": [{"id": "e", "name": names[0], "note": names[1]}],
        "organisations": organisations,
        "deals": deals,
        "chain": [{"id": f"c-{n}", "tier": "system", "name": name} for n, name in enumerate(names)],
        "platforms": [
            {"id": f"p-{n}", "event": "e", "action": "released", "name": name} for n, name in enumerate(names)
        ],
    }
    for kind, records in kinds.items():
        # tomli_w escapes what TOML does not take as it is, so the strings arrive whole.
        (data / f"{kind}.toml").write_text(tomli_w.dumps({kind: records}), "utf-8")
    return folder


def tables(folder: Path, texts: Sequence[str]) -> Path:
    """An archive whose deals come as a table; every other row is wrong in a field that names the text."""
    data = folder / "data"
    data.mkdir(parents=True)
    (data / "events.toml").write_text('[[events]]\nid = "e"\nname = { en = "Made fair" }\n', "utf-8")
    rows = [
        [f"d-{n}", text, text, "e", text if n % 2 else "fund", f"{text}:lender" if n % 3 else "", text]
        for n, text in enumerate(texts)
    ]
    header = ["id", "title_zh", "title_en", "event", "instrument", "parties", "note_en"]
    (data / "deals.csv").write_bytes(_csv([header, *rows]))
    return folder


def headers(folder: Path, texts: Sequence[str]) -> Path:
    """An archive whose table of deals has the texts as its columns."""
    data = folder / "data"
    data.mkdir(parents=True)
    (data / "deals.csv").write_bytes(_csv([["id", *texts], ["x", *texts]]))
    return folder


def strangers_list(path: Path, texts: Sequence[str]) -> Path:
    """A spreadsheet of deals with the texts as title block, header words, names, amounts and codes."""
    rows = [
        [texts[0]],
        ["Project", "Company", f"Amount {texts[1]}", "Currency", texts[2], "Type"],
        *([text, text, text if n % 2 else "12", "EUR", text, text] for n, text in enumerate(texts)),
    ]
    path.write_bytes(_csv(rows))
    return path


def configuration(path: Path, texts: Sequence[str]) -> Path:
    """A config.toml with the texts as keys and as values."""
    text = [text for text in texts if not BROKEN.search(text)]
    wrong = {"language": text[0], "theme": text[1], "keys": {one[:200]: one[:200] for one in text}, text[2]: text[3]}
    path.write_text(tomli_w.dumps(wrong), "utf-8")
    return path


def _csv(rows: Sequence[Sequence[str]]) -> bytes:
    text = io.StringIO()
    csv.writer(text).writerows(rows)
    return text.getvalue().encode("utf-8", "surrogateescape")
