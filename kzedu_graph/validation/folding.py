"""What is one fact is one finding: rows that say the same, and what a programme has throughout or had while it held.

A rule questions things one by one. Where more than half of what it looked at in a programme is questioned, this is how
the programme is written, and nobody follows it up thing by thing; and of a programme that holds no more no single thing
can be followed up. Each is then one finding about the programme, which names the things that it concerns. A sum that
differs from another is always a finding of its own.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from rdflib import Literal
from rdflib.term import Node

from kzedu_graph.validation.shacl import Row

_GATHERED = ("evidence", "concerned", "series")
"""Variables in which rows may differ and still be one finding."""
_FEW = 4
"""So many findings are told sentence by sentence where these say more than the numbers; else the numbers are listed."""
_COUNTED: Mapping[str, str] = MappingProxyType(
    {
        "kk": "{name}: {count} (барлығы {looked_at} тексерілді)",
        "ru": "{name}: {count} из {looked_at} проверенных",
        "en": "{name}: {count} of {looked_at} looked at",
    }
)
_ENDED: Mapping[str, str] = MappingProxyType(
    {
        "kk": "Бағдарлама {ended} күнінен бастап күшінде емес.",
        "ru": "Программа не действует с {ended}.",
        "en": "The programme has not been in force since {ended}.",
    }
)
_NUMBER: Mapping[str, str] = MappingProxyType({"kk": "№ ", "ru": "№ ", "en": "No. "})


@dataclass(frozen=True, slots=True)
class Questioned:
    """What a rule says of one thing, with all evidence of the rows that say it and all that it concerns beside."""

    row: Row
    evidence: tuple[Node, ...] = ()
    concerned: tuple[Node, ...] = ()


def merged(rows: Iterable[Row]) -> Iterator[Questioned]:
    """Rows that say the same, each with what all say together; the series of one indicator are named in order."""
    found: dict[tuple[tuple[str, Node], ...], dict[str, dict[Node, None]]] = {}
    for row in rows:
        key = tuple(sorted((name, node) for name, node in row.items() if name not in _GATHERED and node is not None))
        gathered = found.setdefault(key, {name: {} for name in _GATHERED})
        for name in _GATHERED:
            node = row.get(name)
            if node is not None:
                gathered[name][node] = None
    for key, gathered in found.items():
        row = dict(key)
        if gathered["series"]:
            row["series"] = Literal("; ".join(sorted(map(str, gathered["series"]))))
        yield Questioned(row, tuple(gathered["evidence"]), tuple(gathered["concerned"]))


def is_one_fact(things: Collection[Node], programme: str, looked_at: int, ended: bool) -> bool:
    """Whether what a rule questions in a programme is to be told as one fact about it."""
    several = bool(programme) and len(things) > 1 and programme not in set(map(str, things))
    return several and (ended or 2 * len(things) > looked_at)


def _differ_in_label_alone(sentences: Sequence[str], labels: Collection[str]) -> bool:
    known = {re.escape(label) for label in labels}
    return len({re.sub(rf"(?<!\w)(?:{'|'.join(sorted(known))})(?!\w)", "", each) for each in sentences}) == 1


def in_order(label: str) -> tuple[list[int], str]:
    """What sorts printed numbers as people do: 7 before 63-1, and this before 104."""
    return [int(part) for part in re.findall(r"\d+", label)], label


def told_together(
    name: str, sentences: Sequence[str], labels: Collection[str], looked_at: int, ended: str, lang: str
) -> str:
    """One sentence for many findings: how many of how many, and which; `labels` names what is questioned.

    >>> told_together("Many owners", ["…"] * 5, ["6", "47", "72", "106", "137"], 185, "", "en")
    'Many owners: 5 of 185 looked at — No. 6, 47, 72, 106, 137.'
    """
    counted = _COUNTED[lang].format(name=name, count=len(labels), looked_at=looked_at)
    closing = [_ENDED[lang].format(ended=ended)] if ended else []
    if len(sentences) <= _FEW and not _differ_in_label_alone(sentences, labels):
        in_turn = sorted(sentences, key=in_order)  # not as an engine happens to give their rows
        return " ".join([f"{counted}.", *in_turn, *closing])
    listed = sorted(set(labels), key=in_order)
    if len(listed) == len(labels):  # else the programme numbers them anew under each heading, and numbers tell nothing
        sign = _NUMBER[lang] if all(label[:1].isdigit() for label in listed) else ""
        counted += f" — {sign}{', '.join(listed)}"
    return " ".join([f"{counted}.", *closing])
