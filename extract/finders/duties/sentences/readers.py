"""Whom a memo speaks to: the readers whom its title names or calls, or a greeting in a line of its own.

Памятка юным садоводам и их родителям
Чек-лист садовода
Құрметті ата-аналар!      Балалар, сендерге ескерту      БАҒБАНДАР НАЗАРЫНА
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract.document.blocks import Document, Heading, Paragraph, Passage
from extract.finders.duties.grammar.words import Word, read_words
from extract.finders.duties.kazakh.forms import case_of, names_actor
from extract.finders.duties.kazakh.singulars import is_person
from extract.finders.duties.russian.parties.names.actors import is_party
from extract.finders.duties.russian.parties.names.persons import is_noun_of_person
from extract.language.russian import readings
from extract.lexicon.phrasing import phrasing
from kzedu_graph.language.kazakh_endings import analyse

_BLOCKS_OF_TITLE = 4
_BLOCKS_OF_GREETING = 8
_LONGEST_TITLE = 200
"""Letters of a title that names its readers."""


def readers_of(document: Document) -> Passage | None:
    """Whom a text speaks to by its title or its greeting: "Памятка | родителям"; None where it names nobody."""
    wording = phrasing(document.lang)
    if document.lang == "kk" and (post := _of_statute(document)) is not None:
        return post
    for n, block in enumerate(document.blocks[:_BLOCKS_OF_GREETING]):
        if not isinstance(block, Heading | Paragraph):
            continue
        text = block.passage.text
        short = len(text) <= _LONGEST_TITLE
        memo = _title_to_readers(text, document.lang) if short and n < _BLOCKS_OF_TITLE else None
        found = memo or wording.pattern("greets_readers").match(_greeting_of(text, document.lang))
        if found is None and document.lang == "ru":
            found = wording.pattern("hails_readers").search(text)
        if found is None and short and document.lang == "kk":
            found = memo = _called(text, opens=n == 0)
        if found is None:
            continue
        end = found.end("readers")
        if document.lang == "ru":
            named = _named(read_words(found["readers"].lower(), "ru"), greeted=memo is None)
        else:
            end = _end_of_persons(text, found.start("readers"), end) if memo is not None else end
            named = _are_persons(read_words(text[found.start("readers") : end], "kk"), greeted=memo is None)
        readers = block.passage[found.start("readers") : end]
        if named or memo is not None:
            return readers if named else None
    return None


def _of_statute(document: Document) -> Passage | None:
    """The persons whom a Kazakh statute is of that stands at the head of a text: "АСПАЗҒА АРНАЛҒАН НҰСҚАУЛЫҚ"."""
    for block in document.blocks[:_BLOCKS_OF_TITLE]:
        if not isinstance(block, Heading | Paragraph):
            continue
        text = block.passage.text
        match = phrasing("kk").pattern("statute_of").search(text) if 0 < len(text) <= _LONGEST_TITLE else None
        if match is not None and _are_persons(read_words(match["body"].lower(), "kk"), greeted=False):
            return block.passage[match.start("body") : match.end("body")]
    return None


def _greeting_of(line: str, lang: str) -> str:
    """A line, or the sentence that a Kazakh one opens with as a call: "Құрметті ата-аналар! | Балаларды ..."."""
    mark = line.find("!") + 1 if lang == "kk" else 0
    return line[:mark] or line


def _title_to_readers(title: str, lang: str) -> re.Match[str] | None:
    """The title of a memo, or of another text that tells its readers what they do: "Чек-лист | завуча"."""
    memo = phrasing(lang).pattern("memo_to").match(title)
    return memo or (phrasing("ru").pattern("title_of_readers").match(title) if lang == "ru" else None)


def _end_of_persons(title: str, start: int, end: int) -> int:
    """Where the readers of a Kazakh title end, whom a dative may stand before: "Сынаққа қатысушыларға | хабар"."""
    ends = (end, *(match.end() for match in phrasing("kk").pattern("dative_in_title").finditer(title, end)))
    persons = (at for at in ends if _are_persons(read_words(title[start:at], "kk"), greeted=False))
    return next(persons, end)


def _called(text: str, *, opens: bool) -> re.Match[str] | None:
    """Whom a Kazakh line calls, or a title that opens the text is in the dative, where they are persons."""
    for name in ("calls_readers", "is_to_readers"):
        found = phrasing("kk").pattern(name).match(text) if name == "calls_readers" or opens else None
        if found is not None and _are_persons(read_words(found["readers"], "kk"), greeted=False):
            return found
    return None


def _named(words: list[Word], *, greeted: bool) -> bool:
    """Whether Russian words name somebody, in the nominative where they are greeted."""
    cases = ("nomn",) if greeted else ("gent", "datv")
    if not greeted and not _opens_with_person(words, cases):
        return False
    told = any(is_party(words, n, case) for n in range(1, len(words)) for case in cases)
    if not greeted and not told:  # a gardener is nobody that the lists know
        nouns = (one for word in words[1:] for one in readings(word.norm) if one[1] == "NOUN" and one[2] in cases)
        told = any(is_noun_of_person(lemma) for lemma, *_ in nouns)
    return told or (greeted and any(is_noun_of_person(word.norm) for word in words[1:]))


def _opens_with_person(words: list[Word], cases: Sequence[str]) -> bool:
    """Whether the first noun of a title's readers is somebody: "юных садоводов", not "готовности | школы"."""
    for n in range(1, len(words)):
        nouns = [one for one in readings(words[n].norm) if one[1] == "NOUN"]
        if any(is_party(words, n, case) for case in cases):
            return True
        if nouns:
            return any(one[2] in cases and is_noun_of_person(one[0]) for one in nouns)
    return False


def _are_persons(words: list[Word], *, greeted: bool) -> bool:
    """Whether Kazakh words name persons, in the plural where they are greeted: "ата-аналар", "оқушыға"."""
    named = [word for word in words[1:] if names_actor(word) or is_person(word)]
    named = [word for word in named if case_of(word) in ("", "dative", "genitive")]
    several = any(ending.kind == "plural" for word in named for ending in analyse(word.text.lower())[0].endings)
    return several or (bool(named) and not greeted and named[-1] is words[-1])
