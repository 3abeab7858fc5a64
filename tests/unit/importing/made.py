"""A made list of any length: names that are nobody's, amounts that nobody signed."""

import csv
from pathlib import Path
from random import Random

_PLACES = "重庆 成都 贵阳 昆明 西安 武汉 长沙 南昌 合肥 郑州".split()
_WORDS = "智能 新能 先进 高端 精密 绿色 数字 联合 东方 华创".split()
_HEADER = "Project,Year,Month,Investor,Partner,Amount (USD m),Country,Sector,Type,Place,Status,Remarks".split(",")


def write_list(path: Path, rows: int, chance: Random) -> None:
    """Write a CSV list: every title and remark is another, every other column repeats itself."""
    companies = [f"{place}{word}有限公司" for place in _PLACES for word in _WORDS]
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(_HEADER)
        for number in range(rows):
            writer.writerow([
                f"{chance.choice(companies)[:6]}项目{number}", chance.randrange(2005, 2026),
                chance.choice(("January", "February", "March")), chance.choice(companies), chance.choice(companies),
                f"${chance.randrange(10, 99999):,} ", chance.choice(("Germany", "德国", "France", "中国 China")),
                chance.choice(("Autos", "Metals", "Energy")), chance.choice(("投资", "order", "fund")),
                chance.choice(("重庆", "Chongqing")), "signed", "、".join(chance.choices(companies, k=3)),
            ])  # fmt: skip
