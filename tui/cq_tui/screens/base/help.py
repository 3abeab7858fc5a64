"""The keys of a screen, made from its bindings."""

from collections.abc import Sequence
from typing import ClassVar

from rich.cells import cell_len
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widget import Widget

from cq_tui.language import _
from cq_tui.screens.base.base_screen import own_bindings
from cq_tui.screens.base.page_screen import PageScreen
from cq_tui.screens.base.session import Session
from cq_tui.widgets.base.action import N_, action, key_words
from cq_tui.widgets.base.link_list import LinkList, Row
from cq_tui.widgets.base.status_lines import TextLine
from cq_tui.widgets.base.text_layout import padded


class HelpScreen(PageScreen):
    """What each key does on the screen below."""

    BINDINGS: ClassVar[list[BindingType]] = [
        action("help-back", "escape,q,question_mark,f1", N_("back"), first=True, call="back"),
    ]

    def __init__(self, session: Session, nodes: Sequence[Widget]) -> None:
        super().__init__(session)
        self._explained = nodes

    def compose(self) -> ComposeResult:
        """Title, the keys, the keys of this screen itself."""
        yield TextLine(id="title")
        yield LinkList(leads=False)
        yield TextLine(id="keys")

    def on_mount(self) -> None:
        """Show the keys."""
        self.show_title()
        self.query_one(LinkList).show(
            lambda _width: help_lines(own_bindings(*self._explained, keymap=self.session.keymap))
        )
        self.query_one(LinkList).focus()

    def action_back(self) -> None:
        """Back to the screen below."""
        self.dismiss()


def help_lines(bindings: Sequence[Binding]) -> list[Row]:
    """A line for each thing that keys do; keys that do the same kind of thing share one."""
    keys: dict[str, list[str]] = {}
    for binding in bindings:
        keys.setdefault(_(binding.description), []).append(key_words(binding))
    shown = {words: _together(found) for words, found in keys.items()}
    room = max(map(cell_len, shown.values())) + 3
    rows = [Row([(" " + _("Keys on this screen"), "heading")]), Row()]
    rows.extend(Row([(f"   {padded(found, room)}", "main"), (words, "text")]) for words, found in shown.items())
    rows.extend([Row(), Row([(" " + _("Filter"), "heading")]), Row()])
    filters = _filters()
    span = max(cell_len(example) for example, _words in filters) + 3
    rows.extend(Row([(f"   {padded(example, span)}", "main"), (words, "text")]) for example, words in filters)
    return rows


def _filters() -> list[tuple[str, str]]:
    return [
        ("citic", _("the word anywhere in the record")),
        ("xnl  xinanlv  西南鋁", _("西南铝, by pinyin and in other forms")),
        ("party:citic -fund", _("in a field; - leaves out")),
        ("stage:signed,operating", _("one of several values")),
        ("amount>=10亿", _("also < > <= and a..b; units 万 亿 万亿 k m bn tn")),
        ("has:amount", _("the field has a value")),
        ('"new energy"  /die.cast/', _("the words together; a regular expression")),
        ("date:2025-11", _("dates of any precision, also < > and a..b")),
        ("sort:amount-desc", _("the order")),
    ]


def _together(found: list[str]) -> str:
    return f"{found[0]}..{found[-1]}" if len(found) > 2 else " ".join(found)
