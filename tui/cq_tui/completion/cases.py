"""What the scripts of bash and zsh have in common: which case of the command line offers what. Both shells read it."""

import shlex
from collections.abc import Callable, Iterator, Sequence

from cq_tui.completion.command_spec import Command, Fields

Reply = Callable[[Sequence[str] | str, str, Fields], str]
"""What a shell does to offer the values of an option or of the first word."""


def case_lines(
    commands: Sequence[Command],
    fields: Fields,
    *,
    is_option: str,
    folders: str,
    choose: Callable[[Sequence[str]], str],
    reply: Reply,
) -> Iterator[str]:
    """The lines from the loop over the words before to the last case.

    ``is_option`` asks whether an option is being typed; ``folders`` offers folders, ``choose`` some words.
    """
    names = [one.name for one in commands if one.name]
    yield f"        case $word in ({'|'.join(names)}) [[ -n $command ]] || command=$word;; esac"
    yield f"        case $word in ({'|'.join(fields)}) kind=$word;; esac"
    yield "    done"
    yield '    case "$command $prev" in'
    for one in commands:
        for option in one.options:
            if option.values is not None:
                patterns = "|".join(shlex.quote(f"{one.name} {name}") for name in option.names)
                yield f"        ({patterns}) {reply(option.values, option.names[0], fields)}; return;;"
    yield "    esac"
    yield '    case "$command" in'
    for one in commands:
        options = choose([name for option in one.options for name in option.names])
        first = reply(one.first, "", fields) if one.name else f"{choose(names)}; {folders}"
        yield f"        ({one.name or shlex.quote('')}) if {is_option}; then {options}; else {first}; fi;;"
    yield "    esac"
