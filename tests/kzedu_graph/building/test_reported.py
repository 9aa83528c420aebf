"""Reports have graphs of their own: without them a build with reports is the build without, byte for byte."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from kzedu_graph.cli import main
from kzedu_graph.store.stores import open_store
from kzedu_graph.vocabulary.places import BASE, REPORTED, REPORTED_AUDIT

PLAN = "act-2025-03-03-12-akimat-region-sml"
MEASURE, INDICATOR = f"{BASE}measure/{PLAN}/2", f"{BASE}indicator/{PLAN}/plan/1"
REPORTS = (
    {"about": MEASURE, "day": "2025-07-01", "reporter": "kz-moe", "due": "2025-06", "state": "complete"},
    {"about": INDICATOR, "day": "2026-01-20", "reporter": "kz-moe", "year": 2025, "series": "total", "value": 38.5},
)


def kzedu(*words: str | Path) -> Result:
    return CliRunner().invoke(main, [str(word) for word in words])


@pytest.fixture(scope="module")
def folder(sample: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One corpus built twice: without reports in `without`, with some in `with`."""
    made = tmp_path_factory.mktemp("reported")
    corpus = made / "corpus"
    shutil.copytree(sample, corpus)
    assert kzedu("build", "--corpus", corpus, "--store", made / "without").exit_code == 0
    (corpus / "reported").mkdir()
    (corpus / "reported" / "village.jsonl").write_text("".join(f"{json.dumps(each)}\n" for each in REPORTS), "utf-8")
    built = kzedu("build", "--corpus", corpus, "--store", made / "with")
    assert built.exit_code == 0, built.output
    return made


@pytest.mark.parametrize("form", ["nq", "trig", "ttl", "jsonld"])
def test_a_dump_is_the_one_without_reports_unless_they_are_asked_for(folder: Path, form: str) -> None:
    without = kzedu("export", "dump", "--format", form, "--store", folder / "without").stdout_bytes
    assert kzedu("export", "dump", "--format", form, "--store", folder / "with").stdout_bytes == without
    reported = kzedu("export", "dump", "--reported", "--format", form, "--store", folder / "with").stdout_bytes
    assert reported != without
    assert b"report-state/complete" in reported


def test_a_plain_query_meets_reports_by_their_classes_alone(folder: Path) -> None:
    counts = []
    for name in ("without", "with"):
        with open_store(folder / name) as store:
            counts.append(
                {
                    what: [str(row["n"]) for row in store.select(f"SELECT (COUNT(*) AS ?n) WHERE {{ {pattern} }}")]
                    for what, pattern in {
                        "measures": "?s a <https://w3id.org/kzedu/ontology#Measure>",
                        "values": "?s <https://w3id.org/kzedu/ontology#value> ?v",
                        "years": "?s <https://w3id.org/kzedu/ontology#year> ?v",
                        "findings": "?s a <https://w3id.org/kzedu/ontology#Finding>",
                        "of the measure": f"<{MEASURE}> ?p ?o",
                        "reports": "?s a <https://w3id.org/kzedu/ontology#Report>",
                        "reported values": "?s a <https://w3id.org/kzedu/ontology#ReportedValue>",
                    }.items()
                }
            )
    without, with_them = counts
    assert (without.pop("reports"), without.pop("reported values")) == (["0"], ["0"])
    assert (with_them.pop("reports"), with_them.pop("reported values")) == (["1"], ["1"])
    assert with_them == without


def test_what_is_questionable_about_reports_stands_apart(folder: Path) -> None:
    with open_store(folder / "with") as store:
        rows = store.select(
            "PREFIX kzedu: <https://w3id.org/kzedu/ontology#> PREFIX sh: <http://www.w3.org/ns/shacl#> "
            f"SELECT ?code ?focus WHERE {{ GRAPH <{REPORTED_AUDIT}> {{ ?f kzedu:code ?code ; sh:focusNode ?focus }} }}"
        )
        found = {(str(row["code"]), str(row["focus"])) for row in rows}
        assert {("complete-without-proof", MEASURE), ("value-misses-target", INDICATOR)} <= found
        assert store.graphs()[REPORTED] > 0


def test_the_same_again_is_the_same_build(folder: Path) -> None:
    before = (folder / "with" / "current").read_text()
    assert kzedu("build", "--corpus", folder / "corpus", "--store", folder / "with").exit_code == 0
    assert (folder / "with" / "current").read_text() == before


def test_a_file_that_is_no_report_costs_nothing_else(folder: Path, tmp_path: Path) -> None:
    """It is named, and left out; the others are built, and no other graph says a word of it."""
    shutil.copytree(folder / "corpus", tmp_path / "corpus")
    (tmp_path / "corpus" / "reported" / "broken.jsonl").write_text("words\n", "utf-8")
    shutil.copytree(folder / "without", tmp_path / "store")
    done = kzedu("build", "--corpus", tmp_path / "corpus", "--store", tmp_path / "store")
    assert done.exit_code == 1
    assert "line 1 is no report" in " ".join(done.output.split())
    without = kzedu("export", "dump", "--store", folder / "without").stdout_bytes
    assert kzedu("export", "dump", "--store", tmp_path / "store").stdout_bytes == without
    with open_store(tmp_path / "store") as store:
        assert store.graphs()[REPORTED] > 0


def test_template_add_list_check_remove(folder: Path, tmp_path: Path) -> None:
    corpus, sheet = tmp_path / "corpus", tmp_path / "village-school.csv"
    shutil.copytree(folder / "corpus", corpus)
    common = ("--corpus", corpus)
    made = kzedu("reported", "template", sheet, "--programme", PLAN, "--lang", "en", "--store", folder / "without")
    assert made.exit_code == 0, made.output
    lines = sheet.read_text("utf-8-sig").splitlines()
    at = next(number for number, line in enumerate(lines) if f"/{PLAN}/2," in line)
    lines[at] = lines[at].removesuffix(",,,,,,") + ",complete,2025-07-01,kz-moe,https://example.org/1,,"
    sheet.write_text("\n".join(lines), "utf-8")
    added = kzedu("reported", "add", sheet, *common, "--today", "2026-02-01", "--store", folder / "without")
    assert (added.exit_code, added.stderr.partition(" not filled")[0].rpartition(",")[0]) == (
        0,
        "1 new, 0 corrected, 0 as they were, 0 wrong",
    )
    again = kzedu("reported", "add", sheet, *common, "--today", "2026-02-01", "--store", folder / "without")
    assert "0 new, 0 corrected, 1 as they were" in again.stderr
    listed = kzedu("reported", "list", *common, "--source", "village-school", "--format", "jsonl")
    (row,) = [json.loads(line) for line in listed.stdout.splitlines()]
    assert (row["about"], row["due"], row["state"], row["proof"]) == (
        MEASURE,
        "2025-06",
        "complete",
        "https://example.org/1",
    )
    assert kzedu("reported", "check", *common, "--store", folder / "without").exit_code == 0
    assert kzedu("reported", "remove", "village-school", *common).exit_code == 0
    assert not (corpus / "reported" / "village-school.jsonl").exists()
    gone = kzedu("reported", "remove", "village-school", *common)
    assert gone.exit_code == 2
    assert "village" in gone.output


def test_check_tells_what_the_graph_does_not_have(folder: Path, tmp_path: Path) -> None:
    corpus = tmp_path / "corpus"
    shutil.copytree(folder / "corpus", corpus)
    wrong = [
        {**REPORTS[0], "due": "2029"},
        {**REPORTS[0], "about": f"{MEASURE}9"},
        {**REPORTS[1], "about": f"{INDICATOR}9"},
    ]
    (corpus / "reported" / "village.jsonl").write_text("".join(f"{json.dumps(each)}\n" for each in wrong), "utf-8")
    done = kzedu("reported", "check", "--corpus", corpus, "--store", folder / "without")
    assert done.exit_code == 1
    told = "\n".join(sorted(line.partition(": ")[2].partition(": ")[2] for line in done.stdout.splitlines()))
    assert told == "\n".join(
        (
            "'2029' is no due point of this duty any more",
            "the graph has no such duty any more",
            "the graph has no such indicator any more",
        )
    )
