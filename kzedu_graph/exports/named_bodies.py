"""Bodies as the texts name them: those of the registry with their counts, and names that no body is known by."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TextIO

from rdflib import Literal
from rdflib.term import Node
from rich.console import Console
from rich.table import Table

from kzedu_graph.vocabulary import iris
from kzedu_graph.vocabulary.queries import Selects, load_query

LANGS = ("kk", "ru", "en")
COUNTS = ("lead", "bound", "by_agreement", "mentions")
"""Columns of the table `agencies` that count."""
MISSING = "?"
"""Stands for a name that has to be written in."""
WORD = re.compile(r"[^\W_]+")
PLACES = 3
"""Places that the table shows of each name."""


@dataclass(frozen=True, slots=True)
class UnknownName:
    """A name that is linked to no body: its language, how many assignments carry it, and the rows they stand in."""

    name: str
    lang: str
    count: int
    places: tuple[str, ...]

    def stub(self) -> str:
        """Turtle to paste into `ontology/registry/`; the key is the name in Latin letters, to be made short English."""
        names = (Literal(self.name if lang == self.lang else MISSING, lang=lang).n3() for lang in LANGS)
        return (
            f"# {self.count} times, first in {self.places[0]}. Choose class, short English key and other names.\n"
            f"agency:kz-{_key(self.name)} a kzedu:Institution, org:FormalOrganization ;\n"
            "    skos:prefLabel\n        " + ",\n        ".join(names) + " .\n"
        )


def _key(name: str) -> str:
    """A name as part of an IRI, its letters transliterated: "«Жұлдыз» орталығы" -> "zhuuldyz-ortalyghy"."""
    return iris.slug(" ".join(WORD.findall(name)) or "unnamed").replace(".", "-")


def find_unknown(store: Selects) -> tuple[UnknownName, ...]:
    """Every unlinked name of every edition, the most frequent first, then by name."""
    counts: Counter[tuple[str, str]] = Counter()
    places: dict[tuple[str, str], set[str]] = defaultdict(set)
    for row in store.select(load_query(__file__, "unlinked")):
        name = row["name"]
        key = (str(name), (name.language if isinstance(name, Literal) else None) or "und")
        counts[key] += 1
        places[key].add(_place(row["owner"]))
    ordered = sorted(counts, key=lambda key: (-counts[key], key))
    return tuple(UnknownName(*key, counts[key], tuple(sorted(places[key], key=_natural))) for key in ordered)


def _place(owner: Node) -> str:
    return iris.path_of(str(owner))


def _natural(place: str) -> tuple[str, int, str]:
    """Sort key by which "measure/S1/9" comes before "measure/S1/10"."""
    head, _, number = place.rpartition("/")
    digits = number.split("-")[0]
    return head, int(digits) if digits.isdigit() else 0, number


def write_unknown(names: Sequence[UnknownName], form: str, out: TextIO) -> None:
    """The names in a form: `table`, or `ttl` with a stub each."""
    match form:
        case "ttl":
            out.write("\n".join(_turtle(names)))
        case "table":
            table = Table("name", "lang", "times", "places")
            for one in names:
                more = f" … (+{len(one.places) - PLACES})" if len(one.places) > PLACES else ""
                table.add_row(one.name, one.lang, str(one.count), ", ".join(one.places[:PLACES]) + more)
            Console(file=out).print(table)
        case _:
            raise ValueError(f"unknown names are a table or ttl, not {form!r}")


def write_known(rows: Iterable[Mapping[str, Any]], out: TextIO) -> None:
    """The bodies that some text names, the busiest first: measures led, bound to, joined by agreement; mentions."""
    named = [row for row in rows if any(row[column] for column in COUNTS)]
    table = Table("key", "kind", "name", *(column.replace("_", " ") for column in COUNTS))
    for row in sorted(named, key=lambda row: (*(-row[column] for column in COUNTS), row["key"])):
        name = row["names"].get("en") or next(iter(row["names"].values()), "")
        table.add_row(row["key"], row["kind"], name, *(str(row[column]) for column in COUNTS))
    Console(file=out).print(table)


def _turtle(names: Iterable[UnknownName]) -> list[str]:
    prefixes = [
        f"@prefix {prefix}: <{iri}> ."
        for prefix, iri in (
            ("agency", iris.AGENCIES),
            ("kzedu", str(iris.KZEDU)),
            ("org", str(iris.ORG)),
            ("skos", str(iris.SKOS)),
        )
    ]
    return [*prefixes, "", *(one.stub() for one in names)]
