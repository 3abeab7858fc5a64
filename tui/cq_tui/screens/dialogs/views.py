"""The views: save the list as it stands, open one, call one otherwise, remove one."""

from collections.abc import Callable
from typing import ClassVar, NamedTuple

from rich.cells import cell_len
from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical

from cq_tui.language import _, ngettext
from cq_tui.screens.base.modal_panel import ModalPanel
from cq_tui.screens.base.session import Session
from cq_tui.screens.dialogs.view_name import Named, ViewNameScreen
from cq_tui.screens.navigation.view_location import OpenedView
from cq_tui.values.clean import clean_line
from cq_tui.views.held import move
from cq_tui.views.saved import Place, Saved, SavedViews, ViewError
from cq_tui.widgets.base.action import N_, action
from cq_tui.widgets.base.key_line import KeyLine
from cq_tui.widgets.base.link_list import LinkList
from cq_tui.widgets.base.linked_lines import Link, Row
from cq_tui.widgets.base.status_lines import TextLine
from cq_tui.widgets.base.text_layout import cut, padded

_SAVE, _GONE = "save", "gone"
_WIDEST = 0.4
"""Of the width, what names take at most."""


class Chosen(NamedTuple):
    """What is to be done with the list: a view to open; without one to save it, or to list what is gone from it."""

    view: Saved | None = None
    gone: bool = False


class ViewList(LinkList):
    """What can be saved and opened."""

    BINDINGS: ClassVar[list[BindingType]] = [
        action("view-open", "enter,right,l", N_("open"), first=True, call="follow"),
    ]


class ViewsScreen(ModalPanel[Chosen | None]):
    """The first line saves the list as it stands; below it stand the views."""

    DEFAULT_CSS = """
    ViewsScreen {
        #panel { height: 14; }
        LinkList { height: 1fr; }
    }
    """
    AUTO_FOCUS = "ViewList"

    BINDINGS: ClassVar[list[BindingType]] = [
        action("view-rename", "n", N_("rename"), first=True, call="rename"),
        action("view-remove", "x,delete", N_("remove"), first=True, call="remove"),
        action("views-close", "escape,q,left,h,w", N_("close"), first=True, call="close"),
    ]

    def __init__(
        self,
        session: Session,
        views: SavedViews,
        opened: OpenedView | None,
        *,
        may_save: bool,
        told: Callable[[str], None],
    ) -> None:
        """``opened``: the view that is open. ``may_save``: whether a list is in front. ``told`` hears what was done."""
        super().__init__(session)
        self._views = views
        self._opened = opened
        self._may_save = may_save and bool(views.places)
        self._told = told
        self._every: list[Saved] = []
        self._problems: list[str] = []
        self._sure: Saved | None = None
        """The view that is removed if that is said again."""

    def compose(self) -> ComposeResult:
        """What these are, the lines, the keys."""
        with Vertical(id="panel"):
            yield TextLine(id="what")
            yield ViewList()
            yield KeyLine()

    def on_mount(self) -> None:
        """List them."""
        self._list()

    def on_descendant_focus(self) -> None:
        """Say the keys."""
        self.show_keys()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Where nothing can be kept, nothing can be changed either."""
        if action in ("rename", "remove") and not self._views.places:
            return False
        return super().check_action(action, parameters)

    def _list(self) -> None:
        found, problems = self._views.every()
        self._every = sorted(found, key=lambda one: bool(one.why_not))
        self._problems = [str(one) for one in problems]
        self._say(_("Views"))
        view = self.query_one(LinkList)
        view.show(self._rows, view.row if view.row != (0, -1) else None)

    def _say(self, words: str) -> None:
        self.query_one("#what", TextLine).update([(f" {clean_line(words)}", "accent")])

    def _rows(self, width: int) -> list[Row]:
        rows = []
        if self._may_save:
            rows.append(Row([("  " + _("Save this list as a view"), "link")], Link(_SAVE)))
        if self._opened is not None and self._opened.news and (count := len(self._opened.news.gone)):
            words = ngettext("List the {count} record that is gone", "List the {count} records that are gone", count)
            rows.append(Row([("  " + words.format(count=f"{count:,}"), "link")], Link(_GONE)))
        room = min(max((cell_len(one.view.name) for one in self._every), default=0), int(width * _WIDEST))
        rows += [self._row(number, one, room, width) for number, one in enumerate(self._every)]
        if not self._every:
            rows.append(Row([("  " + _("No view is saved yet."), "dim")]))
        return [*rows, *(Row([(cut(f"  {one}", width), "fault")]) for one in self._problems)]

    def _row(self, number: int, one: Saved, room: int, width: int) -> Row:
        here = self._opened is not None and (one.view.name, one.path) == (
            self._opened.saved.view.name,
            self._opened.saved.path,
        )
        kind = self._session.store.schema.get(one.view.kind)
        label = str(kind.label) if kind else one.view.kind
        said = [_("in the archive")] if one.place is Place.ARCHIVE else []
        said += [one.why_not] if one.why_not else [label, one.view.filter, one.view.sort]
        side = cut("  ".join(part for part in map(clean_line, said) if part), width - room - 6)
        name = padded(cut(one.view.name, room), room)
        ink = "dim" if one.why_not else "link"
        return Row([(" *" if here else "  ", "accent"), (name, ink), (f"  {side}", "dim")], Link("", str(number)))

    @on(LinkList.Followed)
    def _followed(self, event: LinkList.Followed) -> None:
        event.stop()
        if event.link.kind:
            self.dismiss(Chosen(gone=event.link.kind == _GONE))
        elif (view := self._every[int(event.link.id or 0)]).why_not:
            self._say(_("{view} does not fit this archive: {why}").format(view=view.view.name, why=view.why_not))
        else:
            self.dismiss(Chosen(view))

    @property
    def _under_cursor(self) -> Saved | None:
        link = self.query_one(LinkList).link
        return self._every[int(link.id)] if link is not None and link.id is not None else None

    def action_rename(self) -> None:
        """Give the view under the cursor another name."""
        if (view := self._changeable()) is not None:

            def take(named: Named | None) -> None:
                if named is not None and named.name != view.view.name:
                    self._change(lambda: self._views.rename(view, named.name), view)

            self.app.push_screen(ViewNameScreen(self._session, self._views, view), take)

    def action_remove(self) -> None:
        """Keep the view under the cursor no longer, once that is said twice."""
        if (view := self._changeable()) is None:
            return
        if self._sure != view:
            self._sure = view
            self._say(_("Again removes {view}.").format(view=view.view.name))
            return
        self._change(lambda: self._views.remove(view), view)

    def _changeable(self) -> Saved | None:
        view = self._under_cursor
        if view is None:
            self._say(_("There is no view on this line."))
        elif not self._views.may_change(view):
            self._say(_("Views of this archive can't be changed here."))
            view = None
        return view

    def _change(self, change: Callable[[], Saved | None], view: Saved) -> None:
        try:
            other = change()
        except ViewError as error:
            self._say(str(error))
            return
        if self._session.held_folder is not None:
            move(self._session.held_folder, view, other, self._session.store.archive.roots)
        if self._opened is not None and self._opened.saved == view and other is not None:
            self._opened.saved = other
        self._sure = None
        self._list()
        words = _("{view} is now called {name}.") if other else _("{view} was removed.")
        self._told(words.format(view=view.view.name, name=other.view.name if other else ""))

    def action_close(self) -> None:
        """Back to the list as it was."""
        self.dismiss(None)
