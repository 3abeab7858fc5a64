"""Identifiers: one spelling, judged by their schemes; the engine spells alike. All numbers are made."""

import duckdb
import pytest
from cq_tui.values.identifier_rules import ANY, RULES
from cq_tui.values.identifiers import compact, shown, sql_compact
from cq_tui.values.schemes import Scheme
from cq_tui.values.types.identifier import key_in
from hypothesis import given, settings
from hypothesis import strategies as st


@pytest.mark.parametrize(
    ("scheme", "written", "kept"),
    [
        ("CN-USCC", "91 500000 MADE0000-0w", "91500000MADE00000W"),
        ("CN-USCC", "９１５０００００ＭＡＤＥ０００００Ｗ", "91500000MADE00000W"),
        ("XI-LEI", "00example 000000000 62", "00EXAMPLE00000000062"),
        ("XI-VAT", "DE 100.000.008", "DE100000008"),
        ("XI-WIKIDATA", "https://www.wikidata.org/wiki/Q42", "Q42"),
        ("XI-WIKIDATA", "q42", "Q42"),
        ("XI-OPENCORPORATES", "https://opencorporates.com/companies/us_de/1234567", "us_de/1234567"),
        ("XI-DUNS", "12-345-6789", "123456789"),
        ("XI-ROR", "https://ror.org/01abcde23", "01abcde23"),
        ("AT-FB", "FN 100000a", "100000a"),
        ("AU-ABN", "99 000 000 000", "99000000000"),
        ("BE-BCE_KBO", "BE 0100.000.070", "0100000070"),
        ("BE-BCE_KBO", "100000070", "0100000070"),
        ("CH-FDJP", "CHE-100.000.006 MWST", "CHE100000006"),
        ("DE-CR", "Amtsgericht Stuttgart HRB 1", "Stuttgart HRB 1"),
        ("DE-CR", "HRB 1, Stuttgart", "Stuttgart HRB 1"),
        ("DE-CR", "HRB 1 AG Stuttgart", "Stuttgart HRB 1"),
        ("FI-PRO", "1000000-4", "10000004"),
        ("FR-SIREN", "100 000 009", "100000009"),
        ("FR-SIRET", "100 000 009 00009", "10000000900009"),
        ("GB-COH", "1234567", "01234567"),
        ("GB-COH", "sc 123456", "SC123456"),
        ("XI-VAT", "gb 100 0000 34", "GB100000034"),
        ("NO-BRC", "NO 900 000 006 MVA", "900000006"),
        ("SE-ON", "550000-0004", "5500000004"),
        ("OTHER", "A-12/7 b", "A-12/7 b"),
        ("OWN-SCHEME", "as it is", "as it is"),
    ],
)
def test_there_is_one_spelling(scheme: str, written: str, kept: str) -> None:
    assert compact(scheme, written) == kept
    assert compact(scheme, kept) == kept


@pytest.mark.parametrize(
    ("scheme", "written", "why"),
    [
        ("CN-USCC", "91500000MADE00000X", "wrong check digit for: Unified social credit code"),
        ("CN-USCC", "91500000", "does not have the form of: Unified social credit code"),
        ("XI-LEI", "00EXAMPLE00000000063", "wrong check digit for: LEI"),
        ("XI-VAT", "DE100000009", "wrong check digit"),
        ("XI-VAT", "QQ123", "has a part that there is not in"),
        ("XI-VAT", "100000008", "does not have the form of: VAT number"),
        ("XI-WIKIDATA", "42", "does not have the form of: Wikidata"),
        ("XI-OPENCORPORATES", "1234567", "does not have the form"),
        ("DE-CR", "HRB 1", "does not have the form of: Germany: Handelsregister"),
        ("DE-CR", "Nowhere HRB 1", "has a part that there is not in"),
        ("FR-SIREN", "100000000", "wrong check digit"),
        ("GB-COH", "123", "does not have the form of"),
        ("NZ-NZBN", "9400000000001", "wrong check digit"),
    ],
)
def test_what_is_none_is_refused_in_words(scheme: str, written: str, why: str) -> None:
    with pytest.raises(ValueError, match=why):
        compact(scheme, written)


@pytest.mark.parametrize(
    ("scheme", "kept", "as_written"),
    [
        ("FR-SIREN", "100000009", "100 000 009"),
        ("CH-FDJP", "CHE100000006", "CHE-100.000.006"),
        ("BR-CNPJ", "00000001000136", "00.000.001/0001-36"),
        ("XI-DUNS", "123456789", "12-345-6789"),
        ("CN-USCC", "91500000MADE00000W", "91500000MADE00000W"),
        ("OWN-SCHEME", "123456789", "123456789"),
    ],
)
def test_it_is_shown_as_usual(scheme: str, kept: str, as_written: str) -> None:
    assert shown(scheme, kept) == as_written


PIECES = st.sampled_from(
    [*"aZ09 -./,:·–　ＡＺａ０－．é铝'\"", "FN", "HRB ", " AG ", "Amtsgericht ", "https://ror.org/"]
)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.lists(PIECES, max_size=8).map("".join), min_size=1, max_size=20))
def test_the_engine_spells_alike(texts: list[str]) -> None:
    schemes = [*Scheme, "OWN-SCHEME"]
    pairs = [{"s": str(scheme), "t": text} for scheme in schemes for text in texts]
    given_ = "SELECT unnest(r) FROM (SELECT unnest(?::STRUCT(s VARCHAR, t VARCHAR)[]) AS r)"
    found = duckdb.connect(":memory:").execute(f"SELECT {sql_compact('s', 't')} FROM ({given_})", [pairs]).fetchall()
    assert [row[0] for row in found] == [RULES.get(one["s"], ANY).compact(one["t"]) for one in pairs]


def test_every_scheme_but_one_has_a_rule() -> None:
    assert set(Scheme) - set(RULES) == {Scheme.OTHER}


def test_no_two_schemes_are_called_alike() -> None:
    names = [name.casefold() for one in Scheme for name in (one, one.label.zh, one.label.en, *one.aliases)]
    twice = {name for name in names if names.count(name) > 1}
    assert all(sum(name in (one.casefold(), *map(str.casefold, one.aliases)) for one in Scheme) < 2 for name in twice)


@pytest.mark.parametrize(
    ("word", "key"),
    [("500", ("500", True)), ("91500000", ("91500000", False)), ("HRB 1", ("HRB1", True)), ("铝", None), ("lei", None)],
)
def test_what_a_word_is_looked_for_as(word: str, key: tuple[str, bool] | None) -> None:
    assert key_in(word) == key
