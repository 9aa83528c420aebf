"""What changed between two texts of one programme: every duty, every value, with both quotes, the cause and the act."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from rdflib import URIRef

from kzedu_graph.comparison.acts import Act, Notes
from kzedu_graph.comparison.changes import Change, Difference, Pair, Quote
from kzedu_graph.comparison.measures import Measuring
from kzedu_graph.comparison.rows import pair_rows
from kzedu_graph.comparison.targets import differences, pair_indicators, whole_series
from kzedu_graph.comparison.wording import Wording
from kzedu_graph.mapping.indicators import indicator_iri
from kzedu_graph.mapping.statements import edition_of
from kzedu_graph.model.extraction import Extraction
from kzedu_graph.model.records import Indicator, Measure, Span
from kzedu_graph.vocabulary import iris

Heirs = Mapping[str, frozenset[str]]
SECTION_LIKE = frozenset({"section", "amendment"})
"""Places where the body of a programme states its indicators; an amending act restates some of them."""
SLIP = 2
"""Letters by which two wordings of one language may differ and still be one, damaged."""
NOT_DAMAGED = frozenset({"unknown-party", "ambiguous-party"})
"""Findings that tell of the registry and of no damage in the text."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two texts of a programme: which rows are one, and what changed; both are one text where it contradicts itself."""

    earlier: Extraction
    later: Extraction
    changes: tuple[Change, ...]
    measures: tuple[Pair[Measure], ...] = ()
    indicators: tuple[Pair[Indicator], ...] = ()

    def unchanged(self, focus: str) -> bool:
        """Whether no later edition touched a row, by its IRI."""
        return not any(change.focus == focus and change.cause == "later-edition" for change in self.changes)


def compare_editions(earlier: Extraction, later: Extraction, heirs: Heirs | None = None) -> Comparison:
    """Every change from one text of a programme to a later one, in the order of the later text."""
    across = earlier.source.lang != later.source.lang
    wording = Wording(_named_alike(earlier, later), across=across)
    writer = _Changes(earlier, later, across)
    writer.doubted = {_value(change) for change in find_contradictions(later).changes}
    measuring = Measuring(wording, heirs or {})
    rows = pair_rows(earlier.measures, later.measures, wording)
    for pair in rows if earlier.measures and later.measures else ():
        writer.measure(pair, measuring)
    indicators = tuple(_pair_by_place(earlier.indicators, later.indicators, wording))
    for each in indicators:
        writer.indicator(each)
    return Comparison(earlier, later, tuple(writer.changes), rows, indicators)


def heirs_of(successions: Iterable[tuple[str, str]]) -> dict[str, frozenset[str]]:
    """All that ever took over from each body, directly or through others; `successions` are pairs, ended and heir."""
    direct: dict[str, set[str]] = {}
    for ended, heir in successions:
        direct.setdefault(ended, set()).add(heir)
    found: dict[str, frozenset[str]] = {}
    for ended, heirs in direct.items():
        reached: set[str] = set()
        ahead = set(heirs)
        while ahead:
            reached |= ahead
            ahead = {further for heir in ahead for further in direct.get(heir, ())} - reached
        found[ended] = frozenset(reached)
    return found


def find_contradictions(extraction: Extraction) -> Comparison:
    """The values that a text gives twice, in its body and in its plan, and not alike."""
    wording = Wording((), across=False)
    writer = _Changes(extraction, extraction, across=False)
    body = [each for each in extraction.indicators if each.place in SECTION_LIKE]
    plan = [each for each in extraction.indicators if each.place == "plan"]
    pairs = tuple(pair for pair in pair_indicators(body, plan, wording) if pair.earlier and pair.later)
    for pair in pairs:
        writer.contradiction(pair)
    return Comparison(extraction, extraction, tuple(writer.changes), (), pairs)


def _named_alike(earlier: Extraction, later: Extraction) -> list[tuple[str, str]]:
    """The names of rows that both texts number alike, from which the words of two languages are learned."""
    measures = {row.key: row.name for row in earlier.measures}
    indicators = {(i.place, i.kind, i.group, i.number): i.name for i in earlier.indicators}
    groups = {(group.kind, group.number): group.name for group in earlier.groups}
    return [
        *((measures[row.key], row.name) for row in later.measures if row.key in measures),
        *((indicators[key], i.name) for i in later.indicators if (key := _key(i)) in indicators),
        *((groups[g.kind, g.number], g.name) for g in later.groups if (g.kind, g.number) in groups),
    ]


def _key(indicator: Indicator) -> tuple[str, str, str | None, str]:
    return indicator.place, indicator.kind, indicator.group, indicator.number


def _pair_by_place(
    earlier: Sequence[Indicator], later: Sequence[Indicator], wording: Wording
) -> Iterator[Pair[Indicator]]:
    """Plan with plan, body with body; an item that an amending act does not restate with the plan of that act."""
    olds = {place: [i for i in earlier if _place(i) == place] for place in ("body", "plan", "table")}
    news = {place: [i for i in later if _place(i) == place] for place in ("body", "plan", "table")}
    partial = any(i.place == "amendment" for i in earlier)
    for place in ("plan", "body", "table"):
        if not olds[place] and place != "body":
            continue
        pairs = pair_indicators(olds[place], news[place], wording)
        unmatched = [pair.later for pair in pairs if pair.earlier is None and pair.later]
        if place == "body" and unmatched and (partial or not olds["body"]):
            elsewhere = pair_indicators(olds["plan"], unmatched, wording)
            yield from (pair for pair in pairs if pair.earlier)
            yield from (pair for pair in elsewhere if pair.later)
        else:
            yield from pairs


def _place(indicator: Indicator) -> str:
    return "body" if indicator.place in SECTION_LIKE else indicator.place


class _Changes:
    """Turns differences of rows into changes of texts."""

    def __init__(self, earlier: Extraction, later: Extraction, across: bool) -> None:
        self.earlier, self.later, self.across = earlier, later, across
        self.changes: list[Change] = []
        self.doubted: set[tuple[str, int | None, str | None, str | None]] = set()
        self._notes = Notes(later.text)
        self._programme = later.source.programme or later.source.work
        self._same_day = earlier.source.version_date == later.source.version_date

    def measure(self, pair: Pair[Measure], measuring: Measuring) -> None:
        row = pair.later or pair.earlier
        if row is None:
            raise AssertionError("a pair holds at least one row")
        focus = iris.measure(self._programme, row.key)
        if pair.earlier and pair.later:
            found: Iterable[Difference] = measuring.differences(pair.earlier, pair.later)
        else:
            found = (_one_sided(pair.earlier, pair.later),)
        self._add(focus, row.number, found, row.evidence)

    def indicator(self, pair: Pair[Indicator]) -> None:
        row = pair.later or pair.earlier
        if row is None:
            raise AssertionError("a pair holds at least one row")
        found: list[Difference] = []
        if pair.earlier and pair.later:
            elsewhere = _place(pair.earlier) != _place(pair.later)
            found.extend(differences(pair.earlier, pair.later, shared_only=elsewhere))
        else:
            found.append(_one_sided(pair.earlier, pair.later))
            found.extend(whole_series(row, added=pair.later is not None))
        self._add(indicator_iri(row), row.number, found, row.evidence)

    def contradiction(self, pair: Pair[Indicator]) -> None:
        if pair.earlier and pair.later:
            found = differences(pair.earlier, pair.later, shared_only=True)
            self._add(indicator_iri(pair.later), pair.later.number, found, (), cause="contradiction")

    def _add(
        self,
        focus: URIRef,
        number: str,
        found: Iterable[Difference],
        place: tuple[Span, ...],
        cause: str | None = None,
    ) -> None:
        for difference in found:
            reason = cause or self._cause(difference, str(focus))
            act = self._act(difference, place) if reason == "later-edition" else None
            self.changes.append(
                Change(
                    self._programme,
                    str(focus),
                    number,
                    str(edition_of(self.earlier.source)),
                    str(edition_of(self.later.source)),
                    difference,
                    reason,
                    _quote(self.earlier, difference.before),
                    _quote(self.later, difference.after),
                    self.earlier.source.lang,
                    self.later.source.lang,
                    act.work if act else None,
                    act.act_date if act else None,
                )
            )

    def _cause(self, difference: Difference, focus: str) -> str:
        """Damage where a text was not understood there, the translation where both are of one day, else the act.

        A value that the later text still gives elsewhere was not changed: the later text contradicts itself.
        """
        if self._is_damaged(difference):
            return "damaged-text"
        if (focus, difference.year, difference.series, difference.old) in self.doubted:
            return "contradiction"
        if self.across and (self._same_day or difference.quiet):
            return "translation"
        return "contradiction" if self._same_day else "later-edition"

    def _is_damaged(self, difference: Difference) -> bool:
        sides = ((self.earlier, difference.before), (self.later, difference.after))
        for extraction, spans in sides:
            for finding in extraction.findings:
                if finding.severity == "info" or finding.code in NOT_DAMAGED:
                    continue
                if any(span.covers(wrong) for span in spans for wrong in finding.spans):
                    return True
        return False

    def _act(self, difference: Difference, place: tuple[Span, ...]) -> Act | None:
        """The act that a note of the later text names over the row, else the later text itself where it amends."""
        source, after = self.later.source, self.earlier.source.version_date
        noted = self._notes.last_between(difference.after or place, after, source.version_date)
        if noted:
            return noted
        if self._programme in source.amends and source.version_date:
            return Act(source.version_date, source.number, source.work)
        return None


def _value(change: Change) -> tuple[str, int | None, str | None, str | None]:
    return change.focus, change.difference.year, change.difference.series, change.difference.old


def _one_sided(old: Measure | Indicator | None, new: Measure | Indicator | None) -> Difference:
    if new is not None:
        return Difference("row-added", None, new.name, (), new.evidence)
    if old is None:
        raise AssertionError("a pair holds at least one row")
    return Difference("row-removed", old.name, None, old.evidence, ())


def _quote(extraction: Extraction, spans: tuple[Span, ...]) -> Quote | None:
    if not spans:
        return None
    words = " … ".join(extraction.text[span.start : span.end] for span in spans)
    return Quote(str(edition_of(extraction.source)), spans, words)
