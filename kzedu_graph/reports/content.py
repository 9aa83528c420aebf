"""`kzedu report`: what an auditor takes along about a programme or a body, as titled tables of facts and quotes."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from rdflib import Literal
from rdflib.term import Node

from kzedu_graph import terms
from kzedu_graph.chain_rows import Quote, Thing
from kzedu_graph.chains import Chains
from kzedu_graph.reports.words import counting, word

Select = Callable[[str], Iterable[Mapping[str, Node]]]
Cells = tuple[str, ...]

LONGEST_QUOTE = 300
"""Signs of a quote in a cell."""

_PREFIXES = """
PREFIX dcterms: <http://purl.org/dc/terms/>
PREFIX eli: <http://data.europa.eu/eli/ontology#>
PREFIX kzedu: <https://w3id.org/kzedu/ontology#>
PREFIX oa: <http://www.w3.org/ns/oa#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX sh: <http://www.w3.org/ns/shacl#>
"""
_DEADLINES = """
SELECT ?node ?words ?due WHERE {
  { ?node a kzedu:Measure } UNION { ?node a kzedu:Provision }
  ?node kzedu:part?/kzedu:deadline ?deadline . ?deadline kzedu:asWritten ?words .
  OPTIONAL { ?deadline kzedu:dueBy ?due }
}
"""
_FORMS = """
SELECT ?node ?words WHERE {
  ?node a kzedu:Measure ; kzedu:deliverable ?form . ?form rdfs:label ?words ; kzedu:position ?position
} ORDER BY ?node ?position
"""
_PROVISIONS = """
SELECT ?node ?bearer ?programme ?action ?edition ?start ?words WHERE {
  GRAPH ?edition {
    ?node kzedu:bearer ?bearer ; kzedu:action ?action ; kzedu:evidence ?quote .
    ?quote oa:hasSelector ?place, ?text . ?place oa:start ?start . ?text oa:exact ?words .
    ?edition eli:realizes ?programme .
  }
} ORDER BY ?edition ?start
"""
_FINDINGS = """
SELECT ?finding ?code ?severity ?focus ?message ?edition ?start ?words WHERE {
  ?finding a kzedu:Finding ; kzedu:code ?code ; sh:resultSeverity ?severity ; sh:focusNode ?focus ;
    sh:resultMessage ?message ; kzedu:edition ?edition ; kzedu:evidence ?quote .
  ?quote oa:hasSelector ?place, ?text . ?place oa:start ?start . ?text oa:exact ?words .
} ORDER BY ?code ?focus ?finding ?start
"""
_RULES = """
SELECT ?rule ?name ?advice WHERE { ?rule sh:name ?name ; sh:description ?advice FILTER(LANG(?name) = LANG(?advice)) }
"""
_CHECKS = """
SELECT ?code ?programme ?fine WHERE {
  ?check a kzedu:Check ; kzedu:code ?code ; kzedu:programme ?programme ; kzedu:count ?fine
}
"""
_ABOUT = """
SELECT ?programme ?period ?ended ?edition ?source WHERE {
  ?programme a kzedu:Programme ; kzedu:period ?period .
  OPTIONAL { ?programme eli:date_no_longer_in_force ?ended }
  OPTIONAL { GRAPH ?edition { ?edition kzedu:programme ?programme ; dcterms:identifier ?source } }
} ORDER BY ?edition
"""
_OF_FOCUS = """
SELECT ?node ?programme WHERE { { ?node kzedu:programme ?programme } UNION { ?node kzedu:allocatedTo ?programme } }
"""


@dataclass(frozen=True, slots=True)
class Section:
    """A titled table; `quoted` names the columns that hold words of a text."""

    key: str
    title: str
    columns: Cells
    rows: tuple[Cells, ...]
    quoted: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Report:
    """An audit report in one language."""

    lang: str
    title: str
    about: str
    note: str
    sections: tuple[Section, ...]


def make_report(select: Select, version: str, subject: Thing, lang: str, figures: Iterable[Cells] = ()) -> Report:
    """The report of a programme or a body; `figures` are rows of measured accuracy, document first.

    Raises LookupError where the subject is neither.
    """
    if subject.kind not in ("programme", "body"):
        raise LookupError(
            f"a report is about a programme or a body, and {terms.local(subject.iri)} is a {subject.kind}"
        )
    return _Writer(select, version, subject, lang).report(figures)


def read_figures(page: Path) -> list[Cells]:
    """The rows of the table of accuracy in a Markdown page (document, table, field, precision, recall, F1, right)."""
    lines = page.read_text("utf-8").splitlines() if page.is_file() else []
    rows = [
        tuple(cell.strip() for cell in line.strip().strip("|").split("|")) for line in lines if line.startswith("|")
    ]
    return [row for row in rows if len(row) == 7 and re.match(r"\d", row[0])]


class _Writer:
    """Puts the sections together; everything is read once."""

    def __init__(self, select: Select, version: str, subject: Thing, lang: str) -> None:
        self.select, self.version, self.subject, self.lang = select, version, subject, lang
        self.chains = Chains.read(select)
        self.programme = subject.iri if subject.kind == "programme" else None
        named = {start.iri for link, start in self.chains.up(subject.iri) if link.kind == "carried-out-by"}
        self.measures = [m for m in self.chains.measures(self.programme) if self.programme or m.iri in named]
        self.deadlines: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
        for row in self.rows(_DEADLINES):
            self.deadlines[row["node"]][row["words"]].update(filter(None, [row.get("due")]))
        self.forms: dict[str, list[str]] = defaultdict(list)
        for row in self.rows(_FORMS):
            self.forms[row["node"]].append(row["words"])
        self.about = [row for row in self.rows(_ABOUT) if row["programme"] in self.programmes()]
        homes = {row["node"]: row["programme"] for row in self.rows(_OF_FOCUS)}
        self.every_finding = self._findings()
        concerned = (row for row in self.every_finding if self._concerns(row, homes))
        self.findings = sorted(concerned, key=lambda row: (not row["severity"].endswith("Warning"), row["code"]))

    def rows(self, query: str) -> Iterator[dict[str, str]]:
        """The rows as text."""
        for row in self.select(_PREFIXES + query):
            yield {name: str(node) for name, node in row.items() if node is not None}

    def told(self, query: str, name: str) -> Iterator[dict[str, str]]:
        """The rows whose variable of that name is in the report's language."""
        for row in self.select(_PREFIXES + query):
            said = row[name]
            if isinstance(said, Literal) and said.language == self.lang:
                yield {each: str(node) for each, node in row.items() if node is not None}

    def programmes(self) -> set[str]:
        return {self.programme} if self.programme else {m.programme for m in self.measures if m.programme}

    def word(self, key: str) -> str:
        return word(key, self.lang)

    def name(self, iri: str) -> str:
        return self.chains.things[iri].name(self.lang) if iri in self.chains.things else terms.local(iri)

    def number(self, measure: Thing) -> str:
        """The printed number; in the report of a body with the programme, for it acts in several."""
        return (measure.number or "") if self.programme else terms.local(measure.iri).removeprefix("measure/")

    def section(self, key: str, columns: Iterable[str], rows: Iterable[Cells], quoted: Iterable[int] = ()) -> Section:
        return Section(key, self.word(key), tuple(map(self.word, columns)), tuple(rows), frozenset(quoted))

    def report(self, figures: Iterable[Cells]) -> Report:
        sections = [self.overview(), self.duties(), self.dates()]
        if self.subject.kind == "body":
            sections.append(self.provisions())
        sections += [self.load(), self.chain_facts(), self.checks(), self.findings_table()]
        rules = self.section("counting", ("rule",), [(each,) for each in counting(self.lang)])
        sections += [rules, self.accuracy(figures)]
        about = f"{self.subject.name(self.lang)} ({terms.local(self.subject.iri)})"
        return Report(self.lang, self.word("title"), about, self.word("note"), tuple(sections))

    # ---- the sections

    def overview(self) -> Section:
        rows = [(self.word("build"), self.version), (self.word("measures"), str(len(self.measures)))]
        for iri in sorted(self.programmes()):
            about = [row for row in self.about if row["programme"] == iri]
            rows.append((self.word("programme"), f"{self.name(iri)} ({terms.local(iri)})"))
            for key, field in (("period", "period"), ("repealed", "ended"), ("edition", "edition")):
                found = sorted({row[field] for row in about if field in row})
                rows += [(self.word(key), ", ".join(each.removeprefix(terms.BASE) for each in found))] if found else []
            rows += [(self.word("controller"), self.name(body)) for body in sorted(self._controllers(iri))]
        rows.append((self.word("findings"), str(len(self.findings))))
        return self.section("overview", ("what", "value"), rows)

    def _controllers(self, programme: str) -> set[str]:
        some = self.chains.measures(programme)[:1]
        return {end.iri for m in some for link, end in self.chains.down(m.iri) if link.kind == "controlled-by"}

    def duties(self) -> Section:
        rows = []
        for measure in self.measures:
            parts = [(self.name(body), link) for body, link in self.chains.parts(measure.iri)]
            bodies = "; ".join(f"{n} ({self.word(link.role)})" if link.role else n for n, link in parts)
            rows.append(
                (
                    self.number(measure),
                    measure.name(self.lang),
                    bodies,
                    "; ".join(self.deadlines[measure.iri]),
                    "; ".join(dict.fromkeys(self.forms[measure.iri])),
                    *_placed(measure.quote),
                )
            )
        return self.section(
            "duties", ("number", "measure", "bodies", "deadline", "proof", "quote", "place"), rows, (3, 4, 5)
        )

    def dates(self) -> Section:
        rows = [
            (due, self.number(measure), measure.name(self.lang), self.name(lead) if lead else self.word("none"))
            for measure in self.measures
            for lead in [self.chains.lead(measure.iri)]
            for due in {due for found in self.deadlines[measure.iri].values() for due in found}
        ]
        return self.section("dates", ("due", "number", "measure", "LeadExecutor"), sorted(rows))

    def provisions(self) -> Section:
        rows = [
            (row["action"], *_placed(Quote(row["edition"], int(row["start"]), row["words"])))
            for row in self.rows(_PROVISIONS)
            if row["bearer"] == self.subject.iri
        ]
        return self.section("provisions", ("duties", "quote", "place"), rows, (0, 1))

    def load(self) -> Section:
        rows = []
        for programme in sorted(self.programmes()):
            for load in self.chains.load(programme):
                if self.programme or load.body == self.subject.iri:
                    counts = (load.named, load.bound, load.led, load.alone)
                    rows.append((self.name(programme), self.name(load.body), *map(str, counts)))
        return self.section("load", ("programme", "body", "named", "bound", "led", "alone"), rows)

    def chain_facts(self) -> Section:
        rows: list[Cells] = []
        mine = {measure.iri for measure in self.measures}
        for programme in sorted(self.programmes()):
            if self.programme:
                rows.append((self.word("concentration"), f"{self.chains.concentration(programme):.2f}"))
                together = self.chains.always_together(programme)
                rows += [(self.word("together"), f"{', '.join(map(self.name, g))} ({n})") for g, n in together]
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
                rows.append((self.word(key), f"{len(numbers)}: {', '.join(numbers)}" if numbers else self.word("none")))
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
        names = {_code(row["rule"]): row["name"] for row in self.told(_RULES, "name")}
        rows = []
        for row in sorted(self.rows(_CHECKS), key=lambda row: (row["programme"], names.get(row["code"], ""))):
            if row["programme"] in self.programmes():
                same = (f for f in self.every_finding if f["code"] == row["code"] and f["home"] == row["programme"])
                wrong = {f["focus"] for f in same}
                looked = int(row["fine"]) + len(wrong)
                rows.append(
                    (terms.local(row["programme"]), names[row["code"]], str(looked), row["fine"], str(len(wrong)))
                )
        return self.section("checks", ("programme", "rule", "looked-at", "fine", "questioned"), rows)

    def findings_table(self) -> Section:
        said = {_code(row["rule"]): (row["name"], row["advice"]) for row in self.told(_RULES, "name")}
        rows = [
            (
                said[row["code"]][0],
                self.word("warning" if row["severity"].endswith("Warning") else "info"),
                row["message"],
                *_placed(Quote(row["edition"], int(row["start"]), row["words"])),
                said[row["code"]][1],
            )
            for row in self.findings
            if row["code"] in said
        ]
        return self.section("findings", ("rule", "severity", "message", "quote", "place", "advice"), rows, (3,))

    def accuracy(self, figures: Iterable[Cells]) -> Section:
        sources = {row["source"] for row in self.about if "source" in row}
        rows = [row for row in figures if any(source.startswith(row[0]) for source in sources)]
        columns = ("document", "table", "field", "precision", "recall", "right")
        if not rows:
            return self.section("accuracy", ("what",), [(self.word("not-measured"),)])
        return self.section("accuracy", columns, [(*row[:5], row[6]) for row in rows])

    # ---- findings

    def _findings(self) -> list[dict[str, str]]:
        """The findings in the report's language, each with its first quote and its edition's document."""
        first: dict[str, dict[str, str]] = {}
        for row in self.told(_FINDINGS, "message"):
            first.setdefault(row["finding"], {**row, "home": row["edition"].rsplit("/", 2)[0]})
        return list(first.values())

    def _concerns(self, row: Mapping[str, str], homes: Mapping[str, str]) -> bool:
        if self.programme:
            return homes.get(row["focus"], row["home"]) == self.programme
        return row["focus"] == self.subject.iri or row["focus"] in {measure.iri for measure in self.measures}


def _code(rule: str) -> str:
    return rule.rsplit("/", 1)[-1]


def _placed(quote: Quote | None) -> tuple[str, str]:
    """A quote shortened at a word, and its place: edition and first code point."""
    if quote is None:
        return "", ""
    words = re.sub(r"\s+", " ", quote.words).strip()
    shown = words if len(words) <= LONGEST_QUOTE else words[:LONGEST_QUOTE].rsplit(" ", 1)[0] + " …"
    return shown, f"{terms.local(quote.edition).removeprefix('document/')}, {quote.start}"
