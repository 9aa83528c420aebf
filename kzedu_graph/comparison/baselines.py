"""Baselines that the prose gives: a sentence that states an indicator's level of a year before its programme.

Tables often begin with the first planned year, and the analysis of the situation says where things stood: "жаңартылған
телескоптар 2022 жылы 37 % болды". A sentence is proposed for the indicator whose name it says most of, with its
abbreviations spelt out if need be, and only where it says clearly more of that than of any other.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import accumulate

from kzedu_graph.comparison.listings import listings_of
from kzedu_graph.comparison.wording import Weights
from kzedu_graph.mapping.indicators import indicator_iri
from kzedu_graph.mapping.statements import Statements, Triple
from kzedu_graph.model.extraction import Extraction
from kzedu_graph.model.periods import years_of
from kzedu_graph.model.records import Indicator, Span
from kzedu_graph.vocabulary.iris import KZEDU

YEARS = 4
"""Years before the programme from which a level is a baseline."""
SAID = 0.48
"""The share of a name's telling words that a sentence must say."""
LEAD = 0.1
"""By how much it must say more of that name than of the next."""
_PARAGRAPH = re.compile(r"[^\n]+(?:\n(?![ \t]{4,}|[ \t]*\n)[^\n]+|(?:\n[ \t]*)+\n(?=[а-яәғқңөұүһіё])[^\n]+)*")
"""Lines up to an indented or empty one; a page may end within a sentence, which goes on in a small letter."""
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+(?=[А-ЯӘҒҚҢӨҰҮҺІЁA-Z«\"\d])")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_LEVEL = re.compile(r"\d(?:[\d,.]*\d)?\s*(?:%|балл|балды|балға|процент)")
_ABBREVIATION = re.compile(r"(?<!\w)[^\W\d_]{2,8}(?!\w)")
_BY_LEVEL = re.compile(r"%|балл|балд")


def find_baselines(extraction: Extraction) -> Iterator[tuple[Indicator, Span]]:
    """Each indicator that is measured by a level, with a sentence of the prose that states its level of before."""
    heads = [group[0] for group in listings_of(extraction.indicators)]
    measured = [each for each in heads if each.unit and _BY_LEVEL.search(each.unit.casefold())]
    period = extraction.source.period
    if not measured or period is None:
        return
    weights = Weights([each.name for each in heads])
    meanings = {entry.abbreviation: entry.full for entry in extraction.glossary}
    first, _ = years_of(period)
    before = {str(year) for year in range(first - YEARS, first)}
    for span in _sentences(extraction):
        said = extraction.text[span.start : span.end]
        if before.isdisjoint(_YEAR.findall(said)) or not _LEVEL.search(said):
            continue
        full = _ABBREVIATION.sub(lambda match: meanings.get(match[0], match[0]), said)
        meant = next(filter(None, (_meant(weights, measured, words) for words in (said, full))), None)
        if meant is not None:
            yield meant, span


def _meant(weights: Weights, measured: list[Indicator], said: str) -> Indicator | None:
    """The indicator of whose name a sentence says most, where it is enough, and clearly more than of the next."""
    shares = sorted(((weights.share(each.name, said), n) for n, each in enumerate(measured)), reverse=True)
    next_best = shares[1][0] if len(shares) > 1 else 0.0
    clear = shares[0][0] >= SAID and shares[0][0] - next_best >= LEAD
    return measured[shares[0][1]] if clear else None


def baseline_triples(extraction: Extraction) -> Iterator[Triple]:
    """Each as `kzedu:baselineInProse`, with its quote."""
    on = Statements(extraction.source, extraction.text)
    for indicator, span in find_baselines(extraction):
        on.add(indicator_iri(indicator), KZEDU.baselineInProse, on.evidence(span))
    yield from on.triples


def _sentences(extraction: Extraction) -> Iterator[Span]:
    """The sentences outside the rows of tables and the listings of indicators."""
    rows = [*(row.evidence for row in extraction.measures), *(row.evidence for row in extraction.indicators)]
    starts, reached = _stretches(sorted((span.start, span.end) for spans in rows for span in spans))
    for paragraph in _PARAGRAPH.finditer(extraction.text):
        start = paragraph.start()
        ends = [*(match.start() for match in _SENTENCE_END.finditer(paragraph[0])), len(paragraph[0])]
        for begin, end in zip([0, *ends], ends, strict=False):
            said = paragraph[0][begin:end]
            if not said.strip():
                continue
            span = Span(start + begin + len(said) - len(said.lstrip()), start + begin + len(said.rstrip()))
            before = bisect_left(starts, span.end) - 1
            if before < 0 or reached[before] <= span.start:
                yield span


def _stretches(places: Sequence[tuple[int, int]]) -> tuple[list[int], list[int]]:
    """Where places in order begin, and how far those that begin up to there reach."""
    return [start for start, _ in places], list(accumulate((end for _, end in places), max))
