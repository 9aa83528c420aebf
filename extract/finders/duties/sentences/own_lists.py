"""Lists of what is somebody's own: whose functions, rights or duties they are, and which of them only permit.

Права экскурсовода: 1) получать ...      Кеңестің функциялары: 1) жоспарды бекітеді; ...
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from extract.finders.duties.grammar.rules import Decision
from extract.finders.duties.grammar.words import Party, Word
from extract.finders.duties.russian.parties.names.actors import is_party
from extract.language.russian import readings
from extract.lexicon.duties import duty_words
from extract.lexicon.phrasing import phrasing


def owner_of_list(words: Sequence[Word], text: str, own_start: int, lang: str) -> Party | None:
    """Whose functions, rights or duties an item is one of: "Обязанности хранителя:", "Кеңестің функциялары:"."""
    owned = next(((at, found) for at, found in _lists_own(text, own_start, lang) if found["owner"]), None)
    if owned is None:
        return None
    at, match = owned
    start, end = at + match.start("owner"), at + match.end("owner")
    places = [n for n, word in enumerate(words) if start <= word.start and word.end <= end]
    places = [n for n in places if words[n].tag not in ("start", "comma", "stop")]
    if lang == "ru" and phrasing(lang).pattern("tasks").search(match["noun"]) and not _names_body(words, places):
        return None  # "Основными задачами курса являются:"
    return Party(places[0], places[-1], places[-1] if lang == "kk" else places[0]) if places else None


def _names_body(words: Sequence[Word], places: Sequence[int]) -> bool:
    """Whether words name somebody who can act, as an owner, in a statute's title or by a short name: "о совете"."""
    if any(is_party(words, n, case) for n in places for case in ("gent", "loct", "nomn")):
        return True
    return len(places) == 1 and _is_short_name(words[places[0]])


def _is_short_name(word: Word) -> bool:
    """Whether a word is how a statute calls its body that may name a doing as well: "Задачи | Управление |:"."""
    compounds = duty_words("ru").actors.compounds
    return word.text.istitle() and any(lemma in compounds for lemma, pos, *_ in readings(word.norm) if pos == "NOUN")


def as_right(decision: Decision, text: str, own_start: int, lang: str) -> Decision:
    """A decision of an item, which permits where its lead-in names rights and no duties: "Права экскурсовода:".

    Below a Kazakh lead-in of both, so does what only a right asks for: "Құқықтары мен міндеттері: | ақпарат сұрату".
    """
    _, match = next(_lists_own(text, own_start, lang), (0, None))
    rule, rights = decision.rule, phrasing(lang).pattern("rights")
    if match is None or rule.reads != "requirement":
        return decision
    of_both = lang == "kk" and rights.search(match["noun"]) is not None
    if not rights.fullmatch(match["noun"]) and not (of_both and _only_a_right_asks(text, own_start)):
        return decision
    return replace(decision, rule=replace(rule, reads="permission"))


def _only_a_right_asks(text: str, own_start: int) -> bool:
    """Whether a Kazakh item tells what is a right and no duty: "жобаларды әзірлеуге қатысу", not "міндетті түрде"."""
    wording = phrasing("kk")
    asks = wording.pattern("doing_of_right").search(text, own_start) is not None
    return asks and wording.pattern("done_in_any_case").search(text, own_start) is None


def _lists_own(text: str, own_start: int, lang: str) -> Iterator[tuple[int, re.Match[str]]]:
    """The lead-ins above an item that name what is somebody's own, the last first, and where each begins.

    "Полномочия мастера: права: | получать ...".
    """
    end = text.rfind(":", 0, own_start)
    while end >= 0:
        start = text.rfind(":", 0, end) + 1
        match = phrasing(lang).pattern("lists_own").match(text[start : end + 1])
        if match is None:
            return
        yield start, match
        end = start - 1
