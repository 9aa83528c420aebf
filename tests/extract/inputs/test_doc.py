"""Old Word files: LibreOffice saves them as .docx; where there is none, one sentence says what to do."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import time
from pathlib import Path

import docx
import pytest

from extract.inputs.parts import UnusableInput
from extract.inputs.reading import read_input
from extract.inputs.word import doc

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
OLD = OLE + bytes(600) + "WordDocument".encode("utf-16-le") + bytes(600)
WORDS = "Сторож закрывает сад."


@pytest.fixture
def old_file(tmp_path: Path) -> Path:
    path = tmp_path / "plan.doc"
    path.write_bytes(OLD)
    return path


@pytest.fixture
def new_file(tmp_path: Path) -> Path:
    whole = docx.Document()
    whole.add_paragraph(WORDS)
    whole.save(str(tmp_path / "new.docx"))
    return tmp_path / "new.docx"


def installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, script: str) -> None:
    """A LibreOffice on the PATH that does what the script says; its last argument is the file."""
    place = tmp_path / "bin"
    place.mkdir()
    program = place / "soffice"
    program.write_text(f"#!/bin/sh\nfor file; do :; done\n{script}\n", "utf-8")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{place}{os.pathsep}{os.environ['PATH']}")


def test_it_is_read_as_libreoffice_saves_it(
    old_file: Path, new_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    installed(tmp_path, monkeypatch, f'cp "{new_file}" "${{file%.doc}}.docx"')
    given = read_input(old_file)
    assert (given.form, given.text.strip()) == ("doc", WORDS)


def test_without_libreoffice_one_sentence_tells_what_to_do(
    old_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(UnusableInput, match=r"old Word format; save it as \.docx, or install LibreOffice\.\Z"):
        read_input(old_file)


def test_a_file_that_libreoffice_cannot_read_is_refused(
    old_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    installed(tmp_path, monkeypatch, "exit 1")
    with pytest.raises(UnusableInput, match=r"LibreOffice cannot read the file"):
        read_input(old_file)


def test_what_takes_too_long_is_ended_with_all_that_it_began(
    old_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    installed(tmp_path, monkeypatch, f'sleep 60 & echo $! > "{tmp_path}/child"; wait')
    monkeypatch.setattr(doc, "SECONDS", 0.5)
    with pytest.raises(UnusableInput, match="takes too long"):
        read_input(old_file)
    child = (tmp_path / "child").read_text().strip()
    assert _has_ended(child)


def test_it_is_ended_before_the_alarm_of_the_process(
    old_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    installed(tmp_path, monkeypatch, "sleep 60")
    monkeypatch.setattr(doc, "SPARE", 29.5)
    signal.setitimer(signal.ITIMER_REAL, 30)
    try:
        with pytest.raises(UnusableInput, match="takes too long"):
            read_input(old_file)
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)


def test_a_text_with_a_table_of_a_workbook_in_it_is_a_text(
    new_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    installed(tmp_path, monkeypatch, f'cp "{new_file}" "${{file%.doc}}.docx"')
    path = tmp_path / "table.doc"
    path.write_bytes(OLD + "Workbook".encode("utf-16-le"))
    assert read_input(path).form == "doc"


def _has_ended(pid: str) -> bool:
    """Whether a process that was killed is gone, or is only waited for by nobody; given ten seconds for it."""
    place = Path(f"/proc/{pid}/stat")
    for _ in range(100):
        try:
            if place.read_text("utf-8").rpartition(")")[2].split()[0] == "Z":
                return True
        except (FileNotFoundError, ProcessLookupError):
            return True
        time.sleep(0.1)
    return False


def test_libreoffice_itself_reads_tables_and_counted_points(tmp_path: Path) -> None:
    program = next(filter(None, map(shutil.which, doc.PROGRAMS)), None)
    if program is None:
        pytest.skip("LibreOffice is not installed")
    whole = docx.Document()
    whole.add_paragraph("Сторож закрывает сад.", style="List Number")
    whole.add_table(1, 2).rows[0].cells[1].text = "Сад"
    whole.add_paragraph("Конец.")
    whole.save(str(tmp_path / "plan.docx"))
    command = [program, f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", "--headless", "--convert-to", "doc"]
    subprocess.run([*command, "--outdir", str(tmp_path), str(tmp_path / "plan.docx")], check=True, capture_output=True)
    given = read_input(tmp_path / "plan.doc")
    assert given.form == "doc"
    assert given.text.startswith("1. Сторож закрывает сад.")
    assert given.blocks is not None
    assert [type(block).__name__ for block in given.blocks] == ["Paragraph", "Table", "Paragraph"]
