"""Make the manual pages, of the same parsers and guide as the help. ``--check`` changes nothing and says what is stale.

The completion of the shells is made with them: ``cq-tui completion`` prints it without loading what it is made of.
``man/man1/cq-tui.1`` is English, ``man/zh_CN/man1/cq-tui.1`` Chinese; the wheel installs both below ``share/man``.
"""

import argparse
import re
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

from cq_tui import __version__, language
from cq_tui.archive.read import shipped
from cq_tui.archive.schema import schema_of
from cq_tui.commands.argument_parser import Parser
from cq_tui.commands.completion import completion_of
from cq_tui.commands.guide import Section, address_of, asking, environment, examples_of, exit_codes
from cq_tui.commands.names import BROWSE, COMMANDS, summary
from cq_tui.commands.parsers import parser_of
from cq_tui.completion.bash import bash
from cq_tui.completion.fish import fish
from cq_tui.completion.zsh import zsh
from cq_tui.language import _, sentences

ROOT = Path(__file__).parent.parent
PAGES: dict[language.Language, Path] = {
    "en": ROOT / "man" / "man1" / "cq-tui.1",
    "zh": ROOT / "man" / "zh_CN" / "man1" / "cq-tui.1",
}
COMPLETION = ROOT / "tui" / "cq_tui" / "completion" / "made"
_WIDE = "\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef"
_OPENS, _CLOSES = "（《“‘「", "，。、；：？！）》”’」"


def page() -> str:
    """The page, in the language in force."""
    return "\n".join(_lines()) + "\n"


def _lines() -> Iterator[str]:
    every = {name: parser_of(name) for name in (BROWSE, *COMMANDS)}
    browser = every.pop(BROWSE)
    yield '.\\" Made by scripts/manual.py of the same source as the help; change that instead.'
    yield f'.TH CQ\\-TUI 1 "" "cq\\-tui {__version__}"'
    yield ".nh"
    yield ".ad l"
    yield from _heading(_("name"))
    yield f"cq\\-tui \\- {_text(summary(BROWSE).rstrip('.。'))}"
    yield from _heading(_("synopsis"))
    for parser in (browser, *every.values()):
        yield from _called(parser)
    yield from _heading(_("description"))
    yield _text(summary(BROWSE))
    yield _text(sentences(_("The README and the pages in docs/ tell of the browser's keys, the filter and the data."),
                          _("? in the browser lists its keys.")))  # fmt: skip
    yield from _heading(_("options"))
    yield from _options(one for one in browser.declared if one not in browser.common)
    yield from _heading(_("options of every command"))
    yield from _options(browser.common)
    yield from _examples(examples_of(browser.examples))
    yield from _heading(_("commands"))
    for name, parser in every.items():
        yield f".SS {_text(name)}"
        yield _text(summary(name))
        yield from _options(one for one in parser.declared if one not in parser.common)
        for line, words in parser.examples:
            yield from _row(line, words)
    for section in (environment(), exit_codes(), asking(_address())):
        yield from _section(section)


def _heading(words: str) -> Iterator[str]:
    yield f'.SH "{_text(words.upper())}"'


def _called(parser: Parser) -> Iterator[str]:
    """How a command is called, its options in short."""
    first = [_placeholder(one) for one in parser.declared if not one.option_strings]
    option = _("OPTION")
    words = " ".join((*first, f"[{option}...]"))
    yield f".B {_text(parser.prog)}"
    yield _text(words)
    yield ".br"


def _placeholder(action: argparse.Action) -> str:
    name = str(action.metavar or action.dest)
    name = f"{name}..." if action.nargs in ("*", "+") else name
    return f"[{name}]" if action.nargs in ("*", "?") else name


def _options(actions: "Iterator[argparse.Action] | list[argparse.Action]") -> Iterator[str]:
    for one in actions:
        value = "" if one.nargs == 0 else str(one.metavar or ",".join(map(str, one.choices or ())) or one.dest)
        names = ", ".join(one.option_strings)
        term = " ".join(filter(None, (names, value))) if names else _placeholder(one)
        yield ".TP"
        yield f".B {_text(term)}"
        yield _text((one.help or "").replace("%%", "%"))


def _section(section: Section) -> Iterator[str]:
    yield from _heading(section.title)
    for row in section.rows:
        yield from _row(row.term, row.words)
    if section.text:
        yield _text(section.text)


def _examples(section: Section) -> Iterator[str]:
    """Each with its words below it: behind a short one they would read as a part of the command."""
    yield from _heading(section.title)
    for row in section.rows:
        yield from (".PP", f".B {_text(row.term)}", ".br", ".RS 7", _text(row.words), ".RE")


def _row(term: str, words: str) -> Iterator[str]:
    yield ".TP"
    yield f".B {_text(term)}"
    yield _text(words)


def _text(words: str) -> str:
    """Words as roff takes them; between Chinese characters, where it would not break a line by itself, it may."""
    escaped = words.replace("\\", "\\e").replace("-", "\\-").replace('"', "\\(dq").replace("'", "\\(aq")
    broken = re.sub(f"(?<=[{_WIDE}])(?=[{_WIDE}])", _break, escaped)
    return f"\\&{broken}" if broken.startswith((".", "'")) else broken


def _break(between: re.Match[str]) -> str:
    text, place = between.string, between.start()
    return "" if text[place] in _CLOSES or text[place - 1] in _OPENS else "\\:"


def _address() -> str | None:
    """As the help finds it in the installed package."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    return address_of(project.get("urls", {}))


def made() -> Iterator[tuple[Path, str]]:
    """What each file holds: the pages, and the shells' scripts for the shipped archive; that of fish has words."""
    schema = schema_of(shipped())
    for shell, script in (("bash", bash), ("zsh", zsh)):
        yield COMPLETION / shell, completion_of(script, schema)
    for of, path in PAGES.items():
        language.use(of)
        yield path, page()
        yield COMPLETION / f"fish.{of}", completion_of(fish, schema)


def main() -> int:
    """Write the files, or check that they are what would be written."""
    stale = False
    for path, text in made():
        if path.exists() and path.read_text("utf-8") == text:
            continue
        stale = True
        if "--check" not in sys.argv:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8")
    if stale and "--check" in sys.argv:
        print("stale: run python scripts/manual.py")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
