"""What a record is in the model of FollowTheMoney: which entity, with which properties. Nothing is added.

Where the model has no word for what a record says, the words stand in ``notes``: that a value is inferred, that an
amount is about or over.
"""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from cq_tui.kinds.deals import Deal, Instrument, PartyRole
from cq_tui.kinds.events import Event
from cq_tui.kinds.organisations import Organisation, OrganisationType
from cq_tui.kinds.platforms import Platform
from cq_tui.kinds.sources import Source
from cq_tui.kinds.speakers import Speaker, SpeakerType
from cq_tui.language import Label
from cq_tui.publishing.ftm.entity import Entity, Ids
from cq_tui.schema.kind import Kind
from cq_tui.schema.record import Record
from cq_tui.schema.schema import Schema
from cq_tui.values.codes import Basis, Bound
from cq_tui.values.schemes import Scheme

_ORGANISATIONS = {
    OrganisationType.COMPANY: "Company",
    OrganisationType.BANK: "Company",
    OrganisationType.GROUP: "Company",
    OrganisationType.GOVERNMENT: "PublicBody",
    OrganisationType.PUBLIC_BODY: "PublicBody",
}
"""Every other one, and one of no stated type, is an ``Organization``, which all of these are."""
_SPEAKERS = {SpeakerType.PERSON: "Person", SpeakerType.INSTITUTION: "Organization"}
_IDENTIFIERS = {
    Scheme.CN_USCC: "uscCode",
    Scheme.LEI: "leiCode",
    Scheme.WIKIDATA: "wikidataId",
    Scheme.VAT: "vatCode",
    Scheme.DUNS: "dunsCode",
    Scheme.RU_INN: "innCode",
    Scheme.RU_OGRN: "ogrnCode",
    Scheme.US_SAM: "uniqueEntityId",
}
"""Numbers of other schemes are registration numbers, with the scheme in the notes."""
_LANGUAGES = {
    "ar": "ara", "cs": "ces", "da": "dan", "de": "deu", "el": "ell", "en": "eng", "es": "spa", "fi": "fin", "fr": "fra",
    "hu": "hun", "it": "ita", "ja": "jpn", "ko": "kor", "nl": "nld", "no": "nor", "pl": "pol", "pt": "por", "ro": "ron",
    "ru": "rus", "sv": "swe", "tr": "tur", "uk": "ukr", "vi": "vie", "zh": "zho",
}  # fmt: skip
"""The languages' codes of three letters; another language is not told."""


def is_order(deal: Deal) -> bool:
    """Whether a deal is a contract that one awards to another: an order whose buyer and supplier are named."""
    roles = {party.role for party in deal.parties}
    return deal.instrument == Instrument.PURCHASE_ORDER and {PartyRole.BUYER, PartyRole.SUPPLIER} <= roles


def entity_id(ids: Ids, kind: str, record: Record) -> str:
    """The entity that a record is. An institution that spoke is the organisation itself, where that is known."""
    if isinstance(record, Speaker) and record.type is SpeakerType.INSTITUTION and record.organisation:
        return ids.of("organisations", record.organisation)
    return ids.of(kind, record.id)


def thing(ids: Ids, schema: Schema, kind: str, record: Record) -> Entity | None:
    """The entity of a record; None where it is that of another record."""
    make = _MAKE.get(kind)
    own = ids.of(kind, record.id)
    if make is None or entity_id(ids, kind, record) != own:
        return None
    entity = make(own, record, schema[kind])
    return entity.add("notes", record.note, *_reservations(record, schema[kind]))


def _organisation(own: str, record: Any, _kind: Kind) -> Entity:
    entity = Entity(own, _ORGANISATIONS.get(record.type, "Organization"))
    entity.add("name", record.name).add("alias", *record.aliases).add("country", _country(record.country))
    for one in record.identifiers:
        entity.add(_IDENTIFIERS.get(one.scheme, "registrationNumber"), one.id)
        if one.scheme not in _IDENTIFIERS:
            entity.add("notes", f"{one.scheme.label.en}: {one.id}", f"{one.scheme.label.zh}：{one.id}")
    return entity.add("website", record.website)


def _speaker(own: str, record: Any, _kind: Kind) -> Entity:
    entity = Entity(own, _SPEAKERS.get(record.type, "LegalEntity")).add("name", record.name)
    return entity.add("position" if entity.schema == "Person" else "notes", *record.posts)


def _event(own: str, record: Any, kind: Kind) -> Entity:
    entity = Entity(own, "Event").add("name", record.name).add("date", _day(record, kind, "date"))
    entity.add("location", record.place).add("country", _country(record.country))
    return entity.add("summary", record.theme).add("description", record.purpose)


def _deal(own: str, record: Any, kind: Kind) -> Entity:
    if is_order(record):
        entity = Entity(own, "Contract").add("title", record.title).add("contractDate", _day(record, kind, "date"))
    else:
        entity = Entity(own, "Project").add("startDate", _day(record, kind, "date")).add("projectId", record.id)
    entity.add("name", record.title).add("amount", record.amount).add("currency", record.currency)
    entity.add("status", _code(kind, "stage", record.stage)).add("country", *map(_country, record.countries))
    words = (_code(kind, "category", record.category), _code(kind, "instrument", record.instrument), record.sector)
    return entity.add("keywords", *words).add("address", record.place)


def _platform(own: str, record: Any, _kind: Kind) -> Entity:
    return Entity(own, "Project").add("name", record.name).add("projectId", record.id).add("goal", record.purpose)


def _source(own: str, record: Any, kind: Kind) -> Entity:
    entity = Entity(own, "Document").add("fileName", record.id).add("title", record.name)
    entity.add("publishedAt", _day(record, kind, "published")).add("retrievedAt", _day(record, kind, "retrieved"))
    entity.add("sourceUrl", record.address, record.archived)
    return entity.add("language", _LANGUAGES.get(record.language.lower()))


_MAKE: Mapping[str, Callable[[str, Any, Kind], Entity]] = {
    "organisations": _organisation,
    "speakers": _speaker,
    "events": _event,
    "deals": _deal,
    "platforms": _platform,
    "sources": _source,
}
KINDS: Mapping[str, type[Record]] = {
    "organisations": Organisation,
    "speakers": Speaker,
    "events": Event,
    "deals": Deal,
    "platforms": Platform,
    "sources": Source,
}
"""The kinds that become entities; of the others the model has no idea."""


def _country(code: str | None) -> str | None:
    return code.lower() if code else None


def _day(record: Record, kind: Kind, name: str) -> str | None:
    """As much of a day as is known: 2025-11-19, 2025-11 or 2025."""
    value, field = getattr(record, name), kind.by_name[name]
    return None if value is None else field.type.words(value, record, lambda _kind, id: id)


def _code(kind: Kind, name: str, code: str | None) -> Label | str | None:
    words = (kind.by_name[name].codes or {}).get(code or "")
    return words.label if words else code


def _reservations(record: Record, kind: Kind) -> Iterator[str]:
    """What the properties can't say of their values: inferred, inexact, in no sum."""
    for field in kind.fields:
        value, shown = getattr(record, field.name), field.shown
        if value in (None, ()):
            continue
        told = [getattr(record, name) for name in (shown.basis, shown.bound) if name]
        for code in told:
            if code not in (Basis.STATED, Bound.EXACT):
                yield f"{field.label.en}: {code.label.en}"
                yield f"{field.label.zh}：{code.label.zh}"
    if kind.money and getattr(record, kind.money.amount) is not None and (why := kind.money.exclusion(record)):
        yield f"Not counted in sums: {why.label.en}"
        yield f"不计入合计：{why.label.zh}"
