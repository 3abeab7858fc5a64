"""The completion script of bash."""

import shlex
from collections.abc import Sequence

from cq_tui.completion.cases import case_lines
from cq_tui.completion.command_spec import FIELDS, FILES, Command, Fields

_HEAD = """\
# Completion of cq-tui for bash, made by: cq-tui completion bash
# Every session: eval "$(cq-tui completion bash)"
_cq_tui_choose() {  # words, one of which may follow what is typed already in $before
    local word
    for word in $1; do [[ $word == "$cur"* ]] && COMPREPLY+=("$before$word"); done
}
_cq_tui_files() {  # readline's own completion, for it alone knows how to quote names; bash 3 has no way to ask for it
    local name
    compopt -o default 2>/dev/null || while IFS= read -r name; do COMPREPLY+=("$name"); done < <(compgen -f -- "$cur")
}
_cq_tui() {
    local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD-1]} before= command= kind=deals word i
    COMPREPLY=()
    # --format=csv is three words here, or one where = was taken out of COMP_WORDBREAKS.
    if [[ $cur == = ]]; then cur=
    elif [[ $prev == = ]]; then prev=${COMP_WORDS[COMP_CWORD-2]}
    elif [[ $cur == --*=* ]]; then prev=${cur%%=*} before=${cur%%=*}= cur=${cur#*=}
    fi
    for ((i = 1; i < COMP_CWORD; i++)); do
        word=${COMP_WORDS[i]}"""
_TAIL = """\
}
complete -F _cq_tui cq-tui"""

_FILES = "_cq_tui_files"
_FOLDERS = "compopt -o plusdirs 2>/dev/null"
_LIST = "if [[ $cur == *,* ]]; then before+=${cur%,*}, cur=${cur##*,}; fi"


def bash(commands: Sequence[Command], fields: Fields) -> str:
    """The script's text. ``commands`` begins with the browser, whose name is empty."""
    cases = case_lines(commands, fields, is_option="[[ $cur == -* ]]", folders=_FOLDERS, choose=_choose, reply=_reply)
    return "\n".join((_HEAD, *cases, _TAIL)) + "\n"


def _reply(values: Sequence[str] | str, option: str, fields: Fields) -> str:
    if values == FILES:
        return _FILES
    if values == FIELDS:
        what = option.removeprefix("--")
        cases = "".join(f" {kind}) {_choose(of[what])};;" for kind, of in fields.items())
        return f"{_LIST if what == 'columns' else ':'}; case $kind in{cases} esac; compopt -o nospace 2>/dev/null"
    return _choose(values)


def _choose(words: Sequence[str]) -> str:
    return f"_cq_tui_choose {shlex.quote(' '.join(words))}"
