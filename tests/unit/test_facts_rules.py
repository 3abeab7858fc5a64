"""Rules that every record of the shipped archive keeps."""

from collections.abc import Iterator
from typing import Any

import pytest
from cq_tui.archive.check import problems_of
from cq_tui.archive.read import Archive, Entry
from cq_tui.schema.cells import is_judged
from cq_tui.schema.model import Model
from cq_tui.schema.text import Text
from cq_tui.values.codes import Basis
from cq_tui.values.types.base import is_absent

from tests.shipped import kinds

KINDS = list(kinds())


def _texts(value: Any) -> Iterator[Text]:
    if isinstance(value, Text):
        yield value
    elif isinstance(value, Model):
        for name in type(value).model_fields:
            yield from _texts(getattr(value, name))
    elif isinstance(value, tuple):
        for item in value:
            yield from _texts(item)


def _entries(archive: Archive, kind: str) -> list[Entry]:
    return archive.entries.get(kind, [])


def _is_inferred(entry: Entry) -> bool:
    fields = [field for field in entry.kind.fields if not is_absent(getattr(entry.record, field.name))]
    return getattr(entry.record, "basis", None) is Basis.INFERRED or any(is_judged(f, entry.record) for f in fields)


def test_the_shipped_archive_has_no_problem(archive: Archive) -> None:
    assert problems_of(archive, {}) == []


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_has_records(archive: Archive, kind: str) -> None:
    assert _entries(archive, kind) != []


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != "passages"])
def test_every_record_cites_a_passage(archive: Archive, kind: str) -> None:
    assert [entry.record.id for entry in _entries(archive, kind) if not entry.record.cites] == []


def test_every_passage_is_cited(archive: Archive) -> None:
    cited = {cite for kind in KINDS for entry in _entries(archive, kind) for cite in entry.record.cites}
    assert {record.id for record in archive.records("passages")} - cited == set()


@pytest.mark.parametrize("kind", KINDS)
def test_every_text_is_in_both_languages(archive: Archive, kind: str) -> None:
    texts = [text for entry in _entries(archive, kind) for text in _texts(entry.record)]
    assert [text for text in texts if not (text.zh and text.en)] == []


@pytest.mark.parametrize("kind", KINDS)
def test_every_inferred_value_is_explained_in_the_note(archive: Archive, kind: str) -> None:
    assert [e.record.id for e in _entries(archive, kind) if _is_inferred(e) and e.record.note is None] == []


def test_no_anchor_is_longer_than_16_characters(archive: Archive) -> None:
    assert {
        record.id for record in archive.records("passages") if len(getattr(record, "anchor", "")) not in range(1, 17)
    } == set()


def test_passages_stand_in_the_order_of_the_paragraphs(archive: Archive) -> None:
    paragraphs = [getattr(record, "paragraph", 0) for record in archive.records("passages")]
    assert paragraphs == sorted(paragraphs)
    assert set(paragraphs) <= set(range(1, 26))


@pytest.mark.parametrize("kind", KINDS)
def test_ids_and_headings_are_unique(archive: Archive, kind: str) -> None:
    headings = [str(getattr(entry.record, entry.kind.heading.name)) for entry in _entries(archive, kind)]
    assert len(set(headings)) == len(headings)
