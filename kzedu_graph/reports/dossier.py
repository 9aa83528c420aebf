"""The dossier of a body, a programme or an indicator: each duty of chosen years with what an auditor hands on.

A duty is quoted by the words of its own row, from the text of the reader's language where there is one that no later
edition touched, else from the current text. What is no longer in force is left out unless it is asked for. Quotes stand
as the text has them; the words that it tears stand whole beside them.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace

from kzedu_graph.chains.graph import Chains
from kzedu_graph.chains.rows import Thing
from kzedu_graph.exports.labels import label_title
from kzedu_graph.language.mending import mend
from kzedu_graph.model.errors import UnknownNameError
from kzedu_graph.reports.abbreviations import find_abbreviations
from kzedu_graph.reports.dossier_rows import ENDED, Choice, DossierRows, Found, folded, number_key, printed
from kzedu_graph.reports.ranges import with_periods
from kzedu_graph.reports.sections import Cells, Report, Section
from kzedu_graph.reports.words import counting, method
from kzedu_graph.vocabulary import iris
from kzedu_graph.vocabulary.about.notices import INVENTED
from kzedu_graph.vocabulary.queries import Select

SUBJECTS = ("programme", "body", "indicator")
"""What a dossier may be about."""


def make_dossier(
    select: Select,
    version: str,
    day: str,
    subject: Thing,
    lang: str,
    choice: Choice,
    *,
    chains: Chains | None = None,
    invented: bool = False,
) -> Report:
    """The dossier in a language, with chains of the same build where they were read already, for reading is dear.

    Raises UnknownNameError where the subject is neither a programme, a body nor an indicator.
    """
    if subject.kind not in SUBJECTS:
        raise UnknownNameError(
            f"a dossier is about a programme, a body or an indicator, and {iris.local(subject.iri)} is a {subject.kind}"
        )
    made = _Dossier(select, version, day, subject, lang, choice, chains or Chains.read(select)).report()
    if not invented:
        return made
    return replace(made, title=label_title(made.title, lang, True), note=f"{INVENTED[lang]} {made.note}")


class _Dossier(DossierRows):
    """Puts the sections together."""

    def report(self) -> Report:
        about = f"{self.subject.name(self.lang)} ({iris.local(self.subject.iri)})"
        sections = [self.overview(), self.duty_table(), self.prose(), self.indicators(), self.changed()]
        sections += [self.findings(), self.key()]
        sections += [
            self.section(key, ("rule",), [(each,) for each in told(self.lang)])
            for key, told in (("method", method), ("counting", counting))
        ]
        return Report(self.lang, self.word("dossier"), about, self.word("note"), tuple(sections))

    def section(
        self, key: str, columns: tuple[str, ...], rows: list[Cells], quoted: frozenset[int] = frozenset()
    ) -> Section:
        return Section(key, self.word(key), tuple(map(self.word, columns)), tuple(rows), quoted)

    def overview(self) -> Section:
        years = ", ".join(map(str, sorted(self.choice.years))) or self.word("all")
        role = self.word(self.choice.role) if self.choice.role else self.word("all")
        rows: list[Cells] = [
            (self.word("day"), self.day),
            (self.word("build"), self.version),
            (self.word("years"), years),
            (self.word("role"), role),
            (self.word("ended-too"), self.word("yes" if self.choice.ended else "no")),
            (self.word("duties"), str(len({(row["measure"], row["part"]) for row in self.duties}))),
            (self.word("measures"), str(len({row["measure"] for row in self.duties}))),
        ]
        if self.left_out:
            rows.append((self.word("left-out"), str(len(self.left_out))))
        for programme in sorted(self.programmes()):
            since = next(
                (self.word("since").format(row["since"]) for row in self.acts[programme] if "since" in row), ""
            )
            status = self.word(next((row["status"] for row in self.acts[programme]), "unknown"))
            told = f"{self.name(programme)} ({iris.local(programme)}): {status} {since}".strip()
            rows.append((self.word("programme"), told))
        return self.section("overview", ("what", "value"), rows)

    def programmes(self) -> set[str]:
        """Those of the duties shown; of a programme itself and of an indicator, though nothing of them is in force."""
        found = {self.programme_of(row["measure"]) for row in self.duties}
        if self.subject.kind == "programme":
            return {self.subject.iri}
        if self.subject.kind == "indicator":
            found |= {self.programme_of(measure) for measure, _ in self.left_out}
        return found

    def duty_table(self) -> Section:
        several = len({self.programme_of(row["measure"]) for row in self.duties}) > 1
        ended = ("status",) if self.choice.ended else ()
        body = () if self.subject.kind == "body" else ("party",)
        torn = ("mended",) if any(self.said(row)[1] for row in self.duties) else ()
        rows: list[Cells] = [
            (
                row["days"],
                iris.parse(row["measure"]).key if several else row["number"],
                mend(row["name"]),
                *((row["party"],) if body else ()),
                self.word("agreed" if row["agreed"] == "true" else iris.local_name(row["role"]))
                if "role" in row
                else "",
                row.get("deadline", ""),
                row["proofs"],
                self.name(row["recipient"]) if "recipient" in row else "",
                *((self.word(row["status"]),) if ended else ()),
                folded(row.get("words", "")),
                *(each for number, each in enumerate(self.said(row)) if torn or number != 1),
                self.official(row["edition"]),
            )
            for row in self.duties
        ]
        columns = ("due", "number", "measure", *body, "role", "deadline", "proof", "recipient", *ended)
        quoted = frozenset({len(columns), len(columns) + 1})
        return self.section("duties", (*columns, "named-as", "quote", *torn, "place", "official"), rows, quoted)

    def indicators(self) -> Section:
        """What the duties' measures serve, or the indicator itself, with the values of the chosen years."""
        mine = {row["measure"] for row in self.duties}
        serving: dict[str, set[str]] = defaultdict(set)
        values: dict[tuple[str, ...], Found] = {}
        for row in self.named("dossier-indicators", "name", "indicator"):
            year = row.get("year", "")[:4]
            wanted = row["indicator"] == self.subject.iri or row.get("measure") in mine
            if self.subject.kind == "indicator":
                wanted = row["indicator"] == self.subject.iri
            if wanted and not (self.choice.years and year and int(year) not in self.choice.years):
                serving[row["indicator"]] |= {row["measure"]} & mine if "measure" in row else set()
                values.setdefault((row["indicator"], year, row.get("series", "")), row)
        rows: list[Cells] = [
            (
                row["number"],
                mend(row["name"]),
                row.get("unit", ""),
                year,
                "" if series == "total" else series,
                row.get("value", ""),
                ", ".join(sorted((printed(each) for each in serving[indicator]), key=number_key)),
                folded(row.get("words", "")),
                f"{iris.edition_key(row['edition'])}, {row['start']}" if "edition" in row else "",
            )
            for (indicator, year, series), row in values.items()
        ]
        rows.sort(key=lambda row: (number_key(row[0]), row[3], row[4]))
        columns = ("number", "indicator", "unit", "year", "series", "value", "measures", "quote", "place")
        return self.section("indicators", columns, rows, frozenset({7}))

    def prose(self) -> Section:
        rows: list[Cells] = []
        for link, thing in self.chains.up(self.subject.iri):
            if link.kind == "laid-on" and (self.choice.ended or thing.status not in ENDED):
                quote = link.quote or thing.quote
                place = f"{iris.edition_key(quote.edition)}, {quote.start}" if quote else ""
                rows.append((thing.name(self.lang), folded(quote.words) if quote else "", place))
        return self.section("provisions", ("duties", "quote", "place"), rows, frozenset({1}))

    def changed(self) -> Section:
        mine = {self.subject.iri, *(row["measure"] for row in self.duties)}
        rows: list[Cells] = [
            (
                printed(row["measure"]),
                f"{row['kind']} ({row['year'][:4]})" if "year" in row else row["kind"],
                row.get("was", ""),
                row.get("now", ""),
                row["cause"],
                f"{iris.parse(row['act']).key}, {row.get('day', '')}" if "act" in row else "",
            )
            for row in self.changes
            if row["measure"] in mine
        ]
        rows.sort(key=lambda row: number_key(row[0]))
        return self.section("changed", ("number", "what", "was", "now", "cause", "act"), rows)

    def findings(self) -> Section:
        mine = {self.subject.iri, *(row["measure"] for row in self.duties)}
        own = {
            (edition, row["start"])
            for (edition, measure), found in self.quotes.items()
            if measure in mine
            for row in found
        }
        first: dict[str, Found] = {}
        for row in self.rows("findings", "message"):
            if row["focus"] in mine:
                first.setdefault(row["finding"], row)
            elif mine & self.concerned.get(row["finding"], set()):  # a fact about the programme: by a row of its own
                held = first.setdefault(row["finding"], row)
                if (row["edition"], row["start"]) in own and (held["edition"], held["start"]) not in own:
                    first[row["finding"]] = row
        rows: list[Cells] = [
            (
                with_periods(row["message"], self.lang),
                folded(row["words"]),
                f"{iris.edition_key(row['edition'])}, {row['start']}",
            )
            for row in sorted(
                first.values(), key=lambda row: (not row["severity"].endswith("Warning"), row["code"], row["message"])
            )
        ]
        return self.section("findings", ("message", "quote", "place"), rows, frozenset({1}))

    def key(self) -> Section:
        """The abbreviations of bodies that stand in the quotes, and those of the duties' own bodies."""
        bodies = {row[name] for row in self.duties for name in ("body", "recipient") if name in row}
        quoted = " ".join(self.said(row)[0] for row in self.duties)
        names: dict[str, str] = {self.shorts[each]: self.name(each) for each in bodies if each in self.shorts}
        spoken = {row["edition"].rpartition("/")[2] for row in self.duties}
        names = find_abbreviations(self.select, quoted, spoken, self.known_name, self.lang) | names
        return self.section("key", ("abbreviation", "stands-for"), sorted(names.items()))
