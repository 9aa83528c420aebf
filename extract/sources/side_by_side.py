"""A letterhead in a table: the names of the sender in two languages side by side, each spread over lines.

Бақ қаласының              Отдел садов
бақтар бөлімі              города Бак
БҰЙРЫҚ                     ПРИКАЗ
"""

from __future__ import annotations

import re
from typing import NamedTuple

from extract.lexicon.acts import ANY, header_words
from extract.values.acts import NUMBER, day_pattern

MOST_CELLS = 3
"""Cells that open a text in which the sender's name may stand."""
LETTERS_A_KAZAKH = 9
"""Letters of a Kazakh text among which one, at least, is of no other alphabet."""
SHORTEST = 4
"""Letters of a cell, beside a day and a number, that tell its language."""

_OWN = re.compile("[әғқңөұүһі]", re.IGNORECASE)
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
        if _is_foreign(words, lang) and any(_is_own(one.words, lang) for one in beside.get(id(cell), ())):
            words = "\n"
        elif words.strip() and names < MOST_CELLS and not before.strip():
            words, names = _on_one_line(words, lang), names + 1
        written.append(f"{_CELL}{words}" + (f"{_END_OF_TABLE}{cell.behind}" if cell.behind else ""))
    return "".join(written)


class _Cell(NamedTuple):
    """A cell, and what stands behind its table where it is the last one of it."""

    words: str
    behind: str


def _letters(cell: str) -> str:
    """The letters of a cell beside days and numbers."""
    for lang in ("ru", "kk"):
        cell = re.sub(day_pattern(lang), " ", cell, flags=re.IGNORECASE)
    return "".join(_LETTER.findall(re.sub(NUMBER, " ", cell, flags=re.IGNORECASE)))


def _is_foreign(cell: str, lang: str) -> bool:
    """Whether a cell or a line is in the other language; a title of acts is in a text's own, whatever its letters."""
    letters = _letters(cell)
    kazakh = len(_OWN.findall(letters))
    if lang == "kk":
        title = re.search(header_words(lang)["title_of_act"], cell.strip(), re.IGNORECASE)
        return len(letters) >= SHORTEST and not kazakh and title is None
    return len(letters) >= SHORTEST and kazakh * LETTERS_A_KAZAKH >= len(letters)


def _is_own(cell: str, lang: str) -> bool:
    return len(_letters(cell)) >= SHORTEST and not _is_foreign(cell, lang)


def _on_one_line(cell: str, lang: str) -> str:
    """A cell of a name alone as one line; contacts below the name stay on lines of their own."""
    lines = [line.strip() for line in cell.splitlines() if line.strip()]
    name = [line for line in lines if not is_contact(line)]
    words = header_words(lang)
    told = "|".join((words["approved"], words["stamps"], words["annex"], words["title_of_act"], words["meeting"]))
    says_more = any(re.search(told, line, re.IGNORECASE) or re.search(day_pattern(lang), line, re.I) for line in name)
    if says_more or len(name) < 2:
        return cell
    return "\n" + "\n\n".join((" ".join(name), *(line for line in lines if is_contact(line)))) + "\n\n"


def is_in_other_language(line: str, lang: str) -> bool:
    """Whether a line of a letterhead is Kazakh in a Russian text, or the other way round; numbers and days are not."""
    return _is_foreign(line, lang)


def is_contact(line: str) -> bool:
    """Whether a line is an address or a telephone of a sender, and not his name: "тел.: 8 (7172) 74-00-00"."""
    return bool(re.match(header_words(ANY)["contacts"], line, re.IGNORECASE))
