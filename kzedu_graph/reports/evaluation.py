"""How right is the extraction: the tables of the store against hand-verified records, a field and a document.

Verified records are JSON Lines in a folder a document, named by the beginning of the source's stem: `measures.jsonl`
and `indicators.jsonl`, each record with the fields of the table and `lines` (first and last, 1-based) for its place.
Texts are compared by their letters and digits alone; case, quotes, spaces and look-alike letters do not count.
"""

from __future__ import annotations

import io
import json
import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from pathlib import Path
from types import MappingProxyType
from typing import Any, TextIO

from rich.console import Console
from rich.table import Table

from kzedu_graph.exports.tables import TABLES
from kzedu_graph.language.letters import LATIN_TO_CYRILLIC
from kzedu_graph.model.errors import UnknownNameError
from kzedu_graph.vocabulary.queries import Selects

Row = dict[str, Any]
_SAME_NAME = 0.5
_RIGHT_NAME = 0.97


@dataclass(slots=True)
class Figure:
    """Right answers, answers given, answers wanted, and what was missed, in words."""

    right: int = 0
    said: int = 0
    wanted: int = 0
    misses: list[str] = field(default_factory=list)

    def count(self, ok: bool, about: str) -> None:
        """One value that was both given and wanted."""
        self.judge(said=True, wanted=True, about=about, ok=ok)

    def judge(self, *, said: bool, wanted: bool, about: str, ok: bool = True) -> None:
        """One value that was given, or wanted, or both; `ok` is whether what was given is what was wanted."""
        self.said += said
        self.wanted += wanted
        right = said and wanted and ok
        self.right += right
        if (said or wanted) and not right:
            self.misses.append(about)

    def compare(self, wanted: Counter[Any], said: Counter[Any], about: str) -> None:
        """Two bags of values."""
        self.right += (wanted & said).total()
        self.said += said.total()
        self.wanted += wanted.total()
        if wanted != said:
            self.misses.append(f"{about}: missing {list(wanted - said)[:6]}, too many {list(said - wanted)[:6]}")

    @property
    def precision(self) -> float:
        return self.right / self.said if self.said else 1.0

    @property
    def recall(self) -> float:
        return self.right / self.wanted if self.wanted else 1.0

    @property
    def f1(self) -> float:
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


Board = Mapping[tuple[str, str, str], Figure]
"""Figures by document, table and field."""


def run_evaluation(store: Selects, gold: Path) -> Board:
    """Every figure that the folder's records allow; raises UnknownNameError where none of them is about the store."""
    board: dict[tuple[str, str, str], Figure] = defaultdict(Figure)
    tables = {name: list(TABLES[name](store, "all")) for name in ("measures", "indicators", "amendments", "provisions")}
    links = _links(gold / "entities" / "links.jsonl")
    for folder in sorted(path for path in gold.iterdir() if path.is_dir()):
        mine = {name: [r for r in rows if r["source"].startswith(folder.name)] for name, rows in tables.items()}
        if not any(mine.values()):
            continue
        _compare_measures(board, folder.name, list(_read(folder / "measures.jsonl")), mine["measures"], links)
        _compare_indicators(board, folder.name, list(_read(folder / "indicators.jsonl")), mine["indicators"])
        _compare_amendments(board, folder.name, list(_read(folder / "amendments.jsonl")), mine["amendments"])
        _compare_provisions(board, folder.name, folder, mine["provisions"])
    if not board:
        raise UnknownNameError(f"{gold}: no verified record is about a document of this store.")
    return board


def _compare_measures(
    board: dict[tuple[str, str, str], Figure],
    doc: str,
    gold: Sequence[Row],
    said: Sequence[Row],
    links: Mapping[Any, set[str]],
) -> None:
    by_number = {row["number"]: row for row in said}
    for wanted in gold:
        number = str(wanted["number"])
        row = by_number.get(number)
        board[doc, "measures", "found"].count(row is not None, f"#{number}")
        if row is None:
            continue
        for name, value in MEASURE_FIELDS.items():
            want, got = value(wanted), value(row)
            board[doc, "measures", name].count(want == got, f"#{number}: {want} / {got}")
        parties = board[doc, "measures", "responsible"]
        parties.compare(_parties(wanted["responsible"]), _parties(row["responsible"]), f"#{number}")
        for party in row["responsible"]:
            keys = links.get((doc, squeeze(party["text"])))
            if keys:
                about = f"#{number}: {party['text']} -> {party['agency']}"
                board[doc, "measures", "agency"].count(party["agency"] in keys, about)


def _compare_indicators(
    board: dict[tuple[str, str, str], Figure], doc: str, gold: Sequence[Row], said: Sequence[Row]
) -> None:
    pool = list(said)
    for wanted in gold:
        if wanted.get("kind") == "breakdown":
            continue
        row = max(pool, key=lambda candidate: _closeness(wanted, candidate), default=None)
        found = row is not None and _closeness(wanted, row) >= _SAME_NAME
        about = f"{wanted['number']} {(wanted['name'] or '')[:60]}"
        board[doc, "indicators", "found"].count(found, about)
        if row is None or not found:
            continue
        pool.remove(row)
        board[doc, "indicators", "name"].count(_closeness(wanted, row) >= _RIGHT_NAME, about)
        board[doc, "indicators", "targets"].compare(_targets(wanted), _targets(row), about)


def _compare_amendments(
    board: dict[tuple[str, str, str], Figure], doc: str, gold: Sequence[Row], said: Sequence[Row]
) -> None:
    pool = list(said)
    for wanted in gold:
        about = f"{wanted['order']}: {wanted['instruction'][:60]}"
        same = [row for row in pool if squeeze(row["instruction"]) == squeeze(wanted["instruction"])]
        board[doc, "amendments", "found"].count(bool(same), about)
        if same:
            row = min(same, key=lambda candidate: abs(candidate["order"] - wanted["order"]))
            pool.remove(row)
            board[doc, "amendments", "action"].count(row["action"] == wanted["action"], about)


def _compare_provisions(board: dict[tuple[str, str, str], Figure], doc: str, folder: Path, said: Sequence[Row]) -> None:
    """Sentences that were judged one by one: those that lay something on somebody, and those that do not."""
    texts = [(squeeze(row["sentence"]), row) for row in said]
    for unit in _read(folder / "units.jsonl"):
        if unit["label"] not in UNJUDGED and len(squeeze(unit["text"])) >= SHORTEST_SENTENCE:
            near = _holding(squeeze(unit["text"]), texts)
            wanted = unit["label"] == "obligation"
            board[doc, "provisions", "found"].judge(said=bool(near), wanted=wanted, about=unit["text"][:90])
    for wanted in (*_read(folder / "obligations_sample.jsonl"), *_read(folder / "obligations.jsonl")):
        near = _holding(squeeze(wanted["sentence"]), texts)
        about = f"l.{wanted['line']}: {wanted['sentence'][:80]}"
        if not (folder / "units.jsonl").exists():
            is_duty = wanted["modality"] is not None
            board[doc, "provisions", "found"].judge(said=bool(near), wanted=is_duty, about=about)
        if near and wanted["modality"] and not wanted.get("borderline"):
            allowed = {wanted["modality"], wanted.get("alt_modality")}
            promise = {"intention", "commitment"}
            allowed |= promise if allowed & promise else set()
            board[doc, "provisions", "modality"].count(any(row["modality"] in allowed for row in near), about)


UNJUDGED = ("borderline", "lead_in")
SHORTEST_SENTENCE = 4
"""Letters: shorter units are marks, not sentences."""


def _holding(sentence: str, said: Sequence[tuple[str, Row]]) -> list[Row]:
    """The records whose sentence holds a sentence, or lies in it."""
    return [row for text, row in said if text and (sentence in text or text in sentence)]


def _closeness(wanted: Row, row: Row) -> float:
    kind = {"indicator": "target", None: row["kind"]}.get(wanted.get("kind"), wanted.get("kind"))
    place = {"section6": "section", "section4": "section", None: row["place"]}.get(
        wanted.get("place"), wanted.get("place")
    )
    if str(wanted["number"]) != row["number"] or kind != row["kind"] or place != row["place"]:
        return -1.0
    return SequenceMatcher(None, squeeze(wanted["name"]), squeeze(row["name"]), autojunk=False).ratio()


def _targets(row: Row) -> Counter[tuple[int, Any]]:
    values = row.get("targets") or row.get("values") or []
    return Counter(
        (
            int(v["year"]),
            round(float(v["value"]), 4) if v.get("value") is not None else squeeze(v.get("text") or v.get("printed")),
        )
        for v in values
        if v.get("value") is not None or squeeze(v.get("text") or v.get("printed"))
    )


def _parties(parties: Iterable[Row]) -> Counter[tuple[str, bool]]:
    return Counter((squeeze(party.get("canon") or party["text"]), bool(party["by_agreement"])) for party in parties)


def _indicators(row: Row) -> list[str]:
    single = row.get("indicator")
    return sorted(
        map(str, row.get("indicators_all") or row.get("indicators") or ([single] if single is not None else []))
    )


MEASURE_FIELDS: Mapping[str, Callable[[Row], Any]] = MappingProxyType(
    {
        "name": lambda row: squeeze(row["name"]),
        "due": lambda row: sorted(set(row["due"])),
        "recurrence": lambda row: row.get("recurrence"),
        "completion_form": lambda row: squeeze(" ".join(row["completion_form"])),
        "indicators": _indicators,
        "funding": lambda row: {
            year: round(float(v), 3) for year, v in (row.get("funding") or {}).items() if v is not None
        },
        "budget_codes": lambda row: sorted(row.get("budget_codes") or []),
    }
)


def squeeze(text: str | None) -> str:
    """The letters and digits of a text, case folded, look-alike letters as one."""
    folded = unicodedata.normalize("NFC", text or "").translate(LATIN_TO_CYRILLIC).casefold()
    return re.sub(r"[\W_]+", "", folded)


def _links(path: Path) -> Mapping[tuple[str, str], set[str]]:
    links: dict[tuple[str, str], set[str]] = defaultdict(set)
    for row in _read(path):
        if row["id"]:
            links[row["doc"], squeeze(row["text"])].add(row["id"])
    return links


def _read(path: Path) -> Iterator[Row]:
    if path.exists():
        yield from (json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip())


def update_page(board: Board, page: Path) -> None:
    """Replaces the table between a page's two marks; raises UnknownNameError where it has no such marks."""
    text = page.read_text("utf-8")
    before, opening, rest = text.partition(FIGURES)
    _, closing, behind = rest.partition(END_OF_FIGURES)
    if not (opening and closing):
        raise UnknownNameError(f"{page}: the page has no place for figures: {FIGURES} … {END_OF_FIGURES}")
    table = io.StringIO()
    write_board(board, "md", 0, table)
    page.write_text(f"{before}{opening}\n{table.getvalue()}{closing}{behind}", "utf-8")


FIGURES, END_OF_FIGURES = "<!-- figures -->", "<!-- end of figures -->"


def write_board(board: Board, form: str, show: int, out: TextIO) -> None:
    """The figures as a table for people, as Markdown, or as JSON; `show` misses of each beneath the table."""
    rows = [
        (doc, table, name, f"{f.precision:.3f}", f"{f.recall:.3f}", f"{f.f1:.3f}", f"{f.right}/{f.wanted}")
        for (doc, table, name), f in board.items()
    ]
    titles = ("document", "table", "field", "precision", "recall", "F1", "right")
    match form:
        case "json":
            json.dump([dict(zip(titles, row, strict=True)) for row in rows], out, ensure_ascii=False, indent=1)
            out.write("\n")
        case "md":
            out.writelines("| " + " | ".join(row) + " |\n" for row in (titles, ("---",) * len(titles), *rows))
        case "table":
            table = Table(*titles)
            for row in rows:
                table.add_row(*row)
            Console(file=out).print(table)
        case _:
            raise ValueError(f"figures are a table, md or json, not {form!r}")
    for key, figure in board.items():
        for miss in figure.misses[:show]:
            out.write(f"{' '.join(key)}: {miss}\n")
