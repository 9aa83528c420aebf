"""What an act changes in others: its instructions as records, the indicators that they give, and the places of words
that are another act's.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from extract.document.blocks import Document
from extract.finders.acts.instructions import Instruction, Text, find_instructions
from extract.values.series import parse_series
from kzedu_graph.model.prose import Amendment, Citation
from kzedu_graph.model.records import Indicator, Source, Span, Target

_ITEM = re.compile(r"[\"«“\s]*(?P<number>\d+(?:-\d+)?)\)\s*")


def find_amendments(source: Source, document: Document, citations: Iterable[Citation]) -> tuple[Amendment, ...]:
    """Every instruction of a text by which it changes another act, in its order."""
    cited = acts_at(citations)
    return tuple(
        Amendment(
            source=source.stem,
            order=order,
            action=found.action,
            path=found.path,
            target=found.target,
            instruction=found.passage.text,
            evidence=_extent(found),
            act=_act_of(found, cited) or (source.amends[0] if source.amends else None),
            words=found.wording(),
        )
        for order, found in enumerate(find_instructions(document, cited, always=bool(source.amends)), 1)
    )


def with_changes(source: Source, amendments: Iterable[Amendment]) -> Source:
    """A source with the acts that its instructions are about, and those of them that they end as a whole."""
    named = [one for one in amendments if one.act]
    changes, repeals = (
        tuple(dict.fromkeys(one.act for one in several if one.act))
        for several in (named, [one for one in named if one.ends_act])
    )
    return replace(source, changes=changes, repeals=repeals)


def find_amended_indicators(source: Source, document: Document) -> tuple[Indicator, ...]:
    """Indicators that the new text of an instruction gives: its items that carry yearly values.

    Only where the source says that it amends a programme: elsewhere the new wording is another act's.
    """
    if not source.amends:
        return ()
    return tuple(
        indicator
        for found in find_instructions(document, {}, always=True)
        for piece in found.new
        for indicator in _indicator(source, piece)
    )


def without_new_wording(source: Source, document: Document, amendments: Iterable[Amendment]) -> Document:
    """A document without its instructions and the new wording of other acts in them, which lay nothing on anybody.

    Where the source says whose programme the new wording is, it is that programme's and stays.
    """
    return document.without([] if source.amends else [span for one in amendments for span in one.evidence])


def acts_at(citations: Iterable[Citation]) -> Mapping[Span, str]:
    """The places that name acts, with the identifier of the act, or "" where it has none."""
    return {span: one.work or "" for one in citations for span in one.evidence if one.date or one.number}


def _act_of(found: Instruction, cited: Mapping[Span, str]) -> str | None:
    if found.act is None:
        return None
    named = sorted((span, act) for span, act in cited.items() if found.act.covers(span) and act)
    return named[0][1] if named else None


def _indicator(source: Source, piece: Text) -> Iterator[Indicator]:
    passage = piece.passage
    item = _ITEM.match(passage.text)
    number = item["number"] if item else piece.number
    series = parse_series(passage.text, source.lang) if number else None
    if number and series:
        yield Indicator(
            source=source.stem,
            programme=source.programme or source.work,
            place="amendment",
            kind="target",
            number=number,
            name=series.name,
            targets=tuple(
                Target(t.year, t.value, breakdown=t.breakdown, study=t.study, spans=passage.spans(t.start, t.end))
                for t in series.targets
            ),
            evidence=(passage.span(),),
            unit=series.unit,
        )


def _extent(found: Instruction) -> tuple[Span, ...]:
    spans = [found.passage.span(), *(piece.passage.span() for piece in found.new)]
    return (Span(spans[0].start, max(span.end for span in spans)),)
