"""The completion script of zsh."""

import shlex
from collections.abc import Sequence

from cq_tui.completion.cases import case_lines
from cq_tui.completion.command_spec import FIELDS, FILES, Command, Fields

_HEAD = """\
#compdef cq-tui
# Completion of cq-tui for zsh, made by: cq-tui completion zsh
# Every session: eval "$(cq-tui completion zsh)", or kept as _cq-tui in a folder of $fpath
_cq_tui() {
    local command= kind=deals word prev=${words[CURRENT-1]}
    if [[ $PREFIX == --*=* ]]; then prev=${PREFIX%%=*}; compset -P '*='; fi
    for word in "${(@)words[2,CURRENT-1]}"; do"""
_TAIL = """\
}
if [[ $funcstack[1] == _cq-tui ]]; then
    _cq_tui "$@"
else
    (( $+functions[compdef] )) || { autoload -Uz compinit && compinit }
    compdef _cq_tui cq-tui
fi"""


def zsh(commands: Sequence[Command], fields: Fields) -> str:
    """The script's text. ``commands`` begins with the browser, whose name is empty."""
    cases = case_lines(
        commands, fields, is_option="[[ $PREFIX == -* ]]", folders="_files -/", choose=_choose, reply=_reply
    )
    return "\n".join((_HEAD, *cases, _TAIL)) + "\n"


def _reply(values: Sequence[str] | str, option: str, fields: Fields) -> str:
    if values == FILES:
        return "_files"
    if values == FIELDS:
        what = option.removeprefix("--")
        cases = "".join(f" ({kind}) {_choose(of[what], more='-S ' + shlex.quote(''))};;" for kind, of in fields.items())
        return f"{'compset -P ' + shlex.quote('*,') if what == 'columns' else ':'}; case $kind in{cases} esac"
    return _choose(values)


def _choose(words: Sequence[str], more: str = "") -> str:
    if not words:
        return ":"
    return " ".join(filter(None, ("compadd", more, "--", *map(shlex.quote, words))))
