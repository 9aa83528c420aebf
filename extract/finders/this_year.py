"""The year that a text calls its own: "до 25 декабря т.г.", "ағымдағы жылғы 1 қарашаға дейін"."""

from __future__ import annotations

import re

from extract.document.blocks import Passage

THIS_YEAR = {
    "ru": re.compile(r"\b[тс]\.\s?г\.|\b(?:текущ|сего|нынешн)\w*\s+год[ау]?\b"),
    "kk": re.compile(r"\bағымдағы(?=\s+жыл)|\bосы(?=\s+жыл(?:ғы|дың|ы)\b)"),
}
_WRITTEN = {"ru": "{} года", "kk": "{}"}


def name_this_year(deadline: Passage, lang: str, year: int | None) -> Passage:
    """A deadline with its own year written out, each character still standing for its place; as it is without one."""
    if year is None:
        return deadline
    return deadline.replace(THIS_YEAR[lang], _WRITTEN[lang].format(year))
