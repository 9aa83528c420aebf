"""What an audit report knows of its programme or body: measures, deadlines, names, and the findings that concern it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from rdflib import Literal

from kzedu_graph.chains.graph import Chains
from kzedu_graph.chains.rows import ENDED, Thing
from kzedu_graph.chains.wording import marked
from kzedu_graph.reports.words import word
from kzedu_graph.vocabulary import iris
from kzedu_graph.vocabulary.queries import Select, load_query


class ReportFacts:
    """Everything is read once."""

    def __init__(self, select: Select, version: str, subject: Thing, lang: str) -> None:
        self.select, self.version, self.subject, self.lang = select, version, subject, lang
        self.chains = Chains.read(select)
        self.programme = subject.iri if subject.kind == "programme" else None
        named = {start.iri for link, start in self.chains.up(subject.iri) if link.kind == "carried-out-by"}
        self.measures = [m for m in self.chains.measures(self.programme) if self.programme or m.iri in named]
        self.in_force = [measure for measure in self.measures if measure.status not in ENDED]
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
        self.kinds = {row["code"]: row["name"] for row in self.told("finding-kinds", "name")}
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
        """A thing by its name, what is no body of the registry with what it is."""
        thing = self.chains.things.get(iri)
        return marked(thing.name(self.lang), thing.kind, self.lang) if thing else iris.local(iri)

    def number(self, measure: Thing) -> str:
        """The printed number; in the report of a body with the programme, for it acts in several."""
        return (measure.number or "") if self.programme else iris.parse(measure.iri).key

    def short(self, iri: str) -> str:
        """The abbreviation by which plans call a body, else its name."""
        return self.shorts.get(iri) or self.name(iri)

    def full(self, iri: str) -> str:
        """A body's name with its abbreviation."""
        return f"{self.name(iri)} ({self.shorts[iri]})" if iri in self.shorts else self.name(iri)

    # ---- findings

    def rule_name(self, code: str) -> str:
        """What the findings of a rule, or of reading, are called."""
        return self.rules[code][0] if code in self.rules else self.kinds.get(code, code)

    def _findings(self) -> list[dict[str, str]]:
        """The findings in the report's language, each with its first quote and its edition's document."""
        first: dict[str, dict[str, str]] = {}
        for row in self.told("findings", "message"):
            first.setdefault(row["finding"], {**row, "home": str(iris.document(iris.work_of(row["edition"])))})
        return list(first.values())

    def asked_about(self, row: Mapping[str, str]) -> list[str]:
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
