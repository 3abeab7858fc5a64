"""Deals that may be one deal told twice, a pair at a time, each decided with one key."""

from collections.abc import Callable
from functools import partial
from typing import ClassVar

from textual import on
from textual.binding import BindingType

from cq_tui.language import _
from cq_tui.screens.base.page_screen import PageScreen
from cq_tui.screens.base.query_runner import Question
from cq_tui.screens.base.session import Session
from cq_tui.screens.navigation.location import RecordLocation, TwinsLocation
from cq_tui.secure import Verdict
from cq_tui.store.engine.cancellation import Cancellation
from cq_tui.store.twins.deciding import Deciding, Shown, Undecided
from cq_tui.store.twins.find import probable_twins
from cq_tui.store.twins.words_of_likely import likely_words
from cq_tui.widgets.base.action import N_, action
from cq_tui.widgets.base.line_widget import StyledText
from cq_tui.widgets.base.link_list import LinkList
from cq_tui.widgets.base.linked_lines import Row
from cq_tui.widgets.base.status_lines import TextLine
from cq_tui.widgets.views.twins_lines import Pair, twins_build

_KEEPING = {"same", "different", "later", "undo"}
"""Actions that write into the archive."""
_OF_A_PAIR = ("same", "different", "later", "other_counts", "next_pair", "previous_pair")


class TwinsScreen(PageScreen):
    """Nothing is decided unasked: what is decided stands in ``data/same.toml`` at once, and can be taken back."""

    BINDINGS: ClassVar[list[BindingType]] = [
        action("twins-same", "s", N_("same"), first=True, call="same"),
        action("twins-different", "d", N_("different"), first=True, call="different"),
        action("twins-later", "a", N_("later"), first=True, call="later"),
        action("twins-other-counts", "x", N_("other counts"), first=True, call="other_counts"),
        action("twins-next", "n", N_("next"), first=True, call="next_pair"),
        action("twins-previous", "N", N_("pair before"), call="previous_pair"),
        action("twins-undo", "u", N_("undo"), first=True, call="undo"),
        action("twins-back", "escape,q,equals_sign", N_("back"), first=True, call="back"),
    ]

    def __init__(self, session: Session, location: TwinsLocation) -> None:
        super().__init__(session)
        self._location = location
        self._deciding: Deciding | None = None
        self._runner = self.new_runner("twins")
        self._keeper = self.new_runner("twins-keep")
        self._changed = False
        self._said = ""
        """What was decided last, in words."""

    def on_mount(self) -> None:
        """Look for them."""
        self.query_one(LinkList).focus()
        self.show_location(self._location)

    def on_unmount(self) -> None:
        """Have the files read again where something was decided: sums are others now."""
        if self._changed:
            self.app.call_later(self.app.run_action, "app.reload")

    def show_location(self, location: TwinsLocation) -> None:
        """Show the pair that was looked at."""
        self._location = location
        self.show_title()
        if self._deciding is None:
            self._say([(" " + _("Looking for deals that are told twice …"), "dim")])
            cancellation = Cancellation()
            self._runner.ask(partial(self._find, cancellation), self._fail, cancel=cancellation.cancel)
        else:
            self._show()

    def rebuild_view(self) -> None:
        """As the files have it now."""
        super().rebuild_view()
        if self._changed or self._deciding is None or self._deciding.store is not self.session.store:
            self._changed, self._deciding = False, None
        self.show_location(self._location)

    def remember_location(self) -> None:
        """Remember among what was visited which pair it is."""
        if self._deciding is not None:
            self._location.at = self._deciding.at

    def _find(self, cancellation: Cancellation, question: Question) -> None:
        store = self.session.store
        question.show(self._found, Deciding(store, probable_twins(store, cancellation), self._location.at))

    def _found(self, deciding: Deciding) -> None:
        self._deciding = deciding
        self._show()

    def _fail(self, why: object) -> None:
        self._say([(f" {why}", "fault")])

    def _say(self, words: list[StyledText]) -> None:
        self.query_one("#where", TextLine).update(words)

    def _show(self) -> None:
        """The pair in front, or that there is none left."""
        shown = self._shown
        if shown is None or self._deciding is None:
            nothing = _("No two deals look like one deal told twice.")
            self._say([(f" {nothing}", "accent"), (f"  {self._said}", "dim")])
            self.query_one(LinkList).show(lambda _width: [Row()])
        else:
            where = _("Pair {number} of {count}").format(
                number=f"{self._deciding.at + 1:,}", count=f"{len(self._deciding.pairs):,}"
            )
            likely = likely_words(shown.twins.likely)
            self._say([(f" {where}", "accent"), (f"  {likely}", "main"), (f"  {self._said}", "dim")])
            self.query_one(LinkList).show(twins_build(self._deciding.store, Pair(shown.records, shown.taken)))
        self.show_keys()

    @property
    def _shown(self) -> Shown | None:
        return self._deciding.shown if self._deciding is not None else None

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Nothing is decided where there is no pair, nothing taken back from elsewhere; in secure mode neither."""
        confined = self.session.confined
        if action in _KEEPING and confined is not None and confined.verdict(f"twins-{action}") is Verdict.REFUSED:
            return False
        if action in _OF_A_PAIR and self._shown is None:
            return False
        if action == "undo" and (self._deciding is None or not self._deciding.decided):
            return False
        return super().check_action(action, parameters)

    def action_same(self) -> None:
        """They are one deal: that one of them counts which is marked."""
        self._keep(Deciding.same)

    def action_different(self) -> None:
        """They are two deals."""
        self._keep(Deciding.different)

    def action_later(self) -> None:
        """The marked one is the later telling of the other one."""
        self._keep(Deciding.later)

    def action_undo(self) -> None:
        """Take back what was decided last."""
        self._keep(Deciding.undo)

    def _keep(self, change: Callable[[Deciding], str]) -> None:
        deciding = self._deciding
        if deciding is None or self._keeper.busy:
            return

        def work(question: Question) -> None:
            question.show(self._kept, change(deciding))

        self._keeper.ask(work, self._not_kept, errors=(Undecided,))

    def _kept(self, words: str) -> None:
        self._changed = True
        self._said = words
        self._show()

    def _not_kept(self, why: object) -> None:
        self.show_message(str(why), "fault")

    def action_other_counts(self) -> None:
        """Let the other one of the two count."""
        if self._deciding is not None:
            self._deciding.other_counts()
            self._show()

    def action_next_pair(self) -> None:
        """Leave this pair undecided."""
        self._step(1)

    def action_previous_pair(self) -> None:
        """Back to the pair before."""
        self._step(-1)

    def _step(self, step: int) -> None:
        if self._deciding is not None and not self._deciding.step(step):
            self.show_message(_("This is the last pair.") if step > 0 else _("This is the first pair."))
        self._show()

    @on(LinkList.Followed)
    def _followed(self, event: LinkList.Followed) -> None:
        if event.link.id is not None:
            self.go(RecordLocation(event.link.kind, event.link.id))
