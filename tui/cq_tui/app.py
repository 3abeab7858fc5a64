"""The Textual app: themes, language, reload, palette, and the order of keys. The screens do the rest."""

import asyncio
import os
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar

from textual import on
from textual.app import App
from textual.binding import Binding
from textual.events import CursorPosition, Event, Key, MouseEvent, Paste, Resize
from textual.keys import key_to_character
from textual.widgets import Input

from cq_tui.driver import LineDriver
from cq_tui.language import _, current, sentences, use
from cq_tui.log import Log
from cq_tui.screens.base.base_screen import BaseScreen, own_bindings
from cq_tui.screens.base.modal_panel import ModalPanel
from cq_tui.screens.base.query_runner import QueryRunner, Question
from cq_tui.screens.base.reload import out_of_date, rebuild_views, reload_archive
from cq_tui.screens.base.session import Session
from cq_tui.screens.base.too_small import TooSmallScreen, is_too_small
from cq_tui.screens.browse.screen import BrowseScreen
from cq_tui.screens.navigation.location import ListLocation, RecordLocation
from cq_tui.screens.navigation.navigator import go
from cq_tui.secure import Verdict
from cq_tui.settings.key_names import display_key, with_twins
from cq_tui.settings.names import THEMES
from cq_tui.store.store import Store
from cq_tui.terminal.signals import INTERRUPTED
from cq_tui.terminal.worker_threads import WorkerThreads
from cq_tui.widgets.base import themes
from cq_tui.widgets.base.key_line import KeyPressed
from cq_tui.widgets.base.linked_lines import Link
from cq_tui.widgets.input.key_queue import KeyQueue
from cq_tui.widgets.input.typing_line import TypingLine

if TYPE_CHECKING:
    from cq_tui.screens.base.palette import Does

_log = Log(__name__)

_THREADS = 2
"""One answers the newest keystroke while an older one is being interrupted."""
_ALWAYS = ("quit", "keys", "help_quit", "redraw", "palette", "next_theme", "other_language", "reload")


class BrowserApp(App[None]):
    """The browser of one archive. Its session is shared by all screens."""

    ENABLE_COMMAND_PALETTE = False
    ALLOW_SELECT = False
    """Text is selected by the terminal, which copies it too."""
    BINDINGS: ClassVar[list[object]] = []  # type: ignore[assignment]

    def __init__(self, session: Session, tab: int = 0) -> None:
        # Attributes alone: Textual takes the colours away only where they are the terminal's own.
        super().__init__(driver_class=LineDriver, ansi_color=True if os.environ.get("NO_COLOR") else None)
        self.failure: Exception | None = None
        for theme in themes.ALL:
            self.register_theme(theme)
        self._begin_with(themes.chosen(session.theme, self.console.color_system, self.no_color))
        self._session = session
        self._reloads = QueryRunner(self, "reload")
        self._first_tab = tab
        self._interrupted = False
        """Whether Ctrl+C was pressed, and no other key since."""
        self._key_queue = KeyQueue(self, self._handle_key)

    def _begin_with(self, theme: str) -> None:
        """Take a theme before there is anything to paint anew: changing it would parse every style sheet twice."""
        if themes.is_ansi(theme):  # which changes more than colours
            self.theme = theme
            return
        self.set_reactive(App.theme, theme)
        self.stylesheet.set_variables(self.get_css_variables())

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Defaults for the variables that our style sheets use and that Textual's own themes don't have."""
        return dict(themes.DARK.variables)

    def _fatal_error(self) -> None:
        """Leave without a traceback: the command says in one line what failed. Textual has no public hook for that."""
        self.failure = self._exception if isinstance(self._exception, Exception) else None
        _log.error("the browser failed", exc_info=self._exception)
        self._close_messages_no_wait()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """In secure mode only the actions of the app that are listed work; Textual has others, such as screenshots."""
        if self._session.confined is not None and action not in _ALWAYS:
            return False
        return super().check_action(action, parameters)

    def action_help_quit(self) -> None:
        """Ctrl+C: the first says what a second one does, which quits with 130. In a line of text what is selected is
        copied first.
        """
        if self._interrupted:
            self.exit(return_code=INTERRUPTED)
        self._interrupted = True
        message = _("Ctrl+C again quits. It copies nothing: {copy} copies the record, Esc goes back.")
        screen = self.screen
        copy = screen.key_of("copy", "y") if isinstance(screen, BaseScreen) else "y"
        tell = screen.show_message if isinstance(screen, BaseScreen) else partial(self.notify, markup=False)
        tell(message.format(copy=copy))

    def notify(self, message: str, **options: Any) -> None:
        """Show a message over the screen, in place of the one before: a held key would cover the list with them."""
        self.clear_notifications()
        # Textual takes the message away and leaves its holder, which every later layout would go through.
        for screen in self.screen_stack:
            screen.query("ToastHolder").remove()
        super().notify(message, **options)

    def on_cursor_position(self, event: CursorPosition) -> None:
        """The driver asked where the cursor is after one line character: warn if that took two cells."""
        if event.x > 1 and not self._session.ascii_only:
            message = _("This terminal draws lines two cells wide. Start with --ascii for straight columns.")
            self.notify(message, severity="warning", timeout=12, markup=False)

    async def on_event(self, event: Event) -> None:
        """Queue what comes in, so that each is handled to its end before the next; repaint all after a resize.

        A terminal of another size may have moved or lost its lines.
        """
        if isinstance(event, Resize):
            self._send_again()
        if isinstance(event, Key | Paste | MouseEvent) and not event.is_forwarded:
            self._key_queue.put(event)
        else:
            await super().on_event(event)

    async def _handle_key(self, event: Event) -> None:
        if isinstance(event, Key) and event.key != "ctrl+c":
            self._interrupted = False
        if isinstance(event, Key) and isinstance(self.screen, BrowseScreen):
            self.screen.note_key(event.key)
        await super().on_event(event)

    def on_key(self, event: Key) -> None:
        """Say so where a key does nothing: silence would look like a program that hangs."""
        screen = self.screen
        if isinstance(self.focused, Input) and not event.is_printable:
            return  # a line of text has many keys that do nothing at its ends
        if isinstance(screen, BaseScreen | ModalPanel) and event.key not in screen.active_bindings:
            screen.tell_unused(event.key, display_key(event.key))

    def on_resize(self, event: Resize) -> None:
        """Cover the screens with one line of text while the terminal is too small for them."""
        if is_too_small(event.size) != isinstance(self.screen, TooSmallScreen):
            if is_too_small(event.size):
                self.push_screen(TooSmallScreen())
            else:
                self.pop_screen()

    def copy_to_clipboard(self, text: str) -> None:
        """Send a text to the terminal's clipboard; no text (Ctrl+X where nothing is selected) leaves it as it is."""
        if text:
            super().copy_to_clipboard(text)

    @on(LineDriver.CameBack)
    def action_redraw(self) -> None:
        """Send the whole screen again, whatever the terminal shows."""
        self._send_again()
        self.screen.refresh()

    def _send_again(self) -> None:
        if isinstance(self._driver, LineDriver):  # none before the start, and a headless one in tests
            self._driver.send_again()

    @on(BaseScreen.Go)
    def _go(self, event: BaseScreen.Go) -> None:
        """Navigate to another location; the one that is left goes into the history as it is."""
        go(self, self._session, event.to)

    @on(KeyPressed)
    def _pressed(self, event: KeyPressed) -> None:
        """What was clicked stands for a key: it takes the way of that key."""
        self._key_queue.put(Key(event.key, key_to_character(event.key)))

    @on(TypingLine.Shortened)
    def _shortened(self, event: TypingLine.Shortened) -> None:
        """Say that a paste was cut, once what is left of it was acted upon."""
        words = _("The paste is too long for this line; its first {count} characters stand here.")
        self.call_after_refresh(self._show_message, words.format(count=event.taken))

    def action_next_theme(self) -> None:
        """Switch to the next theme; without colours there is only one."""
        if self.theme == themes.PLAIN.name:
            self._show_message(_("Without colours there is one theme only."))
            return
        names = list(THEMES)
        self.theme = names[(names.index(self.theme) + 1) % len(names)]
        self._kept(self._session.memory.keep(theme=self.theme), _("Theme: {name}").format(name=THEMES[self.theme]))

    def action_other_language(self) -> None:
        """Switch between Chinese and English, on all open screens at once."""
        use("en" if current() == "zh" else "zh")
        rebuild_views(self)
        self._kept(self._session.memory.keep(language=current()))

    def action_reload(self) -> None:
        """Read the archive's files again, in a thread; the screens stay usable."""
        self._reloads.ask(self._reload, lambda _error: None)

    def _reload(self, question: Question) -> None:
        question.show(self._reloaded, reload_archive(self._session))

    def _follow(self, question: Question) -> None:
        """Read the files again if they are others now, and tell what changed."""
        from cq_tui.screens.base.follow import read_changes

        if (read := read_changes(self._session)) is not None:
            question.show(self._reloaded, *read)

    def _reloaded(self, found: Store | str, told: str = "") -> None:
        if isinstance(found, str):
            _log.warning("not read again: %s", found)
            self._show_message(_("{why}; what was read before stays").format(why=found.rstrip(".。")), "fault")
            return
        self._session.take(found)
        rebuild_views(self)
        self._show_message(sentences(told or _("The files were read again."), out_of_date(found)))
        if found.unprepared and not told and not self._session.leaves_stale:  # who follows changes may be typing
            from cq_tui.screens.dialogs.prepare_offer import offer_to_prepare

            offer_to_prepare(self, self._session)

    def _kept(self, why_not: str | None, otherwise: str = "") -> None:
        """Show why a choice could not be saved; else ``otherwise``, if there is anything."""
        if message := _("This choice can't be kept: {why}").format(why=why_not) if why_not else otherwise:
            self._show_message(message)

    def _show_message(self, message: str, style: str = "accent") -> None:
        if isinstance(self.screen, BaseScreen):
            self.screen.show_message(message, style)
        else:
            self.notify(message, markup=False)

    def action_palette(self) -> None:
        """Open the palette: the actions of the current screen that are allowed, and every record."""
        screen = self.screen
        if not isinstance(screen, BaseScreen):
            return
        nodes = [*([screen.focused] if screen.focused else []), screen]
        confined = self._session.confined
        actions = [
            one
            for one in own_bindings(*nodes, keymap=self._session.keymap)
            if one.id != "palette" and (confined is None or confined.verdict(one.id or "") is not Verdict.REFUSED)
        ]
        # What the key line names comes first, and moving the cursor, which nobody looks up, last.
        moving = {one.id for one in (own_bindings(screen.focused, keymap={}) if screen.focused else [])}
        actions.sort(key=lambda one: (not one.show, one.id in moving))

        async def chosen(what: "Does | None") -> None:
            if isinstance(what, Link) and what.id is not None:
                screen.go(RecordLocation(what.kind, what.id))
            elif isinstance(what, Link):
                kind = self._session.store.kind(what.kind)
                screen.go(ListLocation(kind.name, replace(self._session.list_state(kind))))
            elif isinstance(what, Binding):
                owners = [one for one in nodes if hasattr(one, f"action_{what.action.partition('(')[0]}")]
                await self.run_action(what.action, owners[0] if owners else screen)
            elif what is not None:
                from cq_tui.screens.navigation.open_view import open_view

                open_view(screen, what)

        from cq_tui.screens.base.palette import PaletteScreen

        self.push_screen(PaletteScreen(self._session, actions), chosen)

    def action_keys(self) -> None:
        """Open the help: the keys of the current screen."""
        from cq_tui.screens.base.help import HelpScreen

        screen = self.screen
        self.push_screen(HelpScreen(self._session, [*([screen.focused] if screen.focused else []), screen]))

    def on_mount(self) -> None:
        """Apply the user's key bindings; start handing on queued keys, and the threads for workers."""
        self.set_keymap({name: with_twins(keys) for name, keys in self._session.keymap.items()})
        self.run_worker(self._key_queue.hand_on(), group="key queue")
        if self._session.watch is not None:
            from cq_tui.screens.base.follow import Follower

            Follower(self._session, partial(self._reloads.ask, self._follow, lambda _error: None))
        if self.is_headless is False:
            asyncio.get_running_loop().set_default_executor(WorkerThreads(_THREADS))

    def get_default_screen(self) -> BrowseScreen:
        """The screen at the bottom of the stack."""
        return BrowseScreen(self._session, self._first_tab)
