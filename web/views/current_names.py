"""The names that hold: one that a later text changed is what a row was called, and heads no page and no list."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from kzedu_graph.language.mending import mend
from web.views.read_model import Cards


def take_superseded_names(cards: Cards) -> None:
    """Leave each row the names that hold: one that a later text changed is no name of it any more, in any list.

    A row whose every name was changed keeps them: it must be called something.
    """
    for change in cards.changes:
        if change["field"] != "name" or not change["act"] or change["earlier"] not in cards.editions:
            continue
        lang, focus = cards.editions[change["earlier"]].lang, change["focus"]
        old = mend(change["old"] or "")
        measure, indicator = cards.measures.get(focus), cards.indicators.get(focus)
        if measure and measure.labels.get(lang) == old and len(measure.labels) > 1:
            cards.measures[focus] = replace(measure, labels=_without(measure.labels, lang))
        if indicator and indicator.labels.get(lang) == old and len(indicator.labels) > 1:
            cards.indicators[focus] = replace(indicator, labels=_without(indicator.labels, lang))


def _without(labels: Mapping[str, str], lang: str) -> dict[str, str]:
    return {tag: label for tag, label in labels.items() if tag != lang}
