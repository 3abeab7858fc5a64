"""The command line: finds the command, parses its options, runs it, and turns every error into one line."""

import argparse
import contextlib
import errno
import os
import shlex
import sys
import time
from collections.abc import Callable, Sequence
from functools import partial
from importlib import import_module
from pathlib import Path

from cq_tui import __version__, language, quotas, secure
from cq_tui.archive.wording import nearest
from cq_tui.commands import narration
from cq_tui.commands.argument_parser import Parser
from cq_tui.commands.common import USAGE, WRONG, CommandError, complain, say_more
from cq_tui.commands.names import BROWSE, COMMANDS, PAGED
from cq_tui.commands.parsers import NO_PAGER, SECURE, command_of, parser_of
from cq_tui.files.regular import append_regular
from cq_tui.files.write import failure
from cq_tui.kinds import kinds
from cq_tui.language import _, sentences
from cq_tui.log import Log
from cq_tui.secure import Confinement, SecureError, Verdict
from cq_tui.settings.config_file import ConfigFile, read
from cq_tui.settings.paths import config_file
from cq_tui.store.store import QueryError
from cq_tui.terminal import guard
from cq_tui.terminal.garbage import collect_from_here
from cq_tui.terminal.pager import paged
from cq_tui.terminal.signals import cleaning_up, exit_code, was_interrupted
from cq_tui.terminal.streams import open_closed_streams

_log = Log(__name__)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program; returns the exit code: 0 done, 1 wrong query or data, 2 usage, 130 interrupted.

    Without ``arguments`` they are the process's own, and the process ends when its line does.
    """
    open_closed_streams()
    narration.tell(quiet=False, verbose=False)
    given = _joined(sys.argv[1:] if arguments is None else arguments)
    asked = secure.is_asked(SECURE in given)
    file = ConfigFile(Path()) if asked else read(config_file())
    language.use(_language_of(given) or file.language or language.from_locale())
    for stream in (sys.stdout, sys.stderr):
        with contextlib.suppress(AttributeError, ValueError):
            stream.reconfigure(encoding="utf-8", errors="replace")  # type: ignore[union-attr]
    traced = bool(os.environ.get("CQ_TUI_TRACEBACK")) and not asked
    return _in_one_line(partial(_run, given, file, owns_process=arguments is None), traced)


def _run(given: list[str], file: ConfigFile, *, owns_process: bool) -> int:
    confined = secure.confinement(SECURE in given)
    quotas.use(quotas.told(secure=confined is not None))
    name, rest = command_of(given)
    if confined is not None and name == BROWSE:  # a forced command that names none lets the client name one
        given = _joined([*given, *secure.asked_over_ssh()])
        language.use(_language_of(given) or language.current())
        name, rest = command_of(given)
    with _paged(name, rest) if confined is None else contextlib.nullcontext():
        return _run_command(name, rest, given, file, confined, owns_process=owns_process)


def _paged(name: str, words: list[str]) -> contextlib.AbstractContextManager[None]:
    """Page what a command prints for people to read; and help, of every command."""
    if NO_PAGER in words or not (name in PAGED or {"-h", "--help"}.intersection(words)):
        return contextlib.nullcontext()
    return paged()


def _run_command(
    name: str,
    rest: list[str],
    given: list[str],
    file: ConfigFile,
    confined: Confinement | None,
    *,
    owns_process: bool,
) -> int:
    module = import_module(f"cq_tui.commands.{name}")
    parser = parser_of(name)
    options = _parsed(parser, rest, browsing=name == BROWSE, look=confined is None)
    if name != BROWSE:
        collect_from_here()
    if confined is not None:
        _refuse(confined, name, options, parser)
    narration.tell(quiet=options.quiet, verbose=options.verbose)
    if options.log is not None:
        _begin_log(options, given)
    options.confined = confined
    options.settings = file
    if name != BROWSE:
        file.validate()
        for problem in file.problems:
            complain(f"cq-tui: {problem}")
        if file.path.is_file():
            say_more(_("settings: {path}").format(path=file.path))
    for problem in file.problems:
        _log.warning("configuration: %s", problem)
    with _ended_with_its_line(name, options) if owns_process else contextlib.nullcontext():
        code: int = module.run(options)
        sys.stdout.flush()
    if name != BROWSE:
        say_more(_("done in {seconds} s of processor time").format(seconds=f"{time.process_time():.2f}"))
    _log.info("done, exit code %d", code)
    return code


def _begin_log(options: argparse.Namespace, given: list[str]) -> None:
    from cq_tui.log_file import begin_log

    try:
        begin_log(append_regular(options.log), options.log_level)
    except OSError as error:
        raise CommandError(failure(str(options.log), error)) from None
    import platform

    _log.info("cq-tui %s %s, Python %s, %s", __version__, shlex.join(given), platform.python_version(), os.getcwd())


def _ended_with_its_line(name: str, options: argparse.Namespace) -> contextlib.AbstractContextManager[None]:
    """Set up how a command ends on Ctrl+C and when its line is cut; the browser does that with its terminal."""
    if name == BROWSE:
        return contextlib.nullcontext()
    files = str(getattr(options, "output", None) or "-") not in ("-", "/dev/stdout")
    if (
        name in ("new", "import", "prepare", "publish") or files or getattr(options, "format", None) == "xlsx"
    ):  # which has temporary ones
        guard.guard_client()
        return cleaning_up()
    guard.guard_reader()
    return contextlib.nullcontext()


def _in_one_line(command: Callable[[], int], traced: bool) -> int:
    """Run a command; whatever goes wrong is one line on stderr and an exit code, never an unasked traceback."""
    try:
        return command()
    except Exception as error:
        expected = isinstance(error, (CommandError, SecureError, QueryError, OSError))
        if expected:
            _log.warning("failed: %s", error)
        else:
            _log.error("failed", exc_info=True)
        if was_interrupted():  # on its way the interrupt became another error, which is not to be blamed on the data
            return exit_code()
        if traced and not expected:
            raise
        return _report(error)
    except KeyboardInterrupt:
        _log.info("interrupted")
        return exit_code()


def _report(error: Exception) -> int:
    """Say what went wrong; returns the exit code."""
    match error:
        case BrokenPipeError():
            _forget_stdout()
            return 0
        case CommandError():
            complain(f"cq-tui: {error}")
            return error.code
        case SecureError():
            complain(f"cq-tui: {error}")
            secure.leave()
            return USAGE
        case QueryError():
            complain(f"cq-tui: {error}")
        case OSError(filename=None):
            _forget_stdout()
            closed = error.errno == errno.EBADF
            why = _("it is closed") if closed else error.strerror or type(error).__name__
            complain("cq-tui: " + _("stdout can't be written: {why}").format(why=why))
        case OSError():
            complain(f"cq-tui: {error.filename}: {error.strerror or type(error).__name__}")
        case _:
            what = f"{type(error).__name__}: {error}"
            told = _("this should not happen: {what}").format(what=what)
            where = (
                ""
                if secure.is_asked(False)
                else _("CQ_TUI_TRACEBACK=1 tells more; cq-tui --help says where to report it.")
            )
            complain("cq-tui: " + sentences(f"{told}.", where))
    return WRONG


def _refuse(confined: Confinement, name: str, options: argparse.Namespace, parser: argparse.ArgumentParser) -> None:
    """Refuse a command or an option that secure mode does not know or allow."""
    given = [key for key, value in vars(options).items() if value != parser.get_default(key)]
    for action in (f"command:{name}", *(f"option:{key}" for key in given)):
        if confined.verdict(action) is Verdict.REFUSED:
            raise SecureError(
                _("{what} is off in secure mode.").format(
                    what=action.replace("option:", "--").replace("command:", "cq-tui ")
                )
            )


def _forget_stdout() -> None:
    """Point stdout at the null device: Python flushes it at the exit, which would fail again."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _parsed(parser: Parser, words: list[str], *, browsing: bool, look: bool) -> argparse.Namespace:
    """The options. Raises CommandError for a word of the browser that is neither a command nor a folder.

    ``look``: whether folders may be looked for; else the word is let through unless it is nearly a command.
    """
    try:
        options, unknown = parser.parse_known_args(words)
    except SystemExit:  # --help and --version; that they can't be printed is an error as any other
        sys.stdout.flush()
        raise
    if browsing and options.archive and os.sep not in (word := str(options.archive[0])):
        hint = nearest(word, [*COMMANDS, *(f"list {kind}" for kind in kinds())])
        if not Path(word).exists() if look else hint:
            message = _("There is no command and no folder {name}.").format(name=word)
            raise CommandError(sentences(message, hint), USAGE)
    if unknown:
        parser.parse_args(words)  # says which
    return options


def _joined(given: Sequence[str]) -> list[str]:
    """The arguments with ``--filter -fund`` written as ``--filter=-fund``: a filter may begin with a minus.

    argparse of Python 3.11 takes a value of just ``--`` away and fails on what is left; a blank before it keeps it.
    """
    joined: list[str] = []
    for word in given:
        if joined and joined[-1] in ("--filter", "--sort"):
            joined[-1] += f"={word}"
        else:
            joined.append(word)
    return [f"{word[:-2]} --" if word.startswith("--") and word.partition("=")[2] == "--" else word for word in joined]


def _language_of(given: list[str]) -> language.Language | None:
    """The language of ``--lang``, needed to word the errors of parsing the other options."""
    for word, following in reversed([*zip(given, [*given[1:], ""], strict=False)]):  # the last one counts
        value = word.removeprefix("--lang=") if word.startswith("--lang=") else following if word == "--lang" else ""
        if value in language.LANGUAGES:
            return "zh" if value == "zh" else "en"
    return None
