"""What looking for deals that are told twice costs and finds: ``python -m tests.bench.twins [ROWS]``.

Made lists with planted twins and near twins (``made_twins.py``). Processor time of all threads, beside opening them.
"""

import sys
import tempfile
import time
from pathlib import Path

from cq_tui.store.open_archive import open_archive
from cq_tui.store.twins.find import probable_twins
from cq_tui.store.twins.weighing import Likely

from tests.bench.made_twins import made_twins


def main() -> None:
    """Print the table."""
    rows = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    with tempfile.TemporaryDirectory() as folder:
        made = made_twins(Path(folder) / "made", rows)
        begin = time.process_time()
        store = open_archive(made.root).store
        opened = time.process_time()
        found = probable_twins(store)
        looked = time.process_time()
    pairs = {twins.deals: twins.likely for twins in found}
    hits = sum(pair in pairs for pair in made.twins)
    sure = [pair for pair, likely in pairs.items() if likely is Likely.SURE]
    wrong = sum(pair not in made.twins for pair in sure)
    print("| deals | planted | found | near twins | proposed | sure | of these wrong | opening, s | looking, s |")
    print("|---:|---:|---:|---:|---:|---:|---:|---:|---:|")
    counted = f"{len(made.twins):,} | {hits / len(made.twins):.1%} | {len(made.near):,} | {len(found):,}"
    print(f"| {rows:,} | {counted} | {len(sure):,} | {wrong:,} | {opened - begin:.2f} | {looked - opened:.2f} |")


if __name__ == "__main__":
    main()
