"""The two engines that the tests of servers ask side by side are asked as each of them is."""

from cq_tui.store.engine.door import Door

from tests.server.both import Both


def test_both_engines_have_what_a_store_asks_of_one() -> None:
    """Seen without a server's engine: those tests are left out wherever it is not installed."""
    asked = {*Door.__annotations__, *(name for name in vars(Door) if not name.startswith("_"))}
    assert asked - {*Both.__dataclass_fields__, *vars(Both)} == set()
