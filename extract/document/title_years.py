"""The year of a column by its title: "2031 год", "Факт 2030 года", "План 2031-2032 уч. год", "2030 (базовый)"."""

from __future__ import annotations

import re

from extract.lexicon.figures import figure_words
from extract.lexicon.words import words

_YEAR = re.compile(
    rf"(?:(?P<front>[^\W\d_]+)\s+)?(?P<year>(?:19|20)\d\d)(?:\s*-?\s*(?:{figure_words().year_words})\b\.?)?\s*\(?(?P<behind>[^\W\d]*\.?)\)?"
)
_SCHOOL_YEAR = re.compile(
    rf"(?:19|20)\d\d\s*[-–—/]\s*(?P<last>(?:(?:19|20)\d\d|\d\d)(?!\d))\s*(?:{figure_words().school_year.pattern})[^\W\d_]*\.?",
    re.IGNORECASE,
)
_YEARS = re.compile(
    rf"(?P<first>20\d\d)\s*[-–—]\s*(?P<last>20\d\d)\s*(?:(?:{figure_words().year_words})\.?\s?){{0,2}}", re.IGNORECASE
)
"""Years from one to another, their word once or twice behind them: "2031-2032 гг."."""
_FIGURES = re.compile(r"\d+")
_LONE_YEAR = re.compile(r"(?:19|20)\d\d")
_BESIDE_A_YEAR = re.compile(rf"[\W\d_]+(?:(?:{figure_words().year_words})(?!\w)\.?[\W\d_]*)?")
_BRACKETED = re.compile(r"\([^()]*\)")
MOST_BESIDE = 4
"""Words that may stand beside a year."""


def year_in_title(title: str, lang: str) -> str | None:
    """The year that a title of a column is, planned or reported; None for any other title."""
    if not _FIGURES.search(title):
        return None
    title = by_its_end(title)
    bare = _BRACKETED.sub(" ", title)
    match = _YEAR.fullmatch(title.strip()) or _YEAR.fullmatch(bare.partition(",")[0].strip())
    if match and (match["front"] is None or _is_actual(match, lang)):
        return match["year"]
    told = year_of_title(title, lang)
    return told[0] if told else None


def years_in_title(title: str) -> str | None:
    """The years that a title of a column is, from one to another ("2031-2032 годы, млн. тенге"); None for any other."""
    match = _YEARS.fullmatch(_BRACKETED.sub(" ", title).partition(",")[0].strip())
    return f"{match['first']}-{match['last']}" if match and match["first"] < match["last"] else None


def actual_year(title: str, lang: str) -> str | None:
    """The year of a title that says that its values are reported."""
    if not _FIGURES.search(title):
        return None
    title = by_its_end(title)
    match = _YEAR.fullmatch(title)
    if match and _is_actual(match, lang):
        return match["year"]
    told = year_of_title(title, lang)
    return told[0] if told and told[1] else None


def _is_actual(match: re.Match[str], lang: str) -> bool:
    said = {(match[group] or "").rstrip(".").casefold() for group in ("front", "behind")}
    return not said.isdisjoint(words(lang).actual_titles)


def says_reported(title: str, lang: str) -> bool:
    """Whether a word of a title says that values or dates are reported ones: "Факт", "Отчет (тыс.)"."""
    return any(word.strip(".,():") in words(lang).actual_titles for word in title.casefold().split())


def by_its_end(title: str) -> str:
    """A title, the year that a school year ends in for the school year: "План 2031-2032 уч. год" is of 2032."""
    match = _SCHOOL_YEAR.search(title)
    if match is None:
        return title
    last = match["last"] if len(match["last"]) > len("32") else match[0][:2] + match["last"]
    return f"{title[: match.start()]}{last}{title[match.end() :]}"


def year_of_title(title: str, lang: str) -> tuple[str, bool] | None:
    """The year of a column of values, and whether they are reported ones ("Базовое значение (2030 год)"); None else.

    All other words of the title must be such as stand beside a year: "План на 2031 год".
    """
    years, words_beside = _FIGURES.findall(title), _BESIDE_A_YEAR.sub(" ", title.casefold()).split()
    if len(years) != 1 or not _LONE_YEAR.fullmatch(years[0]) or len(words_beside) > MOST_BESIDE:
        return None
    known = words(lang)
    if not all(word in known.actual_titles or word in known.planned_titles for word in words_beside):
        return None
    return years[0], any(word in known.actual_titles for word in words_beside)
