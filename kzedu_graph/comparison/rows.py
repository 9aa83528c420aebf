"""Which row of a later text is which row of an earlier one: by number, and never by number alone.

A pair of one number is confirmed by wording, deadline, bodies and deliverables. What is left is looked for under
other numbers; then a row is still held for changed, and not for another one, where it stands under the same heading
between the same confirmed neighbours.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from kzedu_graph.comparison.changes import Pair
from kzedu_graph.comparison.wording import Wording
from kzedu_graph.model.records import Measure

ALIKE, ALIKE_ACROSS = 0.75, 0.4
"""Likeness of wording that confirms a pair, in one language and in two."""
VERY_ALIKE, VERY_ALIKE_ACROSS = 0.9, 0.6
"""Likeness of wording that a row under another number needs."""


def pair_rows(earlier: Sequence[Measure], later: Sequence[Measure], wording: Wording) -> tuple[Pair[Measure], ...]:
    """Every row of both texts once, in the order of the later text, rows that it lacks last."""
    olds = {row.key: row for row in earlier}
    found: dict[str, Pair[Measure]] = {}
    for row in later:
        old = olds.get(row.key)
        if old is not None:
            reasons = _agreement(old, row, wording)
            if _is_sure(reasons, wording):
                found[row.key] = Pair(old, row, reasons)
    _find_renumbered(earlier, later, wording, found)
    _find_rewritten(earlier, later, wording, found)
    used = {pair.earlier.key for pair in found.values() if pair.earlier}
    pairs = [found.get(row.key) or Pair(None, row) for row in later]
    return (*pairs, *(Pair(row, None) for row in earlier if row.key not in used))


def _is_sure(reasons: tuple[str, ...], wording: Wording) -> bool:
    """Wording and one thing more; across languages, where words are only learned, also all the rest without it."""
    telling = set(reasons) - {"place"}
    if "wording" in telling:
        return len(telling) > 1
    return wording.across and {"deadline", "bodies", "deliverable"} <= telling


def _agreement(old: Measure, new: Measure, wording: Wording) -> tuple[str, ...]:
    """In what two rows agree beside their number."""
    reasons = []
    alike = ALIKE_ACROSS if wording.across else ALIKE
    if wording.judges and wording.likeness(old.name, new.name) >= alike:
        reasons.append("wording")
    if old.period and new.period and says_when(old) and set(old.period.due) == set(new.period.due):
        reasons.append("deadline")
    bodies = [{party.agency or party.text for party in row.responsible} for row in (old, new)]
    if bodies[0] & bodies[1] and len(bodies[0] & bodies[1]) / len(bodies[0] | bodies[1]) >= 0.5:
        reasons.append("bodies")
    forms = [{form.kind for form in row.completion_form if form.kind} for row in (old, new)]
    if forms[0] & forms[1]:
        reasons.append("deliverable")
    if old.part_of == new.part_of and old.chapter == new.chapter:
        reasons.append("place")
    return tuple(reasons)


def _find_renumbered(
    earlier: Sequence[Measure], later: Sequence[Measure], wording: Wording, found: dict[str, Pair[Measure]]
) -> None:
    """Rows left over on both sides whose names are very alike and that agree in something else, the likest first."""
    if not wording.judges:
        return
    used = {pair.earlier.key for pair in found.values() if pair.earlier}
    least = VERY_ALIKE_ACROSS if wording.across else VERY_ALIKE
    candidates = [
        (likeness, old, new)
        for new in later
        for old in earlier
        if new.key not in found and old.key not in used and old.key != new.key
        if (likeness := wording.likeness(old.name, new.name)) >= least
    ]
    for _, old, new in sorted(candidates, key=lambda each: (-each[0], each[1].seq, each[2].seq)):
        reasons = _agreement(old, new, wording)
        needed = {"deadline", "bodies"} if wording.across else set[str]()
        agreed = needed <= set(reasons) and len(set(reasons) - {"place"}) > 1
        if agreed and new.key not in found and old.key not in used:
            found[new.key] = Pair(old, new, reasons)
            used.add(old.key)


def _find_rewritten(
    earlier: Sequence[Measure], later: Sequence[Measure], wording: Wording, found: dict[str, Pair[Measure]]
) -> None:
    """Rows of one number that agree in little, but stand in one place between the same neighbours."""
    partner = {pair.earlier.key: number for number, pair in found.items() if pair.earlier}
    olds = {row.key: row for row in earlier}
    for new in later:
        old = olds.get(new.key)
        if old is None or new.key in found or old.key in partner:
            continue
        reasons = _agreement(old, new, wording)
        above, below = _neighbours(old, earlier, partner.keys())
        same = (partner.get(above or ""), partner.get(below or "")) == _neighbours(new, later, set(partner.values()))
        if "place" in reasons and same:
            found[new.key] = Pair(old, new, (*reasons, "neighbours"))


def _neighbours(row: Measure, rows: Sequence[Measure], sure: Collection[str]) -> tuple[str | None, str | None]:
    """The numbers of the nearest sure rows above and below, None at the ends of the plan."""
    at = rows.index(row)
    above = next((r.key for r in reversed(rows[:at]) if r.key in sure), None)
    below = next((r.key for r in rows[at + 1 :] if r.key in sure), None)
    return above, below


def says_when(row: Measure) -> bool:
    """Whether a row's deadline gives due points or a recurrence, and no words alone."""
    return row.period is not None and bool(row.period.due or row.period.recurrence)
