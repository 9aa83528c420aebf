"""`kzedu trace`: the chain of a body, a measure or an indicator, up to what is wanted and down to who answers."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from typing import TextIO

from rich.console import Console
from rich.markup import escape
from rich.tree import Tree

from kzedu_graph.chains.graph import Chains
from kzedu_graph.chains.parties import PARTIES
from kzedu_graph.chains.rows import Link, Quote, Thing
from kzedu_graph.chains.wording import DOWN, UP, link_words, marked
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

MOST = 6
"""Things of one kind of link that a trace shows; deeper ones fewer. The others are counted."""
_DEEPER = 2


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
    exactly = [
        thing
        for thing in chains.things.values()
        if thing.kind == "body"
        and asked.casefold() in {each.casefold() for each in (*thing.names.values(), *thing.aliases)}
    ]
    if len(exactly) == 1:
        return exactly[0]
    whole = re.compile(rf"(?<!\w){re.escape(asked.lower())}(?!\w)")
    found = [
        thing
        for thing in chains.things.values()
        if asked
        and thing.kind in ("measure", "indicator", "body")
        and any(whole.search(name.lower()) for name in thing.names.values())
    ]
    found = found or [  # a post, or words that no registry knows
        thing
        for thing in chains.things.values()
        if asked and thing.kind in PARTIES and any(whole.search(name.lower()) for name in thing.names.values())
    ]
    bodies = [thing for thing in found if thing.kind == "body"]
    if len(found) == 1 or len(bodies) == 1:
        return (bodies or found)[0]
    if not found:
        raise UnknownNameError(f"nothing in the graph is called {text!r}: give an IRI, a key, or words of its name")
    shown = ", ".join(sorted(iris.local(thing.iri) for thing in found)[:_MOST])
    raise UnknownNameError(f"{len(found)} things are called {text!r}: {shown}{' …' if len(found) > _MOST else ''}")


def write_trace(chains: Chains, start: Thing, depth: int, lang: str, out: TextIO, most: int = MOST) -> None:
    """The tree of a thing's chain, both ways, so many links deep, with quotes.

    Of each kind of link `most` things are shown, and how many more there are; 0 shows all.
    """
    if lang not in LANGUAGES:
        raise ValueError(f"a language is one of {', '.join(LANGUAGES)}, not {lang!r}")
    tree = Tree(_line(start, lang))
    _add_quote(tree, start.quote, whole=True)
    for way, walk in ((UP, chains.up), (DOWN, chains.down)):
        branch = Tree(f"[bold]{link_words()[lang]['up' if way == UP else 'down'][0]}[/bold]")
        _Growth(walk, way, lang, most).grow(branch, start.iri, depth, frozenset({start.iri}))
        if branch.children:
            tree.add(branch)
    Console(file=out, highlight=False, width=None if out.isatty() else _UNBROKEN).print(tree)


@dataclass(frozen=True, slots=True)
class _Growth:
    """How one side of a tree grows: which way it walks, in which language, how much of each kind it shows."""

    walk: Walk
    way: int
    lang: str
    most: int

    def grow(self, branch: Tree, iri: str, depth: int, seen: frozenset[str], level: int = 0) -> None:
        """The links of a thing, by their kinds, each kind with its count where it is long."""
        if depth < 1:
            return
        kinds: dict[str, list[tuple[Link, Thing]]] = defaultdict(list)
        for link, thing in self.walk(iri):
            if thing.iri not in seen and thing.kind != "programme":
                kinds[link.kind].append((link, thing))
        for kind, pairs in kinds.items():
            shown = min(len(pairs), (self.most if level == 0 else min(self.most, _DEEPER)) or len(pairs))
            word = link_words()[self.lang][kind][self.way]
            under = branch.add(f"[bold]{word}: {len(pairs)}[/bold]") if len(pairs) > shown else branch
            for link, thing in pairs[:shown]:
                grown = under.add(f"[dim]{word}{self._part(link)}:[/dim] {_line(thing, self.lang)}")
                _add_quote(grown, link.quote or thing.quote)
                self.grow(grown, thing.iri, depth - 1, seen | {thing.iri}, level + 1)
            if len(pairs) > shown:
                under.add(f"[dim]… {link_words()[self.lang]['more'][self.way]} {len(pairs) - shown}[/dim]")

    def _part(self, link: Link) -> str:
        """What part a body has in a measure, where it is said that it leads or only agreed."""
        part = "by-agreement" if link.by_agreement else "lead" if link.role == "LeadExecutor" else None
        return f" ({link_words()[self.lang][part][self.way]})" if part else ""


def _line(thing: Thing, lang: str) -> str:
    number = f"{thing.number} " if thing.number else ""
    status = ""
    if thing.status and thing.status in link_words()[lang]:
        told = link_words()[lang][thing.status][UP]
        if thing.status_on:
            told += f", {link_words()[lang]['as-of'][UP].format(thing.status_on)}"
        status = f" [dim]({told})[/dim]" if thing.status == "in-force" else f" [red]({told})[/red]"
    due = (
        f" [bold]{link_words()[lang]['due'][UP]}: {escape('; '.join(thing.deadlines))}[/bold]"
        if thing.deadlines
        else ""
    )
    return (
        f"{escape(number + marked(thing.name(lang), thing.kind, lang))}{due}{status} [dim]{iris.local(thing.iri)}[/dim]"
    )


def _add_quote(branch: Tree, quote: Quote | None, *, whole: bool = False) -> None:
    if quote:
        words = re.sub(r"\s+", " ", quote.words).strip()
        shown = words if whole or len(words) <= LONGEST_QUOTE else words[:LONGEST_QUOTE].rsplit(" ", 1)[0] + " …"
        where = iris.edition_key(quote.edition)
        branch.add(f"[italic]«{escape(shown)}»[/italic] [dim]{where}, {quote.start}[/dim]")
