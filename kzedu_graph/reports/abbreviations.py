"""What the quotes of a dossier abbreviate: in the language of the quote, told in the reader's."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection

from rdflib import Literal

from kzedu_graph.vocabulary.queries import Select, load_query

_SHORT = re.compile(r"[\w-]{2,10}")


def find_abbreviations(
    select: Select, quoted: str, spoken: Collection[str], named: Callable[[str], str | None], lang: str
) -> dict[str, str]:
    """The abbreviations that stand in quotes of the languages `spoken`, each with its name, best in `lang`.

    `named` gives the name of a body of the graph.
    """
    rows = [(str(row["body"]), str(row["short"]), row["name"]) for row in select(load_query(__file__, "short-names"))]
    ours = {body: str(name) for body, _, name in rows if isinstance(name, Literal) and name.language == lang}
    found: dict[str, str] = {}
    for body, short, name in sorted(rows, key=lambda row: (row[1], row[0])):
        printed = _is_abbreviation(short) and re.search(rf"(?<!\w){re.escape(short)}(?!\w)", quoted)
        if printed and isinstance(name, Literal) and name.language in spoken:
            found.setdefault(short, named(body) or ours.get(body) or str(name))
    return found


def _is_abbreviation(short: str) -> bool:
    """Whether a short name is made of the beginnings of words: "ТжКБ", not "Болашақ"."""
    return bool(_SHORT.fullmatch(short)) and sum(sign.isupper() for sign in short) > 1
