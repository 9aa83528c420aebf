"""`kzedu corpus add`, `list` and `check`, and what a build reads of a corpus."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner
from corpus_folder import add, text

from kzedu_graph.cli import main


def run(*arguments: object) -> tuple[int, str, str]:
    done = CliRunner().invoke(main, [str(argument) for argument in arguments])
    return done.exit_code, done.stdout, done.stderr


def test_the_command_says_what_was_recognised_and_what_helps(folder: Path, inbox: Path) -> None:
    letter = text(inbox)
    letter.write_text(letter.read_text("utf-8").replace("Правительства", "акима города Самал"), "utf-8")
    code, out, _ = run("corpus", "add", letter, "--corpus", folder)
    assert code == 0
    assert "added plan.txt\n  work          act-2031-05-05-77-akim-city-sml\n" in out
    assert "issuer        not recognised: no body of the registry has the name" in out
    code, out, _ = run("corpus", "list", "--corpus", folder, "--format", "jsonl")
    assert json.loads(out)["version_date"] == "2031-05-05"
    assert run("corpus", "check", "--corpus", folder)[0] == 0
    (folder / "plan.txt").unlink()
    assert run("corpus", "check", "--corpus", folder) == (
        1,
        "missing: plan.txt: the file is not there\n",
        "1 documents, 1 problems\n",
    )
    assert run("corpus", "list", "--corpus", inbox)[0] == 2
    assert run("corpus", "add", inbox / "no.txt", "--corpus", folder)[0] == 2


def test_a_build_reads_what_the_manifest_lists_and_says_what_it_leaves_out(
    folder: Path, inbox: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    from kzedu_graph.cli.command import Unusable
    from kzedu_graph.cli.reading import texts_to_read

    add(folder, text(inbox))
    text(folder, "stray.txt")
    assert texts_to_read((folder,), folder / "store")[0] == [folder / "plan.txt"]
    assert "stray.txt is not in corpus.toml and is left out" in capsys.readouterr().err
    (folder / "plan.txt").unlink()
    with pytest.raises(Unusable, match="toml lists it"):
        texts_to_read((folder,), folder / "store")


def test_a_bad_file_among_several_costs_none_of_the_others(folder: Path, inbox: Path) -> None:
    good, other = text(inbox, "good.txt"), text(inbox, "other.txt")
    other.write_text(other.read_text("utf-8").replace("№ 77", "№ 78"), "utf-8")
    bad = inbox / "bad.docx"
    bad.write_bytes(b"PK\x03\x04 nothing")
    code, out, err = run("corpus", "add", "--corpus", folder, good, bad, other)
    assert code == 1
    assert [line for line in out.splitlines() if line.startswith("added")] == ["added good.txt", "added other.txt"]
    assert "bad.docx" in err
    assert "2 of 3 files" in err
    assert run("corpus", "add", "--corpus", folder, good, bad)[0] == 1
    code, _, err = run("corpus", "add", "--corpus", folder, bad, bad)
    assert (code, "none of 2 files" in err) == (2, True)
    code, _, err = run("corpus", "add", "--corpus", folder, bad)
    assert (code, err.count("bad.docx")) == (2, 1)
