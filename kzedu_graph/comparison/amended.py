"""What an amendment does to the text that is held: where the words or the point that it changes stand there.

An amending act is laid beside the edition, in its own language, of the act that it changes: the last one that is older
than it. Words that are replaced or struck out are looked for as words; points, articles and chapters by their numbers.
What is put in stands nowhere yet, so the part that it is put into is looked for.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from kzedu_graph.comparison.parity import AnyText
from kzedu_graph.model.extraction import Extraction
from kzedu_graph.model.prose import Amendment
from kzedu_graph.model.records import Source, Span

CODE = "amended-place-not-found"
_QUOTED = re.compile(r"«(?P<words>.+)»")
_NUMBER = re.compile(r"\d+(?:-\d+)*")
_BY_NUMBER = re.compile(r"(?<!под)пункт|стать|глав|раздел|(?<!\w)\S*тармақ(?!ша)|бап|тарау|бөлім", re.IGNORECASE)
"""Parts that a text numbers at the head of a line."""
_SUBPOINT = re.compile(r"подпункт|тармақша", re.IGNORECASE)


def held_editions(texts: Sequence[AnyText]) -> list[tuple[AnyText, AnyText]]:
    """Each amending text with every held edition that its instructions are about."""
    by_work: dict[tuple[str, str], list[AnyText]] = {}
    for text in texts:
        by_work.setdefault((text.source.work, text.source.lang), []).append(text)
    found = []
    for text in texts:
        for work in text.source.changes:
            older = [each for each in by_work.get((work, text.source.lang), ()) if _is_older(each.source, text.source)]
            if older and work != text.source.work:
                found.append((text, max(older, key=lambda each: _day_of(each.source))))
    return found


def find_places(amending: Extraction, held: Extraction) -> Iterator[tuple[Amendment, Span | None]]:
    """Each instruction about the held act with the place of what it changes there; None where it is not found.

    Instructions that name nothing that could be looked for ("the rules anew") are left out.
    """
    for one in amending.amendments:
        if one.act != held.source.work or one.ends_act or one.action == "suspend":
            continue
        places = list(_sought(one))
        if not places:
            continue
        span: Span | None = Span(0, len(held.text))
        for pattern in places:
            match = pattern.search(held.text, span.start, span.end) if span else None
            span = Span(match.start("here"), match.end("here")) if match else None
            if span is None:
                break
            if pattern is not places[-1]:
                span = Span(span.start, len(held.text))
        yield one, span


def _sought(one: Amendment) -> Iterator[re.Pattern[str]]:
    """The patterns to look for, one below the other: the numbered parts of the path, then the words themselves."""
    steps = one.path if one.action == "insert" or _QUOTED.search(one.target) else (*one.path, one.target)
    for step in steps:
        number = _NUMBER.search(step)
        if number is None:
            continue
        if _SUBPOINT.search(step):
            yield re.compile(rf"^[ \t>*]*(?P<here>{number.group()}\\?\)[^\n]*)", re.MULTILINE)
        elif _BY_NUMBER.search(step):
            head = r"(?:Статья|Глава|Раздел|Параграф)? ?"
            yield re.compile(
                rf"^[ \t>*#]*(?P<here>{head}{number.group()}(?:\\?\.|-бап|-тарау|-бөлім)[^\n]*)", re.MULTILINE
            )
    words = _QUOTED.search(one.target)
    if words and one.action != "insert":
        yield re.compile(rf"(?P<here>{_loosely(words['words'])})", re.IGNORECASE)


def _loosely(words: str) -> str:
    """A pattern of words whatever white space, line ends and quotation marks stand between them."""
    parts = [re.escape(part) for part in re.split(r"[\s«»\"“”]+", words) if part]
    return r"[\s«»\"“”>*]+".join(parts)


def _is_older(held: Source, amending: Source) -> bool:
    signed = amending.act_date or amending.version_date
    return signed is not None and _day_of(held) <= signed


def _day_of(source: Source) -> date:
    return source.version_date or source.act_date or date.min


def message(one: Amendment, held: Source) -> dict[str, str]:
    """What is said of an instruction whose place is not in the held edition."""
    place, day = " / ".join((*one.path, one.target)), str(_day_of(held))
    return {
        "kk": f"{held.work}, {day}: өзгертілетін жер табылмады: {place}",
        "ru": f"{held.work}, {day}: изменяемое место не найдено: {place}",
        "en": f"{held.work}, {day}: the place that is changed was not found: {place}",
    }
