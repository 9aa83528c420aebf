"""The years that a plan or a programme is for, by its title: "План работы на 2031-2032 учебный год"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import islice

from extract.document.blocks import Document, Table
from extract.finders.frame import titles_above_tables, titles_of
from extract.lexicon.figures import figure_words
from kzedu_graph.model.extraction import Extraction
from kzedu_graph.model.periods import school_years
from kzedu_graph.model.records import Source

_OF_PLANS = frozenset({"plan", "programme", "strategy", "concept"})
_LONG = frozenset({"programme", "strategy", "concept"})
"""Kinds that have plans of single years in their annexes."""
_OF_ACTS = frozenset({"order", "resolution", "decision", "instruction", "decree", "act"})
_LONGEST = 400
"""Characters of a title; what is longer is prose."""
_LONGEST_PERIOD = 30
"""Years of a programme; what is longer is a misprint."""
_YEAR = re.compile(r"20\d\d")
_FEWEST_COLUMNS = 3
"""Columns of a plan's table; what has fewer is a blank of approval."""
_MARKS = " .,»”)"


def with_period(source: Source, document: Document) -> Source:
    """A source whose `period` is told by its title, where nothing else has told it."""
    if source.period or source.kind not in _OF_PLANS | _OF_ACTS:
        return source
    period = _in_titles(source, document)
    return replace(source, period=period, period_of_title=True) if period else source


def with_one_period(texts: Iterable[Extraction]) -> list[Extraction]:
    """The texts of one file in two languages: the period that one of them tells holds for the other, too."""
    found = list(texts)
    told = next((text.source for text in found if text.source.period), None)
    return [
        replace(text, source=replace(text.source, period=told.period, period_of_title=told.period_of_title))
        if told and text.source.period is None
        else text
        for text in found
    ]


def _in_titles(source: Source, document: Document) -> str | None:
    """The period of the title, or else of the first line that names the plan, or of all the plans above tables."""
    above = _above_tables(document)
    if _YEAR.search(source.title):
        own = period_in(source.title, document.lang, source.kind)
    elif source.kind in _OF_ACTS and not _names_a_plan(source.title, document.lang, source.kind):
        return None
    elif source.kind in _LONG:
        own = _at_the_head(source, document)
        return own if all(told is None or own == told for told in above) else None
    else:
        own = _at_the_head(source, document)
        if own is None:
            return _holding_all(above)
    told = [period for period in above if period]
    if own is None or all(_holds(own, period) for period in told):
        return own
    return _holding_all([own, *above])


def _at_the_head(source: Source, document: Document) -> str | None:
    """The years of the first line that names the plan, or of the line of its title beside it; an act names it once
    more where it approves it.
    """
    named = ""
    found: set[str | None] = set()
    for title in islice(titles_of(source, document), 1, None):
        thing = _words("planned_thing").search(title)
        if thing is None:
            found.add(period_in(f"{named} {title}", document.lang, "plan"))
        elif _is_further(source, named, title, thing[0]):
            break
        else:
            named = title
            found.add(period_in(title, document.lang, "plan"))
    found.discard(None)
    return found.pop() if len(found) == 1 else None


def _is_further(source: Source, named: str, title: str, thing: str) -> bool:
    """Whether a line names another plan than the text is: a second one, or one of a programme's annex."""
    if source.kind in _LONG and _words("plan_of_it").match(thing):
        return True
    return bool(named) and source.kind not in _OF_ACTS and title != named


def _above_tables(document: Document) -> list[str | None]:
    """What the titles of plans above tables say, one a table that may be a plan's."""
    return [
        period_in(title, document.lang, "plan") if title else None
        for table, title in titles_above_tables(document)
        if title or _may_be_a_plan(table)
    ]


def _may_be_a_plan(table: Table) -> bool:
    return len(table.rows) > 1 and max(len(row.cells) for row in table.rows) >= _FEWEST_COLUMNS


def _holds(period: str, other: str) -> bool:
    (first, _, last), (other_first, _, other_last) = period.partition("/"), other.partition("/")
    return first[:4] <= other_first[:4] and other_last[:4] <= last[:4]


def _holding_all(periods: Sequence[str | None]) -> str | None:
    """The interval that holds all periods, where each is told, in years of one kind."""
    told = [period.split("/") for period in periods if period]
    if not told or len(told) < len(periods) or len({len(first) for first, _ in told}) > 1:
        return None
    return f"{min(first for first, _ in told)}/{max(last for _, last in told)}"


def period_in(title: str, lang: str, kind: str) -> str | None:
    """The years that a title says for sure its own plan is for, as an interval ("2031/2033", "2031-09/2032-08"); None
    where it tells none, those of another thing alone, or a part of a year: "План реализации Концепции на 2031-2035
    годы".
    """
    title = " ".join(title.split())
    if len(title) > _LONGEST or not _YEAR.search(title) or _words("part_of_years").search(title):
        return None
    if lang == "kk":
        found = next(_of_kazakh(title, kind), None)
    else:
        thing = _own_thing(title, kind)
        found = next(_of_russian(title, thing), None) if thing else None
    return _period(found) if found and not _words("further_years").match(title[found.end() :]) else None


def _names_a_plan(title: str, lang: str, kind: str) -> bool:
    """Whether a title is that of a plan, or of an act that approves one."""
    if lang == "kk":
        return any(_is_own(title, thing, kind) for thing in _words("planned_thing").finditer(title))
    return _own_thing(title, kind) is not None


def _own_thing(title: str, kind: str) -> re.Match[str] | None:
    """Where a Russian title names the plan that the text is, or approves; None where it is of something else."""
    thing = _words("planned_thing").search(title)
    before = title[: thing.start()] if thing else ""
    if _words("of_other_title_ru").search(before):
        return None
    return thing if kind in _OF_PLANS or _words("approves_it").search(before) else None


def _of_russian(title: str, thing: re.Match[str]) -> Iterator[re.Match[str]]:
    """Years behind the name of a plan, and not behind that of another, unless they are hardly those of that one: "План
    реализации программы «Сад» на 2031 год".
    """
    start, is_long = thing.end(), _words("long_thing").match(thing[0]) is not None
    for match in _words("years_told_ru").finditer(title, start):
        if not _says_what_for_ru(title, thing, match) or _is_quoted(title, thing.end(), match):
            continue
        are_several = bool(match["last"] and not match["school"])
        others = list(_words("other_thing").finditer(title, start, match.start()))
        are_long = all(_words("long_thing").match(other[0]) for other in others)
        if others and (is_long or are_several or not are_long):
            start = match.end()
        elif _period(match) and not (are_several and _words("carries_out_ru").search(title, start, match.start())):
            yield match


def _is_quoted(title: str, start: int, match: re.Match[str]) -> bool:
    """Whether years stand in the closed quotes of another thing's name, behind that of the plan: "«О бюджете на 2031
    год»".
    """
    before, behind = title[start : match.start()], title[match.end() :]
    opened = before.rfind("«")
    closed, again = behind.find("»"), behind.find("«")
    return opened > before.rfind("»") and bool(before[:opened].strip()) and closed >= 0 and not 0 <= again < closed


def _says_what_for_ru(title: str, thing: re.Match[str], match: re.Match[str]) -> bool:
    """Whether years of a Russian title are those that something is for: "на 2031 год", no "до 2031 года"."""
    behind = title[match.end() :]
    if _words("goes_on_ru").match(behind):
        return False
    if match["lead"]:
        if match["lead"].startswith("("):
            between = title[thing.end() : match.start()]
            is_own = _is_of_plan_in_brackets(thing, match, behind) and not _words("of_something_ru").search(between)
            return is_own and match["oblique"] != "а"
        return match["oblique"] != "а" and bool(match["word"] or not behind.strip(_MARKS))
    named = match["nominative"] is not None if match["school"] else bool(match["last"] and not match["oblique"])
    return named and bool(match["word"]) and not _words("behind_other_word").search(title[: match.start()])


def _is_of_plan_in_brackets(thing: re.Match[str], match: re.Match[str], behind: str) -> bool:
    """Whether years in brackets end a title, and are no year of what is taught: "Учебная программа (2031 год)"."""
    is_edition = match["last"] is None and _words("taught_thing").match(thing[0]) is not None
    return bool(match["word"]) and not is_edition and not behind.strip(_MARKS)


def _of_kazakh(title: str, kind: str) -> Iterator[re.Match[str]]:
    """Years before the name of a plan that no other one carries out, or at the end of a title, behind it."""
    if _words("of_other_title_kk").search(title):
        return
    for match in _words("years_told_kk").finditer(title):
        if not _words("goes_on_kk").match(title[match.end() :]) and _is_of_plan_kk(title, kind, match):
            yield match


def _is_of_plan_kk(title: str, kind: str, match: re.Match[str]) -> bool:
    """Whether years of a Kazakh title are surely those of the plan: its name follows them, or they are what it is for
    ("арналған") and nothing that it carries out or makes stands between, or they end the title.
    """
    things = list(_words("planned_thing").finditer(title))
    are_several = bool(match["last"] and not match["school"])
    behind = [thing for thing in things if thing.start() >= match.end()]
    if not _period(match):
        return False
    if not behind:
        if not things or title[match.end() :].strip(_MARKS) or not _is_own(title, things[-1], kind):
            return False
        in_brackets = title[: match.start()].rstrip().endswith("(")
        is_edition = in_brackets and match["last"] is None and _words("taught_thing").match(things[-1][0])
        before = title[: match.start()]
        return not is_edition and not (are_several and _words("carries_out_kk").search(before))
    if match["lone"] or len(behind) > 1 or not _is_own(title, behind[0], kind):
        return False
    between = title[match.end() : behind[0].start()]
    if match["meant"]:
        return match["school"] is not None or not _words("carries_out_kk").search(between)
    return _words("plan_follows_kk").match(between) is not None


def _is_own(title: str, thing: re.Match[str], kind: str) -> bool:
    """Whether a Kazakh title's plan is the text's own, and none that another one carries out or makes."""
    behind = title[thing.end() :]
    if _words("carried_out").match(behind):
        return False
    return kind in _OF_PLANS or _words("approved").match(behind) is not None


def _period(match: re.Match[str]) -> str | None:
    """The interval of the years that were found; None for no such years."""
    first, last = match["first"], match["last"] or match["first"]
    last = first[: -len(last)] + last
    if not int(first) <= int(last) <= int(first) + _LONGEST_PERIOD:
        return None
    if not match["school"]:
        return f"{first}/{last}"
    return school_years(int(first), int(last)) if first < last else None


def _words(name: str) -> re.Pattern[str]:
    return figure_words().pattern(name)
