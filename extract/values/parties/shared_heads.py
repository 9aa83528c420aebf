"""Names of bodies that share the word they are built on, and names with a comma of their own.

"управления здравоохранения, внутренних дел"           two of one kind: each with the head, in the singular
"Управления: лесов; труда, занятости"                  the same behind a colon, parted by semicolons if there are any
"білім, мәдениет басқармалары"                         two of one kind, the head behind the last
"управления культуры, спорта областей и столицы"       two classes, the places behind the last
"маслихаты и акиматы районов"                          two classes likewise
"Еңбек, жұмыспен қамту және ... қорғау басқармасы"     one, whose matters a comma parts
"Кәсіпкерлікті, шағын бизнесті дамыту комитеті"        one, by matters in the accusative
"отделы садов Алого, Белого и Синего районов"          one class, by places that share its head and matter
"Мекеме, ұйымдар басшылығы"                            one, who is in charge of all of them
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from extract.language.russian import nominative, readings
from extract.lexicon.words import words
from extract.values.parties.one_class import Piece, opens_a_list
from extract.values.parties.parted_names import VOWELS
from extract.values.parties.places_of_classes import shared_places, without_their_commas
from extract.values.parties.staff import has_head, is_of_places, is_person
from extract.values.quotes import quoted, split_outside
from kzedu_graph.language.late_patterns import late

Name = tuple[str, int, int]
"""A body's name and the offsets of the words that it stands in."""
IsBody = Callable[[str], bool]
WORD = late(r"[^\W\d_]+(?:-[^\W\d_]+)?")
_MATTER = late(r"[^\W\d_]+(?:[\s.-]+[^\W\d_]+){0,3}\.?")
_PLACES = late(
    r"[А-ЯЁ][а-яё-]+(?:ого|его|ой)(?:\s+и\s+[А-ЯЁ][а-яё-]+(?:ого|его|ой))?(?:\s+(?:район|област|город|округ)[а-яё]*)?"
)
"""Places in the genitive, with or without what they are: "Белого", "Белого и Синего районов"."""
_ABBREVIATION = late(r"\w*[A-ZА-ЯЁӘҒҚҢӨҰҮҺІ]{2}")
_PLURAL = late(r"[лдт][ае]р$")
_ACCUSATIVE = late(r"[дтн][ыі]$")
_HEADS = late(r"(?:управлени|отдел|департамент|министерств|комитет|агентств|инспекци)\w*", re.IGNORECASE)
"""Units of the state that are told apart by what they are for; in Kazakh, in the plural:"""
_SHARED = late(r"(?:басқарма|бөлім|департамент|министрлік|комитет|агенттік|инспекция)[лдт][ае]р[ыі]", re.IGNORECASE)
_INSTITUTION = late(r"(?:мекеме|ұйым|кәсіпор|мектеп|колледж|оқу ор)[^\W\d_]{0,5}(?<![ыі])", re.IGNORECASE)
_IN_CHARGE = late(r"(?:әкімшілігі|әкімшіліктері|басшылығы|басшылары|директорлары)$")
_OFFICE = late(r"аппарат[ыі]?$")
"""Who works for a body: "әкімнің аппараты"."""
_BACK = "аоұыуя"
_SOFTENED = {"к": "г", "қ": "ғ", "п": "б"}


def with_their_heads(text: str, pieces: Sequence[Piece], is_body: IsBody) -> list[Piece]:
    """Kazakh pieces that commas part, those that have no head of their own together with the piece that has theirs."""
    found: list[Piece] = []
    at = 0
    while at < len(pieces):
        last = _reaches(text, pieces[at:], is_body)
        found.append((pieces[at][0], pieces[at + last][1], pieces[at + last][2]))
        at += last + 1
    return found


def _reaches(text: str, pieces: Sequence[Piece], is_body: IsBody) -> int:
    """How many pieces the first goes on into: 0 where it is a name by itself."""
    if led := _led_by_one(text, pieces):
        return led
    count = 0
    while count < len(pieces) and not pieces[count][2] and _is_matter(_own_matter(text, *pieces[count][:2]), is_body):
        count += 1
    if count == 0 or count == len(pieces):
        return 0
    start, end, _ = pieces[count]
    name, before = text[start:end], text[pieces[count - 1][0] : pieces[count - 1][1]]
    if is_body(text[pieces[0][0] : end]):
        return count
    if not has_head(name, "kk") or not name[0].islower() or is_body(name):
        return 0
    shares = bool(_SHARED.fullmatch(name.split()[-1]))
    one = any(f" {each} " in name for each in words("kk").conjunctions) or bool(_ACCUSATIVE.search(before))
    return count if one or shares else 0


def _led_by_one(text: str, pieces: Sequence[Piece]) -> int:
    """How many pieces the first goes on into where all of them are institutions and the last says who leads them."""
    names = [text[start:end] for start, end, _ in pieces]
    count = next((n for n, name in enumerate(names) if not _INSTITUTION.fullmatch(name)), 0)
    leads = count and _IN_CHARGE.search(names[count]) and _INSTITUTION.match(names[count])
    return count if leads and not any(agreed for _, _, agreed in pieces[:count]) else 0


def _is_matter(name: str, is_body: IsBody) -> bool:
    """Whether words say what a body is for, and name none: "Еңбек", "тілдерді дамыту"."""
    return (
        bool(_MATTER.fullmatch(name))
        and not _ABBREVIATION.match(name)
        and not _PLURAL.search(name)
        and not _OFFICE.search(name)
        and not has_head(name, "kk")
        and not is_of_places(WORD.findall(name), "kk")
        and not is_person(name)
        and not is_body(name)
    )


def with_one_head(text: str, start: int, end: int, lang: str, is_body: IsBody) -> list[Name]:
    """The bodies between two offsets: one, or those that share a head in the plural, each with it in the singular."""
    whole = " ".join(text[start:end].split())
    if not ("," in without_their_commas(whole, lang) or opens_a_list(whole)) or is_body(whole):
        return [(whole, start, end)]
    found = list(_russian(text, start, end, is_body) if lang == "ru" else _kazakh(text, start, end, is_body))
    return found if len(found) > 1 else [(whole, start, end)]


def with_shared_places(text: str, names: Sequence[Name], lang: str, is_body: IsBody) -> list[Name]:
    """Classes that a conjunction joins, each with the places of the one behind it, in Kazakh of the one before it:
    "маслихаты и акиматы районов" is "маслихаты районов" too.
    """
    found = list(names)
    for n in range(len(found) - 1, 0, -1) if lang == "ru" else range(1, len(found)):
        bare, placed = (n - 1, n) if lang == "ru" else (n, n - 1)
        name, start, end = found[bare]
        joint = text[found[n - 1][2] : found[n][1]].strip().casefold()
        places = shared_places(text, *names[placed][1:], lang) if joint in words(lang).conjunctions else None
        if places is None or name.isupper() or shared_places(text, start, end, lang):
            continue
        told = [name, text[slice(*places)]]
        shared = " ".join(" ".join(told if lang == "ru" else told[::-1]).split())
        if is_body(shared):
            found[bare] = (shared, start, end)
    return found


def _russian(text: str, start: int, end: int, is_body: IsBody) -> Iterator[Name]:
    named = _russian_head(text, start)
    if named is None:
        return
    head, behind = named
    mark = ";" if opens_a_list(text[start:end]) and ";" in text[start:end] else ","
    bounds = list(_between(mark, without_their_commas(text, "ru"), start, end))
    bounds[0] = (behind, bounds[0][1])
    if any(_PLACES.fullmatch(text[a:b]) for a, b in bounds[1:]):
        return
    places = shared_places(text, start, end, "ru")
    at = 0
    while at < len(bounds):
        longest = next(
            (n for n in range(len(bounds) - 1, at, -1) if is_body(f"{head} {text[bounds[at][0] : bounds[n][1]]}")), at
        )
        a, b = bounds[at][0], bounds[longest][1]
        if places:
            parts = (text[start:behind], text[a : min(b, places[0])], text[slice(*places)])
            yield " ".join(" ".join(parts).split()), start if at == 0 else a, b
        else:
            yield f"{head} {' '.join(text[a:b].split())}", start if at == 0 else a, b
        at = longest + 1


def _russian_head(text: str, start: int) -> tuple[str, int] | None:
    """A head in the plural with the adjectives before it, as it is called in the singular, and where what it governs
    begins: "Областные управления культуры" -> "Областное управление".
    """
    attributes: list[str] = []
    for match in WORD.finditer(text, start, min(at for at in (text.find(mark, start) for mark in ",:") if at >= 0)):
        word = match.group()
        if _HEADS.fullmatch(word):
            plural = [
                form
                for form, part, case, number in readings(word.lower())
                if (part, case, number) == ("NOUN", "nomn", "plur")
            ]
            if not plural:
                return None
            one = plural[0]
            gender = "neut" if one[-1] in "ое" else "femn" if one[-1] in "ая" else "masc"
            name = " ".join([*(nominative(each, gender) for each in attributes), one])
            opens = text[start].isupper()
            return (name[0].upper() + name[1:] if opens else name), _behind(text, match.end())
        if not is_of_places([word], "ru"):
            return None
        attributes.append(word)
    return None


def _behind(text: str, at: int) -> int:
    while text[at : at + 1].isspace() or text[at : at + 1] == ":":
        at += 1
    return at


def _kazakh(text: str, start: int, end: int, is_body: IsBody) -> Iterator[Name]:
    last = next(reversed(list(WORD.finditer(text, start, end))), None)
    if last is None or last.end() != end or not _SHARED.fullmatch(last.group()):
        return
    head = _singular(last.group())
    bounds = list(_between(",", without_their_commas(text, "kk"), start, end))
    places = shared_places(text, start, end, "kk")
    if not all(_is_matter(_own_matter(text, a, b), is_body) for a, b in bounds[:-1]):
        return
    for number, (a, b) in enumerate(bounds, start=1):
        words_of = text[a : last.start() if number == len(bounds) else b]
        if places:
            words_of = f"{text[slice(*places)]} {words_of[max(0, places[1] - a) :]}"
        yield f"{' '.join(words_of.split())} {last.group() if places else head}", a, b


def _own_matter(text: str, start: int, end: int) -> str:
    """Kazakh words for what a body is for, without the places that stand before them."""
    places = shared_places(text, start, end, "kk")
    return text[places[1] if places else start : end].strip()


def _singular(word: str) -> str:
    """A noun with a possessive as it is of one: "басқармалары" -> "басқармасы", "бөлімдері" -> "бөлімі"."""
    stem = word[:-4]
    back = next((letter in _BACK for letter in reversed(stem.lower()) if letter in VOWELS), True)
    vowel = "ы" if back else "і"
    if stem[-1].lower() in VOWELS:
        return f"{stem}с{vowel}"
    return f"{stem[:-1]}{_SOFTENED.get(stem[-1], stem[-1])}{vowel}"


def _between(mark: str, text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The pieces that a mark parts."""
    words_of = text[start:end]
    for a, b in split_outside(words_of, mark, quoted(words_of)):
        piece = words_of[a:b]
        if stripped := piece.strip():
            at = start + a + piece.index(stripped)
            yield at, at + len(stripped)
