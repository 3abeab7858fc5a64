"""Arbitrary bytes as data files and as originals: only clean errors."""

import random
import tempfile
from pathlib import Path

from tests.reliability.figure import Figure
from tests.reliability.payloads import payloads
from tui.archive.check import problems_of
from tui.archive.originals import load
from tui.archive.problem import ArchiveError
from tui.archive.read import read, shipped

_LIMIT = 4000
_PIECES = (b"[[deals]]\n", b"[[events]]\n", b"id = ", b'"x"', b"= [", b"]", b"{", b"}", b"'''", b'"""', b"\\u0000",
           b"\\ud800", b"1e999999", b"nan", b"-inf", b"9" * 4400, b"[" * 300, b"a." * 40, b"2025-11-19", b"\xff\xfe",
           b"\xef\xbb\xbf", b"\r", b"\x00", b"title = {zh = 1}\n", b"amount = -5\n", b"#", b"\n")  # fmt: skip


def arbitrary(chance: random.Random, good: bytes) -> bytes:
    """Bytes of one of four sorts: noise, pieces of TOML, a good file spoilt in places, hostile text in quotes."""
    sort = chance.randrange(4)
    if sort == 0:
        return chance.randbytes(chance.randrange(200))
    if sort == 1:
        return b"".join(chance.choices(_PIECES, k=chance.randrange(1, 30)))
    if sort == 2:
        spoilt = bytearray(good[:_LIMIT])
        for _n in range(chance.randrange(1, 12)):
            spoilt[chance.randrange(len(spoilt))] = chance.randrange(256)
        return bytes(spoilt)
    text = chance.choice(list(payloads())[:150]).encode("utf-8", "replace")
    return b'[[deals]]\nid = "a"\ntitle = { zh = "' + text + b'" }\n'


def toml(count: int, seed: int = 3) -> Figure:
    """Arbitrary bytes as ``deals.toml``: read and checked without an exception, each problem on one line."""
    chance = random.Random(seed)
    good = (shipped() / "data" / "deals.toml").read_bytes()
    failed = 0
    with tempfile.TemporaryDirectory() as name:
        data = Path(name) / "data"
        data.mkdir()
        for _n in range(count):
            (data / "deals.toml").write_bytes(arbitrary(chance, good))
            try:
                archive = read(Path(name))
                found = [str(problem) for problem in problems_of(archive, {})]
                failed += any("\n" in line or "\x1b" in line for line in found)
            except ArchiveError:
                pass
            except Exception:
                failed += 1
    return Figure("arbitrary bytes as TOML", count, failed, "only clean errors")


def originals(count: int, seed: int = 4) -> Figure:
    """Arbitrary bytes as an original: proven or refused, never an exception."""
    chance = random.Random(seed)
    archive = read(shipped())
    good = "\n".join(str(record) for record in archive.records("passages")).encode()
    failed = 0
    with tempfile.TemporaryDirectory() as name:
        path = Path(name) / "original.txt"
        for _n in range(count):
            path.write_bytes(arbitrary(chance, good))
            try:
                problems_of(archive, load(archive, path))
            except ArchiveError as error:
                failed += "\n" in str(error)
            except Exception:
                failed += 1
    return Figure("arbitrary bytes as an original", count, failed, "only clean errors")


def figures(share: float = 1.0) -> list[Figure]:
    """All of them, at full size or a share of it."""
    return [toml(int(5000 * share)), originals(int(5000 * share))]
