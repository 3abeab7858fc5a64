"""Prints how often an encoding is found, asked or taken wrongly, beside what charset-normalizer says alone.

``.venv/bin/python -m tests.unit.importing.measure_encodings``
"""

from collections.abc import Callable
from random import Random

from charset_normalizer import from_bytes
from cq_tui.importing.sources.encoding.decide import decide

from tests.unit.importing.made_encodings import CASES, list_with_one_word, made_list

Make = Callable[[str, int, Random], str]


def outcome(text: str, encoding: str) -> str:
    """What comes of a text: right, asked or wrong."""
    data = text.encode(encoding)
    decision = decide(data)
    if not decision.clear:
        return "asked"
    return "right" if data.decode(decision.best.codec, "replace") == text else "wrong"


def alone(text: str, encoding: str) -> str:
    """What charset-normalizer says alone."""
    data = text.encode(encoding)
    best = from_bytes(data).best()
    return "right" if best and data.decode(best.encoding, "replace") == text else "wrong"


def tried(make: Make, language: str, encoding: str, rows: int, times: int) -> dict[str, int]:
    """How often which comes of lists of so many rows."""
    texts = [make(language, rows, Random(seed)) for seed in range(times)]
    texts = [text for text in texts if not text.isascii()]
    found = {"right": 0, "asked": 0, "wrong": 0, "alone": 0}
    for text in texts:
        found[outcome(text, encoding)] += 1
        found["alone"] += alone(text, encoding) == "right"
    return found


def main() -> None:
    """Print the table."""
    columns: list[tuple[str, Make, int, int]] = [(f"{rows} rows", made_list, rows, 8) for rows in (3, 10, 50, 200)]
    columns.append(("one word", list_with_one_word, 30, 20))
    print("right / asked / wrong (charset-normalizer alone: right)")
    print(f"{'':20}" + "".join(f"{name:>20}" for name, *_rest in columns))
    for language, encoding in CASES:
        cells = []
        for _name, make, rows, times in columns:
            found = tried(make, language, encoding, rows, times)
            cells.append(f"{found['right']}/{found['asked']}/{found['wrong']} ({found['alone']})")
        print(f"{language + ' ' + encoding:20}" + "".join(f"{cell:>20}" for cell in cells), flush=True)


if __name__ == "__main__":
    main()
