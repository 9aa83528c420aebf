"""Russian names in the nominative: "местным исполнительным органам" -> "местные исполнительные органы".

Only the noun that a name is of and the words that agree with it change; what it governs stays: "руководителю отдела
кадров, ответственному за склад" -> "руководитель отдела кадров, ответственный за склад".
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from extract.language.russian import parses_of
from extract.lexicon.phrasing import phrasing
from extract.lexicon.staff import staff_words
from extract.values.parties.russian_forms import (
    ATTRIBUTES,
    NOUNS,
    Form,
    form_of_parse,
    forms_of,
    nominative_of,
    parses_as,
)
from extract.values.parties.russian_persons import JOINTS, SURNAME, UnsureError, bare_name, is_surname, word_of_person
from kzedu_graph.language.letters import is_abbreviation

_TOKEN = re.compile(r"«[^»]*»|\"[^\"]*\"|[^\W\d_]+(?:-[^\W\d_]+)*|\d+|[^\w\s]")
_AND = frozenset({"и", "или", "либо", ",", "(", ")"})
_FARTHEST = 12
"""Words that may stand between an attribute and its noun: "уполномоченным в области ... органом"."""


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
    except UnsureError:
        return name
    for n, word in turned:
        name = name[: tokens[n].start()] + word + name[tokens[n].end() :]
    return name


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
        if forms_of(word, ATTRIBUTES) and _goes_on(words, n):
            agrees = _agree(words, attributes, n, ATTRIBUTES)
            run = run and agrees
            attributes += [n] if agrees else []
            opening += [n] if run else []
        elif forms_of(word, NOUNS) and _agree(words, attributes, n, NOUNS):
            return _Head(n, tuple(attributes), NOUNS)
        elif not attributes:
            return None
        else:
            run = False
    if not opening:
        return None
    last = opening[-1]
    if opening[1:] and any(_agree(words, opening, n, NOUNS, alone=True) for n in range(last + 1, len(words))):
        return None  # "Бакинскому и Розовскому | областным управлениям"
    return _Head(last, tuple(opening[:-1]), ATTRIBUTES)


def _told_by_place(words: Sequence[str], n: int) -> frozenset[str]:
    """As which part of speech a word is a head that might be an attribute by its form: a surname, a post by a doing."""
    if SURNAME.match(words[n]) and is_surname(words, n):
        return NOUNS if forms_of(words[n], NOUNS) else ATTRIBUTES
    return ATTRIBUTES if _is_post_by_doing(words, n) else frozenset()


def _is_post_by_doing(words: Sequence[str], n: int) -> bool:
    """Whether a participle is a post, by what it governs: "заведующей | столовой", "исполняющей | обязанности"."""
    if n + 1 >= len(words) or is_abbreviation(words[n + 1]):
        return False
    wording = phrasing("ru")
    if words[n + 1].lower() in wording.words("done_by_posts"):
        return _is_doing(words[n], wording.words("doings_of_posts"))
    behind = (*forms_of(words[n + 1], NOUNS), *forms_of(words[n + 1], ATTRIBUTES))
    return any(one.case == "ablt" for one in behind) and _is_doing(words[n], wording.words("heads_something"))


def _is_doing(word: str, verbs: Collection[str]) -> bool:
    """Whether a word is the participle of one of some verbs."""
    return any(parse.normal_form in verbs for parse in parses_as(word, {"PRTF"}))


def _agree(
    words: Sequence[str], attributes: Iterable[int], n: int, parts: frozenset[str], *, alone: bool = False
) -> bool:
    """Whether a word may stand in one form with all the attributes before it; in one case `alone`, whatever number."""
    each = [forms_of(words[k], ATTRIBUTES) for k in attributes]
    if alone:
        cases = {form.case for forms in each for form in forms} & _SHARED_CASES
        return words[n][:1].isalpha() and any(form.case in cases for form in forms_of(words[n], parts))
    return any(all(any(a.agrees(one) for a in forms) for forms in each) for one in forms_of(words[n], parts))


def _goes_on(words: Sequence[str], n: int) -> bool:
    """Whether a word that may be an attribute has its noun behind it: "дежурным учителям", not "рабочим школы"."""
    if not forms_of(words[n], NOUNS):
        return True
    behind = words[n + 1] if n + 1 < len(words) else ""
    if not behind[:1].isalpha():
        return False
    nouns, own = forms_of(behind, NOUNS), forms_of(words[n], ATTRIBUTES)
    governs = parses_of(words[n].lower())[0].tag.POS in NOUNS
    joined = any(a.agrees(f) for a in own for f in nouns if f.case != "gent" or not governs)
    return joined or any(a.case == f.case for a in own for f in forms_of(behind, ATTRIBUTES))


def _form_of(words: Sequence[str], head: _Head, cases: Collection[str]) -> Form | None:
    """The one form in which a noun stands with its attributes; None where it may be one of several."""
    told = [forms_of(words[n], ATTRIBUTES) for n in head.attributes]
    every = forms_of(words[head.at], head.parts)
    found = [one for one in every if all(any(a.agrees(one) for a in each) for each in told)]
    asked = [one for one in found if one.case in cases]
    if not asked and any(one.case == "nomn" for one in found):
        return None
    found = asked or found
    named = words[head.at].istitle() and not head.attributes
    if not asked and named and any((one.case, one.number) == ("gent", "plur") for one in found):
        return None  # "Розов Б.", "Шин", no several
    if head.parts == ATTRIBUTES and len({one.number for one in found}) == 1:
        return next((one for one in found if one.gender != "neut"), found[0])  # "служащего": a thing does nothing
    if len({(one.number, one.gender) for one in found}) == 1:
        return found[0]
    names = {nominative_of(words[head.at], one, head.parts) for one in asked}  # "главе": of a man, or of a book
    return found[0] if len(names) == 1 else None


def _turned(words: Sequence[str], head: _Head, form: Form) -> Iterator[tuple[int, str]]:
    """The words of a name that change, by their places, each in the nominative."""
    yield from _group(words, head, form)
    done = head.at
    for n in range(head.at + 1, len(words)):
        if n <= done:
            continue
        if is_surname(words, n):
            yield from _one(n, word_of_person(words, n, form))
        elif bare := bare_name(words, n, form, head.at):
            yield from bare
            done = bare[-1][0]
        elif words[n - 1] in JOINTS and words[n][:1].isalpha():
            attribute = n + (words[n].lower() in _ITS)  # "лицом, | его замещающим"
            agrees = attribute < len(words) and any(f.agrees(form) for f in forms_of(words[attribute], ATTRIBUTES))
            told = words[n - 1] == "," and agrees and _is_participle(words[attribute])
            further = None if told else _head_of(words, n)
            noun = further if further is not None and further.parts == NOUNS else None
            governed = _governed(words, done, n, form)
            if noun and _is_post_by_doing(words, done) and _is_headed_too(words, noun, form):
                continue  # "заведующему складом и | столовой"
            if noun and governed and form.case not in _SHARED_CASES:
                continue
            if noun and (same := _same_case(words, noun, form, done, n)):
                if governed and not _is_bearer(words, noun, governed, form):
                    continue  # "отделу по охране и | поливу"
                yield from _group(words, noun, same)
                form, done = same, noun.at
            elif governed and noun:
                continue  # "по садовой, | парковой и лесной работе"
            elif agrees and words[n - 1] == ",":  # "лицам, | ответственным за полив"
                yield from _one(attribute, nominative_of(words[attribute], form, ATTRIBUTES))


def _governed(words: Sequence[str], head: int, joint: int, form: Form) -> range:
    """The words before a joint from what governs the case of a name on: "отделу | по охране | и поливу"."""
    wording = phrasing("ru")
    cases = (form.case,) if form.case in _SHARED_CASES else (*_SHARED_CASES, "others")
    asking = frozenset[str]().union(*(wording.words(f"governs_{case}") for case in cases))
    first = next((n for n in range(head + 1, joint - 1) if words[n].lower() in asking), joint)
    return range(first, joint - 1)


def _is_bearer(words: Sequence[str], further: _Head, governed: range, form: Form) -> bool:
    """Whether a noun behind a governed one is a person or a body, and so none of what is governed.

    Raises UnsureError where the governed one may be such as well, or a name follows: "мастеру по школам и | садам".
    """
    if not _may_be_bearer(words[further.at], form):
        if words[further.at].istitle():
            raise UnsureError  # "отделу по уходу и | Зеленстрою"
        return False
    doing = _DOING.search(words[further.at])  # "по контролю и | управлению рисками"
    if doing or any(_may_be_bearer(words[n], form) for n in governed[1:]):
        raise UnsureError
    return True


def _is_headed_too(words: Sequence[str], further: _Head, form: Form) -> bool:
    """Whether a noun may be a further thing that somebody heads, and is no person: "складом и | столовой".

    Raises UnsureError where it may be a bearer as well: "представляется заведующим складом и | отделом".
    """
    headed = any(one.case == "ablt" for one in forms_of(words[further.at], NOUNS))
    if not headed or _is_person(words[further.at], form):
        return False
    if form.case == "ablt" and _may_be_bearer(words[further.at], form):
        raise UnsureError
    return True


def _is_person(word: str, form: Form) -> bool:
    """Whether a noun in the case of a name is rather somebody than something."""
    animacies = (str(parse.tag.animacy) for parse in parses_as(word, NOUNS) if form_of_parse(parse).case == form.case)
    return next(animacies, "") == "anim"


def _may_be_bearer(word: str, form: Form) -> bool:
    """Whether a word in the case of a name may be a person or begins as what bodies are called."""
    bodies = staff_words("ru")
    stems = (*bodies.units, *bodies.bodies, *bodies.organisations)
    begins = any(word.lower().startswith(stem) and len(word) <= len(stem) + _ENDING for stem in stems)
    return _is_person(word, form) or (begins and any(one.case == form.case for one in forms_of(word, NOUNS)))


_DOING = re.compile(r"[еа]ни(?:ю|ем)\Z")
_ENDING = 3
"""Letters that the ending of a case may have: "школ | ами"."""


def _is_participle(word: str) -> bool:
    """Whether an attribute is a verb's, behind which what it governs stands: "определяемым | приказом"."""
    return any(parse.tag.POS == "PRTF" for parse in parses_as(word, ATTRIBUTES))


def _group(words: Sequence[str], head: _Head, form: Form) -> Iterator[tuple[int, str]]:
    """A noun and its attributes in the nominative."""
    for n in head.attributes:
        yield from _one(n, nominative_of(words[n], form, ATTRIBUTES))
    surname = word_of_person(words, head.at, form) if is_surname(words, head.at) else None
    yield from _one(head.at, surname or nominative_of(words[head.at], form, head.parts))


def _one(n: int, word: str | None) -> Iterator[tuple[int, str]]:
    if word is not None:
        yield n, word


def _same_case(words: Sequence[str], head: _Head, form: Form, begin: int, joint: int) -> Form | None:
    """The form of a further noun in the case of the first, where no other governs that case: "судьям и | сторожу".

    What may be in the genitive, too, may be owned by the noun before it: "отделу учета, | охраны". `begin` is the
    noun before the joint that is in the nominative already.
    """
    every = forms_of(words[head.at], NOUNS)
    told = [forms_of(words[n], ATTRIBUTES) for n in head.attributes]
    fits = (one for one in every if all(any(a.agrees(one) for a in each) for each in told))
    same = next((one for one in fits if one.case == form.case), None)
    owned = joint - 1 > begin + 1 and any(one.case == "gent" for one in every)
    if same is None or not owned or form.case in _SHARED_CASES:
        return None if owned else same
    before = words[joint - 2]
    alive = any(parse.tag.animacy == "anim" for parse in parses_as(before, NOUNS))
    if _is_person(words[head.at], form) and not alive:
        raise UnsureError  # "директора школы и | сторожа"
    return None


_SHARED_CASES = frozenset({"datv", "ablt"})
_ITS = frozenset({"его", "ее", "её", "их"})
