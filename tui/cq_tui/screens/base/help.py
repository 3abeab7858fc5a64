"""The keys of a screen, made from its bindings."""

from collections.abc import Iterator, Sequence
from typing import ClassVar

from rich.cells import cell_len
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widget import Widget

from cq_tui.files.named import ServerRoot
from cq_tui.language import _
from cq_tui.screens.base.base_screen import own_bindings
from cq_tui.screens.base.page_screen import PageScreen
from cq_tui.screens.base.session import Session
from cq_tui.store.engine.clickhouse.differences import differences
from cq_tui.widgets.base.action import N_, action, key_words
from cq_tui.widgets.base.key_line import KeyLine
from cq_tui.widgets.base.line_widget import StyledText
from cq_tui.widgets.base.link_list import LinkList
from cq_tui.widgets.base.linked_lines import Row
from cq_tui.widgets.base.status_lines import TextLine
from cq_tui.widgets.base.text_layout import padded, wrap


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
        yield KeyLine()

    def on_mount(self) -> None:
        """Show the keys."""
        self.show_title()
        self.query_one(LinkList).show(self._lines)
        self.query_one(LinkList).focus()

    def _lines(self, width: int) -> list[Row]:
        lines = help_lines(own_bindings(*self._explained, keymap=self.session.keymap), width)
        return [*lines, *_of_a_server(width)] if isinstance(self.session.store.archive.root, ServerRoot) else lines

    def action_back(self) -> None:
        """Back to the screen below."""
        self.dismiss()


def help_lines(bindings: Sequence[Binding], width: int) -> list[Row]:
    """What each key does, in as many columns as there is room for; keys that do the same kind of thing share one."""
    keys: dict[str, list[str]] = {}
    for binding in bindings:
        keys.setdefault(_(binding.description), []).append(key_words(binding))
    return [
        Row([(" " + _("Keys on this screen"), "heading")]),
        Row(),
        *_in_columns([(_together(found), words) for words, found in keys.items()], width),
        Row(),
        Row([(" " + _("Filter"), "heading")]),
        Row(),
        *_in_columns(_filters(), width),
        Row(),
        Row([(" " + _("Mouse, with --mouse"), "heading")]),
        Row(),
        *(Row([(f"   {line}", "text")]) for line in wrap(_mouse(), width - 4)),
    ]


def _of_a_server(width: int) -> Iterator[Row]:
    """What is otherwise where a server answers."""
    yield from (Row(), Row([(" " + _("This archive is answered by a server"), "heading")]), Row())
    for sentence in differences():
        yield from (Row([(f"   {line}", "text")]) for line in wrap(sentence, width - 4))


def _mouse() -> str:
    return _(
        "A click goes to a tab, a row or a segment, sorts by a header, presses a key named at the bottom, follows a "
        "link; a second one opens; the wheel scrolls. With Shift the terminal selects text as ever."
    )


def _in_columns(pairs: Sequence[tuple[str, str]], width: int) -> Iterator[Row]:
    """Pairs of what is typed and what it does, one below the other, then on to the next column."""
    left = max(cell_len(typed) for typed, _words in pairs) + 3
    right = max(cell_len(words) for _typed, words in pairs)
    columns = max(1, width // (3 + left + right))
    height = -(-len(pairs) // columns)
    for place in range(height):
        pieces: list[StyledText] = []
        for typed, words in pairs[place::height]:
            pieces += [(f"   {padded(typed, left)}", "main"), (padded(words, right), "text")]
        yield Row([*pieces[:-1], (pieces[-1][0].rstrip(), "text")])


def _filters() -> list[tuple[str, str]]:
    """Examples in the language in force, each with what it does."""
    return [
        (_("citic"), _("the word anywhere in the record")),
        ("xnl  xinanlv  西南鋁", _("西南铝, by pinyin and in other forms")),
        (_("party:citic -fund"), _("in a field; - leaves out")),
        (_("stage:signed,operating"), _("one of several values")),
        (_("amount>=1bn"), _("also < > <= and a..b; units 万 亿 万亿 k m bn tn")),
        (_("has:amount"), _("the field has a value")),
        (_('"new energy"  /die.cast/'), _("the words together; a regular expression")),
        (_("date:2025-11"), _("dates of any precision, also < > and a..b")),
        (_("sort:amount-desc"), _("the order")),
    ]


def _together(found: list[str]) -> str:
    return f"{found[0]}..{found[-1]}" if len(found) > 2 else " ".join(found)
