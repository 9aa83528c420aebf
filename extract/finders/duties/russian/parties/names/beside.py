"""What stands behind a party's noun with a preposition: its kind, its place, whose council it is, who acts with it."""

from __future__ import annotations

from collections.abc import Sequence

from extract.finders.duties.grammar.words import Word
from extract.finders.duties.russian.added import opens_field
from extract.finders.duties.russian.cases import ADJECTIVES, LINKS, NOUNS, is_in
from extract.finders.duties.russian.governed import AND_OR
from extract.finders.duties.russian.kinds import is_doing
from extract.finders.duties.russian.parties.names.actors import is_party
from extract.finders.duties.russian.parties.names.bodies import LONGEST
from extract.finders.duties.russian.parties.names.which import aged, ruled_by
from extract.language.russian import readings
from extract.lexicon.phrasing import phrasing

_WORDING = phrasing("ru")


def sends_along(words: Sequence[Word], n: int) -> bool:
    """Whether "с" opens what somebody sends along, not who he is: "отделом | с сопроводительным письмом".

    It tells who he is before what one does with no paper: "дети | с заключением врача | проходят обследование".
    """
    if not _has_paper(words, n):
        return False
    verb = next((word for word in words[n + 1 : n + LONGEST] if word.tag in _ENDS_PARTY), None)
    told = verb is not None and verb.tag in _ACTS
    return not told or _WORDING.pattern("sends_or_signs").match(verb.norm if verb else "") is not None


_ACTS = frozenset({"present", "must", "may", "entitled", "allowed", "have"})
_ENDS_PARTY = _ACTS | frozenset({"comma", "stop", "semicolon", "passive", "given", "infinitive", "participle"})


def _has_paper(words: Sequence[Word], n: int) -> bool:
    """Whether "с" opens a paper: "с сопроводительным письмом", "с отметкой"."""
    return words[n].norm in _WORDING.words("with") and _paper(words, n) > 0


def _paper(words: Sequence[Word], n: int) -> int:
    """The place of the paper behind "с", over its attributes; 0 where none stands."""
    k = n + 1
    while k < len(words) and is_in(words[k], ADJECTIVES, "ablt") and not is_in(words[k], NOUNS, "ablt"):
        k += 1
    return k if k < len(words) and words[k].norm in _WORDING.words("goes_along") else 0


def _end_of_paper(words: Sequence[Word], n: int, end: int) -> int:
    """Where a paper ends that tells of what kind somebody is: "граждане | с отметкой о прививке"."""
    k = _paper(words, n) + 1
    tells = k + 1 < end and words[k].norm in _WORDING.words("paper_tells_of")
    if tells and is_in(words[k + 1], ADJECTIVES | NOUNS, "loct"):
        k = next((m for m in range(k + 1, end) if is_in(words[m], NOUNS, "loct")), k) + 1
    return k


def apposed(words: Sequence[Word], n: int, end: int) -> int:
    """How many words say behind a dash what else an owner is: "директором сада – заказчика"; 0 where none do."""
    dash = words[n].tag == "dash" and words[n].start > words[n - 1].end and n + 1 < end
    return 2 if dash and is_in(words[n - 1], NOUNS, "gent") and is_party(words, n + 1, "gent") else 0


def beside(words: Sequence[Word], n: int, end: int) -> int:
    """How many words say of what kind a party is: "вне зависимости от языка", "с особыми потребностями"."""
    if words[n].norm in _WORDING.words("regardless") and n + 3 < end:
        k = n + 3
    elif words[n].norm in _WORDING.words("whatever") and n + 2 < end:
        k = n + 2
    elif _has_paper(words, n):
        k = n if sends_along(words, n) else _end_of_paper(words, n, end)
    elif words[n].norm in _WORDING.words("with") and n + 1 < end and is_in(words[n + 1], ADJECTIVES, "ablt"):
        k = _end_of_kind(words, n + 1, end)
    elif years := aged(words, n, end):
        return years
    elif n + 2 < end and words[n].norm == "на" and _WORDING.pattern("legal_form").match(words[n + 1].norm):
        k = n + 2
    elif n + 2 < end and _stands_with_body(words, n):
        k = n + 1
        while k < end and is_in(words[k], ADJECTIVES | NOUNS, "loct"):
            k += 1
    elif n + 2 < end and (_is_of_office(words, n) or _WORDING.pattern("from_among").match(_two(words, n))):
        k = n + 2
    elif ruled := ruled_by(words, n, end):
        return ruled
    else:
        return 0
    while k < end and is_in(words[k], NOUNS | ADJECTIVES, "gent") and not is_in(words[k], LINKS):
        k += 1
    return k - n


def _end_of_kind(words: Sequence[Word], n: int, end: int) -> int:
    """Where the words end by which a kind is told: "с русским, казахским и английским языками"."""
    while n < end and is_in(words[n], ADJECTIVES | NOUNS, "ablt"):
        joint = n + 2 < end and (words[n + 1].tag == "comma" or words[n + 1].norm in AND_OR)
        further = joint and not is_in(words[n], NOUNS, "ablt") and is_in(words[n + 2], ADJECTIVES, "ablt")
        n += 1 + further
    return n


def _stands_with_body(words: Sequence[Word], n: int) -> bool:
    """Whether "при" tells at whose side a council or a commission is: "Совет при уполномоченном органе"."""
    bodies = _WORDING.words("bodies_at_side")
    if is_doing(words[n + 1]) or _two(words, n).replace(" ", "-") in _WORDING.words("closing_condition"):
        return False  # "член комиссии | при наличии спора"
    council = any(lemma in bodies for lemma, *_ in readings(words[n - 1].norm))
    return words[n].norm in _WORDING.words("while") and council and is_in(words[n + 1], ADJECTIVES | NOUNS, "loct")


def _two(words: Sequence[Word], n: int) -> str:
    return f"{words[n].norm} {words[n + 1].norm}"


def _is_of_office(words: Sequence[Word], n: int) -> bool:
    """Whether "в" opens the field of an office: "уполномоченный орган в сфере защиты"."""
    if not opens_field(words, n):
        return False
    k = n - 1
    while k > 1 and is_in(words[k], NOUNS | ADJECTIVES, "gent") and not _is_office(words[k]):
        k -= 1  # "организации садоводства | в сфере ухода"
    return _is_office(words[k])


def _is_office(word: Word) -> bool:
    return any(lemma in _WORDING.words("offices_of_fields") for lemma, *_ in readings(word.norm))


def is_together(words: Sequence[Word], n: int) -> bool:
    """Whether a word in the instrumental goes on with who acts beside: "совместно с садами РК и | школами"."""
    if not is_in(words[n], ADJECTIVES | NOUNS, "ablt"):
        return False
    k = next((k for k in range(n - 1, max(0, n - LONGEST), -1) if words[k].norm in _WORDING.words("together")), 0)
    return k > 0 and all(word.tag in ("word", "comma", "title") for word in words[k:n])
