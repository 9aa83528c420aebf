"""Lines of a cell that are a name each though they begin in small letters, and those that a narrow cell only wraps.

"Социальный педагог" over "классные руководители"        two: the first is whole, the second stands in the nominative
"Факультет деканаты" over "эдвайзерлер"                  two likewise
"Заместитель руководителя" over "управления финансов"    one: the second may be whose deputy it is
"Отдел спорта" over "предприниматели"                  two likewise, whatever the second is
"Шаруашылық бөлімі" over "кәсіпкерлер"                 two: a plural without an ending has nothing before it
"Школьный" over "психолог", "Ғылым және" over "білім бөлімі"   one: the first wants its head
"""

from __future__ import annotations

import re
from functools import lru_cache

from extract.language.russian import is_known_word, readings
from extract.lexicon.words import words
from extract.values.parties.staff import begins_as_person, has_head, without_person

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
IN_GENITIVE = re.compile(r"[нтд][ыі]ң$")
"""How a Kazakh word ends that stands in the genitive."""
_OF_SOMEBODY = re.compile(r"[ыі]$")
ABBREVIATION = re.compile(r"[A-ZА-ЯЁӘҒҚҢӨҰҮҺІ]{2,8}")
"""A short form: "УОР"."""
_QUOTED = ("»", '"', "”")
_FOR_WHAT = re.compile(rf"\s(?:{'|'.join(words('ru').form_purposes)})\s+[А-ЯЁ]{{2,5}}$")
_WANTING = ("ADJF", "PREP", "CONJ")
"""Parts of speech that end no Russian name."""
_GOVERNING = ("PRTF", "VERB", "INFN", "GRND")
"""Parts of speech that what stands behind them may be said of."""
_MANY = re.compile(r"[лдт][ае]р$")
_MANY_BODIES = frozenset({"акимы", "акиматы", "маслихаты"})
"""Plurals that no dictionary tells from the genitive of a word that there is not."""
SHORTEST = 3
"""Letters that the first word of a name in a line has at least."""
HEADS = 2
"""Words of a Russian line among which its head is: behind an adjective at most."""


@lru_cache(maxsize=4096)
def opens_a_name(line: str, above: str, lang: str) -> bool:
    """Whether a line in small letters is a name of its own below the words of another, and does not go on with it."""
    line = without_person(line) if lang == "kk" else line
    named = _WORD.findall(line)
    if not line[:1].islower() or not named or not _is_whole(above.rstrip(" .;,"), lang):
        return False
    if not has_head(line, lang):
        return is_alone(line, lang) and not _is_governing(above, lang)
    if lang == "kk":
        return not IN_GENITIVE.search(named[-1]) and (len(named) > 1 or not _OF_SOMEBODY.search(named[-1]))
    return _is_in_nominative(named, above)


def is_alone(line: str, lang: str) -> bool:
    """Whether a line whose head is no known post, unit or body goes on with no other: "Районная газета", "волонтеры",
    "кәсіпкерлер", "туыстас МО"; a Kazakh one is a plural without an ending, or ends in a short form.
    """
    named = _WORD.findall(line)
    if not named or len(named[0]) < SHORTEST:
        return False
    if lang == "kk":
        short = named[-1] in words(lang).legal_forms or (len(named) > 1 and ABBREVIATION.fullmatch(named[-1]))
        return bool(short or _MANY.search(named[-1]))
    return is_known_word(_head_of(named)) and _is_in_nominative(named, "")


def goes_on_in_genitive(line: str, lang: str) -> bool:
    """Whether a Russian line can only be of what stands above it: "Алматинской области", "Комитета культуры"."""
    named = _WORD.findall(line) if lang == "ru" else []
    found = readings(named[0].casefold()) if named and named[0][1:].islower() else ()
    if not found or any(case == "nomn" for _, _, case, _ in found):
        return False
    return found[0][1] == "ADJF" or (is_known_word(named[0]) and all(case == "gent" for _, _, case, _ in found))


def goes_on_as_owned(line: str, lang: str) -> bool:
    """Whether a Kazakh line can only be of what stands above it: "аппараты", "орынбасары" alone."""
    return (
        lang == "kk" and line.islower() and line.isalpha() and bool(_OF_SOMEBODY.search(line)) and has_head(line, lang)
    )


def wants_its_letters(name: str, lang: str) -> bool:
    """Whether a Russian name goes on with a short form on the next line: it ends with its head ("Начальник отдела")."""
    return lang == "ru" and has_head(name.rpartition(" ")[2], lang)


def wants_more(name: str, below: str, lang: str) -> bool:
    """Whether a Russian name ends in a preposition ("Специалист по"), or is the legal form of the one in quotes below
    it ("КГУ" over "«Липа»").
    """
    last = name.rpartition(" ")[2]
    if lang != "ru":
        return False
    is_form = below.startswith(('"', "«", "“")) and (name in words(lang).legal_forms or last in words(lang).legal_forms)
    return is_form or any(part == "PREP" for _, part, _, _ in readings(last)[:1])


def _head_of(named: list[str]) -> str:
    """The first noun of a Russian line, behind an adjective at most; "" where there is none."""
    return next((word for word in named[:HEADS] if readings(word.casefold())[:1][0][1] == "NOUN"), "")


def _is_governing(name: str, lang: str) -> bool:
    """Whether a name ends in a word that wants one behind it, though it is no adjective: "Специалист, курирующий"; in
    Kazakh any word but one that has its own head before it, or is a plural, a short form or a name in quotes.
    """
    last = name.rstrip(" .;,").rpartition(" ")[2]
    if lang == "kk":
        ends = _OF_SOMEBODY.search(last) or _MANY.search(last) or ABBREVIATION.fullmatch(last) or last.endswith(_QUOTED)
        return not ends
    return any(part in _GOVERNING for _, part, _, _ in readings(last.casefold())[:1])


def _is_whole(name: str, lang: str) -> bool:
    """Whether nothing is wanting behind a name: it has its head, or is a name in quotes or a short form."""
    last = name.rpartition(" ")[2]
    if name in words(lang).legal_forms or last in words(lang).conjunctions or name.endswith("-"):
        return False
    if ABBREVIATION.fullmatch(name) or name.endswith(_QUOTED) or (lang == "kk" and last in words(lang).legal_forms):
        return True
    if not has_head(name, lang):
        return is_alone(name, lang) and not _is_governing(name, lang)
    if lang == "kk":
        return not IN_GENITIVE.search(last)
    wanting = any(part in _WANTING for _, part, _, _ in readings(last.casefold())[:1])
    return not wanting or begins_as_person(last, lang)


def _is_in_nominative(named: list[str], above: str) -> bool:
    """Whether the head of a Russian line can only be in the nominative: "медсестра", "классные руководители", not
    "управления", which may be one of the head above, unless that ends in what it is there for ("по УР").
    """
    for word in named[:HEADS]:
        found = readings(word.casefold())
        if not found:
            return False
        if word.casefold() in _MANY_BODIES:
            return True
        if found[0][1] == "ADJF":
            if all(case != "nomn" for _, _, case, _ in found):
                return False
            continue
        cases = {case for _, _, case, _ in found}
        return "nomn" in cases and ("gent" not in cases or bool(_FOR_WHAT.search(above)))
    return False
