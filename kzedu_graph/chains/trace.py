"""`kzedu trace`: the chain of a body, a measure or an indicator, up to what is wanted and down to who answers."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import TextIO

from rich.console import Console
from rich.markup import escape
from rich.tree import Tree

from kzedu_graph.chains.graph import Chains
from kzedu_graph.chains.rows import Link, Quote, Thing
from kzedu_graph.model.errors import UnknownNameError
from kzedu_graph.vocabulary import iris
from kzedu_graph.vocabulary.iris import LANGUAGES

Walk = Callable[[str], list[tuple[Link, Thing]]]

LONGEST_QUOTE = 160
"""Signs that a line of the chain shows of a quote; the quote of what was asked for stands whole."""
_UNBROKEN = 1_000_000
"""Columns of a file or a pipe: each thing stays in its line."""
_MOST = 12
"""Candidates that are named where a name fits several things."""

_UP, _DOWN = 0, 1
WORDS: Mapping[str, Mapping[str, tuple[str, str]]] = MappingProxyType(
    {
        "kk": MappingProxyType(
            {
                "holds": ("тұрған бөлімі", "құрамында"),
                "served-by": ("қызмет ететін индикаторы", "қызмет ететін іс-шара"),
                "carried-out-by": ("орындайтын іс-шарасы", "орындаушы"),
                "controlled-by": ("бақылайтын іс-шарасы", "бақылаушы"),
                "reported-to": ("есебін алатын іс-шарасы", "есеп беріледі"),
                "reports-to": ("есеп беретін орган", "кімге есеп береді"),
                "succeeded-by": ("бұрынғы орган", "құқықтық мирасқоры"),
                "by-agreement": ("келісу бойынша", "келісу бойынша"),
                "up": ("не үшін", "не үшін"),
                "down": ("кім жауап береді", "кім жауап береді"),
            }
        ),
        "ru": MappingProxyType(
            {
                "holds": ("стоит в разделе", "содержит"),
                "served-by": ("служит индикатору", "служит мероприятие"),
                "carried-out-by": ("исполняет мероприятие", "исполнитель"),
                "controlled-by": ("контролирует мероприятие", "контролирует"),
                "reported-to": ("получает отчёт о мероприятии", "отчёт получает"),
                "reports-to": ("перед ним отчитывается", "отчитывается перед"),
                "succeeded-by": ("предшественник", "правопреемник"),
                "by-agreement": ("по согласованию", "по согласованию"),
                "up": ("ради чего", "ради чего"),
                "down": ("кто отвечает", "кто отвечает"),
            }
        ),
        "en": MappingProxyType(
            {
                "holds": ("stands under", "holds"),
                "served-by": ("serves", "served by"),
                "carried-out-by": ("carries out", "carried out by"),
                "controlled-by": ("controls", "controlled by"),
                "reported-to": ("gets the report on", "reported to"),
                "reports-to": ("reported to by", "reports to"),
                "succeeded-by": ("took over from", "succeeded by"),
                "by-agreement": ("by agreement", "by agreement"),
                "up": ("what for", "what for"),
                "down": ("who answers", "who answers"),
            }
        ),
    }
)
"""A link in words, seen from the thing that answers (up) and from what is wanted (down)."""


def find_thing(chains: Chains, text: str, agency: Callable[[str], str | None]) -> Thing:
    """The thing that is meant: an IRI, a path ("measure/P2300000249/63-1"), a key ("kz-moe"), or words of a name.

    `agency` gives the key of a body by any of its names, None where there is none or several. Raises UnknownNameError.
    """
    asked = text.strip()
    paths = [asked, *iris.guesses(asked, "agency", "measure", "indicator", "document")]
    key = agency(asked)
    for iri in [*paths, *([str(iris.agency(key))] if key else [])]:
        if iri in chains.things:
            return chains.things[iri]
    whole = re.compile(rf"(?<!\w){re.escape(asked.lower())}(?!\w)")
    found = [
        thing
        for thing in chains.things.values()
        if asked
        and thing.kind in ("measure", "indicator", "body")
        and any(whole.search(name.lower()) for name in thing.names.values())
    ]
    if len(found) == 1:
        return found[0]
    if not found:
        raise UnknownNameError(f"nothing in the graph is called {text!r}: give an IRI, a key, or words of its name")
    shown = ", ".join(sorted(iris.local(thing.iri) for thing in found)[:_MOST])
    raise UnknownNameError(f"{len(found)} things are called {text!r}: {shown}{' …' if len(found) > _MOST else ''}")


def write_trace(chains: Chains, start: Thing, depth: int, lang: str, out: TextIO) -> None:
    """The tree of a thing's chain, both ways, so many links deep, with quotes."""
    if lang not in LANGUAGES:
        raise ValueError(f"a language is one of {', '.join(LANGUAGES)}, not {lang!r}")
    tree = Tree(_line(start, lang))
    _add_quote(tree, start.quote, whole=True)
    for way, walk in ((_UP, chains.up), (_DOWN, chains.down)):
        branch = Tree(f"[bold]{WORDS[lang]['up' if way == _UP else 'down'][0]}[/bold]")
        _grow(branch, start.iri, walk, way, depth, lang, frozenset({start.iri}))
        if branch.children:
            tree.add(branch)
    Console(file=out, highlight=False, width=None if out.isatty() else _UNBROKEN).print(tree)


def _grow(branch: Tree, iri: str, walk: Walk, way: int, depth: int, lang: str, seen: frozenset[str]) -> None:
    if depth < 1:
        return
    for link, thing in walk(iri):
        if thing.iri in seen or thing.kind == "programme":
            continue
        agreed = f" ({WORDS[lang]['by-agreement'][way]})" if link.by_agreement else ""
        grown = branch.add(f"[dim]{WORDS[lang][link.kind][way]}{agreed}:[/dim] {_line(thing, lang)}")
        _add_quote(grown, link.quote if link.kind == "carried-out-by" and way == _DOWN else thing.quote)
        _grow(grown, thing.iri, walk, way, depth - 1, lang, seen | {thing.iri})


def _line(thing: Thing, lang: str) -> str:
    number = f"{thing.number} " if thing.number else ""
    return f"{escape(number + thing.name(lang))} [dim]{iris.local(thing.iri)}[/dim]"


def _add_quote(branch: Tree, quote: Quote | None, *, whole: bool = False) -> None:
    if quote:
        words = re.sub(r"\s+", " ", quote.words).strip()
        shown = words if whole or len(words) <= LONGEST_QUOTE else words[:LONGEST_QUOTE].rsplit(" ", 1)[0] + " …"
        where = iris.edition_key(quote.edition)
        branch.add(f"[italic]«{escape(shown)}»[/italic] [dim]{where}, {quote.start}[/dim]")
