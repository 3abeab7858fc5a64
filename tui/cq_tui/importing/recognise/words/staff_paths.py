"""Columns out of a list of persons within each record, ``team_members_name``: they tell of the record's staff."""

import re

STAFF = re.compile(
    r"(?i)^(?:.*[_./: ])?(?:team|staff|people|persons?|members?|employees?|colleagues|contacts?|representatives?|"
    r"delegates?|attendees?|participants?|speakers?|team[_ ]?members?|personnel|mitarbeiter|mitglieder|ansprechpartner|"
    r"équipe|equipe|equipo|membres|miembros|contactos?|persone|personas|membri|团队|成员|员工|人员|团队成员|联系人)"
    r"[_./:]+(?:\d+[_./:]+)?(?=[^_./:])"
)
"""The steps before a member of such a list: ``team_members_``."""
_OF_A_PERSON = re.compile(
    r"(?i)(?:job[_ ]?)?(?:position|post|title|role|function|funktion|fonction|cargo|puesto|e?[_-]?mail|phone|linkedin|"
    r"job|department|first[_ ]?name|last[_ ]?name|职务|职位)"
)
"""What stands beside the names in such a list."""


def staff_path(header: str) -> str:
    """The steps of a header that lead into a list of persons; empty where none do."""
    found = STAFF.match(header)
    return found[0] if found else ""


def staff_columns(headers: list[str]) -> set[str]:
    """The headers out of lists of persons: those of a path one of whose columns is what a person has."""
    paths = {name: staff_path(name) for name in headers}
    told = {path for name, path in paths.items() if path and _OF_A_PERSON.fullmatch(name.removeprefix(path))}
    return {name for name, path in paths.items() if path in told}
