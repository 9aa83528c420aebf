"""The dossier of a body, a programme or an indicator: each duty of chosen years with what an auditor hands on.

A duty is quoted by the words of its own row, from the text of the reader's language where there is one that no later
edition touched, else from the current text. What is no longer in force is left out unless it is asked for. Quotes stand
as the text has them; the words that it tears stand whole beside them.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from rdflib import Literal

from kzedu_graph.chains.graph import Chains
from kzedu_graph.chains.rows import Thing
from kzedu_graph.corpus.addresses import LANGUAGES, register_addresses
from kzedu_graph.corpus.official import official_acts
from kzedu_graph.exports.labels import label_title
from kzedu_graph.language.mending import mend, words_mended, words_of
from kzedu_graph.model.errors import UnknownNameError
from kzedu_graph.reports.abbreviations import find_abbreviations
from kzedu_graph.reports.sections import Cells, Report, Section
from kzedu_graph.reports.words import counting, method, word
from kzedu_graph.vocabulary import iris
from kzedu_graph.vocabulary.notices import INVENTED
from kzedu_graph.vocabulary.queries import Select, load_query

_ENDED = ("repealed", "lapsed")
SUBJECTS = ("programme", "body", "indicator")
"""What a dossier may be about."""
Found = dict[str, str]


@dataclass(frozen=True, slots=True)
class Choice:
    """What a dossier holds: `years` (none: all), `role` (`bound`, `agreed`, none: both), what has ended or not."""

    years: frozenset[int] = frozenset()
    role: str | None = None
    ended: bool = False


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


class _Dossier:
    """Reads what there is once, and puts the sections together."""

    def __init__(
        self, select: Select, version: str, day: str, subject: Thing, lang: str, choice: Choice, chains: Chains
    ) -> None:
        self.select, self.version, self.day = select, version, day
        self.subject, self.lang, self.choice = subject, lang, choice
        self.chains = chains
        self.acts: dict[str, list[Found]] = defaultdict(list)
        for row in self.rows("dossier-acts"):
            self.acts[row["programme"]].append(row)
        self.changes = list(self.rows("dossier-changes", "kind"))
        touched = {row["measure"] for row in self.changes if row.get("act")}
        self.quotes: dict[tuple[str, str], list[Found]] = defaultdict(list)
        whole: dict[str, list[str]] = defaultdict(list)
        for row in self.rows("dossier-quotes"):
            self.quotes[row["edition"], row["measure"]].append(row)
            whole[row["edition"]].append(row["words"])
        self.known = {edition: words_of("\n\n".join(words)) for edition, words in whole.items()}
        self.serving = {thing.iri for link, thing in self.chains.down(subject.iri) if link.kind == "served-by"}
        self.concerned: dict[str, set[str]] = defaultdict(set)
        for row in self.rows("concerned"):
            self.concerned[row["finding"]].add(row["concerned"])
        self.duties = self._chosen(touched)
        self.shorts: dict[str, str] = {}
        for row in sorted(self.rows("short-names", "short"), key=lambda row: (len(row["short"]), row["short"])):
            self.shorts.setdefault(row["body"], row["short"])

    def rows(self, query: str, told: str = "") -> Iterator[Found]:
        """The rows as text; those whose variable `told` is in another language are left out."""
        for row in self.select(load_query(__file__, query)):
            said = row.get(told) if told else None
            if isinstance(said, Literal) and said.language and said.language != self.lang:
                continue
            yield {name: str(node) for name, node in row.items() if node is not None}

    def named(self, query: str, name: str, thing: str) -> Iterator[Found]:
        """The rows as text, each thing by its name in the reader's language, else by one that it has."""
        found: dict[str, dict[str, list[Found]]] = defaultdict(lambda: defaultdict(list))
        for row in self.select(load_query(__file__, query)):
            said = row.get(name)
            lang = said.language or "" if isinstance(said, Literal) else ""
            text = {key: str(node) for key, node in row.items() if node is not None}
            found[text[thing]][lang].append(text)
        for by_language in found.values():
            yield from next(by_language[lang] for lang in (self.lang, *iris.LANGUAGES, "") if lang in by_language)

    def word(self, key: str) -> str:
        return word(key, self.lang)

    def name(self, iri: str) -> str:
        return self.chains.things[iri].name(self.lang) if iri in self.chains.things else iris.local(iri)

    def _known_name(self, iri: str) -> str | None:
        return self.name(iri) if iri in self.chains.things else None

    # ---- which duties, and from which text

    def _chosen(self, touched: set[str]) -> list[Found]:
        """A row for each part that the subject has in a measure, with all its days."""
        every: dict[tuple[str, str, str], list[Found]] = defaultdict(list)
        for row in self.rows("dossier-rows"):
            measure = row["measure"]
            mine = self.subject.iri in (row["body"], self._programme(measure)) or measure in self.serving
            if mine and row["measure"] in self.chains.things:
                every[row["measure"], row["part"], row["body"]].append(row)
        chosen = []
        for (measure, _, _), rows in every.items():
            row = self._best(rows, measure in touched)
            days = sorted({each["due"] for each in rows if each["edition"] == row["edition"] and "due" in each})
            kept = [day for day in days if not self.choice.years or int(day[:4]) in self.choice.years]
            row["days"] = ", ".join(kept)
            proofs = dict.fromkeys(
                each["proof"] for each in rows if each["edition"] == row["edition"] and "proof" in each
            )
            row["proofs"] = "; ".join(proofs)
            row["status"] = self._status(measure)
            if self._wanted(row, days, kept):
                chosen.append(row)
        return sorted(chosen, key=lambda row: (row["days"] or "9", _number(row["number"]), row["part"], row["body"]))

    def _best(self, rows: list[Found], touched: bool) -> Found:
        """Of the texts that have the row, that of the reader's language unless a later edition touched it."""
        newest = max(rows, key=lambda row: row["edition"].rsplit("/", 2)[-2])
        own = [row for row in rows if row["edition"].endswith(f"/{self.lang}")]
        return dict(own[0] if own and not touched else newest)

    def _wanted(self, row: Found, days: list[str], kept: list[str]) -> bool:
        if not self.choice.ended and row["status"] in _ENDED:
            return False
        if self.choice.role and (row["agreed"] == "true") != (self.choice.role == "agreed"):
            return False
        return not (self.choice.years and days and not kept)

    def _programme(self, measure: str) -> str:
        return self.chains.things[measure].programme or "" if measure in self.chains.things else ""

    def _status(self, measure: str) -> str:
        return next((row["status"] for row in self.acts[self._programme(measure)]), "unknown")

    def _official(self, edition: str) -> str:
        """The official page of an edition: as the text was on its day, where the register has a later one."""
        every = (row for rows in self.acts.values() for row in rows)
        found = next((row["official"] for row in every if row.get("edition") == edition and "official" in row), "")
        work, day, lang = iris.edition_key(edition).split("/")
        act = next((each for each in official_acts() if each.number == work), None)
        if act and date.fromisoformat(day) in act.editions[:-1]:
            places = register_addresses(work, date.fromisoformat(day))
            return next((place for place in places if f"/{LANGUAGES.get(lang)}/" in place), found)
        return found

    def _said(self, row: Found) -> tuple[str, str, str]:
        """The row's own words in the text, those that it tears, and their place; of a row that was not quoted, its
        cell of bodies.
        """
        quotes = self.quotes[row["edition"], row["measure"]]
        raw = [each["words"] for each in quotes] or [row.get("words", "")]
        known = self.known.get(row["edition"], frozenset())
        torn = dict.fromkeys(word for each in raw for word in words_mended(each, mend(each, known)))
        start = quotes[0]["start"] if quotes else row.get("start", "")
        return " … ".join(map(_folded, raw)), ", ".join(torn), f"{iris.edition_key(row['edition'])}, {start}"

    # ---- the sections

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
        for programme in sorted({self._programme(row["measure"]) for row in self.duties}):
            since = next(
                (self.word("since").format(row["since"]) for row in self.acts[programme] if "since" in row), ""
            )
            status = self.word(next((row["status"] for row in self.acts[programme]), "unknown"))
            told = f"{self.name(programme)} ({iris.local(programme)}): {status} {since}".strip()
            rows.append((self.word("programme"), told))
        return self.section("overview", ("what", "value"), rows)

    def duty_table(self) -> Section:
        several = len({self._programme(row["measure"]) for row in self.duties}) > 1
        ended = ("status",) if self.choice.ended else ()
        body = () if self.subject.kind == "body" else ("body",)
        torn = ("mended",) if any(self._said(row)[1] for row in self.duties) else ()
        rows: list[Cells] = [
            (
                row["days"],
                iris.parse(row["measure"]).key if several else row["number"],
                mend(row["name"]),
                *((self.name(row["body"]),) if body else ()),
                self.word("agreed" if row["agreed"] == "true" else iris.local_name(row["role"])),
                row.get("deadline", ""),
                row["proofs"],
                self.name(row["recipient"]) if "recipient" in row else "",
                *((self.word(row["status"]),) if ended else ()),
                _folded(row.get("words", "")),
                *(each for number, each in enumerate(self._said(row)) if torn or number != 1),
                self._official(row["edition"]),
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
                ", ".join(sorted((_printed(each) for each in serving[indicator]), key=_number)),
                _folded(row.get("words", "")),
                f"{iris.edition_key(row['edition'])}, {row['start']}" if "edition" in row else "",
            )
            for (indicator, year, series), row in values.items()
        ]
        rows.sort(key=lambda row: (_number(row[0]), row[3], row[4]))
        columns = ("number", "indicator", "unit", "year", "series", "value", "measures", "quote", "place")
        return self.section("indicators", columns, rows, frozenset({7}))

    def prose(self) -> Section:
        rows: list[Cells] = []
        for link, thing in self.chains.up(self.subject.iri):
            if link.kind == "laid-on" and (self.choice.ended or thing.status not in _ENDED):
                quote = link.quote or thing.quote
                place = f"{iris.edition_key(quote.edition)}, {quote.start}" if quote else ""
                rows.append((thing.name(self.lang), _folded(quote.words) if quote else "", place))
        return self.section("provisions", ("duties", "quote", "place"), rows, frozenset({1}))

    def changed(self) -> Section:
        mine = {self.subject.iri, *(row["measure"] for row in self.duties)}
        rows: list[Cells] = [
            (
                _printed(row["measure"]),
                f"{row['kind']} ({row['year'][:4]})" if "year" in row else row["kind"],
                row.get("was", ""),
                row.get("now", ""),
                row["cause"],
                f"{iris.parse(row['act']).key}, {row.get('day', '')}" if "act" in row else "",
            )
            for row in self.changes
            if row["measure"] in mine
        ]
        rows.sort(key=lambda row: _number(row[0]))
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
            (row["message"], _folded(row["words"]), f"{iris.edition_key(row['edition'])}, {row['start']}")
            for row in sorted(
                first.values(), key=lambda row: (not row["severity"].endswith("Warning"), row["code"], row["message"])
            )
        ]
        return self.section("findings", ("message", "quote", "place"), rows, frozenset({1}))

    def key(self) -> Section:
        """The abbreviations of bodies that stand in the quotes, and those of the duties' own bodies."""
        bodies = {row[name] for row in self.duties for name in ("body", "recipient") if name in row}
        quoted = " ".join(self._said(row)[0] for row in self.duties)
        names: dict[str, str] = {self.shorts[each]: self.name(each) for each in bodies if each in self.shorts}
        spoken = {row["edition"].rpartition("/")[2] for row in self.duties}
        names = find_abbreviations(self.select, quoted, spoken, self._known_name, self.lang) | names
        return self.section("key", ("abbreviation", "stands-for"), sorted(names.items()))


def _folded(words: str) -> str:
    return re.sub(r"\s+", " ", words).strip()


def _printed(measure: str) -> str:
    """The number of a measure as its plan prints it."""
    return iris.parse(measure).key.rpartition("/")[2]


def _number(number: str) -> tuple[int, ...]:
    return tuple(map(int, re.findall(r"\d+", number)))
