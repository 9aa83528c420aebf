"""The duties of a sentence with their parts, as of a text that holds nothing else, and those of a whole text."""

from __future__ import annotations

from extract.document.blocks import passage_of
from extract.finders.duties.decided import decide
from extract.finders.duties.deeds.clauses import clause_of
from extract.finders.duties.deeds.objects import deed_and_object
from extract.finders.duties.deeds.several import of_each_clause
from extract.finders.duties.grammar.words import party_text
from extract.finders.duties.sentences.unit import Unit
from extract.flow import extract_document
from extract.readers.layout import READERS
from extract.sources.recognise import recognise
from kzedu_graph.registry.resolving import Registry

YEAR = 2031
"""In which the text was written."""


def read_duties(lang: str, text: str, mood: str = "instruction") -> list[tuple[str | None, str, str | None]]:
    """Bearer, deed and object of every duty of a sentence."""
    passage = passage_of(text)
    unit = Unit(passage, passage, mood, "")
    words, duties = decide(unit, lang)
    found = []
    each = list(of_each_clause(unit, words, duties, lang))
    for duty in each:
        clause = clause_of(unit, words, duty, each, lang)
        deed, done_to = deed_and_object(unit, words, duty, clause, lang, YEAR)
        found.append((party_text(text, words, duty.party), str(deed), done_to))
    return found


def kinds(lang: str, text: str, mood: str = "instruction") -> list[str]:
    """Modality of every duty of a sentence."""
    passage = passage_of(text)
    _, duties = decide(Unit(passage, passage, mood, ""), lang)
    return [duty.decision.rule.reads for duty in duties]


def duties_of_text(lang: str, text: str) -> list[tuple[str, str | None, str | None]]:
    """Modality, bearer and deed of every duty of a whole text, in their order in it."""
    source, settings = recognise(f"note.{lang}", text)
    document = READERS[source.reader](source.stem, text, lang)
    provisions = extract_document(source, settings, document, Registry.load()).provisions
    return [(one.modality, one.bearer_text, one.deed) for one in provisions]
