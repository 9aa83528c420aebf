"""Days and months that come again each year, several of them in a row: "15 шілдеде және 15 қаңтарда"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extract.lexicon.phrasing import phrasing
from extract.values.times.prose import find_periods

_DAY = re.compile(r"\d{1,2}")


def find_days_of_year(sentence: str) -> Iterator[tuple[int, int, tuple[str, ...]]]:
    """Where several days or months of a Kazakh sentence stand that have no year, and the due points that they mean.

    One day may be said of all: "шілде және қаңтар айларының 10-күніне дейін".
    """
    wording = phrasing("kk")
    for match in wording.pattern("days_of_year").finditer(sentence):
        shared = match["day"]
        points: list[str] = []
        for one in wording.pattern("day_of_year").finditer(match["days"]):
            day = shared or (found[0] if (found := _DAY.match(one[0])) else "")
            written = " ".join(("жыл сайын", day, one["month"])).replace("  ", " ")
            points += [point for piece in find_periods(written, "kk") for point in piece.due]
        if len(points) > 1:
            yield match.start(), match.end(), tuple(dict.fromkeys(points))
