"""Whom a memo speaks to: the readers whom its title names, or a greeting in a line of its own.

Памятка юным садоводам и их родителям
Чек-лист садовода
Құрметті ата-аналар!
"""

from __future__ import annotations

import re

from extract.document.blocks import Document, Heading, Paragraph, Passage
from extract.finders.duties.grammar.words import Word, read_words
from extract.finders.duties.kazakh.forms import case_of, names_actor
from extract.finders.duties.kazakh.singulars import is_person
from extract.finders.duties.russian.parties.names.persons import is_party, names_somebody
from extract.language.russian import readings
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
        memo = _title_to_readers(block.passage.text, document.lang) if n < _BLOCKS_OF_TITLE else None
        found = memo or wording.pattern("greets_readers").match(_greeting_of(block.passage.text, document.lang))
        if found is None:
            continue
        readers = block.passage[found.start("readers") : found.end("readers")]
        words = read_words(readers.text.lower(), document.lang)
        named = _named(words, greeted=memo is None) if document.lang == "ru" else _are_several(words)
        if named or memo is not None:
            return readers if named else None
    return None


def _greeting_of(line: str, lang: str) -> str:
    """A line, or the sentence that a Kazakh one opens with as a call: "Құрметті ата-аналар! | Балаларды ..."."""
    mark = line.find("!") + 1 if lang == "kk" else 0
    return line[:mark] or line


def _title_to_readers(title: str, lang: str) -> re.Match[str] | None:
    """The title of a memo, or of another text that tells its readers what they do: "Чек-лист | завуча"."""
    memo = phrasing(lang).pattern("memo_to").match(title)
    return memo or (phrasing("ru").pattern("title_of_readers").match(title) if lang == "ru" else None)


def _named(words: list[Word], *, greeted: bool) -> bool:
    """Whether Russian words name somebody, in the nominative where they are greeted."""
    cases = ("nomn",) if greeted else ("gent", "datv")
    told = any(is_party(words, n, case) for n in range(1, len(words)) for case in cases)
    if not greeted and not told:  # a gardener is nobody that the lists know
        nouns = (one for word in words[1:] for one in readings(word.norm) if one[1] == "NOUN" and one[2] in cases)
        told = any(names_somebody(lemma) for lemma, *_ in nouns)
    return told or (greeted and any(names_somebody(word.norm) for word in words[1:]))


def _are_several(words: list[Word]) -> bool:
    """Whether Kazakh words name persons, in the plural: "ата-аналар", "оқушыларға"."""
    named = (w for w in words[1:] if (is_person(w) or names_actor(w)) and case_of(w) in ("", "dative"))
    return any(ending.kind == "plural" for word in named for ending in analyse(word.text.lower())[0].endings)
