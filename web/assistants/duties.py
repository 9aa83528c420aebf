"""What binds bodies: on a day, in a period, measure by measure."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TypeVar

from rdflib import URIRef

from kzedu_graph.model.errors import UnknownNameError
from kzedu_graph.vocabulary.iris import local_name
from kzedu_graph.vocabulary.places import BASE
from web.assistants.citing import Citing, Fields, page_of_rows, plain, whole_iri
from web.assistants.finding import LookupRefused, find_body, holds
from web.views.editions import Due, Proof, Statement, side_by_side, statements
from web.views.read_model import ROLES, Measure, Provision

_FACTS = ("number", "above", "indicator")


def duties(see: Citing, body: str, day: str | None, role: str | None, limit: int, offset: int) -> Fields:
    """What binds a body on a day, from plans and from prose, the nearest deadlines first."""
    key = find_body(see, body)
    on = read_day(day) if day else see.today
    if role not in (None, *ROLES, "bound", "prose"):
        raise LookupRefused(f"role={role}: one of {', '.join(ROLES)}, bound, prose")
    measures = [
        measure
        for measure in see.cards.measures_of(key)
        if holds(see, measure.programme, on) and _in_role(measure.roles_of(key), role)
    ]
    said = see.cards.provisions_of(key) if role in (None, "bound", "prose") else []
    provisions = [each for each in said if holds(see, see.cards.work_of(each.iri) or "", on)]
    things: list[Measure | Provision] = [*measures, *provisions]
    things.sort(key=lambda each: _nearness(each, on))
    shown, rest = page_of_rows(things, limit, offset)
    told = {"body": see.body(key), "on": on.isoformat()}
    return {**told, "results": _told(see, shown, key, on), **rest}


def _nearness(thing: Measure | Provision, on: date) -> tuple[int, str]:
    """What comes next first, then what has no day, then what is past, the latest first."""
    coming = next((due for due in thing.due if due >= on.isoformat()), None)
    if coming or not thing.due:
        return (0, coming) if coming else (1, "")
    return 2, str(-date.fromisoformat(thing.due[-1]).toordinal())


def due(see: Citing, since: str, until: str, body: str | None, limit: int, offset: int) -> Fields:
    """What is due from one day to another, of all bodies or of one, of programmes in force on the first day."""
    first, last = read_day(since), read_day(until)
    if last < first:
        raise LookupRefused(f"until={until} lies before since={since}")
    key = find_body(see, body) if body else None
    points = sorted(
        (due, number, measure)
        for number, measure in enumerate(see.cards.measures.values())
        for due in measure.due
        if first.isoformat() <= due <= last.isoformat()
        and holds(see, measure.programme, first)
        and (key is None or measure.roles_of(key))
    )
    shown, rest = page_of_rows(points, limit, offset)
    told = _told(see, [measure for _, _, measure in shown], key, first)
    results = [{"due_by": day, **row} for (day, _, _), row in zip(shown, told, strict=True)]
    return {"since": since, "until": until, "results": results, **rest}


def _told(see: Citing, things: Iterable[Measure | Provision], key: str | None, on: date) -> list[Fields]:
    things = list(things)
    quoted = see.quotes(each.iri for each in things)
    return [
        {
            **(_measure_row(see, each, key) if isinstance(each, Measure) else _said(see, each)),
            **see.status(each.iri, on),
            **quoted.get(each.iri, {}),
        }
        for each in things
    ]


def _measure_row(see: Citing, measure: Measure, key: str | None) -> Fields:
    return plain(
        {
            "kind": "measure",
            "id": measure.iri,
            "programme": measure.programme,
            "number": measure.number,
            **see.name(measure.labels),
            "roles": list(measure.roles_of(key)) if key else None,
            "deadline": see.name(measure.written)["name"],
            "due": list(measure.due),
            "next_due": measure.next_due(see.today),
            "recurrence": local_name(measure.recurrence) if measure.recurrence else None,
            "bodies": {role: list(measure.agencies(role)) for role in ROLES if measure.agencies(role)},
            "not_in_the_registry": _other_parties(see, measure),
            "proof": sorted(map(local_name, see.cards.proofs.get(measure.iri, ()))),
            "page": see.page(measure.iri),
        }
    )


def _other_parties(see: Citing, measure: Measure) -> list[Fields]:
    """Posts, units and words of the cell that no registry knows, as it names them."""
    others = (party for party in measure.parties() if party.kind != "body")
    return [{"role": party.role, "kind": party.kind, **see.name(party.labels)} for party in others]


def _said(see: Citing, provision: Provision) -> Fields:
    edition = see.cards.editions[provision.edition]
    return plain(
        {
            "kind": "provision",
            "id": provision.iri,
            "document": edition.work,
            "modality": provision.modality,
            "name": provision.action,
            "name_language": edition.lang if edition.lang != see.lang else None,
            "bearer": provision.bearer,
            "bearers": list(provision.bearers),
            "deadline": provision.deadline,
            "due": list(provision.due),
            "page": see.page(provision.iri),
        }
    )


def measure(see: Citing, name: str) -> Fields:
    """A measure as each language words it: who, by when, with what proof, each text with its quote."""
    iri = whole_iri(name if "measure/" in name else f"measure/{name}")
    found = statements(see.site, "measure-texts", URIRef(iri), "measure", _FACTS)
    if not found:
        raise UnknownNameError(f"there is no measure {name}: give PROGRAMME/NUMBER, as in P2300000249/63-1, or search")
    card = see.cards.measures.get(iri)
    own = _measure_row(see, card, None) if card else {"id": iri, "kind": "measure", "page": see.page(iri)}
    quoted = {each.edition.iri: each for each in side_by_side(found)}
    texts = [_text(see, each) for each in quoted.values()]
    chain = [{"kind": each.kind, "number": each.number, **see.name(each.labels)} for each in
             see.cards.chain_above(card.above if card else None)]  # fmt: skip
    serves = [{"id": each, **see.name(see.cards.titles_of(each))} for each in (card.indicators if card else ())]
    return plain(
        {
            **own,
            **see.status(iri),
            "under": chain,
            "serves": serves,
            "texts": texts,
            "editions": [each.edition.iri.removeprefix(f"{BASE}document/") for each in found],
        }
    )


def _text(see: Citing, text: Statement) -> Fields:
    words = " ".join("".join(piece.text for piece in quote.pieces if piece.marked) for quote in text.quotes)
    return plain(
        {
            "language": text.edition.lang,
            "name": str(text.label) if text.label else None,
            "responsible": [
                plain(
                    {
                        "as_written": str(party.written) if party.written else None,
                        "agency": party.agency,
                        "organisation": party.organisation or (str(party.named) if party.named else None),
                        "binding": "by-agreement" if party.by_agreement else "bound",
                        "part": party.part,
                    }
                )
                for party in text.parties
            ],
            "deadlines": [
                plain({"as_written": str(due.written or ""), "part": due.part}) for due in _own(text.deadlines)
            ],
            "proof": [
                plain({"as_written": str(proof.label or ""), "recipient": proof.recipient, "part": proof.part})
                for proof in _own(text.proofs)
            ],
            **see.quote(text.edition, text.first, words or " ".join(text.bare_quotes)),
        }
    )


D = TypeVar("D", Due, Proof)


def _own(several: list[D]) -> list[D]:
    """What each part says of itself, where parts do; else what the whole row says."""
    return [each for each in several if each.part] or several


def read_day(text: str) -> date:
    """A day that a person wrote; raises LookupRefused, which says how."""
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise LookupRefused(f"{text!r} is no day: write 2031-05-05") from error


def _in_role(held: tuple[str, ...], role: str | None) -> bool:
    return role is None or role in held or (role == "bound" and held[0] != "agreement")
