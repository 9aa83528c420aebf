"""What makes an answer citeable: names in the asked language, quotes and their places, standing, pages."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from rdflib import URIRef

from kzedu_graph.vocabulary.iris import LANGUAGES
from kzedu_graph.vocabulary.places import BASE
from web.views.addresses import page_path
from web.views.questions import ask_rows, grouped
from web.views.read_model import Cards, Edition, Labels
from web.views.site import Site

LONGEST_QUOTE = 500
"""Characters of a quote in an answer; the tool `quote` gives the whole of it."""
Fields = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Citing:
    """The explorer's read models, seen in one language; `address` is where pages are ("https://kzedu.example.org").

    Without an address things are cited by their IRIs.
    """

    site: Site
    lang: str
    address: str = ""

    @property
    def cards(self) -> Cards:
        """The cards of the served build."""
        return self.site.cards

    @property
    def today(self) -> date:
        """The day of which standing is told: that of the corpus's reader, where it has one."""
        return self.site.catalogue.description.today or date.today()

    def chain(self) -> tuple[str, ...]:
        """The asked language, then the others."""
        return tuple(dict.fromkeys((self.lang, *LANGUAGES)))

    def name(self, labels: Labels, otherwise: str = "") -> Fields:
        """A name, and its language where it is not the asked one."""
        found = next((lang for lang in self.chain() if labels.get(lang)), None)
        if found is None:
            return {"name": otherwise}
        return {"name": labels[found]} | ({"name_language": found} if found != self.lang else {})

    def body(self, key: str) -> Fields:
        """A body by its key."""
        agency = self.cards.agencies.get(key)
        return {"key": key, **self.name(agency.labels if agency else {}, key)}

    def page(self, iri: str) -> str:
        """The address to cite: of the page, or the IRI where pages have no public address or are not ours."""
        path = page_path(self.cards, iri) if self.address else None
        return f"{self.address}{path}" if path else iri

    def place(self, edition: str, start: int) -> str:
        """The address of a place in a text."""
        path = page_path(self.cards, edition) if self.address else None
        return f"{self.address}{path}?at={start}#at-{start}" if path else edition

    def status(self, iri: str, day: date | None = None) -> Fields:
        """Whether the programme or act of a thing is in force on a day, and by which act it ended."""
        work = self.cards.work_of(iri)
        if work is None:
            return {}
        stands = self.cards.life_of(work).on(day or self.today)
        told = {"status": stands.status, "status_since": stands.since, "ended_by": stands.act}
        return {name: value for name, value in told.items() if value}

    def quotes(self, iris: Iterable[str]) -> dict[str, Fields]:
        """The first quote of each thing, of its newest text in the asked language where there is one."""
        wanted = [URIRef(iri) for iri in dict.fromkeys(iris)]
        if not wanted:
            return {}
        store = self.site.store
        found: dict[str, Fields] = {}
        for node, rows in grouped(ask_rows(store, "node-evidence", node=wanted), "node").items():
            places = [
                (self.cards.editions[row["graph"]], int(row["start"]), str(row["exact"]))
                for row in rows
                if row["graph"] in self.cards.editions
            ]
            if places:
                found[str(node)] = self.quote(*min(places, key=self._preferred))
        return found

    def _preferred(self, place: tuple[Edition, int, str]) -> tuple[int, int, bool, int]:
        """The asked language, the newest text, the programme's own before the act that amends it, the first words."""
        edition, start, _ = place
        amends = edition.programme not in (None, edition.work)
        return self.chain().index(edition.lang), -_ordinal(edition.date), amends, start

    def quote(self, edition: Edition, start: int, words: str) -> Fields:
        """Words of a text with their language, their edition and the address of their place."""
        plain = re.sub(r"\s+", " ", words).strip()
        cut = plain if len(plain) <= LONGEST_QUOTE else plain[:LONGEST_QUOTE].rsplit(" ", 1)[0] + " …"
        return {
            "quote": cut,
            "quote_language": edition.lang,
            "edition": edition_path(edition.iri),
            "cite": self.place(edition.iri, start),
        }


def page_of_rows(rows: list[Any], limit: int, offset: int) -> tuple[list[Any], Fields]:
    """A page of an answer, and what is told of the rest of it."""
    shown = rows[offset : offset + limit]
    more = offset + limit < len(rows)
    return shown, {"total": len(rows), "offset": offset, "next_offset": offset + limit if more else None}


def whole_iri(text: str) -> str:
    """An IRI of ours from an IRI or from its path ("measure/P2300000249/63-1")."""
    return text if "://" in text else BASE + text.strip("/")


def edition_path(iri: str) -> str:
    """The key of an edition: "P2300000249/2025-04-25/kk"."""
    return iri.removeprefix(f"{BASE}document/")


def plain(values: Mapping[str, Any]) -> Fields:
    """Fields without those that say nothing."""
    return {name: value for name, value in values.items() if value not in (None, "", [], {}, ())}


def _ordinal(day: str) -> int:
    return date.fromisoformat(day).toordinal() if re.fullmatch(r"\d{4}-\d\d-\d\d", day) else 0
