"""Which rows of one programme go on in the next one: proposals for a reader, each with a score and its reasons.

Rows of two programmes share no number. They are matched by wording first (stems, weighted by how rare they are, and
neighbouring stems), then by bodies or their successors, by deliverable, and by values. How sure a pair is, its lead
over every other pair of its two rows says as well: a row that fits many fits none. An earlier row is matched once, the
best pairs first; several may go on in one later row. For what is matched by nothing no pair was found, or it is new.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from rdflib import Literal, URIRef
from rdflib.namespace import RDF, XSD

from kzedu_graph.comparison.actions import Objects, disjoint, elsewhere
from kzedu_graph.comparison.editions import AnyText
from kzedu_graph.comparison.texts import Heirs
from kzedu_graph.comparison.wording import Weights, squeezed, stems
from kzedu_graph.mapping.indicators import indicator_iri
from kzedu_graph.mapping.statements import Triple
from kzedu_graph.model.extraction import Extraction
from kzedu_graph.model.records import Indicator, Measure
from kzedu_graph.vocabulary import iris
from kzedu_graph.vocabulary.iris import KZEDU

WORTH = 0.3
"""The score from which a pair is looked at."""
LEAST = 0.5
"""The confidence from which a pair is proposed."""
NEXT = 0.2
"""The score below which another pair of a row is none: the lead of the best pair is counted from here."""
JOINED = 0.4
"""The score from which a further row goes on in a later row that has its pair already."""
SAME = 0.7
"""The score from which the row is held to go on as it was; below it, changed."""
ASKED = 0.35
"""What one action on one object adds to a score."""
OTHERWISE = 0.1
"""What other actions on other objects take from it, and twice as much another level of education."""
_ROUND = re.compile(r"[\s-]*(19|20)\d\d$")
_NOT_LETTERS = re.compile(r"[\W\d_]+")
_QUOTED = re.compile(r"[\"«“„]([^\"«»“”„]{2,60})[\"»”“]")


@dataclass(frozen=True, slots=True)
class Continuation:
    """A proposal: the row `earlier` goes on as `later` (IRIs); `verdict` is `continues` or `changed`."""

    earlier: str
    later: str
    verdict: str
    confidence: float
    reason: str


def successive_programmes(editions: Sequence[AnyText]) -> tuple[tuple[AnyText, AnyText], ...]:
    """Programmes that one body issued in one language, each with the next that began after it.

    `editions` are the current ones; a programme without rows, or without years, has no place in the line. A plan whose
    title alone tells its years goes on only in one of the same title: a body has many plans at a time.
    """
    lines: dict[tuple[str | None, str, str], list[AnyText]] = {}
    for extraction in editions:
        source = extraction.source
        if source.period and source.programme and (extraction.measures or extraction.indicators):
            subject = _subject(source.title) if source.period_of_title else ""
            issuer = source.issuer or source.issuer_text
            if issuer or not subject:
                lines.setdefault((issuer, source.lang, subject), []).append(extraction)
    pairs: list[tuple[AnyText, AnyText]] = []
    for key in sorted(lines, key=str):
        line = sorted(lines[key], key=lambda e: (e.source.period or "", e.source.work))
        pairs.extend(
            (earlier, later)
            for earlier, later in pairwise(line)
            if (earlier.source.period or "")[:4] < (later.source.period or "")[:4]
        )
    return tuple(pairs)


def _subject(title: str) -> str:
    """A title without its years and marks."""
    return " ".join(_NOT_LETTERS.sub(" ", title).casefold().split())


def find_continuations(earlier: Extraction, later: Extraction, heirs: Heirs | None = None) -> tuple[Continuation, ...]:
    """Every proposed pair of measures and of indicators, the surest first."""
    matching = _Matching.of(earlier.measures, later.measures, heirs or {})
    rows = [(new, _measure(new)) for new in later.measures]
    measures = _matched(
        (
            (matching.measures(old, new), node, heir)
            for old, node in ((old, _measure(old)) for old in earlier.measures)
            for new, heir in rows
        ),
        joins=True,
    )
    olds, news = _yardsticks(earlier), _yardsticks(later)
    yardsticks = _Matching.of(olds, news, heirs or {})
    listed = [(new, indicator_iri(new)) for new in news]
    indicators = _matched(
        (
            (yardsticks.indicators(old, new), node, heir)
            for old, node in ((old, indicator_iri(old)) for old in olds)
            for new, heir in listed
        ),
        joins=False,
    )
    return tuple(sorted((*measures, *indicators), key=lambda each: (-each.confidence, each.earlier)))


def triples_of_continuations(continuations: Sequence[Continuation]) -> Iterator[Triple]:
    """Each proposal as a node of its own, and as `kzedu:continuedBy` for people who write short queries."""
    for each in continuations:
        node = iris.continuation(each.earlier, each.later)
        yield node, RDF.type, KZEDU.Continuation
        yield node, KZEDU.earlierRow, URIRef(each.earlier)
        yield node, KZEDU.laterRow, URIRef(each.later)
        yield node, KZEDU.verdict, Literal(each.verdict)
        yield node, KZEDU.confidence, Literal(f"{each.confidence:.2f}", datatype=XSD.decimal, normalize=False)
        yield node, KZEDU.reason, Literal(each.reason)
        yield URIRef(each.earlier), KZEDU.continuedBy, URIRef(each.later)


Rows = Sequence[Measure] | Sequence[Indicator]
Scored = tuple[tuple[float, str], URIRef, URIRef]


def _matched(scored: Iterator[Scored], *, joins: bool) -> list[Continuation]:
    """The best pairs, and rows that go on in a row that has its pair; the confidence is the score and its lead.

    Two measures of one programme may be one in the next (`joins`); an indicator is one. A row that joins another's
    pair leads over its own next best, and by as much as makes it sure.
    """
    every = [each for each in scored if each[0][0] >= NEXT]
    best: dict[URIRef, list[float]] = defaultdict(list)
    for (score, _), old, new in every:
        for row in (old, new):
            best[row] = sorted((*best[row], score), reverse=True)[:2]
    found: list[Continuation] = []
    used: set[URIRef] = set()
    for (score, reason), old, new in sorted(every, key=lambda each: (-each[0][0], each[1], each[2])):
        if score < WORTH or old in used:
            continue
        taken = new in used
        rows = (old,) if taken else (old, new)
        lead = min(score - next((other for other in best[row][1:]), NEXT) for row in rows)
        if score + lead >= LEAST and (not taken or (joins and score >= JOINED and lead >= NEXT)):
            used |= {old, new}
            verdict = "continues" if score >= SAME else "changed"
            reasons = f"{reason}, ahead by {max(lead, 0):.2f}" + (", joins another row" if taken else "")
            found.append(Continuation(str(old), str(new), verdict, round(min(score + lead, 1.0), 2), reasons))
        elif not taken:
            used |= {old, new}
    return found


def _measure(row: Measure) -> URIRef:
    return iris.measure(row.programme, row.key)


def _yardsticks(extraction: Extraction) -> list[Indicator]:
    """The indicators of the plan, or of the body where the plan holds none."""
    places = {each.place for each in extraction.indicators}
    chosen = "plan" if "plan" in places else "section"
    return [each for each in extraction.indicators if each.place == chosen and each.targets]


@dataclass(frozen=True, slots=True)
class _Matching:
    weights: Weights
    heirs: Heirs
    objects: Objects

    @classmethod
    def of(cls, earlier: Rows, later: Rows, heirs: Heirs) -> _Matching:
        olds, news = ([row.name for row in rows] for rows in (earlier, later))
        return cls(Weights([*olds, *news]), heirs, Objects(olds, news))

    def measures(self, old: Measure, new: Measure) -> tuple[float, str]:
        """A score, mostly of wording, and the reasons for it."""
        wording = self._wording(old.name, new.name)
        if not wording:
            return wording, ""
        bodies = self._bodies(old) & {party.agency for party in new.responsible if party.agency}
        asked = self.objects.agreement(old.name, new.name) if bodies else 0.0
        if wording + ASKED * asked < WORTH - 0.06:
            return wording, ""
        forms = {form.kind for form in old.completion_form if form.kind} & {form.kind for form in new.completion_form}
        score = wording + ASKED * asked + 0.04 * bool(bodies) + 0.02 * bool(forms)
        score -= OTHERWISE * disjoint(old.name, new.name) + 2 * OTHERWISE * elsewhere(old.name, new.name)
        reasons = [f"wording {wording:.2f}", *((f"action and object {asked:.2f}",) if asked else ())]
        reasons += [*(("bodies",) if bodies else ()), *(("deliverable",) if forms else ())]
        return score, ", ".join(reasons)

    def indicators(self, old: Indicator, new: Indicator) -> tuple[float, str]:
        """A score of wording, values of the years in common, unit and study."""
        wording = self._wording(old.name, new.name)
        if (old.unit == "%") != (new.unit == "%"):
            return 0.0, ""
        values = _values_in_common(old, new)
        studies = _studies(old) & _studies(new)
        whole = (
            bool(studies) and _studies(old) == _studies(new) and old.unit == new.unit and _series(old) == _series(new)
        )
        alike = len(_series(old)) == len(_series(new))
        asked = self.objects.agreement(old.name, new.name) if wording else 0.0
        score = wording + ASKED * asked + 0.25 * values + (0.4 if whole else 0.15 * bool(studies and alike))
        reasons = [f"wording {wording:.2f}", *((f"action and object {asked:.2f}",) if asked else ())]
        reasons += [f"values {values:.2f}"] if values else []
        return score, ", ".join([*reasons, *sorted(filter(None, studies))])

    def _wording(self, old: str, new: str) -> float:
        """Stems in common, and neighbouring stems in common; a project of another name is another project."""
        if stems(old).isdisjoint(stems(new)):
            return 0.0
        quoted = _quoted(old), _quoted(new)
        if quoted[0] and quoted[1] and not any(one in name or name in one for one in quoted[0] for name in quoted[1]):
            return 0.0
        return 0.8 * self.weights.overlap(old, new) + 0.2 * self.weights.neighbours(old, new)

    def _bodies(self, row: Measure) -> set[str]:
        own = {party.agency for party in row.responsible if party.agency}
        return own.union(*(self.heirs.get(key, frozenset()) for key in own))


@lru_cache(maxsize=4096)
def _quoted(text: str) -> frozenset[str]:
    """The names in quotation marks that a text holds."""
    return frozenset(squeezed(name) for name in _QUOTED.findall(text))


def _studies(row: Indicator) -> set[str]:
    """The studies that an indicator is measured by, whatever the year of the round: "PISA-2021" is PISA."""
    return {_ROUND.sub("", target.study) for target in row.targets if target.study}


def _series(row: Indicator) -> set[str | None]:
    return {target.breakdown for target in row.targets}


def _values_in_common(old: Indicator, new: Indicator) -> float:
    """The share of equal values in the years that both state; full marks of 100 % tell nothing."""
    values = [
        {(t.year, t.value) for t in row.targets if t.value not in (None, 0, 100) and t.status == "plan"}
        for row in (old, new)
    ]
    shared = {year for year, _ in values[0]} & {year for year, _ in values[1]}
    return len(values[0] & values[1]) / len(shared) if len(shared) > 1 else 0.0
