"""Why a line of a text is a duty, or none: the rules that decided its sentences, and on which words."""

from __future__ import annotations

from collections.abc import Iterator

from extract.document.blocks import Document
from extract.finders.duties.bound import party_of
from extract.finders.duties.grammar.rules import rule_book
from extract.finders.duties.grammar.words import party_text, read_words
from extract.finders.duties.prose import LaidOut, Reading
from extract.finders.duties.sentences.unit import Unit


def explain(document: Document, line: int) -> list[str]:
    """Which rule decided each sentence of a line of the source text (from 1), and on which words; [] where none did."""
    told: list[str] = []
    for unit in Reading(LaidOut.of(document)).units():
        first = document.text.count("\n", 0, unit.own.offsets[0]) + 1
        last = document.text.count("\n", 0, unit.own.offsets[-1]) + 1
        if first <= line <= last:
            told.extend(_explained(unit, document.lang))
    return told


def _explained(unit: Unit, lang: str) -> Iterator[str]:
    words = read_words(unit.passage.text, lang)
    text = unit.passage.text
    decisions = rule_book(lang).decide(words, unit.mood)
    for decision in decisions:
        quoted = text[words[decision.first].start : words[decision.last].end]
        party = party_of(unit, words, decision, lang)
        bearer = party_text(text, words, party)
        dropped = " (dropped: names nobody)" if decision.rule.needs_bearer and party is None else ""
        yield (
            f'{decision.rule.name}: {decision.rule.reads}{dropped}, on "{" ".join(quoted.split())}"'
            f", bearer {bearer or 'not named'}, mood {unit.mood}"
        )
    if not decisions:
        yield f"no rule decided, mood {unit.mood}: {' '.join(unit.own.text.split())[:80]}"
