"""The completion script of fish."""

from collections.abc import Iterator, Sequence

from cq_tui.completion.command_spec import FIELDS, FILES, Command, Fields, Option

_HEAD = """\
# Completion of cq-tui for fish, made by: cq-tui completion fish
# Every session: cq-tui completion fish | source
complete -c cq-tui -f
function __cq_tui_list  # words that may follow the last comma of what is typed
    set -l typed (commandline -ct | string replace -r '^--[a-z]+=' '')
    set -l before (string match -r '.*,' -- $typed)
    printf '%s\\n' "$before"$argv
end"""


def fish(commands: Sequence[Command], fields: Fields) -> str:
    """The script's text. ``commands`` begins with the browser, whose name is empty."""
    names = " ".join(one.name for one in commands if one.name)
    return "\n".join([_HEAD, *(line for one in commands for line in _lines(one, names, fields))]) + "\n"


def _lines(one: Command, names: str, fields: Fields) -> Iterator[str]:
    here = f"__fish_seen_subcommand_from {one.name}" if one.name else f"not __fish_seen_subcommand_from {names}"
    if one.name:
        yield f"complete -c cq-tui -n 'not __fish_seen_subcommand_from {names}' -a {one.name} -d {_quoted(one.words)}"
    if one.first == FILES:
        yield f"complete -c cq-tui -n '{here}' -F"
    elif one.first:
        yield f"complete -c cq-tui -n '{here}' -a {_quoted(' '.join(one.first))}"
    for option in one.options:
        yield from _option(option, here, fields)


def _option(option: Option, here: str, fields: Fields) -> Iterator[str]:
    spelt = " ".join(f"-l {name[2:]}" if name.startswith("--") else f"-s {name[1:]}" for name in option.names)
    words = f"-d {_quoted(option.words)}" if option.words else ""
    if option.values == FIELDS:
        what = option.names[0].removeprefix("--")
        for kind, of in fields.items():
            seen = f"{here}; and __fish_seen_subcommand_from {kind}"
            names = " ".join(of[what])
            given = _quoted(f"(__cq_tui_list {names})" if what == "columns" else names)
            yield f"complete -c cq-tui -n '{seen}' {spelt} -x -a {given} {words}".rstrip()
        return
    values = {None: "", FILES: "-r -F"}.get(option.values if isinstance(option.values, str | None) else "")
    if values is None:
        values = f"-x -a {_quoted(' '.join(option.values or ()))}"
    yield " ".join(filter(None, (f"complete -c cq-tui -n '{here}'", spelt, values, words)))


def _quoted(text: str) -> str:
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'"
