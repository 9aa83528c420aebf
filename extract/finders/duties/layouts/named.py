"""Whether words are but somebody's name ("Поставщик", "ШТАБУ"), or tell a deed and nobody's ("ведет учет")."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from extract.finders.duties.grammar.words import Word, read_words
from extract.finders.duties.kazakh.forms import case_of
from extract.finders.duties.kazakh.parties.names.leads import party_of_lead
from extract.finders.duties.kazakh.parties.unlisted.subjects import acting_subject
from extract.finders.duties.russian.cases import ADJECTIVES, NOUNS, is_in
from extract.finders.duties.russian.deeds.doings import opens_with_doing
from extract.finders.duties.russian.kinds import is_doing
from extract.finders.duties.russian.parties.names.actors import is_party
from extract.finders.duties.russian.parties.names.persons import is_noun_of_person
from extract.language.russian import readings
from extract.language.sentences import split_sentences
from extract.lexicon.phrasing import phrasing
from extract.values.parties.staff import has_head, names_people
from kzedu_graph.language.letters import CYRILLIC_UPPER

LONGEST = 150
"""Letters of a name."""
_SHORTEST = 2
"""Letters of what is no noun, whatever the dictionary says: "по" is no river here."""
_WORDS = 12
"""Words of a name, brackets apart."""
_LOOKED_AT = 200
"""Letters of a deed in which its opening and its verb stand."""
_BEHIND = 4
"""Words behind a verb in which its subject would stand."""
_OPENS = 10
"""Words that may stand before the verb of a deed."""
BRACKETS = re.compile(r"\s*\([^()]*\)")
"""What stands in brackets, and the space before it."""
_INITIALS = re.compile(rf"(?<=\s)[{CYRILLIC_UPPER}]\.\s?(?:[{CYRILLIC_UPPER}]\.)?|\b[А-ЯЁ][а-яё]{{0,4}}\.\s?(?=[а-яё])")
_BLANK = re.compile(r"_{2,}|\.{3,}|[№:;!?]")
_DOES = frozenset({"present", "have", "may", "must", "entitled", "will", "imperative"})
_SAYS = _DOES | {"past", "passive", "infinitive", "effect", "stative", "participle", "need", "recommend", "forbidden"}
_NAMED_CASES = ("nomn", "datv")


@lru_cache(maxsize=4096)
def names_party(text: str, lang: str) -> bool:
    """Whether words name somebody who can act and say nothing else: "Поставщик", "ШТАБУ", "КХ «Сад»", "Жеткізуші"."""
    bare = BRACKETS.sub("", text).strip()
    if not bare or len(text) > LONGEST or _BLANK.search(bare) or (bare[-1] in ".,–—-" and not _INITIALS.search(bare)):
        return False
    if len(list(split_sentences(bare, lang))) > 1:  # "Глава 4. Управление садом"
        return False
    bare = bare.lower().capitalize() if bare.isupper() else bare
    words = read_words(f"{bare}:", lang)
    if len(words) > _WORDS + 2 or any(word.tag in _SAYS for word in words):
        return False
    if lang == "kk":
        return _names_kazakh(bare, words)
    told = phrasing("ru").pattern("lead_of_no_deeds").match(f"{bare}:") is not None  # "Слабые стороны"
    by_form = phrasing("ru").pattern("named_by_form").match(bare) is not None
    return by_form or (not told and _is_headed(bare, words))


def _names_kazakh(bare: str, words: Sequence[Word]) -> bool:
    """Whether Kazakh words name somebody: a body or persons, a person by his initials, a class of pupils."""
    wording, small = phrasing("kk"), bare.lower()
    if wording.pattern("part_of_text").match(small) or wording.pattern("advice_of_somebody").search(small):
        return False  # "медбикенің кеңесі": no council
    if any(wording.pattern(name).match(bare) for name in ("person_by_initials", "person_with_post", "class_of_pupils")):
        return True
    party = party_of_lead(words, len(words) - 1)
    opens = party is not None and party.first == 1
    last = party.last if party is not None and opens else len(words) - 2
    headed = has_head(bare, "kk") and words[last].tag != "to-do"  # "көрме | ұйымдастыру" is no organiser
    return last > 0 and (opens or headed) and case_of(words[last]) in ("", "dative")


def is_addressed(text: str, lang: str) -> bool:
    """Whether a name is in the dative: "ШТАБУ", "Хозяевам роз", "Штабқа"."""
    words = read_words(BRACKETS.sub("", text).strip().lower(), lang)
    if lang == "kk":
        return case_of(words[-1]) == "dative"
    nouns = (word for word in words[1:] if is_in(word, NOUNS))
    return any(is_in(word, NOUNS, "datv") and not is_in(word, NOUNS, "nomn") for word in list(nouns)[:1])


def _is_headed(bare: str, words: Sequence[Word]) -> bool:
    """Whether the first noun of a Russian name, behind its attributes, is a person's, a post's or a body's."""
    if phrasing("ru").pattern("shortened_post").match(bare):
        return True
    for n, word in enumerate(words[1:-1], 1):
        if phrasing("ru").pattern("task").match(word.norm) and _is_done(word, words[n + 1]):
            return False  # "Управление садом", "Организация обучения мастеров"
        if word.norm[:-2] in phrasing("ru").words("stems_of_rank") and _agree(word, words[n + 1]):
            continue  # "Главные | задачи", "Главный | агроном"
        # "административная ответственность"
        abstract = phrasing("ru").pattern("abstract_noun").search(word.norm) and is_in(word, NOUNS)
        abstract = abstract or (_is_of_thing(word) and not has_head(word.text, "ru"))
        if not abstract and any(is_party(words, n, case) for case in _NAMED_CASES):
            return True
        if any(is_in(word, NOUNS, case) for case in _NAMED_CASES):
            known = has_head(word.text, "ru") or names_people(word.text, "ru") or _is_animate(word)
            return (known and not abstract) or _is_person(bare)
        if not any(is_in(word, ADJECTIVES, case) for case in _NAMED_CASES) and word.tag != "number":
            return _is_person(bare)
    return False


def _agree(attribute: Word, noun: Word) -> bool:
    """Whether an attribute may be that of the noun behind it, in a case that a name has."""
    nouns = {case for _, pos, case, _ in readings(noun.norm) if pos in NOUNS and len(noun.norm) > _SHORTEST}
    return any(case in nouns and is_in(attribute, ADJECTIVES, case) for case in _NAMED_CASES)


def _is_done(doing: Word, word: Word) -> bool:
    """Whether what stands behind a noun is what is done, and not the field of a body: "управление | садом"."""
    if is_in(word, NOUNS, "ablt"):
        return True
    if not is_in(word, NOUNS | ADJECTIVES, "gent") or word.norm in phrasing("ru").words("fields_of_bodies"):
        return False
    return is_doing(word) or doing.norm in phrasing("ru").words("doings_of_something")


def _is_animate(word: Word) -> bool:
    """Whether a noun is a person's by the dictionary, in a case that a name has: "хозяева", "садоводам"."""
    found = readings(word.norm)
    if found[:1] and (found[0][1] == "ADJF" or word.norm in phrasing("ru").words("named_by_colour")):
        return False  # "красные", whatever persons are called so
    lemmas = {lemma for lemma, pos, case, _ in found if pos in NOUNS and case in _NAMED_CASES}
    return any(map(is_noun_of_person, lemmas))


def _is_of_thing(word: Word) -> bool:
    """Whether what may be persons is of a thing as well: "(физики и химии)", of rooms."""
    found = [(lemma, case, number) for lemma, pos, case, number in readings(word.norm) if pos in NOUNS]
    several = {lemma for lemma, case, number in found if (case, number) == ("nomn", "plur")}
    owners = {lemma for lemma, case, number in found if (case, number) == ("gent", "sing")}
    return any(several - {owner} and not is_noun_of_person(owner) for owner in owners)


def _is_person(bare: str) -> bool:
    """Whether a name is that of a person by his initials: "Ким С.П."."""
    return phrasing("ru").pattern("surname_first").match(bare) is not None


@lru_cache(maxsize=4096)
def tells_deed(text: str, lang: str) -> bool:
    """Whether a sentence or an item tells what is done and not by whom: "Ведет учет;", "вести учет", "полив сада"."""
    text = text[:_LOOKED_AT].strip()
    if lang == "kk":
        return _tells_kazakh_deed(text)
    words = read_words(text, "ru")
    verb = next((n for n, word in enumerate(words) if word.tag in _DOES and not word.subordinate), 0)
    first = next((n for n, word in enumerate(words[: _OPENS + 1]) if word.tag == "infinitive"), 0)
    if first and not (verb and verb < first):
        return not any(_is_subject(word) for word in words[1:first])
    if not verb:
        return opens_with_doing(text)
    behind = words[verb + 1 : verb + 1 + _BEHIND]
    closes = next((n for n, word in enumerate(behind) if word.tag in _CLOSES), len(behind))
    return verb <= _OPENS and not any(map(_is_subject, [*words[1:verb], *behind[:closes]]))


_CLOSES = frozenset({"comma", "colon", "semicolon", "stop", "open"})


def _is_subject(word: Word) -> bool:
    """Whether a word is a noun or pronoun in the nominative that has no other case."""
    if not is_in(word, NOUNS | {"NPRO"}, "nomn"):
        return False
    return not any(is_in(word, NOUNS | {"NPRO"}, case) for case in ("accs", "gent", "ablt", "datv"))


def does_unsaid(text: str) -> bool:
    """Whether a Kazakh sentence closes with what somebody does and names nobody who does it: "Журнал жүргізеді."."""
    words = read_words(text, "kk")
    verb = next((n for n in range(len(words) - 1, 0, -1) if words[n].tag not in _CLOSES), 0)
    if verb > _LONGEST_KAZAKH or words[verb].tag not in ("present", "negative", "can"):
        return False
    return acting_subject(words, 1, verb, None) is None


def _tells_kazakh_deed(text: str) -> bool:
    """Whether a Kazakh line closes with what somebody does, or with a noun of doing."""
    words = [word for word in read_words(text, "kk")[1:] if word.tag not in _CLOSES]
    if not words or len(words) > _LONGEST_KAZAKH:
        return False
    doing = phrasing("kk").pattern("closes_with_doing").search(text) is not None
    return doing or words[-1].tag in ("present", "negative", "to-do", "can")


_LONGEST_KAZAKH = 30
"""Words of a Kazakh line that tells a deed."""
