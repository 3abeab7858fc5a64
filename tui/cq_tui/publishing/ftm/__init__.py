"""Entities of FollowTheMoney as JSON lines, for Aleph, OpenSanctions and whatever else reads its model."""

from collections.abc import Iterator

from cq_tui.files.data_package import DESCRIPTOR
from cq_tui.kinds.deals import Deal, PartyRole
from cq_tui.kinds.events import Event
from cq_tui.kinds.organisations import Organisation
from cq_tui.kinds.sources import Source
from cq_tui.language import N_
from cq_tui.publishing.data_package import as_json, descriptor
from cq_tui.publishing.ftm.entity import Entity, Ids
from cq_tui.publishing.ftm.links import Links
from cq_tui.publishing.ftm.mapping import KINDS, is_order, thing
from cq_tui.publishing.readme import Guide, readme
from cq_tui.publishing.request import CountedFiles, Measured, Request
from cq_tui.publishing.target import README
from cq_tui.schema.record import Record

NAME = "entities.ftm.json"
_GUIDE = Guide(
    N_(
        "Outcomes of events as entities of FollowTheMoney (https://followthemoney.tech), written by cq-tui: one entity "
        "a line, as Aleph and the tools of OpenSanctions read them."
    ),
    (
        N_(
            "A deal is a Project with its participants; an order whose buyer and supplier are named is a Contract with "
            "its award. A person who spoke is a member of an organisation, in the posts that the source gives."
        ),
        N_(
            "Of a body above another one it is not known that it owns it: such links, and those to events, are of the "
            "schema UnknownLink, and their role says what they are."
        ),
        N_("Passages are the links called Documentation, in our words; their role is the paragraph and its anchor."),
        N_("What is inferred, inexact or counted in no sum says so in `notes` or `description`."),
        N_(
            "Not carried over, for the model has no word for them: the chain, figures, opportunities, totals that "
            "events state, sessions but by name, and the kinds and fields that an archive declares itself."
        ),
    ),
)


def contents(request: Request) -> list[tuple[str, int]]:
    """The file of entities and how many there would be."""
    return [(NAME, sum(1 for _entity in entities(request)))]


def files(request: Request) -> CountedFiles:
    """The entities, the README, the descriptor."""
    count = 0

    def lines() -> Iterator[bytes]:
        nonlocal count
        for entity in entities(request):
            count += 1
            yield f"{entity.line}\n".encode()

    measured = Measured(lines())
    yield NAME, measured
    yield README, readme(request, [(NAME, ("FollowTheMoney entities", "FollowTheMoney 实体"), count)], _GUIDE)
    resource = {
        "name": "entities",
        "path": NAME,
        "title": "FollowTheMoney entities",
        "description": "FollowTheMoney 实体",
        "format": "jsonl",
        "mediatype": "application/json+ftm",
        "encoding": "utf-8",
        "bytes": measured.size,
        "hash": f"sha256:{measured.sha256}",
    }
    yield DESCRIPTOR, [as_json(descriptor(request, [resource]))]
    return count


def entities(request: Request) -> Iterator[Entity]:
    """All entities: by kind, by the ids of the records, what a record is before the links that it makes."""
    store, ids = request.extent.store, Ids(request.name)
    links = Links(ids, store.schema, store.get)
    for kind in KINDS:
        for record in request.extent.records(store.schema[kind]):
            if (entity := thing(ids, store.schema, kind, record)) is not None:
                yield _completed(entity, ids, request, record)
            yield from links.of(kind, record)


def _completed(entity: Entity, ids: Ids, request: Request, record: Record) -> Entity:
    """With what other records say: who organised an event, who placed an order, who published a source."""
    match record:
        case Event():
            entity.add("organizer", *(ids.of("organisations", one) for one in record.organisers))
        case Deal() if is_order(record):
            buyers = [one.org for one in record.parties if one.role == PartyRole.BUYER]
            entity.add("authority", *(ids.of("organisations", one) for one in buyers))
        case Source() if record.publisher:
            publisher = request.extent.store.get("organisations", record.publisher)
            if isinstance(publisher, Organisation):
                entity.add("publisher", publisher.name)
    return entity
