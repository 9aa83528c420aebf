"""The body that a statute is of, by its title: "Положение о школьном совете", "Бақ кеңесі туралы ереже".

From where its text gives it a short name, that is how it is called: "Садовый комитет области (далее – Комитет)".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extract.document.blocks import Document, Heading, ListItem, Paragraph, Passage
from extract.finders.duties.grammar.words import Word, read_words
from extract.finders.duties.kazakh.singulars import is_person
from extract.language.russian import lemma, readings
from extract.lexicon.duties import duty_words
from extract.lexicon.phrasing import phrasing
from kzedu_graph.language.kazakh_endings import analyse

_LONGEST_BODY = 12
"""Words of the name of a body that a statute is of."""


@dataclass(frozen=True, slots=True)
class StatuteBody:
    """The body of a statute as it is called from a place on: by its `title`, whose words are `full`, or shortly."""

    title: Passage
    full: Passage
    called: Passage

    @property
    def begins(self) -> int:
        """From which place of the source on it is called so."""
        return self.called.offsets[0]


def bodies_of_statutes(document: Document) -> Iterator[StatuteBody]:
    """The bodies that the statutes of a document are of, each by its title and again by its short name."""
    told: StatuteBody | None = None
    for block in document.blocks:
        if not isinstance(block, Heading | ListItem | Paragraph):
            continue
        line = block.passage
        if (body := body_of_statute(line, document.lang)) is not None:
            told = StatuteBody(line, body, body)
            yield told
        elif told is not None and (called := _called_in(line, told.full, document.lang)) is not None:
            yield StatuteBody(told.title, told.full, called)
            told = None


def _called_in(line: Passage, body: Passage, lang: str) -> Passage | None:
    """The short name that a line gives a body behind its full one; None where it gives it none, or others."""
    for match in phrasing(lang).pattern("introduced_body").finditer(line.text):
        before = _stems(line.text[: match.start()], lang)
        full, short = _stems(body.text, lang), _stems(match[1], lang)
        if not before or not short or not full:
            continue
        own = (
            short[-1] in (full[-1], *_within_marks(body.text, lang)) if lang == "kk" else short[0] in _heads(full, body)
        )
        if own and (set(full) <= set(before) or _is_shorter(before, full, short, lang)):
            return line[match.start(1) : match.end(1)].strip()
    return None


def _is_shorter(before: Sequence[str], full: Sequence[str], short: Sequence[str], lang: str) -> bool:
    """Whether a line opens with a body's name that its title has with more words: "о садовом совете | по охране"."""
    head = short[-1] if lang == "kk" else short[0]
    return head in before and set(before) <= set(full)


def _within_marks(name: str, lang: str) -> tuple[str, ...]:
    """The noun of a name in quotation marks: "«Бақ | аппараты» мемлекеттік мекемесі"."""
    quoted = _QUOTED.search(name)
    stems = _stems(quoted[1], lang) if quoted else []
    return tuple(stems[-1:] if lang == "kk" else stems[:1])


def _heads(full: Sequence[str], body: Passage) -> tuple[str, ...]:
    """The words that a Russian short name may open with: what the full one, or its title in marks, opens with."""
    nouns = _first_noun([word for word in read_words(body.text, "ru") if word.tag == "word"])
    heads = (*full[:1], *nouns, *_within_marks(body.text, "ru"))
    return (*heads, *map(_of_two, heads))


def _of_two(noun: str) -> str:
    """What a noun of two is first: "школа" of "школа-гимназия"."""
    return noun.split("-", maxsplit=1)[0]


def _stems(text: str, lang: str) -> list[str]:
    """The words of a name, each in one form."""
    found = _WORD.findall(text)
    return [analyse(word)[0].stem.lower() if lang == "kk" else lemma(word) for word in found]


_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_QUOTED = re.compile(r"[«\"]([^«»\"]+)[»\"]")


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
        nouns = _first_noun(words)
        is_body = any(lemma in actors.heads or lemma in actors.compounds for lemma in (*nouns, *map(_of_two, nouns)))
        is_body = is_body or phrasing(lang).pattern("of_post").search(title.text) is not None
    return title[match.start("body") : match.end("body")] if is_body else None


def _first_noun(words: Sequence[Word]) -> list[str]:
    """The dictionary forms of the first noun of a Russian phrase."""
    for word in words:
        nouns = [lemma for lemma, pos, *_ in readings(word.norm) if pos == "NOUN"]
        if nouns:
            return nouns
    return []
