"""The one organisation whose plan a text is: a school, a college, a company, whose posts and units answer for its rows.

"Директор КГУ «Школа № 14»", "«Балапан» бөбекжайының меңгерушісі", "Правления АО «Тепло-Город»", "№ 27 орта мектептің".
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from extract.document.blocks import Document, Table, join, passage_of
from extract.document.repairs import fold_spaces
from extract.finders.finding_messages import Subject, complaint
from extract.lexicon.staff import staff_words
from extract.lexicon.words import words
from extract.values.issuers import key_of_issuer
from kzedu_graph.model.findings import Finding
from kzedu_graph.model.records import Measure, Source
from kzedu_graph.registry.resolving import Registry

OF_THE_STATE = frozenset({"akimat", "akim", "maslikhat", "minister", "office", "court", "prosecutor", "committee"})
"""Issuers, as their keys name them, whose plans are of the state: bodies of others answer for the rows."""
OF_ITS_OWN = frozenset({"company", "school"})
"""What tells that an issuer is of an organisation all the same: "Председателя комитета АО ..."."""
ORGANISATIONS = frozenset({"company", "institution", "association"})
"""Kinds of bodies of the registry that are organisations with posts and units of their own."""
MOST_PARAGRAPHS = 15
"""Paragraphs above the first table in which the stamp of approval stands."""
_QUOTED = r"[«\"“„](?!(?i:бекіт|келіс|утвержд|соглас))(?:[^«»\"“”„]|[«“][^«»“”]*[»”])+[»\"”]"
_PERSON = r"(?:[А-ЯЁӘҒҚҢӨҰҮҺІ]\.\s?){0,2}[А-ЯЁӘҒҚҢӨҰҮҺІ][а-яёәғқңөұүһі]+"
_GENITIVE = re.compile(r"(?<=\w{2})-?[ндт][ыі]ң$")


def find_own_organisation(
    source: Source, document: Document, measures: Iterable[Measure], registry: Registry
) -> str | None:
    """The organisation's name as the text has it; empty where it says none, None for a plan of no one organisation.

    A plan is one organisation's where its posts and units answer for more than the bodies that are known, and its
    issuer, where it names one, is no body of the state.
    """
    parties = [party for measure in measures for party in measure.responsible]
    staff = sum(party.staff is not None for party in parties)
    if not staff or staff <= sum(party.agency is not None for party in parties) or _is_of_the_state(source, registry):
        return None
    return next((name for text in _where_named(source, document) if (name := name_in(text, source.lang))), "")


def find_units_of_nobody(
    source: Source, document: Document, measures: Iterable[Measure], organisation: str | None
) -> tuple[Finding, ...]:
    """A finding for each name of a unit ("Отдел сельского хозяйства") in a plan that is no organisation's: such a unit
    is a body of a region that the registry does not have.
    """
    found: dict[str, Finding] = {}
    for measure in measures if organisation is None else ():
        for party in measure.responsible:
            name = " ".join(party.text.split()).casefold()
            if party.agency or party.staff != "unit" or not party.spans or name in found:
                continue
            words_of_party = fold_spaces(join(passage_of(document.text, s.start, s.end) for s in party.spans))
            subject = Subject("measure", measure.key, measure.evidence)
            found[name] = complaint("unknown-party", source, subject, words_of_party)
    return tuple(found.values())


def name_in(text: str, lang: str) -> str | None:
    """The first organisation that a line names, a Kazakh one in the nominative: "№ 27 орта мектеп"."""
    match = _names(lang).search(" ".join(text.split()))
    if match is None:
        return None
    return _GENITIVE.sub("", match[0]) if lang == "kk" else match[0]


def _is_of_the_state(source: Source, registry: Registry) -> bool:
    if source.issuer:
        return registry.get(source.issuer).kind not in ORGANISATIONS
    key = key_of_issuer(source.issuer_text, source.lang, alone=True) if source.issuer_text else None
    parts = set(key.split("-")) if key else set()
    return bool(parts & OF_THE_STATE) and not parts & OF_ITS_OWN


def _where_named(source: Source, document: Document) -> Iterator[str]:
    """The lines that may name it, likeliest first: the issuer, the stamp, the title."""
    if source.issuer_text:
        yield source.issuer_text
    for block in document.blocks[:MOST_PARAGRAPHS]:
        if isinstance(block, Table):
            break
        yield block.passage.text
    yield source.title


@cache
def _names(lang: str) -> re.Pattern[str]:
    """An organisation's name: its form or kind with a name in quotes, or its kind with a number."""
    heads = "|".join(sorted(map(re.escape, staff_words(lang).organisations), key=len, reverse=True))
    forms = "|".join(map(re.escape, words(lang).legal_forms))
    kind = rf"(?i:(?:[\w-]*-)?(?:{heads})\w{{0,12}}(?:-\w+)?)"
    if lang == "kk":
        between = r"(?:\s+[^\W\d_][\w-]*){0,3}?\s+"
        form = rf"(?:{forms})(?:-[ндт][ыі]ң)?\b"
        return re.compile(rf"{_QUOTED}{between}(?:{form}|{kind})|(?:№\s*\d+|\b\d+-)(?:{between}|\s*){kind}")
    before = r"(?:\b[^\W\d_]+(?:ая|ей|ой|ое|ого|ее|его|ый|ий)\s+){0,2}"
    between = rf"(?:\s+(?!{kind})[а-яё-]+){{0,3}}?\s*"
    honoured = rf"(?:\s+(?:имени|им\.)\s+{_PERSON})?"
    return re.compile(
        rf"(?:\b(?:{forms})\b|{before}\b{kind}){between}{_QUOTED}|{before}\b{kind}{between}№\s*\d+{honoured}"
    )
