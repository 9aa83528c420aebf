"""The cards of a build, read from the store: some twenty questions, each answered once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from kzedu_graph.chains.parties import STAFF, UNKNOWN, party_of, read_cell_words
from kzedu_graph.exports.change_tables import changes, continuations
from kzedu_graph.language.mending import mend
from kzedu_graph.store.gallery_defaults import read_held
from kzedu_graph.store.stores import Store
from kzedu_graph.vocabulary.iris import local_name
from kzedu_graph.vocabulary.places import BASE
from web.views.current_names import take_superseded_names
from web.views.questions import Row, ask_rows, grouped, labels_of, names_of, values_of
from web.views.read_model import (
    Agency,
    Cards,
    Duty,
    Edition,
    Finding,
    Group,
    Indicator,
    Labels,
    Measure,
    Programme,
    Provision,
    Rule,
    Succession,
    natural,
)
from web.views.reported import read_reported_cards
from web.views.series import read_breakdowns
from web.views.standing import read_lives

_ROLES = {"LeadExecutor": "lead", "CoExecutor": "co", "ByAgreement": "agreement"}
"""The roles that a plan gives; the others (controller, recipient, approver) are no duty to carry a measure out."""
_SEVERITIES = {"Violation": "error", "Warning": "warning", "Info": "info"}


def read_cards(store: Store, version: str) -> Cards:
    """All cards, at the price of some twenty queries."""
    cards = Cards(version, read_held(store))
    cards.agencies = {agency.key: agency for agency in _agencies(store)}
    cards.successions = _successions(store)
    for question, thing in (("names", "thing"), ("documents", "document")):
        cards.names.update(
            {str(iri): labels_of(rows) for iri, rows in grouped(ask_rows(store, question), thing).items()}
        )
    cards.editions = {edition.iri: edition for edition in _editions(store)}
    cards.lives = read_lives(ask_rows(store, "standings"))
    cards.programmes = {programme.key: programme for programme in _programmes(store, cards)}
    cards.groups = {group.iri: group for group in _groups(store)}
    cards.indicators = {indicator.iri: indicator for indicator in _indicators(store)}
    cards.listed = {str(row["listing"]): str(row["indicator"]) for row in ask_rows(store, "listings")}
    cards.measures = {measure.iri: measure for measure in _measures(store)}
    for duty in (duty for measure in cards.measures.values() for duty in measure.duties if duty.kind != "body"):
        cards.names.setdefault(duty.party, duty.labels)
    cards.provisions = {provision.iri: provision for provision in _provisions(store, cards)}
    cards.recipients = {
        str(iri): tuple(local_name(value) for value in values_of(rows, "recipient"))
        for iri, rows in grouped(ask_rows(store, "recipients"), "measure").items()
    }
    cards.findings = _findings(store)
    for finding in cards.findings:
        for thing in dict.fromkeys((finding.focus, *finding.concerned)):
            cards.findings_by_focus.setdefault(thing, []).append(finding)
    cards.rules = {
        str(code): Rule(labels_of(rows, "name"), labels_of(rows, "advice"))
        for code, rows in grouped(ask_rows(store, "rules"), "code").items()
    }
    cards.fine = {str(row["code"]): int(row["fine"]) for row in ask_rows(store, "checks")}
    cards.changes = list(changes(store))
    cards.continuations = list(continuations(store))
    take_superseded_names(cards)
    cards.spoken = {
        str(iri): tuple(values_of(rows, "label"))
        for iri, rows in grouped(ask_rows(store, "spoken-names"), "thing").items()
    }
    cards.act_numbers = {local_name(row["work"]): str(row["number"]) for row in ask_rows(store, "act-numbers")}
    cards.issuers = {
        iri.removeprefix(BASE + "document/"): labels_of(rows, "name")
        for iri, rows in grouped(ask_rows(store, "issuers"), "work").items()
    }
    cards.breakdowns = read_breakdowns(ask_rows(store, "breakdowns"))
    cards.topics = {
        str(iri): frozenset(map(local_name, values_of(rows, "topic")))
        for iri, rows in grouped(ask_rows(store, "topics"), "thing").items()
    }
    cards.proofs = {
        str(iri): tuple(values_of(rows, "type"))
        for iri, rows in grouped(ask_rows(store, "proof-types"), "measure").items()
    }
    cards.reported = read_reported_cards(store)
    return cards


def _agencies(store: Store) -> list[Agency]:
    found = []
    for iri, rows in grouped(ask_rows(store, "agencies"), "agency").items():
        facts: dict[str, list[Row]] = defaultdict(list)
        for row in rows:
            facts[local_name(row["property"])].append(row)
        short: dict[str, list[str]] = defaultdict(list)
        for row in facts["altLabel"]:
            short[row["value"].lang or "en"].append(str(row["value"]))
        found.append(
            Agency(
                iri=str(iri),
                key=iri.removeprefix(BASE + "agency/"),
                kind=local_name(rows[0]["kind"]),
                labels=labels_of(facts["prefLabel"], "value"),
                short={lang: tuple(sorted(set(several), key=len)) for lang, several in short.items()},
                hidden=tuple(values_of(facts["hiddenLabel"], "value")),
                parent=next((local_name(row["value"]) for row in facts["subOrganizationOf"]), None),
                since=next((str(row["value"]) for row in facts["foundingDate"]), None),
                until=next((str(row["value"]) for row in facts["dissolutionDate"]), None),
            )
        )
    return found


def _successions(store: Store) -> list[Succession]:
    found = []
    for rows in _by(ask_rows(store, "successions"), "event", "before", "after"):
        first = rows[0]
        found.append(
            Succession(
                before=local_name(first["before"]),
                after=local_name(first["after"]),
                labels=names_of(rows),
                date=_text(first, "date"),
                act=_text(first, "act"),
                unconfirmed=_text(first, "unconfirmed") == "true",
            )
        )
    return found


def _by(rows: list[Row], *names: str) -> list[list[Row]]:
    found: dict[tuple[str | None, ...], list[Row]] = {}
    for row in rows:
        found.setdefault(tuple(row.get(name) for name in names), []).append(row)
    return list(found.values())


def _text(row: Row, name: str) -> str | None:
    return str(row[name]) if name in row else None


def _editions(store: Store) -> list[Edition]:
    found = {}
    for row in ask_rows(store, "editions"):
        iri = str(row["edition"])
        found[iri] = Edition(
            iri=iri,
            work=row["work"].removeprefix(BASE + "document/"),
            lang=iri.rpartition("/")[2],
            date=_text(row, "date") or iri.split("/")[-2],
            title=_text(row, "title") or iri.removeprefix(BASE),
            number=_text(row, "number"),
            programme=row["programme"].removeprefix(BASE + "document/") if "programme" in row else None,
            source=_text(row, "source"),
        )
    return sorted(found.values(), key=lambda edition: (edition.work, edition.date, edition.lang))


def _programmes(store: Store, cards: Cards) -> list[Programme]:
    periods = {row["programme"]: str(row["period"]) for row in ask_rows(store, "editions") if "period" in row}
    facts: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for row in ask_rows(store, "passports"):
        facts[row["programme"]][local_name(row["property"])].append(str(row["value"]))
    found = []
    for key in sorted({edition.programme for edition in cards.editions.values() if edition.programme}):
        iri = f"{BASE}document/{key}"
        editions = sorted(
            (edition for edition in cards.editions.values() if edition.programme == key), key=lambda each: each.date
        )
        own = [edition for edition in editions if edition.work == key]
        found.append(
            Programme(
                iri=iri,
                key=key,
                titles={edition.lang: edition.title for edition in own or editions} | dict(cards.names.get(iri, {})),
                period=periods.get(iri),  # type: ignore[call-overload]
                editions=tuple(editions),
                facts={name: tuple(dict.fromkeys(values)) for name, values in facts[iri].items()},
            )
        )
    return found


def _groups(store: Store) -> list[Group]:
    found = [
        Group(
            iri=str(iri),
            kind=local_name(rows[0]["kind"]).lower(),
            number=str(rows[0]["number"]),
            programme=local_name(rows[0]["programme"]),
            above=_text(rows[0], "above"),
            labels=names_of(rows),
        )
        for iri, rows in grouped(ask_rows(store, "groups"), "group").items()
    ]
    return sorted(found, key=lambda group: (group.programme, natural(group.number)))


def _indicators(store: Store) -> list[Indicator]:
    found = [
        Indicator(
            iri=str(iri),
            kind="target" if rows[0]["kind"].endswith("TargetIndicator") else "result",
            number=str(rows[0]["number"]),
            place=_text(rows[0], "place") or "plan",
            programme=local_name(rows[0]["programme"]),
            above=_text(rows[0], "above"),
            labels=names_of(rows),
        )
        for iri, rows in grouped(ask_rows(store, "indicators"), "indicator").items()
    ]
    return sorted(found, key=lambda each: (each.programme, each.place, each.above or "", natural(each.number)))


def _measures(store: Store) -> list[Measure]:
    served = grouped(ask_rows(store, "services"), "measure")
    parties = ask_rows(store, "duties")
    duties, unknown = grouped(parties, "measure"), _unknown_parties(parties)
    words = read_cell_words(store.select)
    deadlines = grouped(ask_rows(store, "deadlines"), "measure")
    spoken = grouped(ask_rows(store, "spoken-deadlines"), "measure")
    found = [
        Measure(
            iri=str(iri),
            number=str(rows[0]["number"]),
            seq=int(rows[0].get("seq", "0")),
            programme=local_name(rows[0]["programme"]),
            above=_text(rows[0], "above"),
            labels=names_of(rows),
            indicators=tuple(sorted(values_of(served.get(iri, []), "indicator"), key=lambda i: natural(local_name(i)))),
            duties=_duties(duties.get(iri, []), unknown, words),
            due=tuple(sorted(values_of(deadlines.get(iri, []), "due"))),
            written=_wordings(_written(deadlines.get(iri, [])), spoken.get(iri, [])),
            recurrence=next(iter(values_of(deadlines.get(iri, []), "recurrence")), None),
        )
        for iri, rows in grouped(ask_rows(store, "measures"), "measure").items()
    ]
    return sorted(found, key=lambda each: (each.programme, each.seq, natural(each.number)))


def _written(rows: list[Row]) -> dict[str, str]:
    """The whole row's deadline in its words, else that of its first part."""
    own = [row for row in rows if "part" not in row]
    return labels_of(reversed(own or rows), "written")


def _wordings(written: dict[str, str], spoken: list[Row]) -> dict[str, str]:
    """A deadline's words, and those of texts in other languages that name the same points.

    What has no points ("постоянно") is the same where the texts are of one day and have one such deadline each.
    """
    same: dict[tuple[str, ...], list[dict[str, str]]] = defaultdict(list)
    bare: set[tuple[str, ...]] = set()
    for rows in grouped(spoken, "deadline").values():
        points = tuple(sorted(values_of(rows, "point")))
        place = points or (rows[0]["edition"].rpartition("/")[0], rows[0].get("recurrence", ""))
        same[place].append(labels_of(rows, "written"))
        bare |= set() if points else {place}
    for place, told in same.items():
        if place in bare and len({lang for each in told for lang in each}) < len(told):
            continue
        labels = {lang: words for each in told for lang, words in each.items()}
        if any(labels.get(lang) == words for lang, words in written.items()):
            return {**labels, **written}
    return written


def _unknown_parties(rows: list[Row]) -> Mapping[str, str]:
    """What stands for the words of each assignment that names neither a body nor a post."""
    bare = (row for row in rows if "agency" not in row and "staff" not in row)
    return party_of((str(row["assignment"]), str(row.get("programme", "")), row.get("written", "")) for row in bare)


def _duties(rows: list[Row], unknown: Mapping[str, str], words: Mapping[str, Labels]) -> tuple[Duty, ...]:
    found = [
        Duty(
            party=str(row.get("agency") or row.get("staff") or unknown[str(row["assignment"])]),
            kind=_kind_of_party(row),
            role=_ROLES[local_name(row["role"])],
            position=int(row.get("position", "0")),
            agency=local_name(row["agency"]) if "agency" in row else None,
            labels=words.get(str(row["assignment"])) or labels_of([row], "written"),
        )
        for row in rows
        if local_name(row["role"]) in _ROLES
    ]
    return tuple(sorted(found, key=lambda duty: (duty.position, duty.role, duty.party)))


def _kind_of_party(row: Row) -> str:
    if "agency" in row:
        return "body"
    if "staff" not in row:
        return UNKNOWN
    return STAFF[0] if "post" in row else STAFF[1]


def _provisions(store: Store, cards: Cards) -> list[Provision]:
    found = []
    said = (row for row in ask_rows(store, "provisions") if row["edition"] in cards.editions)  # not the current view
    for iri, rows in grouped(said, "provision").items():
        first = rows[0]
        named = sorted(rows, key=lambda row: (int(row.get("place_named", "0")), str(row.get("bearer", ""))))
        bearers = values_of(named, "bearer") or values_of(rows, "meant")
        found.append(
            Provision(
                iri=str(iri),
                edition=str(first["edition"]),
                number=_text(first, "number") or local_name(iri),
                modality=local_name(first["modality"]).lower(),
                bearers=tuple(map(local_name, bearers)),
                written=_text(first, "written"),
                action=mend(str(first["action"])),
                deadline=_text(first, "deadline"),
                due=tuple(sorted(values_of(rows, "due"))),
                start=min(int(row.get("start", "0")) for row in rows),
            )
        )
    return sorted(found, key=lambda each: (each.edition, each.start, each.iri))


def _findings(store: Store) -> list[Finding]:
    concerned: dict[str, list[str]] = defaultdict(list)
    for row in ask_rows(store, "concerned"):
        concerned[str(row["finding"])].append(str(row["concerned"]))
    found = []
    for iri, rows in grouped(ask_rows(store, "findings"), "finding").items():
        first = rows[0]
        spans = sorted({(int(row["start"]), int(row["end"])) for row in rows if "start" in row and "end" in row})
        severity = local_name(_text(first, "severity") or "Info")
        found.append(
            Finding(
                iri=str(iri),
                code=_text(first, "code") or "finding",
                severity=_SEVERITIES.get(severity, severity.lower()),
                focus=_text(first, "focus") or "",
                edition=_text(first, "edition"),
                messages=labels_of(rows, "message"),
                spans=tuple(spans),
                words=tuple(mend(words) for words in values_of(rows, "words")),
                concerned=tuple(concerned[str(iri)]),
            )
        )
    order = {"error": 0, "warning": 1, "info": 2}
    return sorted(found, key=lambda each: (order.get(each.severity, 3), each.code, each.edition or "", each.spans))
