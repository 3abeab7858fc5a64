"""Asks of what kind the records of a list are, where nobody said it and they read like another one than deals."""

from cq_tui.commands.common import CommandError, say
from cq_tui.commands.json_output import print_json
from cq_tui.importing.errors import Noticed
from cq_tui.importing.recognise.prepare import Prepared
from cq_tui.language import _, listed
from cq_tui.values.reasons import Reason

USUAL = "deals"
"""The kind that a list is taken for where none is said."""
_OF_KINDS = (Noticed.OTHER_KIND, Noticed.OWN_ROWS, Noticed.NO_DEALS)


def _doubt(prepared: Prepared, said: str) -> Reason | None:
    """What is told of a list that reads like records of another kind; None of others.

    Nor is there a doubt once the kind was ``said``, or as long as it is asked where in its file the list stands.
    """
    if said or prepared.proposal.place:
        return None
    return next((one for one in prepared.listed.header.noticed if any(map(one.is_, _OF_KINDS))), None)


def ask_for_kind(prepared: Prepared, said: str, *, as_json: bool) -> None:
    """Ask for the kind where there is a doubt about it: each one as the option that says it. Raises CommandError.

    ``said``: the one that was given, by an option or a mapping. ``as_json``: print what was recognised of the list in
    place of the question.
    """
    doubt = _doubt(prepared, said)
    if doubt is None:
        return
    kinds = _likely(doubt)
    options = [f"--kind {name}" for name in (*kinds, prepared.kind.name)]
    if as_json:
        from cq_tui.importing.tree import prepared_tree

        print_json(prepared_tree(prepared))
    else:
        say(f"? kind: {doubt}")
        likely = _("likely") if len(kinds) == 1 else ""
        for option in options:
            say(f"    {option}" + (f"  # {likely}" if likely and option == options[0] else ""))
    answer = _("Say which kind the records are of: {options}.").format(options=listed(options))
    raise CommandError(f"kind: {doubt} {answer}")


def _likely(doubt: Reason) -> list[str]:
    told = dict(doubt.parameters)
    names = told.get("names")
    return [str(one) for one in names] if isinstance(names, tuple) else [str(told["name"])]
