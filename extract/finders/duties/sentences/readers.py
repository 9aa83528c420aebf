"""Whom a memo speaks to: the readers whom its title names, or a greeting in a line of its own.

Памятка юным садоводам и их родителям
Құрметті ата-аналар!
"""

from __future__ import annotations

from extract.document.blocks import Document, Heading, Paragraph, Passage
from extract.finders.duties.grammar.words import Word, read_words
from extract.finders.duties.kazakh.forms import case_of
from extract.finders.duties.kazakh.singulars import is_person
from extract.finders.duties.russian.parties.names.persons import is_party, names_somebody
from extract.lexicon.phrasing import phrasing
from kzedu_graph.language.kazakh_endings import analyse

_BLOCKS_OF_TITLE = 4
_BLOCKS_OF_GREETING = 8


def readers_of(document: Document) -> Passage | None:
    """Whom a text speaks to by its title or its greeting: "Памятка | родителям"; None where it names nobody."""
    wording = phrasing(document.lang)
    for n, block in enumerate(document.blocks[:_BLOCKS_OF_GREETING]):
        if not isinstance(block, Heading | Paragraph):
            continue
        memo = wording.pattern("memo_to").match(block.passage.text) if n < _BLOCKS_OF_TITLE else None
        found = memo or wording.pattern("greets_readers").match(block.passage.text)
        if found is None:
            continue
        readers = block.passage[found.start("readers") : found.end("readers")]
        words = read_words(readers.text, document.lang)
        named = _named(words, greeted=memo is None) if document.lang == "ru" else _are_several(words)
        if named or memo is not None:
            return readers if named else None
    return None


def _named(words: list[Word], *, greeted: bool) -> bool:
    """Whether Russian words name somebody, in the nominative where they are greeted."""
    cases = ("nomn",) if greeted else ("gent", "datv")
    told = any(is_party(words, n, case) for n in range(1, len(words)) for case in cases)
    return told or (greeted and any(names_somebody(word.norm) for word in words[1:]))


def _are_several(words: list[Word]) -> bool:
    """Whether Kazakh words name persons, in the plural: "ата-аналар", "оқушыларға"."""
    named = (word for word in words[1:] if is_person(word) and case_of(word) in ("", "dative"))
    return any(ending.kind == "plural" for word in named for ending in analyse(word.text.lower())[0].endings)
