"""The guide leads from a file that was downloaded to its page, by the commands that it tells."""

from __future__ import annotations

import shlex
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path

import docx
from places import ROOT

PLAN_ROWS = (
    ("№ п/п", "Наименование мероприятия", "Форма завершения", "Срок исполнения", "Ответственные исполнители"),
    ("1.", "Закладка садов при опорных школах", "отчет в МП", "декабрь 2031 – 2033 годов", "МП, МИО"),
    (
        "2.",
        "Разработка правил ухода за садом",
        "приказ Министра просвещения Республики Казахстан",
        "июнь 2032 года",
        "МП",
    ),
)


def download(path: Path) -> None:
    """A plan as a Word document, as somebody finds it in a folder of downloads."""
    word = docx.Document()
    word.add_paragraph("О Плане мероприятий по развитию школьных садов на 2031 – 2033 годы")
    word.add_paragraph("Постановление Правительства Республики Казахстан от 5 мая 2031 года № 77.")
    word.add_paragraph("1. Утвердить прилагаемый План мероприятий.")
    word.add_heading("План мероприятий по развитию школьных садов", 1)
    table = word.add_table(0, len(PLAN_ROWS[0]))
    for row in PLAN_ROWS:
        for cell, words in zip(table.add_row().cells, row, strict=True):
            cell.text = words
    word.save(path)


def commands_of_the_guide() -> list[str]:
    guide = (ROOT / "docs" / "adding-a-document.md").read_text("utf-8")
    return guide.partition("## From a download to its page")[2].split("```sh\n")[1].split("\n```")[0].splitlines()


def page(address: str, process: subprocess.Popen[bytes]) -> str:
    until = time.monotonic() + 60
    while time.monotonic() < until and process.poll() is None:
        try:
            with urllib.request.urlopen(urllib.request.Request(address, headers={"Accept": "text/html"})) as answer:
                return str(answer.read().decode("utf-8"))
        except urllib.error.URLError:
            time.sleep(0.2)
    raise AssertionError(f"{address} did not answer")


def test_the_guide_leads_from_a_download_to_its_page_in_five_commands(tmp_path: Path) -> None:
    commands = commands_of_the_guide()
    assert len(commands) <= 5
    downloaded = tmp_path / "my-plan.docx"
    download(downloaded)
    kzedu = [
        sys.executable,
        "-c",
        f"import sys; sys.path.insert(0, {str(ROOT)!r}); from kzedu_graph.cli import main; main()",
    ]
    calls = [
        [*kzedu, *(str(downloaded) if word.startswith("~") else word for word in shlex.split(line)[1:])]
        for line in commands
    ]
    told = ""
    for call in calls[:-1]:
        done = subprocess.run(call, cwd=tmp_path, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
        told += done.stdout
    place = next(line.split()[2].rstrip(",") for line in told.splitlines() if line.startswith("  its page"))
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with subprocess.Popen(
        [*calls[-1], "--port", str(port)], cwd=tmp_path, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ) as server:
        try:
            shown = page(f"http://127.0.0.1:{port}{place}", server)
        finally:
            server.terminate()
    assert "О Плане мероприятий по развитию школьных садов" in shown
    assert "Закладка садов при опорных школах" in shown
