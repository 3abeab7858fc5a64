"""Arbitrary bytes as data files and as originals: only clean errors."""

import random
import tempfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from cq_tui.archive.check import problems_of
from cq_tui.archive.originals import load
from cq_tui.archive.problem import ArchiveError
from cq_tui.archive.read import read, shipped
from cq_tui.export.export import Options, pieces
from cq_tui.query.parse import parse
from cq_tui.store.open_archive import open_archive
from cq_tui.store.selection.selection import Selection
from cq_tui.store.store import Store

from tests.reliability.figure import Figure
from tests.reliability.payloads import CONTROLS, payloads
from tests.shipped import kinds

_LIMIT = 4000
_TOML = (b"[[deals]]\n", b"[[events]]\n", b"id = ", b'"x"', b"= [", b"]", b"{", b"}", b"'''", b'"""', b"\\u0000",
         b"\\ud800", b"1e999999", b"nan", b"-inf", b"9" * 4400, b"[" * 300, b"a." * 40, b"2025-11-19", b"\xff\xfe",
         b"\xef\xbb\xbf", b"\r", b"\x00", b"title = {zh = 1}\n", b"amount = -5\n", b"#", b"\n")  # fmt: skip
_CSV = (b"id,title_zh,event,instrument,amount\n", b"id,", b"parties\n", b"a,b,c\n", b'"', b'""', b",", b";", b"\t",
        b"\r\n", b"\n", b"\r", b"\x00", b"\xef\xbb\xbf", b"\xff\xfe", b"\xd6\xd0\xb9\xfa", b"\xe4\xb8", b"9" * 400,
        b"1e9999", b"-inf", b"fund", b"e:", b"\\;", b"'=1", b"2025-11-19", b"2025-99-99", b"true",
        b"#", b"x" * 9000)  # fmt: skip
_PARQUET = (
    b"PAR1",
    b"\x15\x00",
    b"\x00" * 8,
    b"\xff" * 8,
    b"\x19\x4c",
    b"id",
    b"title",
    b"\x7f\xff\xff\xff",
    b"ARROW:schema",
)

Open = Callable[[Path], Sequence[str]]
"""Opens an archive and tells its problems, a line each."""


def arbitrary(chance: random.Random, good: bytes, parts: Sequence[bytes], before: bytes, after: bytes) -> bytes:
    """Bytes of one of four sorts: noise, pieces of the format, a good file spoilt in places, hostile text in it."""
    sort = chance.randrange(4)
    if sort == 0:
        return chance.randbytes(chance.randrange(200))
    if sort == 1:
        return b"".join(chance.choices(parts, k=chance.randrange(1, 30)))
    if sort == 2:
        spoilt = _spoilt(chance, good, 12)
        return spoilt[: chance.choice((len(spoilt), chance.randrange(1, len(spoilt))))]
    return before + chance.choice(list(payloads())[:150]).encode("utf-8", "replace") + after


def _spoilt(chance: random.Random, good: bytes, most: int) -> bytes:
    spoilt = bytearray(good)
    for _n in range(chance.randrange(1, most)):
        spoilt[chance.randrange(len(spoilt))] = chance.randrange(256)
    return bytes(spoilt)


def _tried(name: str, file: str, count: int, make: Callable[[], bytes], opened: Open) -> Figure:
    """Write bytes as a data file and open the archive, so often; an exception or an unclean line is a failure."""
    failed = 0
    with tempfile.TemporaryDirectory() as folder:
        data = Path(folder) / "data"
        data.mkdir()
        (data / "events.toml").write_text('[[events]]\nid = "e"\nname = { en = "Made fair" }\n', "utf-8")
        for _n in range(count):
            (data / file).write_bytes(make())
            try:
                failed += not all(_clean(line) for line in opened(Path(folder)))
            except ArchiveError as error:
                failed += not _clean(str(error))
            except Exception:
                failed += 1
    return Figure(f"arbitrary bytes as {name}", count, failed, "only clean errors")


def _clean(line: str) -> bool:
    return bool(line) and "\n" not in line and not CONTROLS.search(line)


def toml(count: int, seed: int = 3) -> Figure:
    """Arbitrary bytes as ``deals.toml``."""
    chance = random.Random(seed)
    good = (shipped() / "data" / "deals.toml").read_bytes()[:_LIMIT]
    before, after = b'[[deals]]\nid = "a"\ntitle = { zh = "', b'" }\n'
    return _tried("TOML", "deals.toml", count, lambda: arbitrary(chance, good, _TOML, before, after), _in_memory)


def _in_memory(folder: Path) -> list[str]:
    return [str(problem) for problem in problems_of(read(folder), {})]


def _in_the_engine(folder: Path) -> list[str]:
    return [str(problem) for problem in open_archive(folder).problems]


def csv(count: int, seed: int = 6) -> Figure:
    """Arbitrary bytes as ``deals.csv``."""
    chance = random.Random(seed)
    good = _exported("csv")[:_LIMIT]
    before, after = b"id,title_zh,event,instrument\na,", b",e,fund\n"
    return _tried("CSV", "deals.csv", count, lambda: arbitrary(chance, good, _CSV, before, after), _in_the_engine)


def parquet(count: int, seed: int = 7) -> Figure:
    """Arbitrary bytes as ``deals.parquet``; most a good file spoilt in a place or two."""
    chance = random.Random(seed)
    good = _exported("parquet")

    def make() -> bytes:
        if chance.randrange(3):
            return _spoilt(chance, good, 3)
        return arbitrary(chance, good, _PARQUET, good[:1000], good[1000:])

    return _tried("Parquet", "deals.parquet", count, make, _in_the_engine)


def _exported(how: str) -> bytes:
    store = Store(read(shipped()))
    return b"".join(pieces(Selection(store, parse("", kinds()["deals"])), Options(how), to_file=False))


def originals(count: int, seed: int = 4) -> Figure:
    """Arbitrary bytes as an original: proven or refused, never an exception."""
    chance = random.Random(seed)
    archive = read(shipped())
    good = "\n".join(str(record) for record in archive.records("passages")).encode()[:_LIMIT]
    failed = 0
    with tempfile.TemporaryDirectory() as name:
        path = Path(name) / "original.txt"
        for _n in range(count):
            path.write_bytes(arbitrary(chance, good, _TOML, b"", b""))
            try:
                problems_of(archive, load(archive, path))
            except ArchiveError as error:
                failed += not _clean(str(error))
            except Exception:
                failed += 1
    return Figure("arbitrary bytes as an original", count, failed, "only clean errors")


def figures(share: float = 1.0) -> Iterator[Figure]:
    """All of them, at full size or a share of it."""
    yield from (tried(int(5000 * share)) for tried in (toml, csv, parquet, originals))
