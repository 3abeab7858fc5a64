"""Persons who answer for a party, ``Buyer Name`` beside ``Buyer Email``: no organisations; the office is the party."""

import re
from dataclasses import replace

from cq_tui.importing.recognise.columns.draft import Draft
from cq_tui.importing.recognise.columns.profile import mostly
from cq_tui.importing.recognise.maps.proposal import Evidence
from cq_tui.importing.recognise.parties.company_cells import is_company
from cq_tui.importing.recognise.parties.party_roles import is_office
from cq_tui.importing.recognise.words.word import ENDING, Word
from cq_tui.language import Label
from cq_tui.schema.field import Field
from cq_tui.values.reasons import Reason

PERSONS = Label("联系人，旁边是其电子邮件", "persons to be asked, beside their e-mail addresses")
_ROLES = frozenset({"buyer", "funder", "lender"})
"""Roles of bodies for which clerks act; who gets something may be a person with an address."""
_CONTACT = re.compile(r"(?i)(?<![^\W_])(?:contacts?|contacto|contato|contatto|ansprechpartner\w*|kontakt\w*)(?![^\W_])")
_REACHED = re.compile(
    r"(?i)[\s_.-]*(?:e[\s_-]?mails?|mails?|correo|courriel|(?:tele)?phone|tel|mobile|fax|teléfono|telefono|téléphone|telefon)"
    r"(?:[\s_.-]*(?:address|adresse|id|numbers?|no|nr))?\.?$"
)
_NAME = re.compile(r"(?i)[\s_.-]*(?:full[\s_-]*)?(?:names?|nom|nombre|nome|naam|navn|namn)$")
_ADDRESS = re.compile(r"([^\s@]+)@[^\s@]+\.\w+")
_WORD = re.compile(r"[^\W\d_]{3,}")


def leave_contacts(draft: Draft, parties: Field, columns: list[tuple[str, Word]]) -> None:
    """Take a column of such persons for no party, and that of the offices in its place where no other says the role."""
    for name, word in list(columns):
        if word.role not in _ROLES and _CONTACT.search(name) is None:
            continue
        if len(columns) == 1 and _office(draft, columns) is None:
            continue  # its rows name nobody else
        if any(_are_persons_of(draft, name, mail) for mail in _of_same_begin(draft, name)):
            columns[:] = [one for one in columns if one[0] != name]
            draft.words[name] = Word()
            draft.of_contacts |= _of_same_begin(draft, name)
            draft.set_aside[name] = Reason.of(Evidence.CELLS_ARE, field=parties.label, what=PERSONS)
            office = _office(draft, columns)
            if office is not None and all(other.role != word.role for _name, other in columns):
                taken = replace(draft.words[office], field=parties, certainty=ENDING, role=word.role)
                draft.words[office] = taken
                columns.append((office, taken))


def _of_same_begin(draft: Draft, name: str) -> set[str]:
    """The columns of e-mail addresses and telephone numbers whose header begins as a column's."""
    whose = _NAME.sub("", name).casefold()
    others = ((other, _REACHED.sub("", other)) for other in draft.header.names)
    return {other for other, rest in others if rest != other and rest.casefold() == whose}


def _are_persons_of(draft: Draft, name: str, mail: str) -> bool:
    """Whether most cells are whom the address beside them is named after, and hardly any a company."""
    first, second = draft.header.names.index(name), draft.header.names.index(mail)
    pairs = {(row[first], row[second]) for row in draft.rows if max(first, second) < len(row)}
    told = [
        (cell, found[1].casefold()) for cell, address in pairs if cell.strip() and (found := _ADDRESS.search(address))
    ]
    named = sum(any(word.casefold() in local for word in _WORD.findall(cell)) for cell, local in told)
    return bool(told) and mostly(named / len(told)) and not mostly(draft.profiles[name].share(is_company))


def _office(draft: Draft, columns: list[tuple[str, Word]]) -> str | None:
    """The fullest free column of offices."""
    taken = {name for name, _word in columns}
    free = [name for name in draft.header.names if name not in taken and draft.cells[name] and is_office(name)]
    free = [name for name in free if not mostly(draft.profiles[name].bare_numbers)]
    return max(free, key=lambda name: len(draft.cells[name]), default=None)
