"""The chain through a thing, and what later texts changed."""

from __future__ import annotations

from kzedu_graph.chains.rows import Link, Quote, Thing
from kzedu_graph.chains.trace import WORDS, find_thing
from kzedu_graph.model.errors import UnknownNameError
from web.assistants.citing import Citing, Fields, edition_path, page_of_rows, plain
from web.assistants.finding import find_body
from web.views.read_model import Change

_UP, _DOWN = 0, 1


def trace(see: Citing, name: str, depth: int) -> Fields:
    """The chain through a thing: what it is for, who answers for it, each link with its quote."""
    chains = see.site.catalogue.chains

    def key_of(text: str) -> str | None:
        try:
            return find_body(see, text)
        except UnknownNameError:
            return None

    start = find_thing(chains, name, key_of)

    def grow(iri: str, way: int, left: int, seen: frozenset[str]) -> list[Fields]:
        if left < 1:
            return []
        walk = chains.up if way == _UP else chains.down
        return [
            plain(
                {
                    **_link(see, link, thing, way),
                    "then": grow(thing.iri, way, left - 1, seen | {thing.iri}),
                }
            )
            for link, thing in walk(iri)
            if thing.iri not in seen and thing.kind != "programme"
        ]

    seen = frozenset({start.iri})
    return plain(
        {
            **_thing(see, start),
            **_quoted(see, start.quote),
            "what_for": grow(start.iri, _UP, depth, seen),
            "who_answers": grow(start.iri, _DOWN, depth, seen),
        }
    )


def _thing(see: Citing, thing: Thing) -> Fields:
    told = {"kind": thing.kind, "id": thing.iri, "number": thing.number, **see.name(thing.names)}
    return plain({**told, **see.status(thing.iri), "page": see.page(thing.iri)})


def _link(see: Citing, link: Link, thing: Thing, way: int) -> Fields:
    quote = link.quote if link.kind == "carried-out-by" and way == _DOWN else thing.quote
    agreed = {"by_agreement": True} if link.by_agreement else {}
    return {"link": WORDS[see.lang][link.kind][way], **agreed, **_thing(see, thing), **_quoted(see, quote)}


def _quoted(see: Citing, quote: Quote | None) -> Fields:
    if quote is None or quote.edition not in see.cards.editions:
        return {}
    return see.quote(see.cards.editions[quote.edition], quote.start, quote.words)


def changes(see: Citing, programme: str | None, body: str | None, limit: int, offset: int) -> Fields:
    """What later texts changed, field by field, with both wordings and the act."""
    cards = see.cards
    if programme and programme not in cards.programmes:
        raise UnknownNameError(f"there is no programme {programme}; there are: {', '.join(cards.programmes)}")
    of_body = cards.changes_of(find_body(see, body)) if body else cards.changes
    later = [each for each in of_body if each["earlier"] != each["later"] and programme in (None, each["programme"])]
    later.sort(key=lambda each: each["later"].split("/")[-2], reverse=True)
    shown, rest = page_of_rows(later, limit, offset)
    return {"results": [_change(see, each) for each in shown], **rest}


def _change(see: Citing, change: Change) -> Fields:
    cite = see.page(change["focus"])
    names = (
        "number",
        "field",
        "kind",
        "agency",
        "year",
        "old",
        "new",
        "cause",
        "act",
        "date",
        "old_quote",
        "new_quote",
    )
    told = {name: change[name] for name in names}
    editions = {name: edition_path(change[name]) for name in ("earlier", "later")}
    about = {"about": change["about"], "id": change["focus"], **see.name(see.cards.titles_of(change["focus"]))}
    return plain({**about, **told, **editions, "programme": change["programme"], "page": cite})
