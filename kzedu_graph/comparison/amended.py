"""What an amendment does to the text that is held: where the words or the point that it changes stand there.

An amending act is laid beside the edition, in its own language, of the act that it changes: the last one that is older
than it. Words that are replaced or struck out are looked for as words; points, articles and chapters by their numbers,
rows of a plan by theirs ("строку, порядковый номер 5, исключить"). What is put in stands nowhere yet, so the part that
it is put into is looked for.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from kzedu_graph.comparison.parity import AnyText
from kzedu_graph.model.extraction import Extraction
from kzedu_graph.model.prose import Amendment
from kzedu_graph.model.records import Indicator, Measure, Source, Span

CODE_OF_ROW = "row-amended"
CODE = "amended-place-not-found"
_QUOTED = re.compile(r"«(?P<words>.+)»")
_NUMBER = re.compile(r"\d+(?:-\d+)*")
_BY_NUMBER = re.compile(r"(?<!под)пункт|стать|глав|раздел|(?<!\w)\S*тармақ(?!ша)|бап|тарау|бөлім", re.IGNORECASE)
"""Parts that a text numbers at the head of a line."""
_SUBPOINT = re.compile(r"подпункт|тармақша", re.IGNORECASE)
_ROW = re.compile(r"(?<!\w)строка(?!\w)|(?<=[\d-])жол(?!\w)")
_ROW_NUMBER = re.compile(r"\d+(?:[.-]\d+)*")
_PLAN = re.compile(r"(?<!\w)(?:план|программ|дорожн|жоспар|бағдарлама|жол картасы)", re.IGNORECASE)
_ANNEX = re.compile(r"приложени|қосымша", re.IGNORECASE)


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
    """Each instruction about the held act with each place of what it changes there; None where it is not found.

    Instructions that name nothing that could be looked for ("the rules anew") are left out.
    """
    for one in _about(amending, held):
        numbers = _row_numbers(one) if held.measures or held.indicators else []
        patterns = list(_sought(one))
        if not numbers and not patterns:
            continue
        found = [_row(held, number) for number in numbers]
        rows = [Span(row.evidence[0].start, row.evidence[-1].end) if row else None for row in found]
        for within in rows or [Span(0, len(held.text))]:
            yield one, _below(held.text, within, patterns)


def changed_rows(amending: Extraction, held: Extraction) -> Iterator[tuple[Amendment, Measure | Indicator]]:
    """Each instruction that words a row of the held plan anew, takes it out or changes its words, with the row."""
    for one in _about(amending, held):
        for number in _row_numbers(one):
            row = _row(held, number)
            if row and one.action != "insert":
                yield one, row


def _about(amending: Extraction, held: Extraction) -> Iterator[Amendment]:
    """The instructions about the parts of the held act."""
    for one in amending.amendments:
        if one.act == held.source.work and not one.ends_act and one.action != "suspend":
            yield one


def _row_numbers(one: Amendment) -> list[str]:
    """The numbers of the rows of a plan that an instruction changes, or whose words: "строка, порядковый номер 4"."""
    inside = [step for step in (*one.path, one.target) if not _ROW.search(step)]
    if any(map(_ANNEX.search, inside)) and not any(map(_PLAN.search, inside)):
        return []
    target = () if one.action == "insert" and not _QUOTED.search(one.target) else (one.target,)
    told = [step for step in (*one.path, *target) if _ROW.search(step)]
    return _ROW_NUMBER.findall(told[-1]) if told else []


def _row(held: Extraction, number: str) -> Measure | Indicator | None:
    """The one row of a plan with that number; None where there is none, or several."""
    measures = [row for row in held.measures if row.number == number]
    if measures:
        return measures[0] if len(measures) == 1 else None
    indicators = [row for row in held.indicators if row.number == number and row.place == "plan"]
    return indicators[0] if len(indicators) == 1 else None


def _below(text: str, within: Span | None, patterns: Sequence[re.Pattern[str]]) -> Span | None:
    """Where the last of some patterns is met within a place, each looked for behind the one before it."""
    span = within
    for pattern in patterns:
        match = pattern.search(text, span.start, span.end) if span else None
        span = Span(match.start("here"), match.end("here")) if match else None
        if span and within and pattern is not patterns[-1]:
            span = Span(span.start, within.end)
    return span


def _sought(one: Amendment) -> Iterator[re.Pattern[str]]:
    """The patterns to look for, one below the other: the numbered parts of the path, then the words themselves."""
    steps = one.path if one.action == "insert" or _QUOTED.search(one.target) else (*one.path, one.target)
    for step in steps:
        if _ROW.search(step):
            continue
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


def is_last_before(held: Source, by: Source, texts: Iterable[Source]) -> bool:
    """Whether an edition is older than the act that amends it, and of no text, in any language, a newer one is held."""
    newer = (other for other in texts if other.work == held.work and _day_of(other) > _day_of(held))
    return _day_of(held) < (by.act_date or _day_of(by)) and next(newer, None) is None


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


def message_of_row(one: Amendment, row: Measure | Indicator, by: Source) -> dict[str, str]:
    """What is said of a row that another act words anew, takes out or changes: its held words are those before that."""
    day = by.act_date or by.version_date
    kazakh, russian, english = _DONE.get(one.action, _DONE["replace"]) if _ROW.search(one.target) else _CHANGED
    number = by.number or by.work
    return {
        "kk": f"{row.number}-жол {day} № {number} актімен {kazakh}; мұнда бұрынғы сөздері тұр",
        "ru": f"Строка {row.number} {russian} актом № {number} от {day}; здесь стоят прежние слова",
        "en": f"Row {row.number} was {english} by act № {number} of {day}; what stands here are its words before that",
    }


_CHANGED = ("өзгертілген", "изменена", "changed")
_REMOVED = ("алып тасталған", "исключена", "taken out")
_DONE = {
    "replace": ("жаңа редакцияда жазылған", "изложена заново", "worded anew"),
    "remove": _REMOVED,
    "repeal": _REMOVED,
}
