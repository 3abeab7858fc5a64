"""The picture of the value chain in all widths: nothing over the edge, no name twice, every segment to be walked to."""

import pytest
from cq_tui import language
from cq_tui.kinds.chain import Segment
from cq_tui.query.parse import parse
from cq_tui.schema.text import Text
from cq_tui.store.selection.selection import Selection
from cq_tui.store.store import Store
from cq_tui.store.views.chain import Chain, Node, chain_of
from cq_tui.widgets.base.line_widget import cells_of
from cq_tui.widgets.views.chain_across import draw_across, fits_across
from cq_tui.widgets.views.chain_down import draw_down
from cq_tui.widgets.views.chain_marks import mark_rows, members_a_mark
from cq_tui.widgets.views.chain_picture import Look, Picture
from cq_tui.widgets.views.chain_tree import draw_tree
from cq_tui.widgets.views.chain_walk import along, over
from cq_tui.widgets.views.chain_words import says_tier

WIDTHS = (60, 80, 100, 110, 120, 160, 200)
DRAWINGS = (draw_across, draw_down, draw_tree)


def shipped(store: Store) -> Chain:
    return chain_of(Selection(store, parse("", store.kind("chain"))))


def made(store: Store, *segments: tuple[str, str, int | None]) -> Chain:
    """A chain of segments: name, stage, count."""
    nodes = [Node(Segment(id=f"s{n}", name=Text(zh=name, en=name), tier=tier, count=count, cites=()), 0)
             for n, (name, tier, count) in enumerate(segments)]  # type: ignore[arg-type]  # fmt: skip
    return Chain(tuple(nodes), codes=tuple(store.kind("chain").by_name["tier"].codes or ()))


def look(store: Store, width: int, cursor: str | None = None) -> Look:
    return Look(width, store.kind("chain").by_name["tier"], "-", cursor)


def text(drawn: Picture) -> str:
    return "\n".join("".join(piece for piece, _style in line) for line in drawn.lines)


@pytest.mark.parametrize("draw", DRAWINGS)
@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("width", WIDTHS)
def test_no_line_is_wider_than_the_window_and_every_segment_has_its_place(
    store: Store,
    draw,
    lang: str,
    width: int,  # type: ignore[no-untyped-def]
) -> None:
    language.use(lang)
    chain = shipped(store)
    drawn = draw(chain, look(store, width))
    if draw is not draw_across or fits_across(chain, width):
        assert max(map(cells_of, drawn.lines)) <= width, text(drawn)
    assert {node.segment.id for node in chain.nodes} == set(drawn.spots)
    for name, spot in drawn.spots.items():
        assert drawn.at(spot.lines.start, spot.cells.start) == name
    for node in chain.nodes:
        pointed = draw(chain, look(store, width, node.segment.id))
        assert [style for line in pointed.lines for _text, style in line].count("cursor") >= 1


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("width", [80, 120, 200])
def test_no_name_stands_twice(store: Store, lang: str, width: int) -> None:
    language.use(lang)
    chain = shipped(store)
    drawn = (
        draw_across(chain, look(store, width)) if fits_across(chain, width) else draw_down(chain, look(store, width))
    )
    shown = text(drawn)
    for node in chain.nodes:
        called = node.segment.called
        assert shown.count(called) <= 1
        first = called.split()[0] if lang == "en" else called
        assert shown.count(first) == 1, shown


def test_the_counts_are_drawn_and_the_money_stands_at_its_segment(store: Store) -> None:
    drawn = draw_down(shipped(store), look(store, 80))
    lines = text(drawn).splitlines()
    assert [sum(line.count("▫") for line in lines), sum("not named" in line for line in lines)] == [56 + 12 + 3, 3]
    spot = drawn.spots["component-classes"]
    within = "\n".join(lines[spot.lines.start : spot.lines.stop])
    assert within.count("▫") == 56
    assert "~purchase order CNY 2 bn" in within
    assert "---- ~credit line CNY 75 bn ----" in "\n".join(lines)
    assert "not tied to a segment: 1 deal" in lines[-1]
    assert sum("no deal here" in line for line in lines) == 4


@pytest.mark.parametrize("draw", DRAWINGS)
def test_arrows_reach_every_segment_and_stay_in_the_picture(store: Store, draw) -> None:  # type: ignore[no-untyped-def]
    chain = shipped(store)
    drawn = draw(chain, look(store, 120))
    seen, waiting = set(), ["nev-industry"]
    while waiting:
        here = waiting.pop()
        if here in seen:
            continue
        seen.add(here)
        waiting += [along(drawn, here, step) for step in (-1, 1)]
        waiting += [to for step in (-1, 1) if (to := over(drawn, here, step)) is not None]
    assert seen == set(drawn.spots)


def test_columns_are_walked_stage_by_stage(store: Store) -> None:
    drawn = draw_across(shipped(store), look(store, 120))
    assert along(drawn, "nev-industry", 1) == "lightweight-aluminium"
    assert along(drawn, "lightweight-aluminium", 1) == "component-classes"
    assert along(drawn, "export-service", 1) == "export-service"
    assert over(drawn, "leader-changan", 1) == "leader-seres"
    assert over(drawn, "leader-qianli", 1) is None
    assert over(drawn, "leader-changan", -1) == "nev-industry"
    assert over(drawn, "nev-industry", -1) == "nev-industry"


def test_forty_segments_with_long_names_and_none_of_an_industry(store: Store) -> None:
    names = [
        (f"第{n}号" + "名称很长" * (n % 9), ("material", "system", "service")[n % 3], 10 * n or None) for n in range(40)
    ]
    chain = made(store, *names)
    for draw in DRAWINGS:
        drawn = draw(chain, look(store, 80))
        assert max(map(cells_of, drawn.lines)) <= 80
        assert len(drawn.spots) == 40


@pytest.mark.parametrize(("count", "scale", "rows"), [(1, 1, 1), (56, 1, 6), (50, 1, 5), (1234, 50, 3), (5, 1, 1)])
def test_marks(store: Store, count: int, scale: int, rows: int) -> None:
    chain = made(store, ("a", "system", count))
    width = 10 if count != 56 else 12
    assert members_a_mark(chain.nodes, width) == scale
    drawn = mark_rows(chain.nodes[0].segment, width, scale)
    assert sum(map(len, drawn)) == -(-count // scale)
    assert max(map(len, drawn)) <= width
    assert len(drawn) <= rows


@pytest.mark.parametrize(
    ("name", "label", "says"),
    [
        ("总成", "总成", True),
        ("零部件系统", "系统", True),
        ("轻量化铝材", "材料", False),
        ("Assemblies", "Assembly", True),
        ("Component classes", "Component", True),
        ("Changan", "Leader", False),
        ("Systematic review", "Service", False),
        ("Anything", "", False),
    ],
)
def test_a_name_that_says_its_stage(name: str, label: str, says: bool) -> None:
    assert says_tier(name, label) is says
