"""Lists that are one duty: their items only tell by what, where, when or to whom the lead-in's deed is done."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import accumulate

from extract.document.blocks import Passage
from extract.finders.duties.deeds.clauses import VERBS
from extract.finders.duties.grammar.words import Word, read_words
from extract.finders.duties.kazakh.verbs import closing_noun
from extract.finders.duties.moods.kinds import PLAN
from extract.finders.duties.russian.cases import LINKS, NOUNS, PARTICIPLES, is_in
from extract.finders.duties.russian.complements.phrases import phrase_from
from extract.finders.duties.russian.deeds.doings import opens_with_doing
from extract.finders.duties.russian.deeds.foreseen import cases_below
from extract.finders.duties.russian.governed import INFINITIVES, is_adverb
from extract.finders.duties.russian.parties.names.actors import is_party
from extract.finders.duties.russian.parties.positions.freedom import is_free_party
from extract.finders.duties.sentences.unit import Unit
from extract.language.russian import is_intransitive, may_be_said_of, readings
from extract.lexicon.phrasing import phrasing


def whole_list(unit: Unit, lang: str, told: Passage | None = None) -> Unit | None:
    """The lead-in of an item whose list is one duty, to go by what it names: "руководствоваться: 1) Кодексом".

    `told` is the lead-in that the item before has told to be one.
    """
    lead = unit.passage[: unit.own_start].strip()
    words = read_words(unit.own.text, lang)
    tells_which = lang == "ru" and _tells_which(read_words(lead.text, lang), words)
    tells_which = tells_which or (lang == "ru" and _is_of_order(lead.text, words))
    tells_which = tells_which or (lang == "ru" and told is not None and _is_of_kinds(told, lead, words))
    if lang == "kk" and phrasing("kk").pattern("defines_kind").match(unit.own.text) and _says_all(lead.text):
        return Unit(lead, lead, unit.mood, unit.section, regulated=unit.regulated)
    if lang == "ru" and unit.mood == PLAN and _lists_deeds(read_words(lead.text, "ru"), unit.own.text):
        return None
    goes_by = phrasing(lang).pattern("goes_by").search(lead.text[-_LEAD_END[lang] :])
    taken_in = phrasing(lang).pattern("takes_in").search(lead.text) if lang == "ru" else None
    contents = _contents_at(lead.text) if lang == "ru" and not taken_in else 0
    if not (goes_by or taken_in or tells_which or contents or (lang == "ru" and _tells_where(lead, unit.own))):
        return None
    if taken_in or contents:
        lead = lead[: taken_in.start() if taken_in else contents]
    if taken_in and taken_in["aim"]:  # what the items tell is what it is done for
        return Unit(lead, lead, unit.mood, unit.section, regulated=unit.regulated)
    chosen = tells_which or phrasing(lang).pattern("chosen_below").search(lead.text)
    own = _said(words) if lang == "ru" else closing_noun(words)
    in_cases = lang == "kk" and phrasing("kk").pattern("cases_below").search(lead.text) is not None
    acts = _KAZAKH_ACTS if in_cases else VERBS
    if not chosen and any(word.tag in acts for word in own):
        return None
    return Unit(lead, lead, unit.mood, unit.section, regulated=unit.regulated)


def of_paper(unit: Unit, lang: str) -> Unit:
    """An item of what a paper must hold behind that alone: "заключает договор, который | должен содержать: срок"."""
    if lang != "ru" or not unit.is_item:
        return unit
    lead = unit.passage.text[: unit.own_start].rstrip()
    must = phrasing("ru").pattern("must_hold_below").search(lead) if lead.endswith(":") else None
    return unit if must is None else replace(unit, passage=unit.passage[must.start("must") :], body_end=0)


@lru_cache(maxsize=64)
def _contents_at(lead: str) -> int:
    """Where a lead-in goes on to what a paper holds: "заключает договор|, который содержит:"; 0 where it does not.

    What measures and works take in is done by whom the lead-in binds, and what a body does it does itself.
    """
    wording = phrasing("ru")
    found = wording.pattern("contents_below").search(lead)
    if found is None:
        return 0
    words = read_words(lead[: found.start()], "ru")
    if found["also"] and _is_kept_by_somebody(words, found["also"].lower()):
        return 0
    told = found["which"] or found["holding"]
    nouns = [n for n, word in enumerate(words) if is_in(word, NOUNS) and not is_in(word, LINKS)]
    if told:
        nouns = [n for n in nouns if may_be_said_of(words[n].norm, told.lower())]
        nouns = [n for n in nouns if not any(is_party(words, n, case) for case in _CASES)]
    works = wording.words("takes_in_deeds")
    deeds = any(lemma in works for n in nouns for lemma, *_ in readings(words[n].norm))
    return found.start() if nouns and not deeds else 0


_CASES = ("nomn", "gent", "datv", "accs", "ablt")


def _is_kept_by_somebody(lead: Sequence[Word], verb: str) -> bool:
    """Whether no paper holds what stands below, but somebody keeps it: "Школа обязана вести учет и | содержать:"."""
    if verb in phrasing("ru").words("puts_in"):
        return False  # "Мастер составляет план и | включает в него:": what he draws up holds it
    return any(is_free_party(lead, n, case) for n in range(1, len(lead)) for case in ("nomn", "datv"))


def _lists_deeds(lead: Sequence[Word], own: str) -> bool:
    """Whether a programme's lead-in says by what ways something is reached, and an item is one: "путем: | учета"."""
    colon = len(lead) - 1
    by_ways = lead[colon].tag == "colon" and lead[colon - 1].norm in phrasing("ru").words("ways_of")
    return by_ways and opens_with_doing(own, cases_below(lead, colon))


def _says_all(lead: str) -> bool:
    """Whether a Kazakh lead-in closes with its own verb: "Оқу мына технология бойынша жүзеге асырылады:"."""
    words = read_words(lead, "kk")
    return len(words) > 2 and words[-1].tag == "colon" and words[-2].tag in ("passive", "present")


def _said(words: Sequence[Word]) -> list[Word]:
    """The words of an item without subordinate ones, and infinitives of its participles: "не позволяющих | понять".

    And without what brackets tell of a paper: "справка по форме (зарегистрирована в реестре)".
    """
    depths = accumulate((word.tag == "open") - (word.tag == "close") for word in words)
    own = [n for n, (word, depth) in enumerate(zip(words, depths, strict=True)) if depth < 1 and not word.subordinate]
    return [words[n] for n in own if not (words[n].tag in INFINITIVES and is_in(_before_adverb(words, n), PARTICIPLES))]


def _before_adverb(words: Sequence[Word], n: int) -> Word:
    """The word before one, or before its adverb: "позволяющие однозначно | понять"."""
    return words[n - 1 - (n > 1 and is_adverb(words[n - 1]))]


def _tells_where(lead: Passage, own: Passage) -> bool:
    """Whether an item only tells where, when, for whom or of how many the passive of its lead-in is done."""
    if phrasing("ru").pattern("closes_at_doing").search(lead.text) and _does_something(lead.text):
        return True
    words = read_words(lead.text, "ru")
    tells_when = phrasing("ru").pattern("tells_when").match(own.text) is not None
    if tells_when and (_does_something(lead.text) or _needs_nothing(words)):
        return not any(word.tag == "dash" for word in read_words(own.text, "ru"))
    if phrasing("ru").pattern("tells_how_many").match(own.text):
        return _is_of_passive(words)
    if phrasing("ru").pattern("completes_lead").match(own.text):
        return _is_of_passive(words) or _needs_nothing(words) or _is_doing_whole(words)
    return phrasing("ru").pattern("tells_means").match(own.text) is not None and _is_doing_whole(words)


def _needs_nothing(lead: Sequence[Word]) -> bool:
    """Whether a lead-in says that something is not needed: "Справка не требуется: | если мастер идет один"."""
    return any(word.tag == "need" and lead[n - 1].tag == "not" for n, word in enumerate(lead) if n)


def _does_something(lead: str) -> bool:
    """Whether a lead-in says what somebody does and to what: "возвращает заявку:", "не участвует в работе совета:"."""
    words = read_words(lead, "ru")
    verb = next((n for n, word in enumerate(words) if word.tag in _TURNS and not word.subordinate), 0)
    if words[verb].tag not in _ACTS or any(phrasing("ru").pattern("listed_below").match(word.norm) for word in words):
        return False
    cases = ("accs", "gent") if words[verb - 1].tag == "not" else ("accs",)  # "не принимают | участия"
    if verb + 2 >= len(words):
        return False
    return is_intransitive(words[verb].norm) or any(
        phrase_from(words, verb + 1, len(words) - 1, case) for case in cases
    )


_ACTS = frozenset({"present", "infinitive"})
_KAZAKH_ACTS = frozenset({"present", "passive", "passive-not", "negative", "imperative"})
"""Classes of Kazakh words that say what is done, and name no case."""


def _is_doing_whole(lead: Sequence[Word]) -> bool:
    """Whether a lead-in says all that somebody does, in a noun of doing: "осуществляет представление планов:"."""
    told = [n for n, word in enumerate(lead) if word.tag in _TURNS and not word.subordinate]
    does = bool(told) and lead[told[-1]].norm in phrasing("ru").words("does_a_doing") and told[-1] + 1 < len(lead)
    return does and is_in(lead[told[-1] + 1], NOUNS, "accs")


def _tells_which(lead: Sequence[Word], own: Sequence[Word]) -> bool:
    """Whether an item tells which of those are meant whom the lead-in's passive names: "лица: | имеющие опыт"."""
    if _is_of_doers(lead, own) or _names_kind(lead, own) or _works_by_kinds(lead, own):
        return True
    if len(own) < 2 or len(lead) < 3 or not any(is_party(lead, len(lead) - 2, case) for case in ("nomn", "datv")):
        return False
    first = own[1]
    return (first.tag == "relative" or is_in(first, PARTICIPLES)) and _is_of_passive(lead)


def _is_of_doers(lead: Sequence[Word], own: Sequence[Word]) -> bool:
    """Whether an item tells which of those are meant who close a clause: "На премию претендуют мастера: | имеющие"."""
    told = next((n for n, word in enumerate(lead) if word.tag in _TURNS and not word.subordinate), 0)
    doers = (n for n in range(told + 1, len(lead) - 1) if is_party(lead, n, "nomn"))
    which = lead[told].tag == "present" and len(own) > 1 and is_in(own[1], PARTICIPLES, "nomn")
    return which and next(doers, 0) > 0


def _names_kind(lead: Sequence[Word], own: Sequence[Word]) -> bool:
    """Whether an item is an attribute alone of kinds that the lead-in names: "выбирает формы работы: | парные".

    Or one with the noun that the lead-in has: "виды контроля: | текущий контроль".
    """
    if not _closes_on_kinds(lead) or len(own) < 2 or not is_in(own[1], _ADJECTIVES) or is_in(own[1], NOUNS):
        return False
    closing = next((n for n, word in enumerate(own) if word.tag in _CLOSES), len(own))
    if closing > 2 and is_in(own[closing - 2], _ADJECTIVES, "nomn") and _is_again(lead, own[closing - 1]):
        closing -= 1
    return all(word.tag == "dash" or is_in(word, _ADJECTIVES | LINKS) for word in own[1:closing])


def _is_of_order(lead: str, own: Sequence[Word]) -> bool:
    """Whether an item without a verb tells of hours or an order that a point lays down: "режим: | смена – 8.00"."""
    laid = phrasing("ru").pattern("lays_down_order").match(lead)
    return laid is not None and not any(word.tag in VERBS for word in own)


def _works_by_kinds(lead: Sequence[Word], own: Sequence[Word]) -> bool:
    """Whether an item tells by what somebody does what is done to nothing: "работает по направлениям: | уход"."""
    verb = next((word for word in lead if word.tag in _TURNS and not word.subordinate), lead[0])
    if verb.tag != "present" or not _closes_on_kinds(lead) or not is_intransitive(verb.norm):
        return False
    return any(is_in(lead[-2], NOUNS, case) for case in ("datv", "ablt")) and not any(word.tag in VERBS for word in own)


def _is_again(lead: Sequence[Word], noun: Word) -> bool:
    """Whether a noun of an item, in no mere accusative, stands in the lead-in: "виды работы: | | учебная работа"."""
    if not is_in(noun, NOUNS, "nomn"):
        return False
    lemmas = {lemma for lemma, pos, *_ in readings(noun.norm) if pos in NOUNS}
    return any(lemma in lemmas for word in lead[-_KINDS:] for lemma, *_ in readings(word.norm))


def _closes_on_kinds(lead: Sequence[Word]) -> bool:
    kinds = phrasing("ru").words("kinds_below")
    return len(lead) >= _LEAST_OF_KINDS and any(word.norm in kinds for word in lead[-_KINDS:])


def _is_of_kinds(told: Passage, lead: Passage, own: Sequence[Word]) -> bool:
    """Whether an item goes on with the kinds of a list that is one duty, by whatever words: "| наглядные пособия"."""
    if told.text != lead.text or any(word.tag in VERBS for word in _said(own)):
        return False
    return _closes_on_kinds(read_words(lead.text, "ru"))


_ADJECTIVES = frozenset({"ADJF", "PRTF"})
_CLOSES = frozenset({"open", "semicolon", "stop"})
_KINDS = 10
"""Words back from the colon of a lead-in to the kinds that it closes on."""
_LEAST_OF_KINDS = 3


def _is_of_passive(lead: Sequence[Word]) -> bool:
    told = [word for word in lead if word.tag in _TURNS and not word.subordinate]
    return bool(told) and (told[-1].tag in _DONE or told[-1].norm in phrasing("ru").words("subject_to"))


_DONE = frozenset({"passive", "allowed", "forbidden"})
_TURNS = _DONE | frozenset({"present", "must", "infinitive", "effect-infinitive", "participle", "may"})
"""Classes of words that a Russian lead-in turns on."""
_LEAD_END = {"ru": 60, "kk": 160}
"""Characters of a lead-in before its colon in which its verb stands, or in Kazakh what it lists: its verb closes it."""
