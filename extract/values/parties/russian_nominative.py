"""Russian names in the nominative: "местным исполнительным органам" -> "местные исполнительные органы".

Only the noun that a name is of and the words that agree with it change; what it governs stays: "руководителю отдела
кадров, ответственному за склад" -> "руководитель отдела кадров, ответственный за склад".
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from pymorphy3.analyzer import Parse

from extract.language.russian import parses_of
from extract.lexicon.phrasing import phrasing
from extract.lexicon.staff import staff_words
from kzedu_graph.language.letters import is_abbreviation

_TOKEN = re.compile(r"«[^»]*»|\"[^\"]*\"|[^\W\d_]+(?:-[^\W\d_]+)*|\d+|[^\w\s]")
_ATTRIBUTES = frozenset({"ADJF", "PRTF"})
_NOUNS = frozenset({"NOUN"})
_AND = frozenset({"и", "или", "либо", ",", "(", ")"})
_FARTHEST = 12
"""Words that may stand between an attribute and its noun: "уполномоченным в области ... органом"."""


@dataclass(frozen=True, slots=True)
class _Form:
    """What a form may be: its case, its number, its gender ("" in the plural, or where the dictionary tells none).

    An accusative is of somebody or of a thing ("anim", "inan"), which other cases do not show.
    """

    case: str
    number: str
    gender: str
    animacy: str = ""

    def agrees(self, other: _Form) -> bool:
        """Whether two words in these forms may belong together."""
        same = (self.case, self.number) == (other.case, other.number)
        alive = not self.animacy or not other.animacy or self.animacy == other.animacy
        return same and alive and (not self.gender or not other.gender or self.gender == other.gender)


def russian_nominative(name: str, cases: Collection[str]) -> str:
    """A name in the nominative where its case can be told: by its own words, or by the `cases` that its place asks for.

    `cases` are pymorphy's ("datv", "ablt"), none where its place asks for none. A name that may be in the nominative
    as it stands is left so, unless its place asks for others: "школы" of "директор школы", not of "школы обязаны".
    """
    tokens = list(_TOKEN.finditer(name))
    words = [match[0] for match in tokens]
    head = _head_of(words)
    if head is None:
        return name
    form = _form_of(words, head, cases)
    if form is None or form.case == "nomn":
        return name
    try:
        turned = sorted(_turned(words, head, form), reverse=True)
    except _UnsureError:
        return name
    for n, word in turned:
        name = name[: tokens[n].start()] + word + name[tokens[n].end() :]
    return name


class _UnsureError(Exception):
    """A name of which some words would change and others, that may belong with them, cannot."""


@dataclass(frozen=True, slots=True)
class _Head:
    """The place of the word that a name is of, the attributes before it, and as which parts of speech it is read."""

    at: int
    attributes: tuple[int, ...]
    parts: frozenset[str]


def _head_of(words: Sequence[str], start: int = 0) -> _Head | None:
    """The noun that a name is of: the first, or the first that agrees with the attributes before it.

    Where none does, an attribute stands for the noun: "дежурным", "заведующей складом", "районной | МКЗ".
    """
    attributes: list[int] = []
    opening: list[int] = []
    run = True
    for n in range(start, min(len(words), start + _FARTHEST + 1)):
        word = words[n]
        if is_abbreviation(word) or not (word[:1].isalpha() or word in _AND):
            break
        if word in _AND:
            continue
        if parts := _told_by_place(words, n):
            return _Head(n, tuple(attributes), parts) if _agree(words, attributes, n, parts) else None
        if _forms(word, _ATTRIBUTES) and _goes_on(words, n):
            agrees = _agree(words, attributes, n, _ATTRIBUTES)
            run = run and agrees
            attributes += [n] if agrees else []
            opening += [n] if run else []
        elif _forms(word, _NOUNS) and _agree(words, attributes, n, _NOUNS):
            return _Head(n, tuple(attributes), _NOUNS)
        elif not attributes:
            return None
        else:
            run = False
    if not opening:
        return None
    last = opening[-1]
    if opening[1:] and any(_agree(words, opening, n, _NOUNS, alone=True) for n in range(last + 1, len(words))):
        return None  # "Бакинскому и Розовскому | областным управлениям"
    return _Head(last, tuple(opening[:-1]), _ATTRIBUTES)


def _told_by_place(words: Sequence[str], n: int) -> frozenset[str]:
    """As which part of speech a word is a head that might be an attribute by its form: a surname, a post by a doing."""
    if _SURNAME.match(words[n]) and _is_surname(words, n):
        return _NOUNS if _forms(words[n], _NOUNS) else _ATTRIBUTES
    return _ATTRIBUTES if _is_post_by_doing(words, n) else frozenset()


def _is_post_by_doing(words: Sequence[str], n: int) -> bool:
    """Whether a participle is a post, by what it governs: "заведующей | столовой", "исполняющей | обязанности"."""
    if n + 1 >= len(words) or is_abbreviation(words[n + 1]):
        return False
    wording = phrasing("ru")
    if words[n + 1].lower() in wording.words("done_by_posts"):
        return _is_doing(words[n], wording.words("doings_of_posts"))
    behind = (*_forms(words[n + 1], _NOUNS), *_forms(words[n + 1], _ATTRIBUTES))
    return any(one.case == "ablt" for one in behind) and _is_doing(words[n], wording.words("heads_something"))


def _is_doing(word: str, verbs: Collection[str]) -> bool:
    """Whether a word is the participle of one of some verbs."""
    return any(parse.normal_form in verbs for parse in _parses(word, {"PRTF"}))


def _agree(
    words: Sequence[str], attributes: Iterable[int], n: int, parts: frozenset[str], *, alone: bool = False
) -> bool:
    """Whether a word may stand in one form with all the attributes before it; in one case `alone`, whatever number."""
    each = [_forms(words[k], _ATTRIBUTES) for k in attributes]
    if alone:
        cases = {form.case for forms in each for form in forms} & _SHARED_CASES
        return words[n][:1].isalpha() and any(form.case in cases for form in _forms(words[n], parts))
    return any(all(any(a.agrees(one) for a in forms) for forms in each) for one in _forms(words[n], parts))


def _goes_on(words: Sequence[str], n: int) -> bool:
    """Whether a word that may be an attribute has its noun behind it: "дежурным учителям", not "рабочим школы"."""
    if not _forms(words[n], _NOUNS):
        return True
    behind = words[n + 1] if n + 1 < len(words) else ""
    if not behind[:1].isalpha():
        return False
    nouns, own = _forms(behind, _NOUNS), _forms(words[n], _ATTRIBUTES)
    governs = parses_of(words[n].lower())[0].tag.POS in _NOUNS
    joined = any(a.agrees(f) for a in own for f in nouns if f.case != "gent" or not governs)
    return joined or any(a.case == f.case for a in own for f in _forms(behind, _ATTRIBUTES))


@lru_cache(maxsize=4096)
def _forms(word: str, parts: frozenset[str]) -> tuple[_Form, ...]:
    """The forms that a word may have as one of some parts of speech."""
    return tuple(dict.fromkeys(_form(parse) for parse in _parses(word, parts)))


def _parses(word: str, parts: Collection[str]) -> Iterator[Parse]:
    for parse in parses_of(word.lower()):
        if (
            parse.tag.POS in parts
            and parse.tag.case
            and parse.score > _UNLIKELY
            and _NO_HEADS.isdisjoint(parse.tag.grammemes)
        ):
            yield parse


_NO_HEADS = frozenset({"Abbr", "Geox", "Poss"})
"""Short forms, names of places ("города | Алматы"), and attributes that are surnames ("Розову")."""
_UNLIKELY = 0.001
"""Share below which the dictionary's reading of a form is not meant."""
_OLDER_CASES = {"gen2": "gent", "acc2": "accs", "loc2": "loct"}


def _form(parse: Parse) -> _Form:
    number = str(parse.tag.number or "sing")
    case = _OLDER_CASES.get(str(parse.tag.case), str(parse.tag.case))
    animacy = str(parse.tag.animacy or "") if case == "accs" else ""
    return _Form(case, number, str(parse.tag.gender or "") if number == "sing" else "", animacy)


def _form_of(words: Sequence[str], head: _Head, cases: Collection[str]) -> _Form | None:
    """The one form in which a noun stands with its attributes; None where it may be one of several."""
    told = [_forms(words[n], _ATTRIBUTES) for n in head.attributes]
    every = _forms(words[head.at], head.parts)
    found = [one for one in every if all(any(a.agrees(one) for a in each) for each in told)]
    asked = [one for one in found if one.case in cases]
    if not asked and any(one.case == "nomn" for one in found):
        return None
    found = asked or found
    named = words[head.at].istitle() and not head.attributes
    if not asked and named and any((one.case, one.number) == ("gent", "plur") for one in found):
        return None  # "Розов Б.", "Шин", no several
    if head.parts == _ATTRIBUTES and len({one.number for one in found}) == 1:
        return next((one for one in found if one.gender != "neut"), found[0])  # "служащего": a thing does nothing
    return found[0] if len({(one.number, one.gender) for one in found}) == 1 else None


def _turned(words: Sequence[str], head: _Head, form: _Form) -> Iterator[tuple[int, str]]:
    """The words of a name that change, by their places, each in the nominative."""
    yield from _group(words, head, form)
    done = head.at
    for n in range(head.at + 1, len(words)):
        if n <= done:
            continue
        if _is_surname(words, n):
            yield from _one(n, _of_person(words, n, form))
        elif bare := _bare_name(words, n, form, head.at):
            yield from bare
            done = bare[-1][0]
        elif words[n - 1] in _JOINTS and words[n][:1].isalpha():
            attribute = n + (words[n].lower() in _ITS)  # "лицом, | его замещающим"
            agrees = attribute < len(words) and any(f.agrees(form) for f in _forms(words[attribute], _ATTRIBUTES))
            told = words[n - 1] == "," and agrees and _is_participle(words[attribute])
            further = None if told else _head_of(words, n)
            owned = n - 1 > head.at + 1  # "управлениям | дела и | охраны"
            noun = further if further is not None and further.parts == _NOUNS else None
            governed = _governed(words, done, n, form)
            if noun and _is_post_by_doing(words, done) and _is_headed_too(words, noun, form):
                continue  # "заведующему складом и | столовой"
            if noun and (same := _same_case(words, noun, form, owned=owned)):
                if governed and not _is_bearer(words, noun, governed, form):
                    continue  # "отделу по охране и | поливу"
                yield from _group(words, noun, same)
                form, done = same, noun.at
            elif governed and noun:
                continue  # "по садовой, | парковой и лесной работе"
            elif agrees and words[n - 1] == ",":  # "лицам, | ответственным за полив"
                yield from _one(attribute, _nominative(words[attribute], form, _ATTRIBUTES))


def _governed(words: Sequence[str], head: int, joint: int, form: _Form) -> range:
    """The words before a joint from what governs the case of a name on: "отделу | по охране | и поливу"."""
    asking = phrasing("ru").words(f"governs_{form.case}") if form.case in _SHARED_CASES else frozenset[str]()
    first = next((n for n in range(head + 1, joint - 1) if words[n].lower() in asking), joint)
    return range(first, joint - 1)


def _is_bearer(words: Sequence[str], further: _Head, governed: range, form: _Form) -> bool:
    """Whether a noun behind a governed one is a person or a body, and so none of what is governed.

    Raises _UnsureError where the governed one may be such as well, or a name follows: "мастеру по школам и | садам".
    """
    if not _may_be_bearer(words[further.at], form):
        if words[further.at].istitle():
            raise _UnsureError  # "отделу по уходу и | Зеленстрою"
        return False
    doing = _DOING.search(words[further.at])  # "по контролю и | управлению рисками"
    if doing or any(_may_be_bearer(words[n], form) for n in governed[1:]):
        raise _UnsureError
    return True


def _is_headed_too(words: Sequence[str], further: _Head, form: _Form) -> bool:
    """Whether a noun may be a further thing that somebody heads, and is no person: "складом и | столовой".

    Raises _UnsureError where it may be a bearer as well: "представляется заведующим складом и | отделом".
    """
    headed = any(one.case == "ablt" for one in _forms(words[further.at], _NOUNS))
    if not headed or _is_person(words[further.at], form):
        return False
    if form.case == "ablt" and _may_be_bearer(words[further.at], form):
        raise _UnsureError
    return True


def _is_person(word: str, form: _Form) -> bool:
    """Whether a noun in the case of a name is rather somebody than something."""
    animacies = (str(parse.tag.animacy) for parse in _parses(word, _NOUNS) if _form(parse).case == form.case)
    return next(animacies, "") == "anim"


def _may_be_bearer(word: str, form: _Form) -> bool:
    """Whether a word in the case of a name may be a person or begins as what bodies are called."""
    bodies = staff_words("ru")
    stems = (*bodies.units, *bodies.bodies, *bodies.organisations)
    begins = any(word.lower().startswith(stem) and len(word) <= len(stem) + _ENDING for stem in stems)
    return _is_person(word, form) or (begins and any(one.case == form.case for one in _forms(word, _NOUNS)))


_DOING = re.compile(r"[еа]ни(?:ю|ем)\Z")
_ENDING = 3
"""Letters that the ending of a case may have: "школ | ами"."""


def _is_participle(word: str) -> bool:
    """Whether an attribute is a verb's, behind which what it governs stands: "определяемым | приказом"."""
    return any(parse.tag.POS == "PRTF" for parse in _parses(word, _ATTRIBUTES))


def _group(words: Sequence[str], head: _Head, form: _Form) -> Iterator[tuple[int, str]]:
    """A noun and its attributes in the nominative."""
    for n in head.attributes:
        yield from _one(n, _nominative(words[n], form, _ATTRIBUTES))
    surname = _of_person(words, head.at, form) if _is_surname(words, head.at) else None
    yield from _one(head.at, surname or _nominative(words[head.at], form, head.parts))


def _one(n: int, word: str | None) -> Iterator[tuple[int, str]]:
    if word is not None:
        yield n, word


def _same_case(words: Sequence[str], head: _Head, form: _Form, *, owned: bool) -> _Form | None:
    """The form of a further noun in the case of the first, where no other governs that case: "судьям и | сторожу".

    What may be in the genitive, too, may be `owned` by the noun before it: "отделу учета, | охраны".
    """
    every = _forms(words[head.at], _NOUNS) if form.case in _SHARED_CASES else ()
    if owned and any(one.case == "gent" for one in every):
        return None
    return next((one for one in every if one.case == form.case), None)


_SHARED_CASES = frozenset({"datv", "ablt"})
_JOINTS = frozenset({",", "и", "или", "либо", "("})
_ITS = frozenset({"его", "ее", "её", "их"})


def _is_surname(words: Sequence[str], n: int) -> bool:
    """Whether a word with a capital stands beside an initial: "Розовой | А.", "А.Б. | Розовой"."""
    if not words[n].istitle() or len(words[n]) < _SHORTEST_SURNAME or _is_whose_name_is_borne(words, n):
        return False
    if any(_PATRONYMIC.search(word) for word in words[n : n + 3] if word.istitle()):
        return True
    beside = words[n + 1 : n + 3], words[max(n - 2, 0) : n]
    return any(len(pair) == _PAIR and len(pair[0]) == 1 and pair[0].isupper() and pair[1] == "." for pair in beside)


def _of_person(words: Sequence[str], n: int, form: _Form) -> str | None:
    """A word of a person's name in the nominative, None where it may be so as it stands; raises _UnsureError where one
    of his names beside a patronymic shows no case: "Алие" of "Алие" or of "Алия".
    """
    turned = _surname(words[n], form)
    patronymic = next((word for word in words[n + 1 : n + 2] if word.istitle() and _PATRONYMIC.search(word)), None)
    if patronymic is not None and turned in (None, words[n]) and not _is_undeclined(words[n], patronymic):
        raise _UnsureError
    return turned


def _is_undeclined(name: str, patronymic: str) -> bool:
    """Whether a first name has no cases: a woman's in a consonant, "Айжан | Ериковне"."""
    return not patronymic.endswith(_OF_MEN) and name[-1] not in "аеёиоуыэюя"


_OF_MEN = ("ича", "ичу", "ичем")


def _bare_name(words: Sequence[str], n: int, form: _Form, head: int) -> list[tuple[int, str]]:
    """A surname without initials behind a post, alone or before a first name, in the nominative: "мастеру | Розову".

    Raises _UnsureError where the first name shows no case, or the surname may be a name of what stands before it.
    """
    turned = _regular(words[n], form) if words[n].istitle() and not words[n - 1].istitle() else None
    if turned is None or form.number != "sing" or words[n - 1] in _JOINTS or _is_whose_name_is_borne(words, n):
        return []
    behind = n + 1
    if behind < len(words) and words[behind].istitle():
        first = _surname(words[behind], form)
        if first is None or (first == words[behind] and not _is_undeclined(first, "")):
            raise _UnsureError
        return [(n, turned), (behind, first)]
    if behind < len(words) and words[behind] not in _JOINTS:
        return []
    owned = any(one.case == "gent" for k in range(head + 1, n) for one in _forms(words[k], _NOUNS))
    if owned and form.case in ("gent", "accs"):
        return []  # "директора школы | Розова"
    if owned and words[n].endswith("ой"):
        raise _UnsureError  # "сторожу улицы | Садовой"
    return [(n, turned)]


def _is_whose_name_is_borne(words: Sequence[str], n: int) -> bool:
    """Whether a word is of him whose name an organisation bears: "школе имени Е. | Розова", not "... Розовой А."."""
    bears = phrasing("ru").words("bears_name")
    first = next((k + 1 for k in range(n - 1, -1, -1) if words[k].lower() in bears), None)
    if first is None:
        return False
    first += words[first] == "."  # "им. | Розова"
    named = first
    while len(words[named]) == 1 and words[named].isupper() and words[named + 1 : named + 2] == ["."]:
        named += _PAIR
    if named > first:
        return n <= named
    while named < n and words[named].istitle():
        named += 1
    beside = words[n + 1 : n + 2]
    another = n > first and len(beside) == 1 and len(beside[0]) == 1 and beside[0].isupper()
    return named == n and not another  # "имени Розова | Липовой А."


_PATRONYMIC = re.compile(r"(?:(?:ов|ев|ь)ич(?:а|у|ем)|(?:ов|ев|ич)н(?:ы|е|у|ой))\Z")
_SHORTEST_SURNAME = 3
_PAIR = 2


def _surname(word: str, form: _Form) -> str | None:
    """A surname in the nominative, of whatever gender it shows: "Розовой" -> "Розова", "Розову" -> "Розов"."""
    if (regular := _regular(word, form)) is not None:
        return regular
    for parse in _parses(word, _NOUNS):
        of_name = not _NAMES.isdisjoint(parse.tag.grammemes)
        if of_name and _form(parse).case == form.case and parse.tag.number == "sing":
            return _as_printed(word, parse.inflect({"nomn", "sing"}))
    return None


def _regular(word: str, form: _Form) -> str | None:
    """A surname of Russian make in the nominative; None for any other word."""
    match = _SURNAME.match(word)
    ends = _ENDINGS.get(form.case, {})
    return match["stem"] + ends[match["end"]] if match and match["end"] in ends else None


_NAMES = frozenset({"Surn", "Name", "Patr"})
_SURNAME = re.compile(r"(?P<stem>\w+(?:[оеё]в|[иы]н))(?P<end>а|у|ой|ым)\Z")
"""A surname of Russian make, which the dictionary may take for another word: "Розов" + "а"."""
_ENDINGS = {
    "gent": {"а": "", "ой": "а"},
    "accs": {"а": "", "у": "а"},
    "datv": {"у": "", "ой": "а"},
    "ablt": {"ым": "", "ой": "а"},
}


def _nominative(word: str, form: _Form, parts: Collection[str]) -> str | None:
    """A word that stands in a form, in the nominative of its number and gender."""
    for parse in _parses(word, parts):
        if _form(parse).agrees(form):
            agreed = {"nomn", form.number, *([form.gender] if form.gender and parts == _ATTRIBUTES else [])}
            return _as_printed(word, _stressed(_inflected(parse, agreed)))
    return None


def _inflected(parse: Parse, asked: set[str]) -> Parse | None:
    """A word in other forms; one of several superlatives in its own make: "высшим" -> "высшие", not "высочайшие"."""
    if "Supr" not in parse.tag:
        return parse.inflect(asked)
    formed = (one for one in parse.lexeme if {"Supr", *asked} <= one.tag.grammemes)
    return next((one for one in formed if parse.word.startswith(one.word[:-_ENDING_OF_ATTRIBUTE])), None)


_ENDING_OF_ATTRIBUTE = 2
"""Letters, in the nominative: "высш | ие"."""


def _stressed(parse: Parse | None) -> Parse | None:
    """A plural in the ending that is said, where the dictionary has two: "учителя" for "учители"."""
    if parse is None or parse.tag.POS != "NOUN" or parse.tag.number != "plur" or parse.word[-1:] not in _STRESSED:
        return parse
    other = parses_of(parse.word[:-1] + _STRESSED[parse.word[-1]])
    said = (p for p in other if p.tag.case == "nomn" and p.tag.number == "plur" and p.normal_form == parse.normal_form)
    return next(said, parse)


_STRESSED = {"и": "я", "ы": "а"}


def _as_printed(word: str, parse: Parse | None) -> str | None:
    """A form with the capitals of the word that it is put for, and its "ё"."""
    if parse is None:
        return None
    told = str(parse.word) if "ё" in word.lower() else str(parse.word).replace("ё", "е")
    if word.isupper():
        return told.upper()
    return "-".join(
        part[:1].upper() + part[1:] if printed[:1].isupper() else part
        for part, printed in zip(told.split("-"), word.split("-"), strict=False)
    )
