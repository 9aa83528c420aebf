"""Whom a letter or memo asks that names nobody where it asks: the addressees at its head, its readers.

Исх. № 5      Директорам школ
от 5 мая      города Сада          ... Просим до 1 июня направить заявки.
5 мамыр № 5   Мектеп директорларына          ... Өтінімдерді 1 маусымға дейін жолдауды сұраймыз.
Памятка юным садоводам ... Полейте розы.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from extract.document.blocks import Document, join
from extract.finders.duties.grammar.words import read_words
from extract.finders.duties.russian.cases import is_case
from extract.finders.duties.russian.governed import INFINITIVES
from extract.finders.duties.russian.kinds import is_doing
from extract.finders.duties.sentences.letters import addressees_of
from extract.finders.duties.sentences.readers import readers_of
from extract.finders.duties.sentences.unit import Unit
from extract.lexicon.phrasing import phrasing

_COLON = ": "
_NEAR = 3
"""Words behind a verb of asking among which its object stands."""


def of_addressed(
    document: Document,
    units: Iterable[Unit],
    bids_nobody: Callable[[Unit], bool],
    speaks_to_reader: Callable[[Unit], bool],
    keeps: Callable[[Unit, Unit], bool],
) -> Iterator[Unit]:
    """Units, those that ask and name nobody behind the addressees of the letter, or the readers of the memo.

    `speaks_to_reader` tells whether a unit lays down what is said to whoever reads it ("Полейте розы."), `keeps`
    whether all that a unit lays down is laid down behind the readers, too.
    """
    readers = readers_of(document)
    addressees = addressees_of(document) or (readers if document.lang == "kk" else None)
    for unit in units:
        behind = None
        if addressees is not None and _asks(unit.passage.text, document.lang) and bids_nobody(unit):
            behind = replace(unit, passage=join([addressees, unit.passage], _COLON), is_item=True)
        elif readers is not None and not unit.own.text.rstrip().endswith(":") and speaks_to_reader(unit):
            passage = join([readers, unit.passage], _COLON)
            behind = replace(unit, passage=passage, is_item=True, body_end=len(readers), to_readers=True)
            behind = behind if keeps(unit, behind) else None
        yield behind if behind is not None and not bids_nobody(behind) else unit


def _asks(text: str, lang: str) -> bool:
    """Whether a sentence asks those who read it to do something: "Просим открыть сад", not "Мы просим помощи"."""
    match = phrasing(lang).pattern("asks_of_reader").search(text)
    if match is None or lang != "ru" or match["needed"]:
        return match is not None
    words = [word for word in read_words(text, "ru") if word.start >= match.end() and not word.subordinate]
    bids = any(word.tag in INFINITIVES for word in words)
    return bids or any(is_doing(word) and is_case(word, "accs") and not is_case(word, "gent") for word in words[:_NEAR])
