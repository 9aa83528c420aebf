"""What two texts of one indicator say differently, and where one text contradicts itself: value by value.

Indicators are paired by their series of values and their wording, the number being one reason among others: item 29
of a section may be indicator 28 of the plan.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kzedu_graph.comparison.changes import Difference, Pair
from kzedu_graph.comparison.wording import Wording, squeezed
from kzedu_graph.model.records import Indicator, Target

Key = tuple[int, str]
Series = dict[Key, Target]

ENOUGH_AGREEMENT = 0.8
"""Sum of the shares below that two indicators need to be one; a number in common counts for less than half of it."""
OF_NUMBER, OF_VALUES, OF_WORDING = 0.35, 1.0, 0.6


def pair_indicators(
    earlier: Sequence[Indicator], later: Sequence[Indicator], wording: Wording
) -> tuple[Pair[Indicator], ...]:
    """Every indicator of both lists once, in the order of the later one; the best pairs are taken first.

    Indicators without values, such as an item that was removed, have nothing to be compared by and are left out.
    """
    earlier, later = ([i for i in side if i.targets] for side in (earlier, later))
    scored = sorted(
        ((_agreement(old, new, wording), a, b) for a, old in enumerate(earlier) for b, new in enumerate(later)),
        key=lambda each: (-each[0][0], each[1], each[2]),
    )
    found: dict[int, Pair[Indicator]] = {}
    used: set[int] = set()
    for (score, reasons), a, b in scored:
        if score >= ENOUGH_AGREEMENT and reasons != ("number",) and a not in used and b not in found:
            found[b] = Pair(earlier[a], later[b], reasons)
            used.add(a)
    pairs = [found.get(b) or Pair(None, new) for b, new in enumerate(later)]
    return (*pairs, *(Pair(old, None) for a, old in enumerate(earlier) if a not in used))


def _agreement(old: Indicator, new: Indicator, wording: Wording) -> tuple[float, tuple[str, ...]]:
    """How sure it is that two indicators are one, and why."""
    if (old.kind, old.group) != (new.kind, new.group):
        return 0.0, ()
    shares = {"number": OF_NUMBER * (old.number == new.number), "values": OF_VALUES * same_values(old, new)}
    if sum(shares.values()) + OF_WORDING < ENOUGH_AGREEMENT:  # no wording could make these two one
        return 0.0, ()
    judged = wording.judges or not wording.across
    shares["wording"] = OF_WORDING * wording.likeness(old.name, new.name) if judged else 0.0
    doubt = OF_NUMBER if _other_unit(old, new) else 0.0
    return sum(shares.values()) - doubt, tuple(reason for reason, share in shares.items() if share > 0.1)


def _other_unit(old: Indicator, new: Indicator) -> bool:
    """Whether one is a share and the other is counted; words for units differ too freely to tell more."""
    return bool(old.unit and new.unit) and (old.unit == "%") != (new.unit == "%")


def same_values(old: Indicator, new: Indicator) -> float:
    """The share of the years and series in common that have one value; nothing in common is no agreement."""
    equal = shared = 0
    for one, other in pair_series(old, new):
        for key in one.keys() & other.keys():
            shared += 1
            equal += one[key].value == other[key].value
    return equal / shared if shared else 0.0


def pair_series(old: Indicator, new: Indicator) -> list[tuple[Series, Series]]:
    """The breakdowns of both, by their words, else by their place; one that a side lacks has an empty partner."""
    olds, news = series_of(old), series_of(new)
    pairs = [(olds[key], news[key]) for key in olds if key in news]
    left, right = ([side[key] for key in side if key not in other] for side, other in ((olds, news), (news, olds)))
    if len(left) == len(right):
        return [*pairs, *zip(left, right, strict=True)]
    return [*pairs, *((one, {}) for one in left), *(({}, other) for other in right)]


def series_of(indicator: Indicator) -> dict[str, Series]:
    """The values by breakdown, as written first, then by year and status."""
    found: dict[str, Series] = {}
    for target in indicator.targets:
        found.setdefault(squeezed(target.breakdown or ""), {})[target.year, target.status] = target
    return found


def differences(old: Indicator, new: Indicator, *, shared_only: bool = False) -> Iterator[Difference]:
    """The values that were raised, lowered, postponed, added, dropped or worded anew, and another unit.

    `shared_only` leaves out values that one side does not state: a section may give fewer years than the plan.
    """
    if _other_unit(old, new):
        yield Difference("unit-changed", old.unit, new.unit, old.evidence, new.evidence)
    for one, other in pair_series(old, new):
        for key in sorted(one.keys() | other.keys()):
            was, now = one.get(key), other.get(key)
            if was is None or now is None:
                if not shared_only:
                    yield _stated_once(old, new, was, now)
            elif kind := _kind(was, now, other):
                places = was.spans or old.evidence, now.spans or new.evidence
                yield Difference(kind, value_of(was), value_of(now), *places, year=now.year, series=_series(now))


def whole_series(indicator: Indicator, *, added: bool) -> Iterator[Difference]:
    """Every value of an indicator that only one text has."""
    for target in indicator.targets:
        spans, series = target.spans or indicator.evidence, _series(target)
        if added:
            yield Difference("target-added", None, value_of(target), (), spans, year=target.year, series=series)
        else:
            yield Difference("target-dropped", value_of(target), None, spans, (), year=target.year, series=series)


def value_of(target: Target) -> str:
    """A value as a figure without an exponent, or as the document's words."""
    return format(target.value, ".10g") if target.value is not None else target.text or ""


def _stated_once(old: Indicator, new: Indicator, was: Target | None, now: Target | None) -> Difference:
    stated = now or was
    if stated is None:
        raise AssertionError("a key of two series stands in one of them")
    kind = "target-added" if now else "target-dropped"
    places = was.spans if was else old.evidence, now.spans if now else new.evidence
    told = value_of(was) if was else None, value_of(now) if now else None
    return Difference(kind, *told, *places, year=stated.year, series=_series(stated))


def _kind(was: Target, now: Target, later: Series) -> str | None:
    """How a value moved; one that a later year of the new series reaches was postponed."""
    if was.value is None or now.value is None:
        same = was.value == now.value and squeezed(was.text or "") == squeezed(now.text or "")
        return None if same else "target-reworded"
    if was.value == now.value:
        return None if was.bound == now.bound else "target-reworded"
    if now.value > was.value:
        return "target-raised"
    reached = any(t.value == was.value and t.year > was.year and t.status == was.status for t in later.values())
    return "target-postponed" if reached else "target-lowered"


def _series(target: Target) -> str | None:
    """The study and the breakdown of a value, None where it is of the whole."""
    return " · ".join(filter(None, (target.study, target.breakdown))) or None
