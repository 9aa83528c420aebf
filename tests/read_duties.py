"""The duties of a sentence with their parts, as finders read them of a text that holds nothing else."""

from __future__ import annotations

from extract.document.blocks import passage_of
from extract.finders.duties.decided import decide
from extract.finders.duties.deeds.clauses import clause_of
from extract.finders.duties.deeds.parts import deed_of, object_of
from extract.finders.duties.deeds.several import of_each_clause, party_text
from extract.finders.duties.sentences.units import Unit

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
        deed, done_to = (part(unit, words, duty, clause, lang, YEAR) for part in (deed_of, object_of))
        found.append((party_text(text, words, duty.party), str(deed), done_to))
    return found
