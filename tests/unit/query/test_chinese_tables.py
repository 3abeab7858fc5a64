"""The tables that words are widened by: made by a script, read when they are needed."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[3]


def test_the_tables_are_read_at_the_first_word_that_needs_them() -> None:
    program = (
        "from cq_tui.query.chinese import chinese\n"
        "from cq_tui.query.widen import Widener\n"
        "touched = lambda: sorted(vars(chinese()))\n"
        "widen = Widener()\n"
        "for word in ('x', 'SMS', 'a1', '100%', 'tüv-', 'é', 'amount>1', '-'):\n"
        "    widen(word)\n"
        "print(touched())\n"
        "widen('xn')\n"
        "print('syllables' in touched(), 'forms' in touched())\n"
    )
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.splitlines() == ["[]", "True False"]


def test_the_tables_are_up_to_date() -> None:
    script = ROOT / "scripts" / "make_chinese.py"
    assert subprocess.run([sys.executable, str(script), "--check"], cwd=ROOT, check=False).returncode == 0


def test_the_tables_name_their_sources_and_licences() -> None:
    head = (ROOT / "tui" / "cq_tui" / "query" / "chinese.txt").read_text("utf-8").split("\n", 1)[0]
    for word in ("pypinyin", "pypinyin-dict", "MIT", "OpenCC", "Apache-2.0", "scripts/make_chinese.py"):
        assert word in head
