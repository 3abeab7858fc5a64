"""Who gives, where a column of a country's parts stands beside who gets: ``collectivité`` beside ``bénéficiaire``."""

from dataclasses import replace

from cq_tui.importing.recognise.columns.draft import Draft
from cq_tui.importing.recognise.maps.proposal import Evidence
from cq_tui.importing.recognise.parties.body_cells import is_body
from cq_tui.importing.recognise.parties.open_roles import tell_open
from cq_tui.importing.recognise.words.header_grammar import take_apart
from cq_tui.importing.recognise.words.header_terms import COMMON_ROLE
from cq_tui.importing.recognise.words.known_words import key_of
from cq_tui.importing.recognise.words.word import ENDING, WEAK

_HALF = 0.5
_COMMUNITIES = frozenset(
    map(
        key_of,
        "collectivité|collectivité territoriale|collectivité publique|collectivité locale|collectivité attributrice|"
        "gebietskörperschaft|ente locale|ente territoriale|corporación local".split("|"),
    )
)
"""Words for parts of a country that act: who gives, where another column says who gets; else who gets."""


def tell_givers(draft: Draft) -> None:
    """Take the part of a country that some rows name for who gives, where another column says who gets and none who.

    ``collectivité`` beside ``bénéficiaire``; its cells must be bodies, and few of them.
    """
    said = {word.role for name, word in draft.words.items() if word.certainty > WEAK and draft.cells[name]}
    parties = next((one for one in draft.kind.fields if one.parts and one.type.refers_to == "organisations"), None)
    if parties is None or "recipient" not in said or {"funder", "buyer", "lender"} & said:
        return
    for name, word in draft.words.items():
        is_free = word.field is None or word.certainty == WEAK
        profile = draft.profiles[name]
        are_bodies = profile.share(is_body) >= _HALF and len(set(profile.cells)) <= len(profile.cells) * _HALF
        if is_free and key_of(take_apart(name).name) in _COMMUNITIES and are_bodies:
            draft.words[name] = replace(word, field=parties, role="funder", certainty=ENDING, part="")
            tell_open(draft, parties, Evidence.COMMUNITY, name, (COMMON_ROLE,))
            return
