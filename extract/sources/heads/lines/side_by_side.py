"""A letterhead in a table: the names of the sender in two languages side by side, each spread over lines.

Бақ қаласының              Отдел садов
бақтар бөлімі              города Бак
БҰЙРЫҚ                     ПРИКАЗ
"""

from __future__ import annotations

import re
from typing import NamedTuple

from extract.lexicon.acts import header_words
from extract.lexicon.words import words as lexicon_words
from extract.sources.heads.lines.around import is_postal
from extract.values.acts import NUMBER, day_pattern
from kzedu_graph.language.letters import KAZAKH_ONLY

MOST_CELLS = 3
"""Cells that open a text in which the sender's name may stand."""
LETTERS_A_KAZAKH = 9
"""Letters of a Kazakh text among which one, at least, is of no other alphabet."""
SHORTEST = 4
"""Letters of a cell, beside a day and a number, that tell its language."""
_DAY_OF_BOTH = re.compile(
    r"([«\"“]?\d{1,2}[»\"”]?) ?([^\W\d_]{3,9}) ?/ ?([^\W\d_]{3,9}),? (20\d\d)"
    r"(?: ?(?:жыл\w{0,2}|года?|ж|г)(?!\w)\.?(?: ?/ ?(?:жыл\w{0,2}|года?|ж|г)(?!\w)\.?)?)?",
    re.IGNORECASE,
)
"""A day with its month in two languages, and perhaps the word for the year."""
_TWO_YEARS = re.compile(r"20\d\d.*/.*20\d\d")
_KAZAKH = f"{KAZAKH_ONLY}Іі"
_LETTER = re.compile(r"[^\W\d_]")
_CELL, _END_OF_TABLE = "\t", "\n\n\n"


def without_the_other_language(head: str, lang: str) -> str:
    """A head without the cells that say in the other language what the cell beside them says in a text's own, and the
    sender's name on one line.
    """
    before, *cells = re.split(rf"(?m)^{_CELL}$", head)
    told = [_Cell(*cell.partition(_END_OF_TABLE)[::2]) for cell in cells]
    filled = [cell for cell in told if cell.words.strip()]
    beside = {id(one): filled[max(0, n - 1) : n + 2] for n, one in enumerate(filled)}
    written, names = [before], 0
    for cell in told:
        words = cell.words
        if is_in_other_language(words, lang) and any(_is_own(one.words, lang) for one in beside.get(id(cell), ())):
            words = "\n"
        elif words.strip() and names < MOST_CELLS and not before.strip():
            words, names = _on_one_line(words, lang), names + 1
        written.append(f"{_CELL}{words}" + (f"{_END_OF_TABLE}{cell.behind}" if cell.behind else ""))
    return "".join(written)


class _Cell(NamedTuple):
    """A cell, and what stands behind its table where it is the last one of it."""

    words: str
    behind: str


def with_one_day(line: str, lang: str) -> str:
    """A line whose day is in both languages has it in a text's own: "«5» мамыр / мая 2031 ж./г." is "«5» мая 2031
    года", as is "2031 жылғы 5 мамыр / 5 мая 2031 года".
    """
    if "/" not in line:
        return line
    found = _DAY_OF_BOTH.search(line)
    if found is None:
        return _with_day_told_once(line, lang) if _TWO_YEARS.search(line) else line
    months = {of: found[n] for n in (2, 3) for of in ("kk", "ru") if _is_month(found[n], of)}
    if len(months) != len(("kk", "ru")):
        return line
    year = "года" if lang == "ru" else "жыл"
    return f"{line[: found.start()]}{found[1]} {months[lang]} {found[4]} {year}{line[found.end() :]}"


def _with_day_told_once(line: str, lang: str) -> str:
    """A line without the day in the other language, beside one in a text's own."""
    kazakh, russian = day_pattern("kk", "kk"), day_pattern("ru", "ru")
    for first, second in ((kazakh, russian), (russian, kazakh)):
        if twice := re.search(rf"{first} ?/ ?{second}", line, re.IGNORECASE):
            return f"{line[: twice.start()]}{twice[lang]}{line[twice.end() :]}"
    return line


def _is_month(word: str, lang: str) -> bool:
    return lexicon_words(lang).tags.get(word.casefold(), ("", ""))[0] == "month"


def _letters(cell: str) -> str:
    """The letters of a cell beside days and numbers."""
    for lang in ("ru", "kk"):
        cell = re.sub(day_pattern(lang), " ", cell, flags=re.IGNORECASE)
    return "".join(_LETTER.findall(re.sub(NUMBER, " ", cell, flags=re.IGNORECASE)))


def is_in_other_language(cell: str, lang: str) -> bool:
    """Whether a cell or a line is Kazakh in a Russian text, or the other way round; numbers and days are not.

    A title of acts is in a text's own language, whatever its letters.
    """
    letters = _letters(cell)
    share = kazakh_share(letters)
    if lang == "kk":
        title = re.search(header_words(lang)["title_of_act"], cell.strip(), re.IGNORECASE)
        return len(letters) >= SHORTEST and not share and title is None
    return len(letters) >= SHORTEST and share * LETTERS_A_KAZAKH >= 1


def _is_own(cell: str, lang: str) -> bool:
    return len(_letters(cell)) >= SHORTEST and not is_in_other_language(cell, lang)


def _on_one_line(cell: str, lang: str) -> str:
    """A cell of a name alone as one line, without the address below it."""
    name = [line.strip() for line in cell.splitlines() if line.strip() and not is_postal(line.strip())]
    words = header_words(lang)
    told = "|".join((words["approved"], words["stamps"], words["annex"], words["title_of_act"], words["meeting"]))
    says_more = any(re.search(told, line, re.IGNORECASE) or re.search(day_pattern(lang), line, re.I) for line in name)
    if says_more or len(name) < 2:
        return cell
    return f"\n{' '.join(name)}\n\n"


def kazakh_share(told: str) -> float:
    """The share of the letters of some words that are Kazakh alone."""
    letters = _LETTER.findall(told)
    return sum(letter in _KAZAKH for letter in letters) / max(1, len(letters))
