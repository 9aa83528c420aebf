"""`kzedu report`: what an auditor takes along about a programme or a body, as titled tables of facts and quotes."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

from kzedu_graph.chains.rows import Quote, Thing
from kzedu_graph.exports.labels import label_title
from kzedu_graph.model.errors import UnknownNameError
from kzedu_graph.reports.facts import ReportFacts
from kzedu_graph.reports.ranges import in_ranges, period_in_words, with_periods
from kzedu_graph.reports.reported import COLUMNS, reported_rows
from kzedu_graph.reports.sections import Cells, Report, Section
from kzedu_graph.reports.words import counting
from kzedu_graph.vocabulary import iris
from kzedu_graph.vocabulary.about.notices import INVENTED
from kzedu_graph.vocabulary.queries import Select

LONGEST_QUOTE = 110
"""Signs of a quote in a cell: the place beside it leads to the rest."""


def make_report(
    select: Select,
    version: str,
    subject: Thing,
    lang: str,
    figures: Iterable[Cells] = (),
    *,
    invented: bool = False,
) -> Report:
    """The report of a programme or a body; `figures` are rows of measured accuracy, document first.

    Where the texts were made up (`invented`) its title and its note say so.

    Raises UnknownNameError where the subject is neither, or a programme of which no text is in the store.
    """
    if subject.kind not in ("programme", "body"):
        raise UnknownNameError(
            f"a report is about a programme or a body, and {iris.local(subject.iri)} is a {subject.kind}"
        )
    facts = ReportFacts(select, version, subject, lang)
    has_text = any("edition" in row for row in facts.about)
    if facts.programme and not (has_text or facts.measures or facts.findings):
        raise UnknownNameError(f"no text of {iris.local(subject.iri)} is in the store: there is nothing to report on")
    report = _Writer(facts).report(figures)
    if not invented:
        return report
    return replace(report, title=label_title(report.title, lang, True), note=f"{INVENTED[lang]} {report.note}")


class _Writer:
    """Puts the sections together."""

    def __init__(self, facts: ReportFacts) -> None:
        self.facts = facts

    def section(
        self,
        key: str,
        columns: Iterable[str],
        rows: Iterable[Cells],
        quoted: Iterable[int] = (),
        appendix: bool = False,
    ) -> Section:
        heads = tuple(map(self.facts.word, columns))
        return Section(key, self.facts.word(key), heads, tuple(rows), frozenset(quoted), appendix)

    def report(self, figures: Iterable[Cells]) -> Report:
        sections = [self.overview(), self.checks(), self.chain_facts(), self.load(), self.dates()]
        sections += [self.findings_table(), self.duties()]
        told = list(
            reported_rows(
                self.facts.select,
                {m.iri: self.facts.number(m) for m in self.facts.measures},
                self.facts.full,
                self.facts.lang,
            )
        )
        if told:
            sections.append(self.section("reported", COLUMNS, told))
        if self.facts.subject.kind == "body":
            sections.append(self.provisions())
        rules = self.section("counting", ("rule",), [(each,) for each in counting(self.facts.lang)], appendix=True)
        sections += [rules, self.accuracy(figures)]
        about = f"{self.facts.subject.name(self.facts.lang)} ({iris.local(self.facts.subject.iri)})"
        return Report(self.facts.lang, self.facts.word("title"), about, self.facts.word("note"), tuple(sections))

    # ---- the sections

    def overview(self) -> Section:
        rows = [
            (self.facts.word("build"), self.facts.version),
            (self.facts.word("measures"), str(len(self.facts.measures))),
        ]
        if len(self.facts.in_force) < len(self.facts.measures):
            rows.append((self.facts.word("of-these-in-force"), str(len(self.facts.in_force))))
        for iri in sorted(self.facts.programmes()):
            about = [row for row in self.facts.about if row["programme"] == iri]
            rows.append((self.facts.word("programme"), f"{self.facts.name(iri)} ({iris.local(iri)})"))
            for key, field in (("period", "period"), ("repealed", "ended"), ("edition", "edition")):
                found = sorted({row[field] for row in about if field in row})
                found = [period_in_words(each, self.facts.lang) for each in found] if key == "period" else found
                rows += [(self.facts.word(key), ", ".join(iris.path_of(each) for each in found))] if found else []
            rows += [(self.facts.word("controller"), self.facts.name(body)) for body in sorted(self._controllers(iri))]
        bodies = {body for measure in self.facts.measures for body, _ in self.facts.chains.parts(measure.iri)}
        rows.append((self.facts.word("bodies"), str(len(bodies))))
        due = sorted(
            day
            for measure in self.facts.measures
            for days in self.facts.deadlines[measure.iri].values()
            for day in days
        )
        rows += [(self.facts.word("dates"), f"{due[0]} – {due[-1]}")] if due else []
        grave = sum(row["severity"].endswith("Warning") for row in self.facts.findings)
        rows.append((f"{self.facts.word('findings')}: {self.facts.word('warning')}", str(grave)))
        rows.append(
            (f"{self.facts.word('findings')}: {self.facts.word('info')}", str(len(self.facts.findings) - grave))
        )
        rows += [(self.facts.word("fine"), self.in_order())] if self.in_order() else []
        return self.section("overview", ("what", "value"), rows)

    def _controllers(self, programme: str) -> set[str]:
        some = self.facts.chains.measures(programme)[:1]
        return {end.iri for m in some for link, end in self.facts.chains.down(m.iri) if link.kind == "controlled-by"}

    def duties(self) -> Section:
        rows = []
        for measure in self.facts.measures:
            held: dict[str, dict[str, None]] = defaultdict(dict)
            for body, link in self.facts.chains.parts(measure.iri):
                held[link.role or ""][self.facts.short(body)] = None
            rows.append(
                (
                    self.facts.number(measure),
                    measure.name(self.facts.lang),
                    "; ".join(
                        f"{self.facts.word(role)}: {', '.join(names)}" if role else ", ".join(names)
                        for role, names in held.items()
                    ),
                    "; ".join(self.facts.deadlines[measure.iri]),
                    "; ".join(dict.fromkeys(self.facts.forms[measure.iri])),
                    _placed(measure.quote)[1],
                )
            )
        return self.section(
            "duties", ("number", "measure", "bodies", "deadline", "proof", "place"), rows, (3, 4), appendix=True
        )

    def dates(self) -> Section:
        """The days on which something in force is due, each with its measures by the body that leads them.

        Where nothing is in force any more, the days on which it was due.
        """
        days: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
        for measure in self.facts.in_force or self.facts.measures:
            lead = self.facts.chains.lead(measure.iri)
            for due in {due for found in self.facts.deadlines[measure.iri].values() for due in found}:
                days[due][self.facts.short(lead) if lead else self.facts.word("none")].append(
                    self.facts.number(measure)
                )
        rows = [
            (
                due,
                str(sum(map(len, led.values()))),
                "; ".join(f"{name}: {in_ranges(numbers)}" for name, numbers in led.items()),
            )
            for due, led in sorted(days.items())
        ]
        return self.section("dates", ("due", "measures", "by-lead"), rows)

    def provisions(self) -> Section:
        rows = [
            (row["action"], *_placed(Quote(row["edition"], int(row["start"]), row["words"])))
            for row in self.facts.rows("provisions")
            if row["bearer"] == self.facts.subject.iri
        ]
        return self.section("provisions", ("duties", "quote", "place"), rows, (0, 1), appendix=True)

    def load(self) -> Section:
        rows = []
        for programme in sorted(self.facts.programmes()):
            for load in self.facts.chains.load(programme):
                if self.facts.programme or load.body == self.facts.subject.iri:
                    counts = (load.named, load.bound, load.led, load.alone)
                    of = () if self.facts.programme else (self.facts.name(programme),)
                    rows.append((*of, self.facts.full(load.body), *map(str, counts)))
        several = () if self.facts.programme else ("programme",)
        return self.section("load", (*several, "body", "named", "bound", "led", "alone"), rows)

    def chain_facts(self) -> Section:
        rows: list[Cells] = []
        mine = {measure.iri for measure in self.facts.measures}
        for programme in sorted(self.facts.programmes()):
            if self.facts.programme:
                rows.append((self.facts.word("concentration"), f"{self.facts.chains.concentration(programme):.2f}"))
                together = self.facts.chains.always_together(programme)
                rows += [
                    (self.facts.word("together"), f"{', '.join(map(self.facts.short, g))} ({n})") for g, n in together
                ]
            for body, lost in self.facts.chains.articulation_points(programme):
                if self.facts.programme or body == self.facts.subject.iri:
                    rows.append((self.facts.word("articulation"), f"{self.facts.name(body)} ({lost})"))
            for key, pairs in (
                ("held-by-one", self.facts.chains.held_by_one(programme)),
                ("self-control", self.facts.chains.self_control(programme)),
                ("own-report", self.facts.chains.closed_by_own_report(programme)),
            ):
                rows_of = (m for m, body in pairs if m in mine and body in self._chosen(body))
                numbers = [self.facts.number(self.facts.chains.things[m]) for m in dict.fromkeys(rows_of)]
                rows.append(
                    (
                        self.facts.word(key),
                        f"{len(numbers)}: {in_ranges(numbers)}" if numbers else self.facts.word("none"),
                    )
                )
            for one, two, _ in self.facts.chains.alike(programme):
                if {one, two} & mine:
                    rows.append(
                        (
                            self.facts.word("alike"),
                            f"{self.facts.chains.things[one].number}, {self.facts.chains.things[two].number}",
                        )
                    )
        if self.facts.subject.kind == "body":
            for key, walk, kind in (
                ("reports-to", self.facts.chains.down, "reports-to"),
                ("reported-by", self.facts.chains.up, "reports-to"),
                ("heirs", self.facts.chains.down, "succeeded-by"),
            ):
                ends = [end.name(self.facts.lang) for link, end in walk(self.facts.subject.iri) if link.kind == kind]
                rows.append((self.facts.word(key), ", ".join(ends) or self.facts.word("none")))
        return self.section("chains", ("what", "value"), rows)

    def _chosen(self, body: str) -> set[str]:
        return {body} if self.facts.programme else {self.facts.subject.iri}

    def checks(self) -> Section:
        """Each rule with findings: how many, where, how much was in order beside them, and what an auditor does.

        A finding about a whole programme is one, and what it concerns is named.
        """
        grave = {row["code"] for row in self.facts.findings if row["severity"].endswith("Warning")}
        found: dict[str, list[str]] = defaultdict(list)
        named: dict[str, list[str]] = defaultdict(list)
        for row in self.facts.findings:
            found[row["code"]].append(row["focus"])
            named[row["code"]] += self.facts.asked_about(row)
        codes = sorted(found, key=lambda code: (code not in grave, -len(found[code]), self.facts.rule_name(code)))
        rows = [
            (
                self.facts.rule_name(code),
                self.facts.word("warning" if code in grave else "info"),
                str(len(found[code])),
                str(self.facts.fine.get(code, "")),
                self.where(named[code]),
                self.facts.rules[code][1] if code in self.facts.rules else self.facts.word("not-understood"),
            )
            for code in codes
        ]
        return self.section("checks", ("rule", "severity", "questioned", "fine", "where", "advice"), rows)

    def in_order(self) -> str:
        """The rules that questioned nothing, with how much each looked at."""
        questioned = {row["code"] for row in self.facts.findings}
        names = (
            f"{self.facts.rules[code][0]} ({fine})" for code, fine in self.facts.fine.items() if code not in questioned
        )
        return "; ".join(sorted(names))

    def where(self, focuses: Iterable[str]) -> str:
        """Measures by their numbers, indicators by theirs, anything else by its name."""
        numbers: dict[str, list[str]] = {"": [], "indicator": []}
        names: dict[str, None] = {}
        for focus in dict.fromkeys(focuses):
            thing = self.facts.chains.things.get(focus)
            if thing is not None and thing.kind == "measure":
                numbers[""].append(self.facts.number(thing))
            elif thing is not None and thing.kind == "indicator" and self.facts.programme:
                numbers["indicator"].append(thing.number or "")
            else:
                names[self.facts.short(focus).removeprefix("document/")] = None
        told = [in_ranges(numbers[""])] if numbers[""] else []
        if numbers["indicator"]:
            told.append(f"{self.facts.word('indicator')} {in_ranges(numbers['indicator'])}")
        return "; ".join([*told, *names])

    def findings_table(self) -> Section:
        rows = [
            (
                self.facts.rule_name(row["code"]),
                with_periods(row["message"], self.facts.lang),
                *_placed(Quote(row["edition"], int(row["start"]), row["words"])),
            )
            for row in self.facts.findings
        ]
        return self.section("findings", ("rule", "message", "quote", "place"), rows, (2,), appendix=True)

    def accuracy(self, figures: Iterable[Cells]) -> Section:
        sources = {row["source"] for row in self.facts.about if "source" in row}
        rows = [row for row in figures if any(source.startswith(row[0]) for source in sources)]
        columns = ("document", "table", "field", "precision", "recall", "right")
        if not rows:
            return self.section("accuracy", ("what",), [(self.facts.word("not-measured"),)], appendix=True)
        return self.section("accuracy", columns, [(*row[:5], row[6]) for row in rows], appendix=True)


def _placed(quote: Quote | None) -> tuple[str, str]:
    """A quote shortened at a word, and its place: edition and first code point."""
    if quote is None:
        return "", ""
    words = re.sub(r"\s+", " ", quote.words).strip()
    shown = words if len(words) <= LONGEST_QUOTE else words[:LONGEST_QUOTE].rsplit(" ", 1)[0] + " …"
    return shown, f"{iris.edition_key(quote.edition)}, {quote.start}"
