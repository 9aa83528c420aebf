"""What two texts of one measure say differently, duty by duty: name, owners, binding, date, proof, money."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from kzedu_graph.comparison.changes import Difference
from kzedu_graph.comparison.rows import says_when
from kzedu_graph.comparison.wording import Wording, squeezed
from kzedu_graph.model.records import Deliverable, Measure, Part, Party, Span

OTHER_NAME = 0.35
"""Likeness below which a name is another one, where the rest of the row changed too or the lengths do not fit."""
SURELY_OTHER_NAME = 0.15
"""Likeness below which a name is another one whatever the rest of the row says."""
_REPLACED = frozenset({"name-changed", "deliverable-changed", "owner-dropped"})
"""What must have changed for a row to be another duty."""
STRETCHED = 1.8
"""How many times longer or shorter than usual a translation must be to count as another name."""


@dataclass(frozen=True, slots=True)
class Measuring:
    """Compares measures; `heirs` are the successors of each body, by keys of the registry."""

    wording: Wording
    heirs: Mapping[str, frozenset[str]] = field(default_factory=dict)

    def differences(self, old: Measure, new: Measure) -> list[Difference]:
        """All that the two rows say differently, in the order of the plan's columns.

        A row whose name and proof are others, and that lost a body, is another duty under the old number: it is said to
        be replaced, and not to have changed in every field.
        """
        found = [*self._forms(old, new), *_dates(old, new), *self._owners(old, new), *_money(old, new)]
        if old.number != new.number:
            found.insert(0, Difference("row-renumbered", old.number, new.number, old.evidence, new.evidence))
        found = [*self._name(old, new, touched=any(not each.quiet for each in found)), *found]
        if {each.kind for each in found} >= _REPLACED:
            dropped = [each for each in found if each.kind == "owner-dropped"]
            return [Difference("row-replaced", old.name, new.name, old.evidence, new.evidence), *dropped]
        return found

    # ---- the name

    def _name(self, old: Measure, new: Measure, *, touched: bool) -> Iterator[Difference]:
        if squeezed(old.name) == squeezed(new.name):
            return
        if self.wording.across and not self._is_other_name(old.name, new.name, touched=touched):
            return
        yield Difference("name-changed", old.name, new.name, old.evidence, new.evidence)

    def _is_other_name(self, old: str, new: str, *, touched: bool) -> bool:
        if not self.wording.judges:
            return False
        likeness = self.wording.likeness(old, new)
        doubtful = touched or self.wording.stretch(old, new) >= STRETCHED
        return likeness < (OTHER_NAME if doubtful else SURELY_OTHER_NAME)

    # ---- what proves it done

    def _forms(self, old: Measure, new: Measure) -> Iterator[Difference]:
        before, after = _form_spans(old), _form_spans(new)
        was, now = (" · ".join(form.text for form in row.completion_form) or None for row in (old, new))
        if self.wording.across:
            changed = not _kinds_fit(old.completion_form, new.completion_form)
        else:
            changed = Counter(squeezed(form.text) for form in old.completion_form) != Counter(
                squeezed(form.text) for form in new.completion_form
            )
        if changed:
            yield Difference("deliverable-changed", was, now, before, after)
            return
        recipients = [Counter(f.recipient for f in row.completion_form if f.recipient) for row in (old, new)]
        if recipients[0] != recipients[1]:
            yield Difference("recipient-changed", was, now, before, after)

    # ---- who answers

    def _owners(self, old: Measure, new: Measure) -> Iterator[Difference]:
        olds, news = _by_agency(old.responsible), _by_agency(new.responsible)
        before, after = _party_spans(old), _party_spans(new)
        dropped = [key for key in olds if key not in news]
        added = [key for key in news if key not in olds]
        for key in list(dropped):
            heir = next((new_key for new_key in added if new_key in self.heirs.get(key, ())), None)
            if heir:
                dropped.remove(key)
                added.remove(heir)
                places = _spans(olds[key]) or before, _spans(news[heir]) or after
                yield Difference("owner-succeeded", _told(olds[key]), _told(news[heir]), *places, agency=heir)
        for key in dropped if self._are_sure(dropped, old, new) else ():
            yield Difference("owner-dropped", _told(olds[key]), None, _spans(olds[key]) or before, after, key)
        for key in added if self._are_sure(added, new, old) else ():
            yield Difference("owner-added", None, _told(news[key]), before, _spans(news[key]) or after, key)
        for key in olds:
            if key in news and _bound(olds[key]) != _bound(news[key]):
                places = _spans(olds[key]) or before, _spans(news[key]) or after
                yield Difference("binding-changed", _bound(olds[key]), _bound(news[key]), *places, agency=key)
        led, leads = (next((p.agency for p in row.responsible if not p.by_agreement), None) for row in (old, new))
        if led and leads and led != leads and led in news and leads in olds:
            yield Difference("lead-changed", _told(olds[led]), _told(news[leads]), before, after, agency=leads)
        if not dropped and not added and _divided(old.parts) != _divided(new.parts) and _same_dates(old, new):
            yield Difference("owners-divided", _division(old.parts), _division(new.parts), before, after, quiet=True)

    def _are_sure(self, missed: list[str], row: Measure, other: Measure) -> bool:
        """Whether bodies of a row that are missed in the other are not there by names that were not understood: in
        another language any may be that has no fellow here, in the same one so many as are new.
        """
        unknown = _not_understood(other, row)
        return unknown <= _not_understood(row, other) if self.wording.across else len(missed) > unknown


def _not_understood(row: Measure, other: Measure) -> int:
    """How many names of a row nobody knows, but for posts, and for those that the other row has in the same words."""
    known = {squeezed(party.text) for party in other.responsible if not party.agency}
    return sum(
        not party.agency and party.staff != "post" and squeezed(party.text) not in known for party in row.responsible
    )


def _kinds_fit(old: tuple[Deliverable, ...], new: tuple[Deliverable, ...]) -> bool:
    """Whether the types of two cells can be the same; a form whose type is not known may be of any."""
    olds, news = (Counter(form.kind for form in forms if form.kind) for forms in (old, new))
    unknown_old, unknown_new = (sum(form.kind is None for form in forms) for forms in (old, new))
    return (olds - news).total() <= unknown_new and (news - olds).total() <= unknown_old


def _by_agency(parties: tuple[Party, ...]) -> dict[str, list[Party]]:
    """The parties of a cell by body; names that are not understood say nothing and are left out."""
    found: dict[str, list[Party]] = {}
    for party in parties:
        if party.agency:
            found.setdefault(party.agency, []).append(party)
    return found


def _told(parties: list[Party]) -> str:
    return parties[0].text


def _bound(parties: list[Party]) -> str:
    """`bound`, `by-agreement`, or both where the cell names the body twice."""
    return "+".join(sorted({"by-agreement" if party.by_agreement else "bound" for party in parties}))


def _spans(parties: list[Party]) -> tuple[Span, ...]:
    return tuple(span for party in parties for span in party.spans)


def _party_spans(row: Measure) -> tuple[Span, ...]:
    return tuple(sorted({span for party in row.responsible for span in party.spans})) or row.evidence


def _form_spans(row: Measure) -> tuple[Span, ...]:
    return tuple(sorted({span for form in row.completion_form for span in form.spans})) or row.evidence


def _divided(parts: tuple[Part, ...]) -> list[frozenset[tuple[str, bool]]]:
    return [frozenset((p.agency or p.text, p.by_agreement) for p in part.responsible if p.agency) for part in parts]


def _division(parts: tuple[Part, ...]) -> str:
    cells = dict.fromkeys(", ".join(party.text for party in part.responsible) for part in parts)
    return " · ".join(cells)


def _same_dates(old: Measure, new: Measure) -> bool:
    return bool(old.parts) and [set(part.due) for part in old.parts] == [set(part.due) for part in new.parts]


def _dates(old: Measure, new: Measure) -> Iterator[Difference]:
    """Another set of due points or another recurrence; a deadline in words alone says nothing."""
    if not (says_when(old) and says_when(new)):
        return
    told = [(set(row.period.due), row.period.recurrence) for row in (old, new) if row.period]
    if told[0] != told[1]:
        before, after = (row.period.spans if row.period and row.period.spans else row.evidence for row in (old, new))
        yield Difference("date-moved", old.deadline_text, new.deadline_text, before, after)


def _money(old: Measure, new: Measure) -> Iterator[Difference]:
    """Another sum of a year or in all, in million tenge."""
    if old.funding is None and new.funding is None:
        return
    sums = [{(a.year, a.source): a for a in row.funding or ()} for row in (old, new)]
    for key in sorted(sums[0].keys() | sums[1].keys(), key=lambda key: (key[0] or 0, key[1] or "")):
        was, now = sums[0].get(key), sums[1].get(key)
        if (was and was.amount) != (now and now.amount):
            yield Difference(
                "money-changed",
                format(was.amount, "g") if was else None,
                format(now.amount, "g") if now else None,
                (was.spans if was else ()) or old.evidence,
                (now.spans if now else ()) or new.evidence,
                year=key[0],
                series=key[1],
            )
