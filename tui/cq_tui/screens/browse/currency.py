"""One currency beside the amounts' own: chosen among those that there are reference rates of, and taken away again."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual.binding import BindingType

from cq_tui.language import _, current
from cq_tui.screens.base.base_screen import BaseScreen
from cq_tui.screens.base.controller import Controller
from cq_tui.screens.base.query_runner import Question
from cq_tui.screens.browse.state import BrowseState
from cq_tui.store.engine.errors import QueryError
from cq_tui.widgets.base.action import N_, action

if TYPE_CHECKING:  # imported once a currency is asked for
    from cq_tui.importing.recognise.answers.choices import Choice

_NONE = "none"


class CurrencyController(Controller):
    """Puts a currency beside the amounts of all lists and records, in the background."""

    BINDINGS: ClassVar[list[BindingType]] = [
        action("currency", "dollar_sign", N_("one currency beside")),
    ]

    def __init__(self, screen: BaseScreen, state: BrowseState) -> None:
        self._screen = screen
        self._state = state
        self._runner = screen.new_runner("currency")

    def begin(self) -> None:
        """Put the currency beside that the command line asks for, if it does."""
        if self._state.session.beside:
            self._put(self._state.session.beside)

    def action_currency(self) -> None:
        """Ask which one, of those that there are rates of."""
        from cq_tui.values.reference_rates import RatesError, currencies

        def work(question: Question) -> None:
            question.show(self._ask, currencies())

        self._screen.show_message(_("Reading the reference rates …"), "dim")
        self._runner.ask(work, self._fail, errors=(RatesError,))

    def _ask(self, known: Sequence[str]) -> None:
        from cq_tui.importing.recognise.answers.choices import Choice
        from cq_tui.screens.dialogs.choice import ChoiceScreen

        now = self._state.session.beside
        none = Choice(_NONE, "", _("none: the amounts' own currencies alone"), chosen=now is None)
        names = _names()
        every = [
            none,
            *(
                Choice("currency", one, one, _called(names.get(one, ())), one == now, " ".join(names.get(one, ())))
                for one in known
            ),
        ]
        words = _("Beside each amount the same in")
        self._screen.app.push_screen(ChoiceScreen(self._state.session, words, every), self._chosen)

    def _chosen(self, choice: "Choice | None") -> None:
        if choice is None:
            self._screen.rebuild_view()
            return
        self._state.session.beside = choice.value or None
        if choice.value:
            self._put(choice.value)
            return
        from cq_tui.store.beside import take_away

        take_away(self._state.session.store)
        self._screen.rebuild_view()

    def _put(self, currency: str) -> None:
        from cq_tui.values.reference_rates import RatesError

        self._screen.show_message(_("Converting into {currency} …").format(currency=currency), "dim")
        self._runner.ask(partial(self._convert, currency), self._fail, errors=(RatesError, QueryError))

    def _convert(self, currency: str, question: Question) -> None:
        from cq_tui.store.beside import put_beside

        put_beside(self._state.session.store, currency)
        question.show(self._screen.rebuild_view)

    def _fail(self, why: Exception) -> None:
        self._state.session.beside = None
        self._screen.show_message(str(why), "fault")


def _names() -> dict[str, list[str]]:
    """What each currency is called, in all languages that lists are written in."""
    from cq_tui.values.currencies import currencies

    found: dict[str, list[str]] = {}
    for word, code in currencies().items():
        found.setdefault(code, []).append(word)
    return found


def _called(names: Sequence[str]) -> str:
    """A name in the language in force, where there is one."""
    of_language = [one for one in names if one.isascii() == (current() == "en") and len(one) > 1]
    return next(iter(of_language), "")
