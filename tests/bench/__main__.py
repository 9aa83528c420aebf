"""`make bench`: ratios measured side by side in one run; `python -m tests.bench gallery serving` measures parts.

Nothing here is asserted: a machine's mood is no defect. What was measured is written to docs/performance.md, part by
part; the other parts stay as they were.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs" / "performance.md"
sys.path.append(str(ROOT / "tests"))

from bench import building, engines, growth, mixed, natural, pages, repository, runaways, serving, text  # noqa: E402  (they stand beside the tests' own modules)
from bench.corpora import LARGE  # noqa: E402

from kzedu_graph.store.engine.priorities import may_go_first  # noqa: E402


def store_of(folder: Path) -> Path:
    """A store built from the corpus beside the project, else from the demonstration; `KZEDU_BENCH_STORE` names a ready one."""
    ready = os.environ.get("KZEDU_BENCH_STORE")
    if ready:
        return Path(ready)
    command = [sys.executable, "-c", "from kzedu_graph.cli import main; main()", "build", "--store", str(folder)]
    subprocess.run(command, cwd=ROOT, check=True)
    return folder


def gallery(folder: Path) -> list[str]:
    """The gallery beside other engines."""
    found = engines.gallery(folder)
    means, lines = found["means"], found["lines"]
    assert isinstance(means, dict)
    assert isinstance(lines, list)
    out = [
        "Each question through the store (a worker process, JSON out) and by pyoxigraph in the same process, in turn;",
        f"rdflib's engine and Virtuoso over HTTP as multiples of ours. rdflib is waited for {engines.SLOW_SECONDS:g} s a",
        "question, so its ratios are lower bounds.",
        "",
        "| geometric means | ratio |",
        "|---|---|",
        f"| p50, ours / pyoxigraph native | {means['p50']:.2f} |",
        f"| p95, ours / pyoxigraph native | {means['p95']:.2f} |",
        f"| p95 of all questions pooled, ours / native | {found['pooled p95']:.2f} |",
    ]
    out += [f"| {name} / ours | {means[name]:.1f} |" for name in ("rdflib", "virtuoso") if name in means]
    out += ["", "| question | native, ms | p50 ours | p95 ours | rdflib | Virtuoso |", "|---|---|---|---|---|---|"]
    for line in lines:
        cells = [f"{line[name]:.2f}" if isinstance(line.get(name), float) else "–" for name in ("p50", "p95")]
        cells += [f"{line[name]:.1f}" if isinstance(line.get(name), float) else "–" for name in ("rdflib", "virtuoso")]
        out.append(f"| {line['name']} | {line['bare'] * 1000:.1f} | {' | '.join(cells)} |")
    return out


def over_http(folder: Path) -> list[str]:
    """Requests a second, and light questions under a flood."""
    [snapshot] = [path for path in folder.glob("builds/*/snapshot.nq") if path.parent.name in _served(folder)]
    speed, again = (serving.throughput(folder, snapshot, fresh) for fresh in (True, False))
    rights = (
        ("no more rights than others", False),
        *([("the right to real-time turns", True)] if may_go_first() else []),
    )
    floods = [(words, serving.flood(folder, real_time=real_time)) for words, real_time in rights]
    return [
        "The same gunicorn settings behind both; 8 connections for the throughput; 4 connections of light questions, and",
        "6 of another client with queries that never end, for the flood. No question is asked twice, but where it says so.",
        "",
        "| what | ours | yardstick | ratio |",
        "|---|---|---|---|",
        f"| light queries a second / bare pyoxigraph ASK | {speed['ours']:.0f} | {speed['bare']:.0f} | {speed['ratio']:.2f} |",
        f"| the same query again and again / the same | {again['ours']:.0f} | {again['bare']:.0f} | {again['ratio']:.2f} |",
        *(
            f"| p99 of light queries with {words}, flooded / alone, ms | {flood['flooded'] * 1e3:.1f} "
            f"| {flood['alone'] * 1e3:.1f} | {flood['ratio']:.2f} |"
            for words, flood in floods
        ),
    ]


def _served(folder: Path) -> str:
    return (folder / "current").read_text().split()[0]


def stopping(folder: Path) -> list[str]:
    """A hundred runaways in a row."""
    found = runaways.stop(folder)
    return [
        f"100 queries that never end, limit {runaways.LIMIT:g} s, one after the other.",
        "",
        "| what | before, or median | behind, or worst |",
        "|---|---|---|",
        "| stopped so many seconds beyond the limit (median, worst) | {:.3f} | {:.3f} |".format(*found["beyond"]),
        "| memory of the processes, MiB | {:.0f} | {:.0f} |".format(*found["memory"]),
        f"| light question p50, ms | {found['before'][0]:.2f} | {found['behind'][0]:.2f} |",
        f"| light question p99, ms | {found['before'][1]:.2f} | {found['behind'][1]:.2f} |",
    ]


def growing(_: Path) -> list[str]:
    """A build at several sizes of an invented corpus: of small acts, then of acts as large as the corpus's."""
    small, large = (
        tuple(map(int, os.environ.get(name, numbers).split(",")))
        for name, numbers in (("KZEDU_BENCH_SIZES", "10,100"), ("KZEDU_BENCH_LARGE", "10"))
    )
    return [
        "Invented acts in all layouts and both languages; processor seconds of fresh processes that have built one document",
        "before. *Again* is the next build, after one document was changed. Loading the snapshot into a fresh engine, and",
        f"its answers to the gallery, are processor seconds as well; a question is given up after {growth.PATIENCE} s.",
        "",
        "| documents | characters each | statements | seconds | a document | again | again / whole | peak MiB "
        "| snapshot MB | kept MB | load s | loaded MiB | p50 ms | p95 ms | given up |",
        f"|{'---|' * 15}",
        *map(_grown, [*growth.grow(small), *growth.grow(large, LARGE)]),
    ]


def _grown(row: dict[str, float]) -> str:
    number, seconds, again = row["documents"], row["seconds"], row["again"]
    cells = [
        f"{number:g}", f"{row['characters'] / number:.0f}", f"{row['statements']:.0f}", f"{seconds:.1f}",
        f"{seconds / number:.2f}", f"{again:.1f}", f"{again / seconds:.3f}", f"{row['memory']:.0f}",
        f"{row['megabytes']:.0f}", f"{row['kept']:.0f}",
    ]  # fmt: skip
    for name, scale, digits in (("load", 1, 1), ("loaded", 1, 0), ("p50", 1e3, 1), ("p95", 1e3, 1), ("given_up", 1, 0)):
        cells.append(f"{scale * row[name]:.{digits}f}")
    return f"| {' | '.join(cells)} |"


def by_two(_: Path) -> list[str]:
    """One process beside two, on an invented corpus."""
    documents = int(os.environ.get("KZEDU_BENCH_PAIR", "200"))
    one, two = growth.pair(documents)
    return [
        f"The whole command on {documents} small acts, start-up included, by the clock of a machine of two cores.",
        "",
        "| processes | seconds | times as fast |",
        "|---|---|---|",
        f"| 1 | {one:.1f} | 1.00 |",
        f"| 2 | {two:.1f} | {one / two:.2f} |",
    ]


def checking(folder: Path) -> list[str]:
    """Integrity and audit of the served graph beside pySHACL on the core shapes alone."""
    found = engines.shacl(folder)
    return [
        "The whole default dataset; processor seconds, medians of five rounds taken in turn.",
        "",
        "| what | seconds |",
        "|---|---|",
        f"| pySHACL, core shapes alone | {found['core']:.2f} |",
        f"| integrity rules asked as queries | {found['rules']:.2f} |",
        f"| audit rules asked as queries, findings told in three languages | {found['audit']:.2f} |",
        f"| integrity and audit / core shapes alone (ratio) | {found['ratio']:.2f} |",
    ]


def malformed(_: Path) -> list[str]:
    """Ten thousand malformed requests."""
    command = [sys.executable, "-m", "pytest", "tests/security", "-q", "-p", "no:logging"]
    done = subprocess.run(
        command, cwd=ROOT, env={**os.environ, "KZEDU_FUZZ": "10000"}, check=False, capture_output=True
    )
    said = (
        "no fault, no traceback, still serving" if done.returncode == 0 else "**a request failed: see tests/security**"
    )
    return [f"10,000 malformed requests over every route: {said}."]


PARTS: dict[str, Callable[[Path], list[str]]] = {
    "text": lambda _: text.text(),
    "build": building.measure,
    "gallery": gallery,
    "natural": natural.measure,
    "pages": pages.measure,
    "serving": over_http,
    "runaways": stopping,
    "malformed": malformed,
    "mixed": mixed.measure,
    "shacl": checking,
    "growth": growing,
    "pair": by_two,
    "repository": repository.measure,
}


def write_part(name: str, lines: list[str]) -> None:
    """Replace one part of the page, between its marks."""
    page = PAGE.read_text("utf-8")
    marks = f"<!-- {name} -->", f"<!-- /{name} -->"
    body = "\n".join([marks[0], "", *lines, "", marks[1]])
    found = re.sub(rf"{re.escape(marks[0])}.*?{re.escape(marks[1])}", lambda _: body, page, flags=re.DOTALL)
    if marks[0] not in page:
        raise ValueError(f"{PAGE.name} has no part {name}: write {marks[0]} and {marks[1]} where it belongs")
    PAGE.write_text(found, "utf-8")


def main() -> None:
    """The parts named, or all of them."""
    chosen = sys.argv[1:] or list(PARTS)
    with tempfile.TemporaryDirectory() as place:
        folder = (
            store_of(Path(place) / "store")
            if set(chosen) - {"text", "build", "growth", "pair", "malformed", "repository"}
            else Path(place)
        )
        for name in chosen:
            lines = PARTS[name](folder)
            write_part(name, lines)
            print(f"## {name}", *lines, sep="\n", flush=True)


if __name__ == "__main__":
    main()
