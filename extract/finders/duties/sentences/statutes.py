"""The body that a statute is of, by its title: "Положение о школьном совете", "Бақ кеңесі туралы ереже"."""

from __future__ import annotations

from collections.abc import Sequence

from extract.document.blocks import Passage
from extract.finders.duties.grammar.words import Word, read_words
from extract.finders.duties.kazakh.singulars import is_person
from extract.language.russian import readings
from extract.lexicon.duties import duty_words
from extract.lexicon.phrasing import phrasing
from kzedu_graph.language.kazakh_endings import analyse

_LONGEST_BODY = 12
"""Words of the name of a body that a statute is of."""


def body_of_statute(title: Passage, lang: str) -> Passage | None:
    """The body that a statute is of, by its title ("Положение о школьном совете"); None where it is of no body.

    A Russian plan is of whose work it plans: "План работы садового совета".
    """
    match = phrasing(lang).pattern("statute_of").search(title.text)
    if match is None and lang == "ru":
        match = phrasing("ru").pattern("plan_of_body").match(title.text)
    if match is None:
        return None
    words = [word for word in read_words(match["body"], lang) if word.tag == "word"][:_LONGEST_BODY]
    actors = duty_words(lang).actors
    if lang == "kk":
        last = words[-1] if words else None
        heads = (last.norm, analyse(last.text)[0].stem.lower()) if last is not None else ()
        is_body = last is not None and (any(head in actors.heads for head in heads) or is_person(last))
    else:
        is_body = any(lemma in actors.heads or lemma in actors.compounds for lemma in _first_noun(words))
        is_body = is_body or phrasing(lang).pattern("of_post").search(title.text) is not None
    return title[match.start("body") : match.end("body")] if is_body else None


def _first_noun(words: Sequence[Word]) -> list[str]:
    """The dictionary forms of the first noun of a Russian phrase."""
    for word in words:
        nouns = [lemma for lemma, pos, *_ in readings(word.norm) if pos == "NOUN"]
        if nouns:
            return nouns
    return []
