"""Finding things by words, and who a body is."""

from __future__ import annotations

from datetime import date

from kzedu_graph.model.errors import KzeduError, UnknownNameError
from kzedu_graph.vocabulary.iris import local_name
from kzedu_graph.vocabulary.places import BASE
from web.assistants.citing import Citing, Fields, page_of_rows, plain
from web.views.read_model import ROLES
from web.views.search import Hit


class LookupRefused(KzeduError):
    """A value of a parameter that makes no sense; the message says which do."""


def search(see: Citing, text: str, kind: str | None, limit: int, offset: int) -> Fields:
    """Bodies, measures, indicators, provisions and documents by words in any of the languages."""

    def in_force(iri: str) -> bool:
        work = see.cards.work_of(iri)
        return work is None or holds(see, work)

    found = see.site.catalogue.index.find(text, see.site.settings.hits, kind, in_force)
    shown, rest = page_of_rows(found, limit, offset)
    quoted = see.quotes(hit.iri for hit in shown)
    return {"results": [_hit(see, hit, quoted) for hit in shown], **rest}


def _hit(see: Citing, hit: Hit, quoted: dict[str, Fields]) -> Fields:
    told = {"kind": hit.kind, "id": hit.iri, **see.name(hit.labels), "page": see.page(hit.iri)}
    return {**told, **see.status(hit.iri), **quoted.get(hit.iri, {})}


def find_body(see: Citing, name: str) -> str:
    """The key of a body by key, IRI or any of its names; raises UnknownNameError."""
    cards, key = see.site.cards, name.strip().removeprefix(f"{BASE}agency/").removeprefix("agency/")
    if key in cards.agencies:
        return key
    said = key.casefold()
    named = {
        agency.key
        for agency in cards.agencies.values()
        if said in map(str.casefold, (*agency.labels.values(), *agency.hidden))
        or any(said in map(str.casefold, several) for several in agency.short.values())
    }
    if len(named) == 1:
        return named.pop()
    hits = [local_name(hit.iri) for hit in see.site.catalogue.index.find(name, 5, "agency")]
    several = f"{len(named)} bodies are called {name!r}" if named else f"no body is called {name!r}"
    raise UnknownNameError(f"{several}; give one of these keys: {', '.join(sorted(named) or hits) or 'none is near'}")


def body(see: Citing, name: str) -> Fields:
    """Who a body is: names, from when to when, whom it succeeds, how many duties it has."""
    key = find_body(see, name)
    cards, agency = see.cards, see.cards.agencies[key]
    held = [measure for measure in cards.measures_of(key) if holds(see, measure.programme)]
    said = [each for each in cards.provisions_of(key) if holds(see, cards.work_of(each.iri) or "")]
    return plain(
        {
            "key": key,
            "id": agency.iri,
            "kind": agency.kind,
            **see.name(agency.labels, key),
            "names": dict(agency.labels),
            "abbreviations": {lang: list(names) for lang, names in agency.short.items()},
            "since": agency.since,
            "until": agency.until,
            "part_of": see.body(agency.parent) if agency.parent else None,
            "succeeds": _successions(see, key, after=True),
            "succeeded_by": _successions(see, key, after=False),
            "measures_in_force": {role: sum(measure.roles_of(key)[0] == role for measure in held) for role in ROLES},
            "provisions_in_force": len(said),
            "page": see.page(agency.iri),
        }
    )


def _successions(see: Citing, key: str, *, after: bool) -> list[Fields]:
    return [
        plain(
            {
                **see.body(each.before if after else each.after),
                "date": each.date,
                "act": local_name(each.act) if each.act else None,
                "unconfirmed": each.unconfirmed or None,
            }
        )
        for each in see.cards.successions
        if key == (each.after if after else each.before)
    ]


def holds(see: Citing, work: str, day: date | None = None) -> bool:
    """Whether a programme or an act is in force on a day, today where none is given."""
    return see.cards.life_of(work).on(day or see.today).holds
