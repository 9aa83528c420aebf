"""A letterhead in a table: the names of the sender in two languages side by side, each spread over lines.

Бақ қаласының              Отдел садов
бақтар бөлімі              города Бак
БҰЙРЫҚ                     ПРИКАЗ
"""

from __future__ import annotations

import re

from extract.lexicon.acts import ANY, header_words
from extract.values.acts import NUMBER, day_pattern

MOST_CELLS = 3
"""Cells that open a text in which the sender's name may stand."""
LETTERS_A_KAZAKH = 14
"""Letters of a Kazakh text among which one, at least, is of no other alphabet."""
SHORTEST = 4
"""Letters of a cell, beside a day and a number, that tell its language."""

_OWN = re.compile("[әғқңөұүһі]", re.IGNORECASE)
_LETTER = re.compile(r"[^\W\d_]")
_CELL = "\t"


def without_the_other_language(head: str, lang: str) -> str:
    """A head without the cells that say in the other language what the cell beside them says in a text's own, and the
    sender's name on one line.
    """
    before, *cells = re.split(rf"(?m)^{_CELL}$", head)
    if not cells:
        return head
    last, behind = _parted(cells[-1])
    cells[-1] = last
    told = [cell for cell in cells if cell.strip()]
    kept = [
        cell
        for n, cell in enumerate(told)
        if not (
            _is_foreign(cell, lang) and any(_is_own(one, lang) for one in told[max(0, n - 1) : n + 2] if one != cell)
        )
    ]
    if not before.strip():
        kept[:MOST_CELLS] = (_on_one_line(cell, lang) for cell in kept[:MOST_CELLS])
    return before + "".join(f"{_CELL}{cell}" for cell in kept) + behind


def _parted(last: str) -> tuple[str, str]:
    """The last cell of a head, and what stands behind the table: all but the first paragraph of it."""
    words = re.search(r"\S[^\n]*\n*", last)
    return (last[: words.end()], last[words.end() :]) if words else (last, "")


def _letters(cell: str) -> str:
    """The letters of a cell beside days and numbers."""
    for lang in ("ru", "kk"):
        cell = re.sub(day_pattern(lang), " ", cell, flags=re.IGNORECASE)
    return "".join(_LETTER.findall(re.sub(NUMBER, " ", cell, flags=re.IGNORECASE)))


def _is_kazakh(letters: str) -> bool:
    return len(_OWN.findall(letters)) * LETTERS_A_KAZAKH >= len(letters)


def _is_foreign(cell: str, lang: str) -> bool:
    letters = _letters(cell)
    return len(letters) >= SHORTEST and _is_kazakh(letters) != (lang == "kk")


def _is_own(cell: str, lang: str) -> bool:
    letters = _letters(cell)
    return len(letters) >= SHORTEST and _is_kazakh(letters) == (lang == "kk")


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
