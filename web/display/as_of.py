"""The day on which a reader stands, and whether what was not in force then is shown as well."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode

from flask import Flask, abort, g, request

from web.display.languages import data_language
from web.views.read_model import Edition, Measure, Provision
from web.views.site import site, today
from web.views.standing import Standing


@dataclass(frozen=True, slots=True)
class AsOf:
    """The day, and whether everything is shown whatever its standing on that day."""

    day: date
    history: bool
    chosen: bool

    @property
    def iso(self) -> str:
        """The day as YYYY-MM-DD."""
        return self.day.isoformat()

    def standing(self, work: str) -> Standing:
        """How a programme or an act stands on the day."""
        return site().cards.life_of(work).on(self.day)

    def shows(self, work: str) -> bool:
        """Whether the duties of a programme are counted and listed."""
        return self.history or self.standing(work).holds

    def measures(self) -> list[Measure]:
        """The measures that are counted and listed, in the order of the plans."""
        shown = {key: self.shows(key) for key in {each.programme for each in site().cards.measures.values()}}
        return [each for each in site().cards.measures.values() if shown[each.programme]]

    def provisions(self) -> list[Provision]:
        """What prose lays on somebody that is counted and listed: in the wording of the day, text by text."""
        cards = site().cards
        said = {each.edition for each in cards.provisions.values()}
        read = wordings_on(cards.editions.values(), self.iso, data_language(), said)
        shown = {iri: self.history or (iri in read and self.shows(cards.work_of_text(iri))) for iri in cards.editions}
        return [each for each in cards.provisions.values() if shown[each.edition]]

    def carried(self, **more: str) -> str:
        """The choice as the part of an address behind "?", with further parameters; empty where there is none."""
        own = ({"on": self.iso} if self.chosen else {}) | ({"history": "1"} if self.history else {})
        return urlencode({**own, **{name: value for name, value in more.items() if value}})


def wordings_on(
    texts: Iterable[Edition], day: str, lang: str = "", said: Collection[str] = frozenset()
) -> frozenset[str]:
    """The texts to be read on an ISO day: of each programme or act the latest that was in force, or else the first.

    Of texts of one date one is read, so that no duty is counted twice: one of those that say something (`said`), in the
    reader's language where there is one, else the one that the current view takes (`kzedu_graph.comparison.editions`).
    """

    def order(text: Edition) -> tuple[object, ...]:
        return text.date, text.iri in said, text.lang == lang, text.lang == "kk", text.iri

    read: dict[str, Edition] = {}
    for each in sorted(texts, key=order):
        work = each.programme or each.work
        if each.date <= day or work not in read or each.date == read[work].date:
            read[work] = each
    return frozenset(each.iri for each in read.values())


def as_of() -> AsOf:
    """The choice of the request: `?on=2025-06-30` (today by default) and `?history=1`; 400 for a day that is none."""
    held: AsOf | None = g.get("as_of")
    if held is None:
        asked = request.args.get("on", "")
        try:
            day = date.fromisoformat(asked) if asked else today()
        except ValueError:
            abort(400, description=f"on={asked}: 2025-06-30")
        history = request.args.get("history", "")
        if history not in ("", "0", "1"):
            abort(400, description=f"history={history}: 1")
        held = g.as_of = AsOf(day, history == "1", bool(asked) and day != today())
    return held


def init_as_of(app: Flask) -> None:
    """Make the choice known to the templates."""
    app.jinja_env.globals["as_of"] = as_of
