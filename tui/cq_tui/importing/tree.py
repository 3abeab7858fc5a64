"""What was recognised of a list, and what would become of it, as the tree that JSON holds.

Codes and names don't change with the language; ``message`` is in the one in force. ``docs/command-line.md`` has the
shape: what stands there stays.
"""

from collections.abc import Iterable, Mapping
from dataclasses import asdict
from decimal import Decimal
from typing import Any

from cq_tui.importing.importer import Converted
from cq_tui.importing.recognise.answers.other_sources import OtherSource, other_sources
from cq_tui.importing.recognise.maps.asked import Answer, Question
from cq_tui.importing.recognise.maps.mapping import KEYS, TABLE_OF_NAMES, FieldMap, Pair
from cq_tui.importing.recognise.maps.names_of_cells import NamesOfCell
from cq_tui.importing.recognise.prepare import Prepared
from cq_tui.importing.review.facts import FieldReview, MoneyFacts, PartyFacts
from cq_tui.importing.review.organisations import FactReview, OrganisationsReview
from cq_tui.schema.record import Record
from cq_tui.schema.tree import tree
from cq_tui.values.clean import clean_line
from cq_tui.values.lists_in_cells import LIST_MARK
from cq_tui.values.reasons import Reason

Tree = dict[str, Any]
_NOT_CONVERTED: Tree = dict.fromkeys(
    ("absent", "left_out", "passed_over", "not_taken", "organisations", "counts", "refused", "remarks", "first")
)
_NOT_HELD: Tree = dict.fromkeys(
    ("becomes", "read", "unread", "different", "values", "span", "sums", "parties", "doubts")
)
"""What is not known before all rows were converted."""


def prepared_tree(prepared: Prepared) -> Tree:
    """A list as it is recognised: where it stands, what its fields come from and why, and what is asked."""
    listed, proposal = prepared.listed, prepared.proposal
    sheet = listed.sheet
    return {
        "file": clean_line(sheet.path.name),
        "kind": prepared.kind.name,
        "sheet": sheet.name or None,
        "other_sheets": list(sheet.to_choose),
        "encoding": sheet.encoding or None,
        "header": None if listed.header.nameless else listed.header.row or None,
        "columns": list(listed.header.names),
        "noticed": [_reason(one) for one in (*sheet.noticed, *listed.header.noticed)],
        "map": str(prepared.map_path),
        "map_given": prepared.given,
        "fields": [_mapped(prepared, name) for name in proposal.mapping.fields],
        "set_aside": [{"column": column, **_reason(why)} for column, why in proposal.left_aside.items()],
        "questions": [_question(one) for one in proposal.questions],
        "others": [_other(one) for one in other_sources(prepared)],
        **_NOT_CONVERTED,
    }


def converted_tree(converted: Converted, records: Iterable[Record]) -> Tree:
    """The same once all rows were converted, with what each field holds, what could not be read, and some records."""
    found, review = prepared_tree(converted.prepared), converted.review()
    fields = {one["field"]: one for one in found["fields"]}
    for one in review.fields:
        fields.setdefault(one.field.name, _unproposed(one)).update(_held(one))
    kind = converted.own.kind
    return found | {
        "fields": list(fields.values()),
        "absent": [one.name for one in review.absent],
        "left_out": [{"field": one.name, "column": column} for one, column in review.left_out],
        "passed_over": converted.passed_over,
        "not_taken": [{key: value or None for key, value in asdict(one).items()} for one in review.not_taken],
        "organisations": _organisations(converted, review.organisations) if review.organisations else None,
        "counts": {"lines": converted.counts.lines, **asdict(converted.counts)},
        "refused": [
            {"row": one.row, "column": one.column or None, "value": one.value, **_reason(one.reason)}
            for one in converted.refusals
        ],
        "remarks": [
            {"row": one.row, "rows": one.rows, "column": one.column, "value": one.value, **_reason(one.reason)}
            for one in converted.remarks
        ],
        "first": [tree(kind, record) for record in records],
    }


def _reason(why: Reason) -> Tree:
    return {"code": why.code, "message": clean_line(str(why))}


def _mapped(prepared: Prepared, name: str) -> Tree:
    """A field of the mapping: what it comes from, as MAP.toml has it, and what that rests on."""
    proposal = prepared.proposal
    mapped = proposal.mapping.fields[name]
    return {
        "field": name,
        "columns": list(mapped.columns),
        "source": _source(mapped),
        "likely": name in proposal.likely,
        "evidence": [_reason(one) for one in proposal.evidence.get(name, ())],
        **_NOT_HELD,
    }


def _unproposed(one: FieldReview) -> Tree:
    """A field of the archive's own that a column becomes."""
    source = _source(one.mapped)
    return {"field": one.field.name, "columns": list(one.columns), "source": source, "likely": False, "evidence": []}


def _source(mapped: FieldMap) -> Tree:
    return {key: _plain(value) for key in KEYS if (value := getattr(mapped, key))}


def _plain(value: object) -> Any:
    if isinstance(value, Pair):
        return value.table
    if isinstance(value, Mapping):
        return {str(key): _plain(one) for key, one in value.items()}
    return [_plain(one) for one in value] if isinstance(value, tuple) else value


def _other(one: OtherSource) -> Tree:
    """A column that a field could come from as well, or that none gives it, as ``--set`` takes it."""
    return {
        "field": one.field.name,
        "set": one.setting,
        "column": one.column or None,
        "first": list(one.cells),
        "roles": list(one.field.type.roles) if one.column else [],
    }


def _question(one: Question) -> Tree:
    return {
        "field": one.field,
        "code": one.asked.name,
        "message": clean_line(one.text),
        "answers": [_answer(one.field, answer) for answer in one.by_themselves],
        "none": one.none_of_these or None,
    }


def _answer(field: str, one: Answer) -> Tree:
    made = [
        {"cell": each.cell or None, "value": _made(each.value), "currency": each.currency or None}
        | ({"given": each.given} if each.given else {})
        for each in one.makes
    ]
    return {"set": one.settings(field), "likely": one.likely, "message": one.told, "makes": made}


def _made(value: object) -> Any:
    return _number(value) if isinstance(value, Decimal) else str(value)


def _held(one: FieldReview) -> Tree:
    """What a field holds over the accepted rows."""
    quantity = one.field.is_quantity and not one.field.type.is_money
    return {
        "becomes": one.becomes or None,
        "read": one.read,
        "unread": one.unread,
        "different": one.different,
        "values": [{"value": _entries(one, text), "rows": rows} for text, rows in one.values],
        "span": [_cell(text, quantity=quantity) for text in (one.span.first, one.span.middle, one.span.last)]
        if one.span
        else None,
        "sums": [_money(each) for each in one.money],
        "parties": [_names_in(each) for each in one.parties],
        "doubts": [_reason(each) for each in one.doubts],
    }


def _entries(one: FieldReview, text: str) -> Any:
    return text.split(LIST_MARK) if one.field.is_list else text


def _cell(text: str, *, quantity: bool) -> Any:
    return _number(Decimal(text)) if quantity else text


def _money(one: MoneyFacts) -> Tree:
    amounts = {"amount": one.total, "smallest": one.smallest, "middle": one.middle, "largest": one.largest}
    numbers = {name: _number(value) for name, value in amounts.items()}
    return {"currency": one.currency, "rows": one.rows, **numbers, "below_zero": one.below_zero}


def _names_in(one: PartyFacts) -> Tree:
    return {
        "column": one.column,
        "role": one.role or None,
        "rows": one.rows,
        "names": one.different,
        "most": [{"name": name, "rows": rows} for name, rows in one.most],
        "longest": one.longest,
        "unlike": [{**_reason(each.reason), "important": each.important} for each in one.unlike],
    }


def _number(value: Decimal) -> int | float:
    return int(value) if value == value.to_integral_value() else float(value)


def _organisations(converted: Converted, told: OrganisationsReview) -> Tree:
    return {
        "known": told.known,
        "new": told.new,
        "near": [{"name": name, "id": id_, "alike": alike} for name, id_, alike in told.near],
        "together": [{"name": name, "id": id_} for name, id_ in converted.together],
        "kept_apart": [{"name": name, "count": count} for name, count in told.parted],
        "numbers": [{"name": name, "number": number} for name, number in told.numbered],
        "wrong_numbers": [{"name": name, "number": number} for name, number in told.wrong_numbers],
        "with_commas": [one.text for one in told.cells if one.text in one.names],
        "cells": [_names_of(one) for one in told.cells],
        "name_nobody": [{"cell": one.text, "rows": one.rows} for one in told.nobody if not one.cell],
        "parts_name_nobody": [{"part": one.text, "rows": one.rows} for one in told.nobody if one.cell],
        "left_off": list(told.left_off),
        "facts": [_fact(one) for one in told.facts],
    }


def _names_of(one: NamesOfCell) -> Tree:
    return {"cell": one.text, "names": list(one.names), "otherwise": [f"{TABLE_OF_NAMES}.{one.text}={one.otherwise}"]}


def _fact(one: FactReview) -> Tree:
    return {
        "field": one.field.name,
        "columns": list(one.columns),
        "read": one.read,
        "unread": one.unread,
        "different": one.different,
        "values": [{"value": value, "count": count} for value, count in one.values],
    }
