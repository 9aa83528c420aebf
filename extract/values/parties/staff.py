"""Posts and units inside an organisation, and persons: "Завхоз", "Планово-экономический отдел", "Омарова Г.К."."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache

from extract.language.russian import can_be_a_head, readings
from extract.language.tokens import norm_of
from extract.lexicon.staff import staff_words
from kzedu_graph.language.late_patterns import late

_WORD = re.compile(r"[^\W\d_]+")
_OF_THE_STATE = re.compile(r"\b[А-ЯӘҒҚҢӨҰҮҺІ]{2,}\b|[Рр]еспублик\w*|[Оо]блыс\w*|[Оо]бласт\w*")
"""Words by which a unit is one of the state: an abbreviation of a body, the country, a region."""
_FIELD = re.compile(r"(?:ика|логия|номия)$")
"""How words for fields end, some of which begin as those for who works in them: "энергетика", "психология"."""
PERSON = r"[A-ZА-ЯЁӘҒҚҢӨҰҮҺІ][^\W\d_]+(?:-[^\W\d_]+)?\s+(?:[A-ZА-ЯЁӘҒҚҢӨҰҮҺІ]\.\s?){1,2}"
"""A person by his surname and initials: "Сеитов А.Б."."""
_IS_PERSON = late(PERSON)
_SURNAME = r"[A-ZА-ЯЁӘҒҚҢӨҰҮҺІ][a-zа-яёәғқңөұүһі]+(?:-[^\W\d_]+)?"
_INITIALS_END = late(rf"[A-ZА-ЯЁӘҒҚҢӨҰҮҺІ]\.\s?[A-ZА-ЯЁӘҒҚҢӨҰҮҺІ]$|(?<![^\s(]){_SURNAME}\s+[A-ZА-ЯЁӘҒҚҢӨҰҮҺІ]$")
_PERSON_AT_END = late(
    rf"(?<![^\s(])(?:{_SURNAME}\s+[A-ZА-ЯЁӘҒҚҢӨҰҮҺІ]\.?(?:\s?[A-ZА-ЯЁӘҒҚҢӨҰҮҺІ]\.?)?"
    rf"|(?:[A-ZА-ЯЁӘҒҚҢӨҰҮҺІ]\.\s?){{1,2}}{_SURNAME})$"
)
LONGEST = 8
"""Words of a name that may be one."""
FIRST_WORDS = 3
"""Of a Russian name, among which its head is."""
SHORT_STEM = 3
"""Letters up to which a beginning must be the whole word: "зам", "МО"."""
CACHED_WORDS = 20_000


def is_staff(name: str, lang: str) -> bool:
    """Whether a name is that of a post or of a unit, by its words: all of them in Kazakh, whose head stands last, the
    first three in Russian, whose head stands behind its adjectives.
    """
    return kind_of_staff(name, lang) is not None


def kind_of_staff(name: str, lang: str) -> str | None:
    """`post` or `unit`, by the word that a name is built on ("Отдел главного механика" is a unit); None for neither."""
    words = [norm_of(word) for word in _WORD.findall(name)]
    if not 0 < len(words) <= LONGEST:
        return None
    known = staff_words(lang)
    of_the_state = any(not _begins(norm_of(word), known.stems) for word in _OF_THE_STATE.findall(name))
    kinds = {"post": tuple(known.posts), "unit": () if of_the_state else tuple(known.units)}
    looked_at = words[:FIRST_WORDS] if lang == "ru" else words[::-1]
    found = [(word, kind) for word in looked_at if (kind := _kind_of(word, kinds))]
    head = next((kind for word, kind in found if lang != "ru" or can_be_a_head(word)), None)
    if head or not found:
        return head
    of_a_body = any(_begins(word, tuple(known.bodies)) and can_be_a_head(word) for word in looked_at)
    return None if of_a_body and found[0][1] == "post" else found[0][1]  # "педагогические колледжи"


def _kind_of(word: str, kinds: Mapping[str, tuple[str, ...]]) -> str | None:
    """The kind whose beginning fits a word best: "бухгалтерия" is a unit, "бухгалтер" a post."""
    fitting = [
        (len(stem), kind)
        for kind, stems in kinds.items()
        if _begins(word, stems)
        for stem in stems
        if _begins(word, (stem,))
    ]
    return max(fitting)[1] if fitting else None


@lru_cache(maxsize=CACHED_WORDS)
def _begins(word: str, stems: tuple[str, ...]) -> bool:
    """Whether a word begins as one of those given does; as a short one only as a whole."""
    return word in stems or word.startswith(_long(stems))


@lru_cache(maxsize=256)
def _long(stems: tuple[str, ...]) -> tuple[str, ...]:
    """Those that a word may go on behind."""
    return tuple(stem for stem in stems if len(stem) > SHORT_STEM)


def names_people(name: str, lang: str) -> bool:
    """Whether a name is that of people, on whom a duty may lie but who are no body of a registry: "Обучающиеся 5-8-х
    классов", "педагоги, имеющие стаж", "мектеп мұғалімдері". Its head tells, in any case.
    """
    words = [norm_of(word) for word in _WORD.findall(name.split(",", maxsplit=1)[0])]
    known = staff_words(lang)
    people = (*known.persons, *known.posts)
    if lang != "ru":
        return bool(words) and _begins(words[-1], people)
    of_no_noun = False
    for word in words[:FIRST_WORDS]:
        parts = {part for _, part, _, _ in readings(word)}
        if parts & {"NOUN", "PRTF"} and _begins(word, people):
            return True
        if "NOUN" in parts and "ADJF" not in parts:  # "первые" may be both, and is no head
            return False
        of_no_noun = of_no_noun or ("ADJF" in parts and _begins(word, tuple(known.persons)))
    return of_no_noun  # "несовершеннолетние"


def begins_as_person(word: str, lang: str) -> bool:
    """Whether a word is one for people on whom a duty may be laid, in any case: "несовершеннолетних", "оқушылар"."""
    return _begins(norm_of(word), tuple(staff_words(lang).persons))


def has_head(name: str, lang: str) -> bool:
    """Whether the word that a name is built on is a post, a unit or a body: "Аким района", "Қаржы министрлігі"."""
    words = [norm_of(word) for word in _WORD.findall(name)]
    heads = words[:2] if lang == "ru" else words[-1:]
    known = (*staff_words(lang).stems, *staff_words(lang).bodies)
    return any(_begins(word, known) for word in heads)


def is_of_places(words: Sequence[str], lang: str) -> bool:
    """Whether words only say of what level or place somebody is: "Областное", "Аудан", "қалалардың"."""
    return bool(words) and all(_begins(norm_of(word), tuple(staff_words(lang).places)) for word in words)


def has_staff_head(name: str, lang: str) -> bool:
    """Whether the word that a name is built on (in Kazakh its last, in Russian of its first two) is a post or unit."""
    words = [norm_of(word) for word in _WORD.findall(name)]
    heads = [word for word in (words[:2] if lang == "ru" else words[-1:]) if not _FIELD.search(word)]
    return len(words) <= LONGEST and any(_begins(word, staff_words(lang).stems) for word in heads)


def is_person(name: str) -> bool:
    """Whether a name is that of a person with initials: "Омарова Г.К."."""
    return bool(_IS_PERSON.fullmatch(name))


def has_person_at_end(name: str) -> bool:
    """Whether a name ends with that of a person: "завуч Омарова Г.К."."""
    return bool(_PERSON_AT_END.search(name))


def is_person_alone(name: str) -> bool:
    """Whether a name is that of a person, initials before or behind: "Омарова Г.К.", "Г. Омарова"."""
    return _PERSON_AT_END.fullmatch(name.strip()) is not None or is_person(name)


def without_person(name: str) -> str:
    """A name without the person at its end: "әдіскер А. Садық" -> "әдіскер"; a person alone as it is."""
    return _PERSON_AT_END.sub("", name).rstrip(" –-") or name


def ends_in_initials(text: str, end: int) -> bool:
    """Whether a full stop at an offset is that of a person's initials: "Омарова Г.К", "Оспан Д"."""
    return text[end : end + 1] == "." and bool(_INITIALS_END.search(text[:end]))
