"""`kzedu report`: what an auditor takes along about a programme or a body, as titled tables of facts and quotes."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from rdflib import Literal

from kzedu_graph.chains.graph import Chains
from kzedu_graph.chains.rows import Quote, Thing
from kzedu_graph.exports.labels import label_title
from kzedu_graph.model.errors import UnknownNameError
from kzedu_graph.reports.ranges import in_ranges
from kzedu_graph.reports.reported import COLUMNS, reported_rows
from kzedu_graph.reports.sections import Cells, Report, Section
from kzedu_graph.reports.words import counting, word
from kzedu_graph.vocabulary import iris
from kzedu_graph.vocabulary.notices import INVENTED
from kzedu_graph.vocabulary.queries import Select, load_query

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
    writer = _Writer(select, version, subject, lang)
    has_text = any("edition" in row for row in writer.about)
    if writer.programme and not (has_text or writer.measures or writer.findings):
        raise UnknownNameError(f"no text of {iris.local(subject.iri)} is in the store: there is nothing to report on")
    report = writer.report(figures)
    if not invented:
        return report
    return replace(report, title=label_title(report.title, lang, True), note=f"{INVENTED[lang]} {report.note}")


class _Writer:
    """Puts the sections together; everything is read once."""

    def __init__(self, select: Select, version: str, subject: Thing, lang: str) -> None:
        self.select, self.version, self.subject, self.lang = select, version, subject, lang
        self.chains = Chains.read(select)
        self.programme = subject.iri if subject.kind == "programme" else None
        named = {start.iri for link, start in self.chains.up(subject.iri) if link.kind == "carried-out-by"}
        self.measures = [m for m in self.chains.measures(self.programme) if self.programme or m.iri in named]
        self.deadlines: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
        for row in self.rows("deadlines"):
            self.deadlines[row["node"]][row["words"]].update(filter(None, [row.get("due")]))
        self.shorts: dict[str, str] = {}
        for row in sorted(self.told("short-names", "short"), key=lambda row: (len(row["short"]), row["short"])):
            self.shorts.setdefault(row["body"], row["short"])
        self.forms: dict[str, list[str]] = defaultdict(list)
        for row in self.rows("forms"):
            self.forms[row["node"]].append(row["words"])
        self.rules = {_code(row["rule"]): (row["name"], row["advice"]) for row in self.told("rules", "name")}
        # rules count what is in order for whole programmes, not for a body
        counted = [row for row in self.rows("checks") if row["programme"] == self.programme]
        self.fine = {row["code"]: int(row["fine"]) for row in counted if row["code"] in self.rules}
        self.about = [row for row in self.rows("about") if row["programme"] in self.programmes()]
        homes = {row["node"]: row["programme"] for row in self.rows("of-focus")}
        self.concerned: dict[str, list[str]] = defaultdict(list)
        for row in self.rows("concerned"):
            self.concerned[row["finding"]].append(row["concerned"])
        self.own = {measure.iri for measure in self.measures}
        self.every_finding = self._findings()
        concerned = (row for row in self.every_finding if self._concerns(row, homes))
        self.findings = sorted(concerned, key=lambda row: (not row["severity"].endswith("Warning"), row["code"]))

    def rows(self, query: str) -> Iterator[dict[str, str]]:
        """The rows as text."""
        for row in self.select(load_query(__file__, query)):
            yield {name: str(node) for name, node in row.items() if node is not None}

    def told(self, query: str, name: str) -> Iterator[dict[str, str]]:
        """The rows whose variable of that name is in the report's language."""
        for row in self.select(load_query(__file__, query)):
            said = row[name]
            if isinstance(said, Literal) and said.language == self.lang:
                yield {each: str(node) for each, node in row.items() if node is not None}

    def programmes(self) -> set[str]:
        return {self.programme} if self.programme else {m.programme for m in self.measures if m.programme}

    def word(self, key: str) -> str:
        return word(key, self.lang)

    def name(self, iri: str) -> str:
        return self.chains.things[iri].name(self.lang) if iri in self.chains.things else iris.local(iri)

    def number(self, measure: Thing) -> str:
        """The printed number; in the report of a body with the programme, for it acts in several."""
        return (measure.number or "") if self.programme else iris.parse(measure.iri).key

    def short(self, iri: str) -> str:
        """The abbreviation by which plans call a body, else its name."""
        return self.shorts.get(iri) or self.name(iri)

    def full(self, iri: str) -> str:
        """A body's name with its abbreviation."""
        return f"{self.name(iri)} ({self.shorts[iri]})" if iri in self.shorts else self.name(iri)

    def section(
        self,
        key: str,
        columns: Iterable[str],
        rows: Iterable[Cells],
        quoted: Iterable[int] = (),
        appendix: bool = False,
    ) -> Section:
        heads = tuple(map(self.word, columns))
        return Section(key, self.word(key), heads, tuple(rows), frozenset(quoted), appendix)

    def report(self, figures: Iterable[Cells]) -> Report:
        sections = [self.overview(), self.checks(), self.chain_facts(), self.load(), self.dates()]
        sections += [self.findings_table(), self.duties()]
        told = list(reported_rows(self.select, {m.iri: self.number(m) for m in self.measures}, self.full, self.lang))
        if told:
            sections.append(self.section("reported", COLUMNS, told))
        if self.subject.kind == "body":
            sections.append(self.provisions())
        rules = self.section("counting", ("rule",), [(each,) for each in counting(self.lang)], appendix=True)
        sections += [rules, self.accuracy(figures)]
        about = f"{self.subject.name(self.lang)} ({iris.local(self.subject.iri)})"
        return Report(self.lang, self.word("title"), about, self.word("note"), tuple(sections))

    # ---- the sections

    def overview(self) -> Section:
        rows = [(self.word("build"), self.version), (self.word("measures"), str(len(self.measures)))]
        for iri in sorted(self.programmes()):
            about = [row for row in self.about if row["programme"] == iri]
            rows.append((self.word("programme"), f"{self.name(iri)} ({iris.local(iri)})"))
            for key, field in (("period", "period"), ("repealed", "ended"), ("edition", "edition")):
                found = sorted({row[field] for row in about if field in row})
                rows += [(self.word(key), ", ".join(iris.path_of(each) for each in found))] if found else []
            rows += [(self.word("controller"), self.name(body)) for body in sorted(self._controllers(iri))]
        bodies = {body for measure in self.measures for body, _ in self.chains.parts(measure.iri)}
        rows.append((self.word("bodies"), str(len(bodies))))
        due = sorted(day for measure in self.measures for days in self.deadlines[measure.iri].values() for day in days)
        rows += [(self.word("dates"), f"{due[0]} – {due[-1]}")] if due else []
        grave = sum(row["severity"].endswith("Warning") for row in self.findings)
        rows.append((f"{self.word('findings')}: {self.word('warning')}", str(grave)))
        rows.append((f"{self.word('findings')}: {self.word('info')}", str(len(self.findings) - grave)))
        rows += [(self.word("fine"), self.in_order())] if self.in_order() else []
        return self.section("overview", ("what", "value"), rows)

    def _controllers(self, programme: str) -> set[str]:
        some = self.chains.measures(programme)[:1]
        return {end.iri for m in some for link, end in self.chains.down(m.iri) if link.kind == "controlled-by"}

    def duties(self) -> Section:
        rows = []
        for measure in self.measures:
            held: dict[str, dict[str, None]] = defaultdict(dict)
            for body, link in self.chains.parts(measure.iri):
                held[link.role or ""][self.short(body)] = None
            rows.append(
                (
                    self.number(measure),
                    measure.name(self.lang),
                    "; ".join(
                        f"{self.word(role)}: {', '.join(names)}" if role else ", ".join(names)
                        for role, names in held.items()
                    ),
                    "; ".join(self.deadlines[measure.iri]),
                    "; ".join(dict.fromkeys(self.forms[measure.iri])),
                    _placed(measure.quote)[1],
                )
            )
        return self.section(
            "duties", ("number", "measure", "bodies", "deadline", "proof", "place"), rows, (3, 4), appendix=True
        )

    def dates(self) -> Section:
        """The days on which something is due, each with its measures by the body that leads them."""
        days: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
        for measure in self.measures:
            lead = self.chains.lead(measure.iri)
            for due in {due for found in self.deadlines[measure.iri].values() for due in found}:
                days[due][self.short(lead) if lead else self.word("none")].append(self.number(measure))
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
            for row in self.rows("provisions")
            if row["bearer"] == self.subject.iri
        ]
        return self.section("provisions", ("duties", "quote", "place"), rows, (0, 1), appendix=True)

    def load(self) -> Section:
        rows = []
        for programme in sorted(self.programmes()):
            for load in self.chains.load(programme):
                if self.programme or load.body == self.subject.iri:
                    counts = (load.named, load.bound, load.led, load.alone)
                    rows.append((iris.parse(programme).key, self.full(load.body), *map(str, counts)))
        return self.section("load", ("programme", "body", "named", "bound", "led", "alone"), rows)

    def chain_facts(self) -> Section:
        rows: list[Cells] = []
        mine = {measure.iri for measure in self.measures}
        for programme in sorted(self.programmes()):
            if self.programme:
                rows.append((self.word("concentration"), f"{self.chains.concentration(programme):.2f}"))
                together = self.chains.always_together(programme)
                rows += [(self.word("together"), f"{', '.join(map(self.short, g))} ({n})") for g, n in together]
            for body, lost in self.chains.articulation_points(programme):
                if self.programme or body == self.subject.iri:
                    rows.append((self.word("articulation"), f"{self.name(body)} ({lost})"))
            for key, pairs in (
                ("bridges", self.chains.bridges(programme)),
                ("self-control", self.chains.self_control(programme)),
                ("own-report", self.chains.closed_by_own_report(programme)),
            ):
                rows_of = (m for m, body in pairs if m in mine and body in self._chosen(body))
                numbers = [self.number(self.chains.things[m]) for m in dict.fromkeys(rows_of)]
                rows.append((self.word(key), f"{len(numbers)}: {in_ranges(numbers)}" if numbers else self.word("none")))
            for one, two, _ in self.chains.alike(programme):
                if {one, two} & mine:
                    rows.append(
                        (self.word("alike"), f"{self.chains.things[one].number}, {self.chains.things[two].number}")
                    )
        if self.subject.kind == "body":
            for key, walk, kind in (
                ("reports-to", self.chains.down, "reports-to"),
                ("reported-by", self.chains.up, "reports-to"),
                ("heirs", self.chains.down, "succeeded-by"),
            ):
                ends = [end.name(self.lang) for link, end in walk(self.subject.iri) if link.kind == kind]
                rows.append((self.word(key), ", ".join(ends) or self.word("none")))
        return self.section("chains", ("what", "value"), rows)

    def _chosen(self, body: str) -> set[str]:
        return {body} if self.programme else {self.subject.iri}

    def checks(self) -> Section:
        """Each rule with findings: how many, where, how much was in order beside them, and what an auditor does.

        A finding about a whole programme is one, and what it concerns is named.
        """
        grave = {row["code"] for row in self.findings if row["severity"].endswith("Warning")}
        found: dict[str, list[str]] = defaultdict(list)
        named: dict[str, list[str]] = defaultdict(list)
        for row in self.findings:
            if row["code"] in self.rules:
                found[row["code"]].append(row["focus"])
                named[row["code"]] += self._asked_about(row)
        codes = sorted(found, key=lambda code: (code not in grave, -len(found[code]), self.rules[code][0]))
        rows = [
            (
                self.rules[code][0],
                self.word("warning" if code in grave else "info"),
                str(len(found[code])),
                str(self.fine.get(code, "")),
                self.where(named[code]),
                self.rules[code][1],
            )
            for code in codes
        ]
        return self.section("checks", ("rule", "severity", "questioned", "fine", "where", "advice"), rows)

    def in_order(self) -> str:
        """The rules that questioned nothing, with how much each looked at."""
        questioned = {row["code"] for row in self.findings}
        names = (f"{self.rules[code][0]} ({fine})" for code, fine in self.fine.items() if code not in questioned)
        return "; ".join(sorted(names))

    def where(self, focuses: Iterable[str]) -> str:
        """Measures by their numbers, indicators by theirs, anything else by its name."""
        numbers: dict[str, list[str]] = {"": [], "indicator": []}
        names: dict[str, None] = {}
        for focus in dict.fromkeys(focuses):
            thing = self.chains.things.get(focus)
            if thing is not None and thing.kind == "measure":
                numbers[""].append(self.number(thing))
            elif thing is not None and thing.kind == "indicator" and self.programme:
                numbers["indicator"].append(thing.number or "")
            else:
                names[self.short(focus).removeprefix("document/")] = None
        told = [in_ranges(numbers[""])] if numbers[""] else []
        if numbers["indicator"]:
            told.append(f"{self.word('indicator')} {in_ranges(numbers['indicator'])}")
        return "; ".join([*told, *names])

    def findings_table(self) -> Section:
        rows = [
            (
                self.rules[row["code"]][0],
                row["message"],
                *_placed(Quote(row["edition"], int(row["start"]), row["words"])),
            )
            for row in self.findings
            if row["code"] in self.rules
        ]
        return self.section("findings", ("rule", "message", "quote", "place"), rows, (2,), appendix=True)

    def accuracy(self, figures: Iterable[Cells]) -> Section:
        sources = {row["source"] for row in self.about if "source" in row}
        rows = [row for row in figures if any(source.startswith(row[0]) for source in sources)]
        columns = ("document", "table", "field", "precision", "recall", "right")
        if not rows:
            return self.section("accuracy", ("what",), [(self.word("not-measured"),)], appendix=True)
        return self.section("accuracy", columns, [(*row[:5], row[6]) for row in rows], appendix=True)

    # ---- findings

    def _findings(self) -> list[dict[str, str]]:
        """The findings in the report's language, each with its first quote and its edition's document."""
        first: dict[str, dict[str, str]] = {}
        for row in self.told("findings", "message"):
            first.setdefault(row["finding"], {**row, "home": str(iris.document(iris.work_of(row["edition"])))})
        return list(first.values())

    def _asked_about(self, row: Mapping[str, str]) -> list[str]:
        """What a finding is about: of a body's report its own measures alone, where it has some among them."""
        about = self.concerned.get(row["finding"], [row["focus"]])
        return about if self.programme else [iri for iri in about if iri in self.own] or about

    def _concerns(self, row: Mapping[str, str], homes: Mapping[str, str]) -> bool:
        if self.programme:
            return homes.get(row["focus"], row["home"]) == self.programme
        about = {row["focus"], *self.concerned.get(row["finding"], ())}
        return bool(about & {self.subject.iri, *self.own})


def _code(rule: str) -> str:
    return iris.local_name(rule)


def _placed(quote: Quote | None) -> tuple[str, str]:
    """A quote shortened at a word, and its place: edition and first code point."""
    if quote is None:
        return "", ""
    words = re.sub(r"\s+", " ", quote.words).strip()
    shown = words if len(words) <= LONGEST_QUOTE else words[:LONGEST_QUOTE].rsplit(" ", 1)[0] + " …"
    return shown, f"{iris.edition_key(quote.edition)}, {quote.start}"
