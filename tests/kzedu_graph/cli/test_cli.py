"""The command as a person uses it: sample in, answers out, bad input refused, the graph in service untouched."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any
from urllib.request import urlopen

import pytest
from places import ROOT

from kzedu_graph.cli import progress
from kzedu_graph.cli.making import usual_jobs

SAMPLE = ROOT / "tests" / "sample"
RUSSIAN, KAZAKH = SAMPLE / "samal-2025.ru.txt", SAMPLE / "samal-2025.kk.txt"
COUNT = (
    "PREFIX kzedu: <https://w3id.org/kzedu/ontology#> SELECT (COUNT(DISTINCT ?m) AS ?n) { ?m a kzedu:Measure ; "
    "kzedu:responsible <https://w3id.org/kzedu/id/agency/kz-talap> }"
)


def kzedu(*arguments: object, text: str = "") -> subprocess.CompletedProcess[str]:
    """The command run as its own process."""
    return subprocess.run(
        [sys.executable, "-c", "from kzedu_graph.cli import main; main()", *map(str, arguments)],
        capture_output=True,
        text=True,
        input=text,
        check=False,
        cwd=SAMPLE.parents[1],
    )


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("store")
    done = kzedu("build", "--store", folder, "--corpus", SAMPLE)
    assert done.returncode == 0, done.stderr
    kzedu("query", "-", "--store", folder, text="ASK {}")  # the first question of a build writes its index, and says so
    return folder


def rows(store: Path, table: str, *options: str) -> list[dict[str, Any]]:
    done = kzedu("export", table, "--store", store, *options)
    assert done.returncode == 0, done.stderr
    return [json.loads(line) for line in done.stdout.splitlines()]


def test_the_sample_plan_is_read_whole_in_both_languages(store: Path) -> None:
    measures = rows(store, "measures")
    assert [(m["source"][-2:], m["number"]) for m in measures] == [
        (lang, str(n)) for lang in ("kk", "ru") for n in range(1, 8)
    ]
    by_language = {lang: [m for m in measures if m["source"].endswith(lang)] for lang in ("kk", "ru")}
    for kazakh, russian in zip(by_language["kk"], by_language["ru"], strict=True):
        assert kazakh["id"] == russian["id"]
        assert (kazakh["due"], kazakh["indicators"]) == (russian["due"], russian["indicators"])
        assert len(kazakh["completion_form"]) == len(russian["completion_form"])


def test_a_row_of_the_sample_in_every_field(store: Path) -> None:
    third = next(m for m in rows(store, "measures") if m["source"].endswith("ru") and m["number"] == "3")
    assert third["name"] == "Подготовка библиотекарей: сельских школ; колледжей"
    assert (third["chapter"], third["indicators"]) == (1, ["1"])
    assert third["completion_form"] == ["учебная программа", "отчет в МП"]
    assert third["due"] == ["2025-09", "2026-12", "2027-12"]
    assert [(p["agency"], p["by_agreement"]) for p in third["responsible"]] == [
        ("kz-moe", False),
        ("kz-leb", False),
        ("kz-orleu", True),
    ]
    assert [(p["completion_form"], p["due"], len(p["responsible"])) for p in third["parts"]] == [
        ("учебная программа", ["2025-09"], 1),
        ("отчет в МП", ["2026-12", "2027-12"], 2),
    ]
    span = third["evidence"][0]
    quote = RUSSIAN.read_text("utf-8")[span["start"] : span["end"]]
    assert quote.startswith("3.")
    assert quote.endswith("(по согласованию)")


def test_indicators_of_the_sample_have_their_series(store: Path) -> None:
    russian = [i for i in rows(store, "indicators") if i["source"].endswith("ru")]
    assert [(i["number"], i["unit"], len(i["targets"])) for i in russian] == [
        ("1", "%", 3),
        ("2", "единиц", 3),
        ("3", "%", 4),
    ]
    assert {t["breakdown"] for t in russian[2]["targets"]} == {"в городах", "в селах"}


def test_every_finding_says_of_which_file_and_text_it_is(store: Path) -> None:
    found = rows(store, "findings")
    assert found
    assert all(finding["source"] and finding["edition"] for finding in found)


def test_what_is_not_understood_is_a_finding_with_its_place(store: Path) -> None:
    found = [f for f in rows(store, "findings") if f["code"] == "unknown-party"]
    assert len(found) == 1
    span = found[0]["evidence"][0]
    assert RUSSIAN.read_text("utf-8")[span["start"] : span["end"]] == "Лига чтецов"


def test_documents_say_what_they_gave(store: Path) -> None:
    assert [(d["lang"], d["version_date"], d["measures"]) for d in rows(store, "documents")] == [
        ("kk", "2025-03-03", 7),
        ("ru", "2025-03-03", 7),
    ]


def test_one_edition_can_be_exported(store: Path) -> None:
    edition = rows(store, "documents")[1]["edition"]
    assert len(rows(store, "measures", "--edition", edition)) == 7
    refused = kzedu("export", "measures", "--store", store, "--edition", "https://example.org/none")
    assert refused.returncode == 2
    assert "no edition" in refused.stderr


def test_a_plain_query_counts_every_measure_once(store: Path) -> None:
    done = kzedu("query", "-", "--store", store, "--format", "csv", text=COUNT)
    assert done.stdout.split() == ["n", "1"]


def test_a_question_of_the_gallery(store: Path) -> None:
    done = kzedu("query", "what-a-body-owes", "--param", "agency=kz-talap", "--format", "json", "--store", store)
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["results"]["bindings"]


@pytest.mark.parametrize("form", ["nq", "trig", "ttl", "jsonld"])
def test_dumps(store: Path, form: str) -> None:
    done = kzedu("export", "dump", "--format", form, "--store", store)
    assert done.returncode == 0, done.stderr
    assert "Подготовка библиотекарей" in done.stdout or "\\u041f" in done.stdout or form == "ttl"


def test_building_twice_gives_identical_bytes(store: Path, tmp_path: Path) -> None:
    again = kzedu("build", "--store", tmp_path, "--corpus", SAMPLE)
    assert again.returncode == 0, again.stderr
    one, other = (kzedu("export", "dump", "--store", folder).stdout for folder in (store, tmp_path))
    assert one == other


def test_validate_finds_the_graph_right(store: Path) -> None:
    done = kzedu("validate", "--store", store, "--format", "json")
    assert done.returncode == 0, done.stderr
    assert {found["severity"] for found in json.loads(done.stdout)} <= {"info", "warning"}


def test_a_bad_file_is_left_out_and_named_and_the_good_one_is_served(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "plan.txt").write_bytes(RUSSIAN.read_bytes())
    store = tmp_path / "store"
    done = kzedu("build", "--store", store, "--corpus", tmp_path)
    assert done.returncode == 1, done.stderr
    assert "empty.txt: left out: the file is empty." in done.stderr
    assert str(tmp_path) not in done.stderr
    assert len(rows(store, "measures")) == 7
    [told] = [found for found in rows(store, "findings") if found["code"] == "file-unusable"]
    assert (told["severity"], told["focus"]) == ("Violation", "file empty.txt")


def test_what_is_no_text_of_the_folder_is_left_alone(tmp_path: Path) -> None:
    """Neither a pipe is waited for nor a device read, and no link leads to files that nobody gave."""
    corpus, secret = tmp_path / "corpus", tmp_path / "secret.txt"
    corpus.mkdir()
    secret.write_text("Осы құпия.\n", "utf-8")
    (corpus / "plan.txt").write_bytes(RUSSIAN.read_bytes())
    os.mkfifo(corpus / "pipe.txt")
    (corpus / "zero.txt").symlink_to("/dev/zero")
    (corpus / "link.txt").symlink_to(secret)
    done = kzedu("build", "--store", tmp_path / "store", "--corpus", corpus)
    assert done.returncode == 0, done.stderr
    assert f"{corpus / 'pipe.txt'} is no regular file and is left alone" in done.stderr
    for name in ("zero.txt", "link.txt"):
        assert f"{corpus / name} leads out of its folder and is left alone" in done.stderr
    assert [row["source"] for row in rows(tmp_path / "store", "documents")] == ["plan"]
    refused = kzedu("build", "--store", tmp_path / "store", corpus / "pipe.txt")
    assert (refused.returncode, "there is no such file or folder" in refused.stderr) == (2, True)


SENTENCES = {
    ("report", "act-2025-03-03-12-akimat-region-sml", "--output", "NOWHERE/report.html"): "No such file or directory",
    ("report", "kz-plan-2025"): "there is nothing to report on",
    ("serve", "--port", "99999999"): "99999999 is not in the range",
    ("query", "-"): "the question is empty",
    ("query", "measures"): "neither a file nor a question of the gallery",
    ("trace", "иблиоте"): "nothing in the graph is called",
    ("explain", f"{RUSSIAN}:100000"): "100000 is none of them",
    ("explain", f"{RUSSIAN}:0"): "0 is none of them",
    ("export", "csvw", f"{RUSSIAN}/tables"): "Not a directory",
    ("validate", "--store", str(RUSSIAN)): "Not a directory",
    ("build", str(RUSSIAN), "--store", str(RUSSIAN)): "cannot hold a store",
    ("build", str(RUSSIAN), "--store", "/proc/store"): "cannot hold a store",
}


@pytest.mark.parametrize("call", SENTENCES, ids=" ".join)
def test_a_call_that_cannot_be_served_ends_in_a_sentence(
    store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: tuple[str, ...]
) -> None:
    monkeypatch.setenv("KZEDU_STORE", str(store))
    done = kzedu(*(word.replace("NOWHERE", str(tmp_path / "nowhere")) for word in call))
    assert done.returncode == 2, done.stderr
    assert SENTENCES[call] in done.stderr
    assert "Traceback" not in done.stderr
    assert not list(tmp_path.iterdir())


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="the system has no disk that is always full")
@pytest.mark.parametrize("table", ["measures", "dump"])
def test_a_full_disk_is_said_in_a_sentence(store: Path, table: str) -> None:
    command = [sys.executable, "-c", "from kzedu_graph.cli import main; main()", "export", table, "--store", str(store)]
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, text=True, check=False, cwd=ROOT)
    assert (done.returncode, done.stderr) == (2, "kzedu: the output: No space left on device\n")


def test_our_own_commands_are_not_held_by_the_limits_of_a_server(store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KZEDU_LIMIT_SECONDS", "0.01")
    assert len(rows(store, "measures")) == 14
    endless = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"
    held = kzedu("query", "-", "--store", store, text=endless)
    assert (held.returncode, "was stopped after" in held.stderr) == (2, True)


def test_a_piped_build_says_what_it_does(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(progress, "PAUSE", 0.01)
    told = ""
    with progress.Steps(3) as steps:
        for name in ("reading a.txt", "reading b.txt"):
            steps.begin(name)
            while name not in told:
                told += capsys.readouterr().err
    assert "kzedu: 0 of 3 steps done: reading a.txt\n" in told
    assert "kzedu: 1 of 3 steps done: reading b.txt\n" in told


def test_serve_tells_its_address_when_it_answers_and_writes_nowhere(store: Path, tmp_path: Path) -> None:
    command = [sys.executable, "-c", "from kzedu_graph.cli import main; main()", "serve", "--port", "0"]
    nowhere = {name: str(tmp_path / "nobody") for name in ("HOME", "XDG_RUNTIME_DIR")}
    with subprocess.Popen(
        [*command, "--workers", "1", "--store", str(store)],
        cwd=ROOT,
        env={**os.environ, **nowhere},
        stderr=subprocess.PIPE,
        text=True,
    ) as server:
        try:
            assert server.stderr is not None
            assert "opening the graph" in server.stderr.readline()
            [address] = re.findall(r"kzedu: serving at (http://127\.0\.0\.1:\d+/)", server.stderr.readline())
            with urlopen(address) as page:
                assert page.status == 200
        finally:
            server.terminate()
        assert server.stderr.read() == ""
    assert not list(tmp_path.iterdir())


BAD = {
    "missing": (None, "there is no such file or folder"),
    "empty": (b"", "the file is empty"),
    "binary": (bytes(range(256)), "binary"),
    "undecodable": (
        RUSSIAN.read_text("utf-8").replace("№", "N").replace("–", "-").encode("koi8-r", "ignore"),
        "not UTF-8",
    ),
    "cut in a letter": (RUSSIAN.read_text("utf-8").encode("utf-16")[:-1], "not UTF-16"),
}


@pytest.mark.parametrize("kind", BAD)
def test_bad_input_gets_one_clear_sentence_and_changes_nothing(store: Path, tmp_path: Path, kind: str) -> None:
    data, sentence = BAD[kind]
    path = tmp_path / "input.txt"
    if data is not None:
        path.write_bytes(data)
    before = sorted(str(p) for p in store.rglob("*"))
    done = kzedu("build", "--store", store, path)
    assert done.returncode == 2
    assert sentence in done.stderr
    told = [line for line in done.stderr.splitlines() if " steps done: " not in line]
    assert len(told) == 1
    assert "Traceback" not in done.stderr
    assert sorted(str(p) for p in store.rglob("*")) == before


@pytest.mark.parametrize("encoding", ["utf-16", "windows-1251"])
def test_another_encoding_is_read_and_said(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "input.txt"
    path.write_bytes(RUSSIAN.read_text("utf-8").replace("Өрлеу", "Орлеу").replace("Кітап", "Китап").encode(encoding))
    done = kzedu("build", "--store", tmp_path / "store", path)
    assert done.returncode == 0, done.stderr
    assert len(rows(tmp_path / "store", "measures")) == 7
    detected = [f for f in rows(tmp_path / "store", "findings") if f["code"] == "encoding-detected"]
    assert [encoding in f["message"]["en"] for f in detected] == [True]


def test_two_files_of_one_name_but_for_the_ending_are_two_texts(tmp_path: Path) -> None:
    for ending in ("txt", "md"):
        (tmp_path / f"plan.{ending}").write_text(f"План школы ({ending})\nДиректор должен вести журнал.", "utf-8")
    done = kzedu("build", "--store", tmp_path / "store", "--corpus", tmp_path)
    assert done.returncode == 0, done.stderr
    assert sorted(row["source"] for row in rows(tmp_path / "store", "documents")) == ["plan-md", "plan-txt"]


def test_an_empty_folder_is_refused(tmp_path: Path) -> None:
    done = kzedu("build", "--store", tmp_path / "store", "--corpus", tmp_path)
    assert (done.returncode, "holds no .txt, .md, .docx" in done.stderr) == (2, True)


def test_a_text_without_a_plan_is_a_finding(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("Просто письмо о погоде.\n", "utf-8")
    done = kzedu("build", "--store", tmp_path / "store", tmp_path / "letter.txt")
    assert done.returncode == 0, done.stderr
    assert {f["code"] for f in rows(tmp_path / "store", "findings")} == {"no-plan", "date-unknown"}


def test_a_table_cut_off_in_the_middle_keeps_its_whole_rows(tmp_path: Path) -> None:
    text = RUSSIAN.read_text("utf-8")
    (tmp_path / "cut.txt").write_text(text[: text.index("итоги конкурса")], "utf-8")
    done = kzedu("build", "--store", tmp_path / "store", tmp_path / "cut.txt")
    assert done.returncode in (0, 1), done.stderr
    if done.returncode == 0:
        assert [m["number"] for m in rows(tmp_path / "store", "measures")] == ["1", "2", "3", "4", "5", "6"]
        codes = {f["code"] for f in rows(tmp_path / "store", "findings")}
        assert {"row-damaged", "deadline-missing", "responsible-missing"} <= codes


def test_no_build_yet_is_said(tmp_path: Path) -> None:
    done = kzedu("export", "measures", "--store", tmp_path)
    assert (done.returncode, len(done.stderr.strip().splitlines())) == (2, 1)


def test_an_unparsable_query_names_its_place(store: Path) -> None:
    done = kzedu("query", "-", "--store", store, text="SELECT ?x WHERE { ?x a }")
    assert done.returncode == 2
    assert "line 1" in done.stderr


def test_a_fault_of_a_query_stands_under_its_line(store: Path) -> None:
    done = kzedu("query", "-", "--store", store, text="PREFIX a: <urn:a#>\nSELECT * { ?s a:b ?o FILTER(?o > ) }")
    assert (done.returncode, done.stdout) == (2, "")
    said, line, sign = done.stderr.rstrip().splitlines()
    assert said == "kzedu: line 2, the query is not SPARQL: Something is missing in front of “)”."
    assert line[sign.index("^")] == ")"


def test_a_term_that_the_ontology_lacks_is_told(store: Path) -> None:
    own = "PREFIX kzedu: <https://w3id.org/kzedu/ontology#>"
    text = f'{own} SELECT ?m {{ ?m kzedu:responsable "kzedu:quoted" ; kzedu:lead ?a }} # kzedu:remarked'
    done = kzedu("query", "-", "--store", store, "--format", "csv", text=text)
    assert (done.returncode, done.stdout.strip()) == (0, "m")
    assert done.stderr.count("does not define") == 1
    assert "did you mean kzedu:responsible?" in done.stderr


def test_a_query_that_takes_too_long_gets_one_sentence(store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KZEDU_LIMIT_SECONDS", "0.5")
    done = kzedu("query", "-", "--store", store, text="SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }")
    assert (done.returncode, done.stderr.startswith("kzedu: the query was stopped")) == (2, True), done.stderr
    assert len(done.stderr.strip().splitlines()) == 1


def test_a_parameter_that_a_question_does_not_have_is_named(store: Path) -> None:
    done = kzedu("query", "past-their-date", "--param", "foo=1", "--store", store)
    assert (done.returncode, done.stderr.strip()) == (
        2,
        "kzedu: past-their-date has no parameter foo; it has day, programme",
    )


def test_as_many_processes_as_processors_and_no_more_than_texts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("os.sched_getaffinity", lambda _: {0, 3, 5})
    assert [usual_jobs(texts) for texts in (0, 1, 2, 3, 9)] == [1, 1, 2, 3, 3]
