"""Acts that a text names by their title alone, as the registry knows them: "ГОСО", "Концепции «Читающий класс»"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, lru_cache

from extract.finders.acts.mentions import BY_TITLE, ActMention
from extract.language.phrases import PhraseIndex
from extract.lexicon.acts import act_words
from extract.values.acts import day_pattern, parse_day
from kzedu_graph.language.late_patterns import late
from kzedu_graph.registry.acts import load_acts
from kzedu_graph.vocabulary.prepared import bytes_of, prepared
from kzedu_graph.vocabulary.supplements import registry_files

_NOT_LETTERS = re.compile(r"[\W_]+")
_COUNTRY = re.compile(rf"^(?:{act_words('kk').grammar['country']})(?:нда)? ")
_GRAMMAR = act_words("ru").grammar
_APPROVED = rf"(?:,? \(?{_GRAMMAR['approved']} (?P<issuer>[^,;()\d]{{3,120}}?))"
_BEHIND = {"ru": late(rf"[»\"]?(?: \([^()]{{3,60}}\))?{_APPROVED}? {_GRAMMAR['of']} {day_pattern('ru')}")}
"""Language -> who approved it and when, right behind a title: ", утвержденных ... советом от 27 мая 2022 года"."""
_QUOTED_NAME = re.compile(r"(?P<before>[^«»]*)(?P<name>«[^«»]+»)(?P<behind>[^«»]*)")
_BEFORE = {
    "ru": late(rf"{_GRAMMAR['of']} {day_pattern('ru')} [«\"“]?\Z", re.IGNORECASE),
    "kk": late(rf"{day_pattern('kk')} [«\"“]?\Z", re.IGNORECASE),
}
"""Language -> the day that stands right before a name: "2031 жылғы 1 қыркүйектегі «...» Жолдауы"."""
MOST_WORDS_BESIDE = 2
"""Words beside a quoted name that only say what kind of act it names: "национальный проект «Комфортный класс»"."""
SAME_CODE = 6
"""Letters in which the words of two names of a code agree, in whatever case they stand ("Трудового кодекса")."""
_COUNTRY_STEMS = frozenset(
    word[:SAME_CODE] for word in ("казахстан", "қазақстан", "республики", "республикасы", "рк", "қр")
)


def find_named_acts(text: str, lang: str) -> Iterator[tuple[str, ActMention]]:
    """Acts of the registry that a text names, each with its key."""
    for found in _index(lang).find(text):
        act = load_acts()[found.key]
        titled = lang in _BEHIND and " " in found.words
        behind = _BEHIND[lang].match(text, found.end) if titled else None
        dated = parse_day(behind["date"], lang) if behind else None
        end, issuer = (behind.end(), behind["issuer"]) if behind and dated else (found.end, None)
        before = _BEFORE[lang].search(text, 0, found.start) if dated is None else None
        dated = parse_day(before["date"], lang) if before else dated
        yield act.key, ActMention(act.kind, found.start, end, None, dated, issuer, act.title(lang))


def find_laws(text: str, lang: str, titles: Iterable[str]) -> Iterator[ActMention]:
    """Laws with their titles in no quotation marks: "Закона об образовании РК", "Білім туралы заңда"."""
    known = tuple(sorted(titles, key=len, reverse=True))
    for match in _laws(lang, known).finditer(text) if known else ():
        title = match["title"]
        yield ActMention("law", match.start(), match.end(), title=f"{title[:1].upper()}{title[1:]}")


@lru_cache(maxsize=64)
def _laws(lang: str, titles: tuple[str, ...]) -> re.Pattern[str]:
    known = "|".join(map(re.escape, titles))
    word = act_words(lang).kinds["law"]
    shape = {"ru": rf"(?:{word}) (?P<title>{known})", "kk": rf"(?P<title>{known}) (?:{word})"}[lang]
    return re.compile(rf"(?<!\w){shape}(?!\w)", re.IGNORECASE)


def key_of_title(kind: str, title: str | None, lang: str) -> str | None:
    """The registry's key for an act known by its title; None where the registry has none of that title."""
    return _titles(lang).get(letters_of(kind, title)) if title and kind in BY_TITLE else None


def letters_of(kind: str, title: str) -> tuple[str, str]:
    """What two ways to write one title share, whatever their signs and, for codes, their case and the country."""
    if kind == "law":
        return "law", _NOT_LETTERS.sub("", title.casefold())
    stems = [word[:SAME_CODE] for word in _NOT_LETTERS.split(title.casefold()) if word]
    stems = [stem for stem in stems if stem not in _COUNTRY_STEMS]
    code = next((n for n, stem in enumerate(stems) if stem == "кодекс"), len(stems))
    return "code", " ".join(stems[:code] or stems[code + 1 :])


@cache
def _titles(lang: str) -> Mapping[tuple[str, str], str]:
    """The titles of the registry's laws, and the names of its codes under the letters that their cases share."""
    found: dict[tuple[str, str], str] = {}
    for act in load_acts().values():
        title = act.title(lang)
        if act.kind == "law" and title:
            found.setdefault(letters_of("law", title), act.key)
            found.setdefault(letters_of("code", title), act.key)
    return found


@cache
def _index(lang: str) -> PhraseIndex:
    return prepared(f"acts-{lang}", PhraseIndex, lambda: _indexed(lang), *bytes_of(registry_files()))


def _indexed(lang: str) -> PhraseIndex:
    names = {
        key: tuple(form for label_lang, name in act.names if label_lang == lang for form in _forms(name))
        for key, act in load_acts().items()
    }
    return PhraseIndex({key: labels for key, labels in names.items() if labels}, lang)


def _forms(name: str) -> Iterator[str]:
    """A name, and its words in quotation marks alone where the rest only says what kind of act it is."""
    yield name
    yield from [bare] if (bare := _COUNTRY.sub("", name)) != name and len(bare.split()) > MOST_WORDS_BESIDE else []
    quoted = _QUOTED_NAME.fullmatch(name)
    if quoted and len(f"{quoted['before']} {quoted['behind']}".split()) <= MOST_WORDS_BESIDE:
        yield quoted["name"]
