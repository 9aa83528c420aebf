"""Acts of one day and number are two, texts of one edition are never mixed."""

from __future__ import annotations

from pathlib import Path

from alone import in_this_process, snapshot

from extract.flow import extract_file
from kzedu_graph.building.run import run_build
from kzedu_graph.vocabulary import iris

RESOLUTION = """О плане чтения

Постановление акимата области {place} от 3 марта 2025 года № 12.

В целях развития чтения акимат ПОСТАНОВЛЯЕТ:

1. Управлению образования области {place} обеспечить открытие {what} до 1 июня 2025 года.

2. Контроль за исполнением настоящего постановления возложить на заместителя акима области {place}.
"""


def resolution(folder: Path, name: str, place: str, what: str) -> Path:
    file = folder / name
    file.write_text(RESOLUTION.format(place=place, what=what), "utf-8")
    return file


def test_acts_of_two_bodies_with_one_day_and_number_are_two(tmp_path: Path) -> None:
    files = [resolution(tmp_path, "a.txt", "Самал", "залов"), resolution(tmp_path, "b.txt", "Тарбак", "школ")]
    outcome = run_build(files, tmp_path / "store", in_this_process(extract_file))
    assert outcome.duplicates == ()
    assert len({summary.edition for summary in outcome.documents}) == 2
    assert [summary.provisions for summary in outcome.documents] == [2, 2]


def test_two_texts_of_one_edition_are_never_mixed(tmp_path: Path) -> None:
    files = [resolution(tmp_path, "a.txt", "Самал", "залов")]
    store = tmp_path / "store"
    run_build(files, store, in_this_process(extract_file))
    alone = snapshot(store)
    files.append(resolution(tmp_path, "b.txt", "Самал", "музыкальных школ"))
    outcome = run_build(files, store, in_this_process(extract_file))
    assert (len(outcome.documents), outcome.made) == (1, 1)
    [duplicate] = outcome.duplicates
    assert (duplicate.left_out.source.stem, duplicate.taken.source.stem) == ("b", "a")
    added = set(snapshot(store).splitlines()) - set(alone.splitlines())
    assert any(b"same-edition" in line for line in added)
    assert not any("музыкальных".encode() in line for line in added)
    audit = f"<{iris.graph('audit')}> .".encode()
    assert {line.rsplit(b" ", 2)[1] + b" ." for line in added} == {audit}
    run_build(files[:1], store, in_this_process(extract_file))
    assert snapshot(store) == alone
