"""Packages of the Open Contracting Data Standard: a row for each contract, else award, else tender of a process.

Its releases nest: who the buyer is stands once, who supplies stands in each award, what they are in a list of parties.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from cq_tui.importing.errors import Noticed
from cq_tui.values.reasons import Reason

_STAGES = ("tender", "awards", "contracts", "planning")
_Release = Mapping[str, Any]


def releases_of(tree: Any) -> list[_Release]:
    """The releases of a package, a record package, or a list of either; empty where it is something else."""
    found: list[_Release] = []
    for one in tree if isinstance(tree, list) else [tree]:
        if not isinstance(one, dict):
            return []
        if _is_release(one):
            found.append(one)
            continue
        inside = one.get("releases") or one.get("records")
        if not isinstance(inside, list) or not all(isinstance(each, dict) and "ocid" in each for each in inside):
            return []
        found += (release for each in inside for release in _of_record(each))
    return found


def _is_release(one: _Release) -> bool:
    return "ocid" in one and any(isinstance(one.get(stage), dict | list) for stage in _STAGES)


def _of_record(one: _Release) -> Iterable[_Release]:
    """A release itself; of a record what its releases add up to, else all of them."""
    if isinstance(compiled := one.get("compiledRelease"), dict):
        return [compiled]
    inside = one.get("releases")
    if isinstance(inside, list):
        return [each for each in inside if isinstance(each, dict)]
    return [one]


def rows(releases: Iterable[_Release]) -> tuple[list[dict[str, Any]], tuple[Reason, ...]]:
    """A row for each contract, award or tender as its latest release tells it, and what is told of older ones."""
    latest: dict[tuple[str, str], dict[str, Any]] = {}
    older = 0
    for release in sorted(releases, key=lambda one: str(one.get("date") or "")):
        for row in _rows(release):
            key = (str(row["ocid"]), str(row["id"]))
            older += key in latest
            latest[key] = row
        process = str(release.get("ocid"))
        if any(of == process != id_ for of, id_ in latest):
            latest.pop((process, process), None)  # what was a tender is awarded now
    return list(latest.values()), (Reason.of(Noticed.OLDER_RELEASES, count=older),) if older else ()


def _rows(release: _Release) -> Iterator[dict[str, Any]]:
    awards = {str(one.get("id")): one for one in _dicts(release.get("awards"))}
    contracts = _dicts(release.get("contracts"))
    for contract in contracts:
        yield _row(release, awards.pop(str(contract.get("awardID")), {}), contract)
    for award in awards.values():
        yield _row(release, award, {})
    if not awards and not contracts:
        yield _row(release, {}, {})


def _row(release: _Release, award: _Release, contract: _Release) -> dict[str, Any]:
    tender = _dict(release.get("tender"))
    told = [contract, award, *([] if contract or award else [tender])]
    value = next((_dict(one["value"]) for one in told if _dict(one.get("value"))), {})
    parties = {str(one.get("id")): one for one in _dicts(release.get("parties"))}
    suppliers = [_whole(one, parties) for one in _dicts(award.get("suppliers")) or _dicts(contract.get("suppliers"))]
    buyer = _whole(_dict(release.get("buyer")) or _dict(tender.get("procuringEntity")), parties)
    number = str(contract.get("id") or award.get("id") or "")  # unique within the process alone
    dates = (contract.get("dateSigned"), award.get("date"), contract.get("date"), release.get("date"))
    return {
        "ocid": release.get("ocid", ""),
        "id": "-".join(filter(None, (str(release.get("ocid", "")), number))),
        "title": _first("title", *told, tender) or _first("description", *told, tender),
        "description": _first("description", *told, tender),
        "date": str(next(filter(None, dates), ""))[:10],
        "status": _status(contract, award, {} if contract or award else tender),
        "amount": value.get("amount", ""),
        "currency": value.get("currency", ""),
        "buyer": buyer.get("name", ""),
        "supplier": "; ".join(str(one.get("name", "")) for one in suppliers),
        "country": "; ".join(dict.fromkeys(filter(None, map(_country, suppliers)))),
    }


def _status(contract: _Release, award: _Release, tender: _Release) -> str:
    """A status with whose it is: an active tender is no active contract."""
    each = (("contract", contract), ("award", award), ("tender", tender))
    return next((f"{what}: {one['status']}" for what, one in each if one.get("status")), "")


def _whole(named: _Release, parties: Mapping[str, _Release]) -> _Release:
    """An organisation with what the list of parties says of it."""
    return {**parties.get(str(named.get("id")), {}), **{key: value for key, value in named.items() if value}}


def _country(party: _Release) -> str:
    address = _dict(party.get("address"))
    return str(address.get("countryName") or address.get("country") or "")


def _first(name: str, *of: _Release) -> Any:
    return next((one[name] for one in of if one.get(name)), "")


def _dict(value: Any) -> _Release:
    return value if isinstance(value, dict) else {}


def _dicts(value: Any) -> list[_Release]:
    return [one for one in value if isinstance(one, dict)] if isinstance(value, list) else []
