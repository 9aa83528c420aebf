"""Which edition of a programme is current, which editions are compared, and what the current view says.

The current view is each programme's latest edition. A row that no later edition touched has the same meaning in the
other language's text of the programme, and gets that text's name beside its own.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence, Sized
from datetime import date
from typing import Protocol, TypeVar

from rdflib import Literal, URIRef
from rdflib.namespace import RDFS

from kzedu_graph.comparison.baselines import baseline_triples
from kzedu_graph.comparison.listings import listings_of
from kzedu_graph.comparison.overlaps import overlap_triples
from kzedu_graph.comparison.texts import Comparison, Heirs, compare_editions, find_contradictions
from kzedu_graph.mapping.edition import triples_of
from kzedu_graph.mapping.groups import GROUP_IRIS
from kzedu_graph.mapping.indicators import indicator_iri
from kzedu_graph.mapping.statements import Triple, topics_of
from kzedu_graph.model.extraction import Extraction
from kzedu_graph.model.records import Group, Source
from kzedu_graph.vocabulary import iris


class Text(Protocol):
    """What the choice of editions asks of a text: an extraction, or a part's summary with numbers of rows."""

    @property
    def source(self) -> Source:
        """Which text it is."""
        ...

    @property
    def measures(self) -> Sized | int:
        """Its measures, or their number."""
        ...

    @property
    def indicators(self) -> Sized | int:
        """Its indicators, or their number."""
        ...


AnyText = TypeVar("AnyText", bound=Text)


def current_editions(extractions: Sequence[AnyText]) -> tuple[AnyText, ...]:
    """The latest edition of each programme, in the order of the programmes' keys.

    Texts of one date are ordered by language, Kazakh first, for it is the language of the state.
    """
    latest: dict[str, AnyText] = {}
    for extraction in sorted(extractions, key=_age):
        latest[programme_of(extraction)] = extraction
    return tuple(latest[key] for key in sorted(latest))


def compared_editions(extractions: Sequence[AnyText]) -> tuple[tuple[AnyText, AnyText], ...]:
    """The pairs of texts, earlier and later, whose comparison tells what changed.

    A text is compared with its own language's text before it, else with the latest one before it in any language;
    and with the texts of its own day in other languages.
    """
    programmes: dict[str, list[AnyText]] = {}
    for extraction in sorted(extractions, key=_age):
        if extraction.measures or extraction.indicators:
            programmes.setdefault(programme_of(extraction), []).append(extraction)
    pairs: list[tuple[AnyText, AnyText]] = []
    for key in sorted(programmes):
        editions = programmes[key]
        for at, later in enumerate(editions):
            older = [e for e in editions[:at] if e.source.version_date != later.source.version_date]
            twins = [e for e in editions[:at] if e.source.version_date == later.source.version_date]
            before = [e for e in older if e.source.lang == later.source.lang] or older
            pairs.extend((earlier, later) for earlier in (*before[-1:], *twins))
    return tuple(pairs)


def compare_all(extractions: Sequence[Extraction], heirs: Heirs | None = None) -> tuple[Comparison, ...]:
    """Every comparison of two texts of a programme, then what each text says against itself."""
    between = [compare_editions(earlier, later, heirs) for earlier, later in compared_editions(extractions)]
    within = [find_contradictions(extraction) for extraction in sorted(extractions, key=_age)]
    return (*between, *(comparison for comparison in within if comparison.changes))


def own_triples(extraction: Extraction) -> Iterator[Triple]:
    """What comparing the rows and the prose of one text with each other gives: overlaps, and baselines in prose."""
    yield from overlap_triples(extraction)
    yield from baseline_triples(extraction)


def current_view(extractions: Sequence[Extraction], comparisons: Sequence[Comparison] = ()) -> Iterator[Triple]:
    """The triples of the current editions, what a plain query counts, with the names that other languages give."""
    current = current_editions(extractions)
    for extraction in current:
        yield from triples_of(extraction, listings_of(extraction.indicators), mentions=False)
        yield from own_triples(extraction)
        for comparison in comparisons:
            if comparison.later is extraction and comparison.earlier.source.lang != extraction.source.lang:
                yield from joined_labels(comparison)


def joined_labels(comparison: Comparison) -> Iterator[Triple]:
    """The earlier text's names of rows that are the same in the later one.

    A measure is the same where no later edition touched it. An indicator keeps its name while its values move; a
    heading keeps it where most of its rows stood under the heading of that number before.
    """
    lang, programme = comparison.earlier.source.lang, programme_of(comparison.later)
    for row in comparison.measures:
        if row.earlier and row.later:
            node = iris.measure(programme, row.later.key)
            if comparison.unchanged(str(node)):
                yield node, RDFS.label, Literal(row.earlier.name, lang=lang)
                yield from topics_of(node, row.earlier.name)
    for pair in comparison.indicators:
        if pair.earlier and pair.later:
            node = indicator_iri(pair.later)
            yield node, RDFS.label, Literal(pair.earlier.name, lang=lang)
            yield from topics_of(node, pair.earlier.name)
    for node, group in _same_groups(comparison, programme):
        yield node, RDFS.label, Literal(group.name, lang=lang)


def _same_groups(comparison: Comparison, programme: str) -> Iterator[tuple[URIRef, Group]]:
    groups = {(group.kind, group.number): group for group in comparison.earlier.groups}
    stood = {
        key: Counter(pair.earlier.part_of for pair in comparison.measures if pair.earlier and _stands(pair.later, key))
        for key in ((group.kind, group.number) for group in comparison.later.groups)
    }
    for key, before in stood.items():
        if key in groups and before and before.most_common(1)[0][0] == key:
            yield GROUP_IRIS[key[0]](programme, key[1]), groups[key]


def _stands(row: object, under: tuple[str, str]) -> bool:
    return getattr(row, "part_of", None) == under


def programme_of(extraction: Text) -> str:
    """The key of the programme whose text it is; an act without one stands for itself."""
    return extraction.source.programme or extraction.source.work


def _age(extraction: Text) -> tuple[date, bool, str]:
    source = extraction.source
    return source.version_date or date.min, source.lang == "kk", source.stem
