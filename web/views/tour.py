"""The guided tour: what each of its steps says, and what it shows of whatever the store holds."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from urllib.parse import quote

import yaml

from kzedu_graph.vocabulary import iris
from kzedu_graph.vocabulary.places import BASE
from web.views.read_model import Cards, Measure

FILE = Path(__file__).with_name("tour.yml")


@dataclass(frozen=True, slots=True)
class Step:
    """One step: its title and its text by language."""

    key: str
    title: Mapping[str, str]
    text: Mapping[str, str]


@cache
def load_tour() -> tuple[Step, ...]:
    """The steps in their order."""
    return tuple(Step(**step) for step in yaml.safe_load(FILE.read_text("utf-8")))


def places_of(cards: Cards) -> dict[str, str]:
    """The address that each step leads to, by the step's key; a step of which the store holds nothing has none."""
    found = {"question": "/ask/what-a-body-owes", "take": "/data"}
    measure = _telling_measure(cards)
    if measure:
        page = f"/measure/{measure.programme}/{measure.segment}"
        found.update(owes=page, quote=f"{page}#words")
        lead = Counter(key for each in cards.measures.values() for key in each.agencies("lead")).most_common(1)
        bodies = [key for key, _ in lead] or list(measure.agencies())
        if bodies and bodies[0] in cards.agencies:
            found["body"] = f"/agency/{bodies[0]}"
        years = {day[:4] for each in cards.measures.values() for day in each.due}
        if years:
            year = str(cards.held.fullest)
            found["due"] = f"/due?month={year if year in years else max(years)}"
        served = [each for each in measure.indicators if each in cards.indicators]
        found["chain"] = f"/indicator/{iris.local(served[0]).partition('/')[2]}" if served else f"{page}#chain"
    elif cards.provisions:
        first = next(iter(cards.provisions.values()))
        found.update(owes=_page(first.iri), quote=_page(first.iri))
    if cards.changes:
        found["change"] = "/changes"
    if cards.continuations:
        found["continuation"] = "/continuations"
    asked = {code for code, rule in cards.rules.items() if rule.advice}
    kinds = Counter(finding.code for finding in cards.findings if finding.code in asked)
    if kinds:  # the rarest tells most
        found["finding"] = f"/findings?code={quote(min(kinds, key=lambda code: (kinds[code], code)))}"
    return found


def _telling_measure(cards: Cards) -> Measure | None:
    """The measure of which most is to be seen: changes of several kinds, an indicator, bound bodies and others."""
    kinds: dict[str, set[str]] = {}
    for change in cards.changes:
        kinds.setdefault(change["focus"], set()).add(change["kind"])

    def seen(measure: Measure) -> tuple[int, int, int, str]:
        return (
            min(len(kinds.get(measure.iri, ())), 3),
            bool(measure.indicators) + bool(measure.agencies("agreement")) + bool(measure.due),
            len(measure.duties),
            measure.iri,
        )

    return max(cards.measures.values(), key=seen, default=None)


def _page(iri: str) -> str:
    return "/" + iri.removeprefix(BASE)
