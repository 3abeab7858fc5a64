"""What records have to do with each other in the model of FollowTheMoney: entities that link two others."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from cq_tui.kinds.deals import Deal, PartyRole
from cq_tui.kinds.events import Event
from cq_tui.kinds.organisations import Organisation
from cq_tui.kinds.passages import Passage
from cq_tui.kinds.platforms import Platform
from cq_tui.kinds.speakers import Speaker
from cq_tui.language import Label
from cq_tui.publishing.ftm.entity import Entity, Ids
from cq_tui.publishing.ftm.mapping import entity_id, is_order
from cq_tui.schema.record import Record
from cq_tui.schema.schema import Schema
from cq_tui.values.codes import Basis

Get = Callable[[str, str], Record | None]
"""The record of a kind and an id."""


@dataclass(frozen=True, slots=True)
class Links:
    """Makes the links of records, one after the other."""

    ids: Ids
    schema: Schema
    get: Get

    def of(self, kind: str, record: Record) -> Iterator[Entity]:
        """The links that a record makes, by its fields in their order; at last the passages that it rests on."""
        match record:
            case Organisation():
                yield from self._to_parent(record)
            case Speaker():
                yield from self._of_speaker(record)
            case Event():
                for position, earlier in enumerate(record.earlier, start=1):
                    yield self._unknown(kind, record, "earlier", position, self.ids.of("events", earlier))
            case Deal():
                yield from self._of_deal(record)
            case Platform():
                yield from self._of_platform(record)
        if kind != "sources":  # a document documents itself
            yield from self._passages(kind, record)

    def _to_parent(self, record: Organisation) -> Iterator[Entity]:
        """That one body stands above another is all that is known: not that it owns it."""
        first = [("parent", record.parent, record.parent_basis)] if record.parent else []
        others = [("further_parents", one, record.further_parents_basis) for one in record.further_parents]
        for every in (first, others):
            for position, (field, parent, basis) in enumerate(every, start=1):
                link = self._unknown("organisations", record, field, position, self.ids.of("organisations", parent))
                yield link.add("description", *_inferred(basis))

    def _of_speaker(self, record: Speaker) -> Iterator[Entity]:
        own = entity_id(self.ids, "speakers", record)
        if record.organisation and own == self.ids.of("speakers", record.id):
            organisation = self.ids.of("organisations", record.organisation)
            link = Entity(self.ids.link("speakers", record.id, "organisation", 1), "Membership")
            link.add("member", own).add("organization", organisation).add("role", *record.posts)
            yield link.add("description", *_inferred(record.organisation_basis))
        link = self._unknown("speakers", record, "event", 1, self.ids.of("events", record.event))
        if record.role:
            link.properties["role"] = []
            link.add("role", record.role.label)
        session = self.get("sessions", record.session) if record.session else None
        yield link.add("summary", record.topic).add("description", getattr(session, "name", None))

    def _of_deal(self, record: Deal) -> Iterator[Entity]:
        yield self._unknown("deals", record, "event", 1, self.ids.of("events", record.event))
        own, order = self.ids.of("deals", record.id), is_order(record)
        for position, party in enumerate(record.parties, start=1):
            organisation, id_ = self.ids.of("organisations", party.org), ("deals", record.id, "parties", position)
            if order and party.role == PartyRole.BUYER:
                continue  # the contract itself names its authority
            if order and party.role == PartyRole.SUPPLIER:
                link = Entity(self.ids.link(*id_), "ContractAward").add("contract", own).add("supplier", organisation)
            elif order:
                link = Entity(self.ids.link(*id_), "UnknownLink").add("subject", organisation).add("object", own)
            else:
                link = Entity(self.ids.link(*id_), "ProjectParticipant").add("project", own)
                link.add("participant", organisation)
            yield link.add("role", party.role.label).add("description", *_inferred(record.parties_basis))

    def _of_platform(self, record: Platform) -> Iterator[Entity]:
        yield self._unknown("platforms", record, "event", 1, self.ids.of("events", record.event))
        for position, operator in enumerate(record.operators, start=1):
            link = Entity(self.ids.link("platforms", record.id, "operators", position), "ProjectParticipant")
            link.add("project", self.ids.of("platforms", record.id))
            link.add("participant", self.ids.of("organisations", operator))
            yield link.add("role", self._label("platforms", "operators")).add(
                "description", *_inferred(record.operators_basis)
            )

    def _passages(self, kind: str, record: Record) -> Iterator[Entity]:
        """The source's document, with the passage in our words."""
        for position, cite in enumerate(record.cites, start=1):
            passage = self.get("passages", cite)
            if isinstance(passage, Passage):
                link = Entity(self.ids.link(kind, record.id, "cites", position), "Documentation")
                link.add("document", self.ids.of("sources", passage.source))
                link.add("entity", entity_id(self.ids, kind, record)).add("recordId", passage.id)
                where = Label(
                    f"第{passage.paragraph}段：{passage.anchor}", f"para. {passage.paragraph}: {passage.anchor}"
                )
                yield link.add("role", where).add("summary", passage.words)

    def _unknown(self, kind: str, record: Record, field: str, position: int, other: str) -> Entity:
        """A link whose nature the model has no word for: the field's own label says it."""
        link = Entity(self.ids.link(kind, record.id, field, position), "UnknownLink")
        link.add("subject", entity_id(self.ids, kind, record)).add("object", other)
        return link.add("role", self._label(kind, field))

    def _label(self, kind: str, field: str) -> Label:
        return self.schema[kind].by_name[field].label


def _inferred(basis: Basis) -> list[Label]:
    return [basis.label] if basis is Basis.INFERRED else []
