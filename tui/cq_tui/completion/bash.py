"""The completion script of bash; zsh runs the same one through its ``bashcompinit``."""

import shlex
from collections.abc import Iterator, Sequence

from cq_tui.completion.words import FIELDS, FILES, Command, fields

_HEAD = """\
# Completion of cq-tui for bash, made by: cq-tui completion bash
# Every session: eval "$(cq-tui completion bash)"
_cq_tui() {
    local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD-1]} command= kind=deals word i
    COMPREPLY=()
    for ((i = 1; i < COMP_CWORD; i++)); do
        word=${COMP_WORDS[i]}"""
_TAIL = """\
}
complete -F _cq_tui cq-tui"""
_ZSH = """\
#compdef cq-tui
# Completion of cq-tui for zsh, made by: cq-tui completion zsh
# Every session: eval "$(cq-tui completion zsh)"
autoload -U +X compinit bashcompinit
compinit
bashcompinit
"""


def bash(commands: Sequence[Command]) -> str:
    """The script. ``commands`` has the program without a command, called with an empty name, first."""
    return "\n".join(_lines(commands)) + "\n"


def zsh(commands: Sequence[Command]) -> str:
    """The same for zsh."""
    return _ZSH + bash(commands).split("\n", 2)[2]


def _lines(commands: Sequence[Command]) -> Iterator[str]:
    names = [one.name for one in commands if one.name]
    yield _HEAD
    yield f"        case $word in {'|'.join(names)}) [[ $command ]] || command=$word;; esac"
    yield f"        case $word in {'|'.join(fields())}) kind=$word;; esac"
    yield "    done"
    yield '    case "$command $prev" in'
    for one in commands:
        for option in one.options:
            if option.values is not None:
                places = "|".join(shlex.quote(f"{one.name} {name}") for name in option.names)
                yield f"        {places}) {_reply(option.values, option.names[0])}; return;;"
    yield "    esac"
    yield '    case "$command" in'
    for one in commands:
        options = [name for option in one.options for name in option.names]
        first = f'"{one.name}"'
        yield f"        {first}) if [[ $cur == -* ]]; then {_choose(options)}"
        if not one.name:  # a command, or the folder of an archive
            folders = ' $(compgen -d -- "$cur")'
            yield f"            else {_choose(names, folders)}; fi;;"
        else:
            yield f"            else {_reply(one.first, '')}; fi;;"
    yield "    esac"
    yield _TAIL


def _reply(values: Sequence[str] | str, option: str) -> str:
    if values == FILES:
        return 'COMPREPLY=($(compgen -f -- "$cur")); compopt -o filenames 2>/dev/null'
    if values == FIELDS:
        what = option.removeprefix("--")
        cases = "".join(f" {kind}) {_choose(of[what])};;" for kind, of in fields().items())
        return f"case $kind in{cases} esac; compopt -o nospace 2>/dev/null"
    return _choose(values)


def _choose(words: Sequence[str], more: str = "") -> str:
    return f'COMPREPLY=($(compgen -W {shlex.quote(" ".join(words))} -- "$cur"){more})'
