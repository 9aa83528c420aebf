"""What a dossier is made of, read once: the duties of a subject, each from the text that tells it best."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from rdflib import Literal

from kzedu_graph.chains.graph import Chains
from kzedu_graph.chains.parties import STAFF, UNKNOWN
from kzedu_graph.chains.rows import Thing
from kzedu_graph.chains.wording import marked
from kzedu_graph.corpus.addresses import register_addresses
from kzedu_graph.corpus.official import official_acts
from kzedu_graph.language.mending import mend, words_mended, words_of
from kzedu_graph.model.periods import begins_on, is_interval, last_day
from kzedu_graph.model.register import LANGUAGES
from kzedu_graph.reports.words import word
from kzedu_graph.vocabulary import iris
from kzedu_graph.vocabulary.queries import Select, load_query

ENDED = ("repealed", "lapsed")
"""What is no longer in force."""
Found = dict[str, str]


@dataclass(frozen=True, slots=True)
class Choice:
    """What a dossier holds: `years` (none: all), `role` (`bound`, `agreed`, none: both), what has ended or not."""

    years: frozenset[int] = frozenset()
    role: str | None = None
    ended: bool = False


class DossierRows:
    """What there is about a subject: its duties, their quotes, what changed, names and what is concerned."""

    def __init__(
        self, select: Select, version: str, day: str, subject: Thing, lang: str, choice: Choice, chains: Chains
    ) -> None:
        self.select, self.version, self.day = select, version, day
        self.subject, self.lang, self.choice = subject, lang, choice
        self.chains = chains
        self.acts: dict[str, list[Found]] = defaultdict(list)
        for row in self.rows("dossier-acts"):
            self.acts[row["programme"]].append(standing_by(row, date.fromisoformat(day)))
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
        self.left_out: set[tuple[str, str]] = set()
        """The measures, each with its part, of which something was left out for being no longer in force."""
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
        """A word of the dossier in the reader's language."""
        return word(key, self.lang)

    def name(self, iri: str) -> str:
        """A thing by its name, or by its key where it has none."""
        return self.chains.things[iri].name(self.lang) if iri in self.chains.things else iris.local(iri)

    def known_name(self, iri: str) -> str | None:
        """A thing by its name, where it has one."""
        return self.name(iri) if iri in self.chains.things else None

    # ---- which duties, and from which text

    def _chosen(self, touched: set[str]) -> list[Found]:
        """A row for each part that the subject has in a measure, with all its days."""
        every: dict[tuple[str, str], list[Found]] = defaultdict(list)
        for row in self.rows("dossier-rows"):
            measure = row["measure"]
            mine = self.subject.iri in (row.get("body"), self.programme_of(measure)) or measure in self.serving
            if mine and measure in self.chains.things:
                every[measure, row["part"]].append(row)
        chosen = []
        for (measure, _), several in every.items():
            best = self._best(several, measure in touched)["edition"]
            for party, rows in parties_of_part(several, best).items():
                row = self._best(rows, measure in touched)
                row["party"] = self._party(row)
                row["body"] = party
                days = sorted({each["due"] for each in rows if each["edition"] == row["edition"] and "due" in each})
                kept = [day for day in days if not self.choice.years or int(day[:4]) in self.choice.years]
                row["days"] = ", ".join(kept)
                proofs = dict.fromkeys(
                    each["proof"] for each in rows if each["edition"] == row["edition"] and "proof" in each
                )
                row["proofs"] = "; ".join(proofs)
                row["status"] = self._status(measure)
                if not self._wanted(row, days, kept):
                    continue
                if row["status"] in ENDED and not self.choice.ended:
                    self.left_out.add((measure, row["part"]))
                else:
                    chosen.append(row)
        return sorted(chosen, key=cell_order)

    def _party(self, row: Found) -> str:
        """Who answers: a body by its name, all others as their cell has them, with what they are."""
        if "body" in row:
            return self.name(row["body"])
        if "assignment" not in row:
            return self.word("nobody")
        kind = UNKNOWN if "staff" not in row else STAFF[0] if "post" in row else STAFF[1]
        return marked(folded(row.get("written", "")), kind, self.lang)

    def _best(self, rows: list[Found], touched: bool) -> Found:
        """Of the texts that have the row, that of the reader's language unless a later edition touched it."""
        newest = max(rows, key=lambda row: row["edition"].rsplit("/", 2)[-2])
        own = [row for row in rows if row["edition"].endswith(f"/{self.lang}")]
        return dict(own[0] if own and not touched else newest)

    def _wanted(self, row: Found, days: list[str], kept: list[str]) -> bool:
        if self.choice.role and ("role" not in row or (row["agreed"] == "true") != (self.choice.role == "agreed")):
            return False
        return not (self.choice.years and days and not kept)

    def programme_of(self, measure: str) -> str:
        """The programme of a measure; nothing where it has none."""
        return self.chains.things[measure].programme or "" if measure in self.chains.things else ""

    def _status(self, measure: str) -> str:
        return next((row["status"] for row in self.acts[self.programme_of(measure)]), "unknown")

    def official(self, edition: str) -> str:
        """The official page of an edition: as the text was on its day, where the register has a later one."""
        every = (row for rows in self.acts.values() for row in rows)
        found = next((row["official"] for row in every if row.get("edition") == edition and "official" in row), "")
        work, day, lang = iris.edition_key(edition).split("/")
        act = next((each for each in official_acts() if each.number == work), None)
        if act and date.fromisoformat(day) in act.editions[:-1]:
            places = register_addresses(work, date.fromisoformat(day))
            return next((place for place in places if f"/{LANGUAGES.get(lang)}/" in place), found)
        return found

    def said(self, row: Found) -> tuple[str, str, str]:
        """The row's own words in the text, those that it tears, and their place; of a row that was not quoted, its
        cell of bodies.
        """
        quotes = self.quotes[row["edition"], row["measure"]]
        raw = [each["words"] for each in quotes] or [row.get("words", "")]
        known = self.known.get(row["edition"], frozenset())
        torn = dict.fromkeys(word for each in raw for word in words_mended(each, mend(each, known)))
        start = quotes[0]["start"] if quotes else row.get("start", "")
        return " … ".join(map(folded, raw)), ", ".join(torn), f"{iris.edition_key(row['edition'])}, {start}"


def standing_by(row: Found, day: date) -> Found:
    """A programme's row with its status on a day: the graph tells that of the day its registry holds on, and since then
    what was not yet in force may have begun by its years, and what was may have ended by them.
    """
    period = row.get("period", "")
    begins, ends = (begins_on(period), last_day(period)) if is_interval(period) else (None, None)
    status, since = row["status"], row.get("since")
    if status == "not-yet":
        first = max(filter(None, [begins, date.fromisoformat(since) if since else None]), default=None)
        status = "in-force" if first and first <= day else status
    if status == "in-force" and ends and ends < day:
        return {**row, "status": "lapsed", "since": (ends + timedelta(days=1)).isoformat()}
    return {**row, "status": status}


def cell_order(row: Found) -> tuple[str, tuple[int, ...], str, int, str]:
    """Duties by their days, their numbers, their parts, and whoever answers in the order of the cell."""
    return row["days"] or "9", number_key(row["number"]), row["part"], int(row.get("cell", "0")), row["body"]


def parties_of_part(rows: list[Found], best: str) -> dict[str, list[Found]]:
    """The rows of a part of a measure by whoever stands there: each body that any text names, and of all others those
    of the text `best`; of a part that names nobody, its rows by nobody.

    What `best` has in mere words is left out where a text of the same day has a body at the same place of a cell of
    as many: that body is meant.
    """
    found: dict[str, list[Found]] = defaultdict(list)
    cells: dict[str, dict[str, Found]] = defaultdict(dict)
    for row in rows:
        if "body" in row:
            found[row["body"]].append(row)
        if "cell" in row:
            cells[row["edition"]][row["cell"]] = row
    day = best.rsplit("/", 2)[-2]
    own = {row["body"] for row in cells[best].values() if "body" in row}
    twins = [
        cell for text, cell in cells.items()
        if text != best and text.rsplit("/", 2)[-2] == day and len(cell) == len(cells[best])
    ]  # fmt: skip
    for row in rows:
        if row["edition"] != best or "body" in row or "cell" not in row:
            continue
        others = {cell[row["cell"]].get("body") for cell in twins if row["cell"] in cell}
        if not others - own - {None}:
            found[row.get("staff") or row["assignment"]].append(row)
    return found or {"": [row for row in rows if row["edition"] == best]}


def folded(words: str) -> str:
    """Words on one line."""
    return re.sub(r"\s+", " ", words).strip()


def printed(measure: str) -> str:
    """The number of a measure as its plan prints it."""
    return iris.parse(measure).key.rpartition("/")[2]


def number_key(number: str) -> tuple[int, ...]:
    """A number as numbers are put in order."""
    return tuple(map(int, re.findall(r"\d+", number)))
