"""Write tui/cq_tui/values/divisions.txt: the divisions of China by their codes of GB/T 2260, with their names.

The codes and names are those of the standard and its yearly changes, as python-stdnum has them in ``cn/loc.dat``,
gathered from the tables of the standard in the Chinese Wikipedia. A code that is no more in force keeps its last name
and says until when it was: lists of earlier years have it. The standard has no English names.
"""

import re
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import stdnum.cn

SOURCE = Path(stdnum.cn.__file__).parent / "loc.dat"
TARGET = Path(__file__).parent.parent / "tui" / "cq_tui" / "values" / "divisions.txt"
HEADER = "# GB/T 2260, codes and names as in python-stdnum's cn/loc.dat. Made by scripts/make_divisions.py.\n"
_PROVINCE = re.compile(r'(\d\d) province="(.*)"')
_COUNTY = re.compile(r'  (\d{4}) county="(.*)"')
_NAME = re.compile(r"(?:\[(\d{4})?-(\d{4})?\])?([^\[\],]+)")
_NO_NAMES = ("市辖区", "县", "市辖县", "市")
"""What stands for a group of divisions, and is no part of a name."""


def divisions() -> Iterator[tuple[str, str]]:
    """Each code with its name in full, from the province down."""
    province, names = "", dict[str, str]()
    for line in SOURCE.read_text("utf-8").splitlines():
        if match := _PROVINCE.fullmatch(line):
            province = match[1]
        elif match := _COUNTY.fullmatch(line):
            code = province + match[1]
            name, until = _last(match[2])
            names[code] = name
            above = dict.fromkeys(names.get(one, "") for one in (f"{code[:2]}0000", f"{code[:4]}00") if one != code)
            full = "".join(one for one in above if one not in _NO_NAMES and "直辖" not in one) + name
            yield code, f"{full}（至{until}年）" if until else full


def _last(names: str) -> tuple[str, str]:
    """The last name of a code, and the year until which it was in force; empty where it still is."""
    found = [(name, end) for _begin, end, name in _NAME.findall(names)]
    return max(found, key=lambda one: (not one[1], one[1]))


def main() -> int:
    """Write the file."""
    found = list(divisions())
    twice = {name for name, count in Counter(name for _code, name in found).items() if count > 1}
    lines = [f"{code}\t{f'{name}（{code}）' if name in twice else name}\n" for code, name in found]
    TARGET.write_text(HEADER + "".join(lines), "utf-8")
    print(f"{TARGET.name}: {len(lines)} codes")
    return 0


if __name__ == "__main__":
    sys.exit(main())
