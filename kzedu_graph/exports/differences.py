"""What differs: records between two builds of the graph, or duties between two editions of a programme."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import IO

from rich.console import Console
from rich.table import Table

from kzedu_graph.exports.cells import Row
from kzedu_graph.exports.change_tables import changes
from kzedu_graph.exports.tables import TABLES
from kzedu_graph.exports.view import editions
from kzedu_graph.model.errors import UnknownNameError
from kzedu_graph.store.builds import listed_builds, read_build
from kzedu_graph.store.stores import EmbeddedStore, StoreError
from kzedu_graph.vocabulary import iris
from kzedu_graph.vocabulary.queries import Selects

RECORDS = ("measures", "indicators", "provisions", "amendments", "documents", "agencies")


def diff_builds(old: Selects, new: Selects, tables: Sequence[str] = RECORDS) -> Iterator[Row]:
    """Each record that was gained, lost or changed: table, key, what happened, and the fields with both values."""
    for name in tables:
        before, after = _by_key(old, name), _by_key(new, name)
        for key in sorted(before.keys() | after.keys()):
            was, now = before.get(key), after.get(key)
            if was == now:
                continue
            fields = _fields(was, now) if was and now else {}
            happened = "changed" if was and now else "gained" if now else "lost"
            yield {"table": name, "record": key, "happened": happened, "fields": fields}


def _by_key(store: Selects, name: str) -> dict[str, Row]:
    """The records of a table by edition and IRI; several of one key are told apart by their order."""
    found: dict[str, Row] = {}
    for row in TABLES[name](store, "all"):
        key = " ".join(filter(None, (str(row.get("edition") or ""), str(row.get("id") or row.get("key") or ""))))
        n = 1
        while (name_of := key if n == 1 else f"{key} ({n})") in found:
            n += 1
        found[name_of] = row
    return found


def _fields(was: Row, now: Row) -> dict[str, list[object]]:
    return {name: [was.get(name), now.get(name)] for name in was | now if was.get(name) != now.get(name)}


def diff_editions(store: Selects, earlier: str, later: str) -> list[Row]:
    """The changes between two editions, each an IRI or its path ("P2300000249/2025-04-25/kk").

    Raises UnknownNameError where an edition is not there, or where the build did not compare the two.
    """
    known = {str(edition) for edition in editions(store)}
    pair = tuple(_edition(name, known) for name in (earlier, later))
    rows = list(changes(store))
    found = [row for row in rows if (row["earlier"], row["later"]) == pair]
    if not found and pair[0] != pair[1]:
        compared = sorted({(row["earlier"], row["later"]) for row in rows if row["earlier"] != row["later"]})
        if pair[::-1] in compared:
            raise UnknownNameError("name the earlier edition first")
        shown = "; ".join(f"{_short(a)} and {_short(b)}" for a, b in compared) or "none"
        raise UnknownNameError(f"these two editions do not differ or were not compared; editions with changes: {shown}")
    return found


def _edition(name: str, known: set[str]) -> str:
    found = [iri for iri in (name, *iris.guesses(name, "document")) if iri in known]
    if not found:
        raise UnknownNameError(f"no edition {name}; there are: {', '.join(map(_short, sorted(known)))}")
    return found[0]


def _short(edition: str) -> str:
    return iris.edition_key(edition)


@contextmanager
def open_build(folder: Path, name: str) -> Iterator[EmbeddedStore]:
    """One build of a folder, by its id, whichever is served there; raises StoreError where it is not whole."""
    read_build(folder, name)
    with TemporaryDirectory() as place:
        (Path(place) / "builds").symlink_to((folder / "builds").resolve(), target_is_directory=True)
        (Path(place) / "current").write_text(name + "\n", encoding="ascii")
        with EmbeddedStore(Path(place)) as store:
            yield store


def last_two(folder: Path) -> tuple[str, str]:
    """The ids of the build before the served one, and of the served one; raises StoreError where there is but one."""
    names = listed_builds(folder)
    if len(names) < 2:
        raise StoreError(f"{folder} holds {len(names)} build(s): a difference needs two, so build once more")
    return names[1], names[0]


# ---- showing them


def write_changes(rows: Sequence[Row], form: str, out: IO[str]) -> None:
    """Changes between editions as a table for people or as JSON Lines."""
    if form == "jsonl":
        _write_jsonl(rows, out)
        return
    table = Table("row", "change", "was", "is now", "cause", title=f"{len(rows)} changes", show_lines=True)
    for row in rows:
        what = f"{row['about']} {row['number']}" + (f" ({row['place']})" if row["place"] else "")
        when = " ".join(filter(None, (str(row["year"] or ""), row["series"] or "")))
        act = f"\n{row['act'] or ''} {row['date'] or ''}".rstrip()
        table.add_row(
            what,
            f"{row['kind']}\n{when or row['agency'] or ''}".strip(),
            _cell(row["old"], row["old_quote"]),
            _cell(row["new"], row["new_quote"]),
            row["cause"] + act,
        )
    _console(out).print(table)


def _cell(value: str | None, quote: str | None) -> str:
    """The value, and the words of the text where they say more."""
    told = value or "-"
    return told if not quote or quote == told else f"{told}\n“{_cut(quote)}”"


def _cut(text: str, at: int = 160) -> str:
    return text if len(text) <= at else text[: at - 1] + "…"


def write_records(rows: Sequence[Row], form: str, out: IO[str]) -> None:
    """Differences of builds as a table for people or as JSON Lines."""
    if form == "jsonl":
        _write_jsonl(rows, out)
        return
    counts: dict[tuple[str, str], int] = {}
    for row in rows:
        counts[row["table"], row["happened"]] = counts.get((row["table"], row["happened"]), 0) + 1
    summary = ", ".join(f"{n} {name} {happened}" for (name, happened), n in sorted(counts.items())) or "no difference"
    table = Table("record", "happened", "fields", title=summary)
    for row in rows:
        shown = "\n".join(f"{name}: {_cut(_plain(was))} → {_cut(_plain(now))}" for name, (was, now) in _told(row))
        table.add_row(iris.path_of(row["record"]), row["happened"], shown)
    _console(out).print(table)


def _told(row: Row) -> list[tuple[str, tuple[object, object]]]:
    fields: Mapping[str, list[object]] = row["fields"]
    return [(name, (was, now)) for name, (was, now) in fields.items()]


def _plain(value: object) -> str:
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def _write_jsonl(rows: Sequence[Row], out: IO[str]) -> None:
    for row in rows:
        out.write(json.dumps(row, ensure_ascii=False) + "\n")


def _console(out: IO[str]) -> Console:
    return Console(file=out, width=None if out.isatty() else 160)
