"""Made lists: of any length, of any width, and as a workbook. Names that are nobody's, amounts that nobody signed."""

import csv
from collections.abc import Callable
from datetime import datetime, timedelta
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


def write_wide(path: Path, columns: int, rows: int) -> None:
    """Write a CSV list of so many columns, all but three of which no field takes."""
    more = range(columns - 3)
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["项目名称", "投资额(万元)", "类型", *(f"c{number}" for number in more)])
        for row in range(rows):
            writer.writerow([f"项目{row}", "100", "投资", *(f"v{number}" for number in more)])


_STEPS = "support of small firms in rural areas through training and new machines for clean energy and water".split()


def write_book(path: Path, rows: int, chance: Random) -> None:
    """Write a workbook of 60 columns: amounts in several formats, shares, scores, days, classes, texts, gaps."""
    import xlsxwriter

    book = xlsxwriter.Workbook(str(path))
    sheet = book.add_worksheet("List")

    def text() -> str:
        return f"{' '.join(chance.choices(_STEPS, k=6))} {chance.randrange(10**6)}"

    made: dict[str, tuple[str, int, Callable[[], object]]] = {
        "Project title": ("", 1, text),
        "Investor": ("", 1, lambda: f"{chance.choice(_WORDS)}{chance.choice(_PLACES)}有限公司"),
        "Country": ("", 1, lambda: chance.choice(("Germany", "France", "Spain"))),
        "Amount (EUR)": ("#,##0.00", 1, lambda: round(chance.random() * 1e6, 2)),
        "Date": ("yyyy-mm-dd", 1, lambda: datetime(2015, 1, 1) + timedelta(chance.randrange(3_000))),
        "Sector": ("", 1, lambda: chance.choice(("Energy", "Metals", "Autos"))),
        "Budget part (EUR)": ("#,##0.00", 12, lambda: round(chance.random() * 1e5, 2)),
        "Cost USD": ("[$$-409]#,##0", 6, lambda: chance.randrange(1, 10**6)),
        "Score": ("", 8, lambda: chance.randrange(1_000)),
        "Share": ("0.00%", 6, lambda: round(chance.random(), 4)),
        "Day of step": ("yyyy-mm-dd", 5, lambda: datetime(2015, 1, 1) + timedelta(chance.randrange(3_000))),
        "Class": ("", 7, lambda: f"class {chance.choice('ABCDEFGH')}"),
        "Comment": ("", 5, text),
        "Flag": ("", 5, lambda: chance.choice(("yes", "no"))),
    }
    formats = {form: book.add_format({"num_format": form}) for form, _times, _make in made.values() if form}
    columns = [(f"{name} {number}" if times > 1 else name, formats.get(form), make)
               for name, (form, times, make) in made.items() for number in range(1, times + 1)]  # fmt: skip
    sheet.write_row(0, 0, [name for name, _format, _make in columns])
    for row in range(1, rows + 1):
        for column, (name, shown, make) in enumerate(columns):
            if name in made or chance.random() > 0.05:
                sheet.write(row, column, make(), shown)
    book.close()
