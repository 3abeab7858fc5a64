"""What fields and codes are called: each word leads to its code, those of lists too."""

import pytest
from cq_tui.language import use
from cq_tui.query.complete import complete
from cq_tui.query.vocabulary import code_named, code_spellings, names_of_code

from tests.shipped import kinds

DEALS = kinds()["deals"]
CODED = [field for field in DEALS.fields if field.codes]


@pytest.mark.parametrize("field", CODED, ids=lambda field: field.name)
def test_a_code_has_its_names_and_its_spellings(field) -> None:  # type: ignore[no-untyped-def]
    for code, words in field.codes.items():
        called = [one for one in (words.label.zh, words.label.en, *words.aliases) if one]
        assert names_of_code(field, code) == [code, *called]
        assert code_spellings(field, code) == [code, *called, *words.spellings]


def test_the_spellings_of_lists_mean_a_code_and_are_not_offered() -> None:
    (field, code, word) = next(
        (field, code, words.spellings[0])
        for field in CODED
        for code, words in (field.codes or {}).items()
        if words.spellings
    )
    assert code_named(DEALS, field, word) == code
    assert word not in names_of_code(field, code)


def test_what_is_no_code_is_called_as_it_is() -> None:
    assert names_of_code(CODED[0], "nosuch") == code_spellings(CODED[0], "nosuch") == ["nosuch"]


def test_codes_are_offered_in_the_reader_s_language() -> None:
    assert [one.text for one in complete("stage:", DEALS)][:2] == ["stage:pledged", "stage:planned"]
    use("zh")
    assert [one.text for one in complete("stage:", DEALS)][:2] == ["stage:意向", "stage:计划中"]
