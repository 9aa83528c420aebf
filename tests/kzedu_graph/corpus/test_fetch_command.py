"""`kzedu corpus fetch`: a folder of acts kept as their addresses give them."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import docx
import pytest
from answering_server import ACT, BODY, Answer, Server
from click.testing import CliRunner

from kzedu_graph.cli import main
from kzedu_graph.corpus.manifest import Corpus


def fetch(folder: Path, *wanted: str) -> tuple[int, str, str]:
    done = CliRunner().invoke(main, ["corpus", "fetch", *wanted, "--pause", "0", "--corpus", str(folder)])
    return done.exit_code, done.stdout, done.stderr


def test_the_command_keeps_a_corpus_up_to_date(server: Server, tmp_path: Path) -> None:
    server.answers["/77"] = Answer()
    address = server.address("/77")
    code, out, err = fetch(tmp_path, address)
    assert (code, out.splitlines()[0]) == (0, "added P3100000077.2031-05-05.ru.txt"), err
    assert fetch(tmp_path)[:2] == (0, "unchanged P3100000077.2031-05-05.ru.txt\n")
    server.answers["/77"] = Answer((ACT + "\n\nСноска. С изменениями от 01.02.2032 № 5.\n").encode(), etag='"two"')
    code, out, _ = fetch(tmp_path, "P3100000077")
    assert (code, out.splitlines()[0]) == (0, "added P3100000077.2032-02-01.ru.txt")
    assert sorted(one.file for one in Corpus(tmp_path)) == [
        "P3100000077.2031-05-05.ru.txt",
        "P3100000077.2032-02-01.ru.txt",
    ]
    assert list((tmp_path / ".fetching").iterdir()) == []


@pytest.mark.parametrize("damage", [Path.unlink, lambda path: path.write_bytes(b"spoilt")], ids=["missing", "changed"])
def test_a_file_that_is_lost_or_spoilt_is_fetched_again(
    server: Server, tmp_path: Path, damage: Callable[[Path], object]
) -> None:
    server.answers["/77"] = Answer()
    fetch(tmp_path, server.address("/77"))
    file = tmp_path / "P3100000077.2031-05-05.ru.txt"
    damage(file)
    assert fetch(tmp_path)[0] == 0
    assert file.read_bytes() == BODY


def test_the_old_file_stays_where_the_new_one_is_no_act(server: Server, tmp_path: Path) -> None:
    server.answers |= {"/77": Answer(), "/78": Answer(ACT.replace("№ 77", "№ 78").encode())}
    assert fetch(tmp_path, server.address("/77"), server.address("/78"))[0] == 0
    before = (tmp_path / "corpus.toml").read_bytes()
    server.answers["/77"] = Answer("Сервис недоступен.".encode(), etag='"error"')
    code, out, err = fetch(tmp_path)
    assert (code, out) == (1, "unchanged P3100000078.2031-05-05.ru.txt\n")
    assert "does not say what act it is" in err
    assert "1 of 2 documents are as their addresses give them" in err
    assert (tmp_path / "corpus.toml").read_bytes() == before
    assert (tmp_path / "P3100000077.2031-05-05.ru.txt").read_bytes() == BODY


def test_a_word_document_is_fetched_as_one(server: Server, tmp_path: Path) -> None:
    word, stream = docx.Document(), io.BytesIO()
    for line in ACT.splitlines():
        word.add_paragraph(line)
    word.save(stream)
    server.answers["/file?id=77"] = Answer(stream.getvalue(), media_type="application/octet-stream")
    code, out, err = fetch(tmp_path, server.address("/file?id=77"))
    assert (code, out.splitlines()[0]) == (0, "added P3100000077.2031-05-05.ru.docx"), err


def test_a_name_without_an_address_is_told(tmp_path: Path) -> None:
    assert fetch(tmp_path, "plan")[0] == 2
    assert fetch(tmp_path)[0] == 2
