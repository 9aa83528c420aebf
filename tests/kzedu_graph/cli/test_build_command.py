"""`kzedu build`: what it reads, leaves out and says of files that are no texts; the graph in service is untouched."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from kzedu_command import kzedu, rows
from places import SAMPLE

from kzedu_graph.cli import progress
from kzedu_graph.cli.making import usual_jobs

RUSSIAN = SAMPLE / "samal-2025.ru.txt"


def test_building_twice_gives_identical_bytes(store: Path, tmp_path: Path) -> None:
    again = kzedu("build", "--store", tmp_path, "--corpus", SAMPLE)
    assert again.returncode == 0, again.stderr
    one, other = (kzedu("export", "dump", "--store", folder).stdout for folder in (store, tmp_path))
    assert one == other


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


def test_as_many_processes_as_processors_and_no_more_than_texts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("os.sched_getaffinity", lambda _: {0, 3, 5})
    assert [usual_jobs(texts) for texts in (0, 1, 2, 3, 9)] == [1, 1, 2, 3, 3]
