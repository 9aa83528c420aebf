"""Signs inside words that no page shows: texts are read as they are seen."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest

from extract.flow import extract_file
from kzedu_graph.registry.resolving import Registry

RULES = "# Правила полива\n\n1. Мастера сада ежегодно до 1 мая обновляют график полива.\n"


@pytest.mark.parametrize("sign", ["\u00ad", "\u2060", "\u200c", "\u200d"])
@pytest.mark.parametrize("ending", [".txt", ".md", ".html"])
def test_a_sign_that_is_not_seen_is_not_read(tmp_path: Path, sign: str, ending: str) -> None:
    words = RULES.replace("Мастера", f"Мас{sign}те{sign}ра").replace("обновляют", f"обнов{sign}ляют")
    page = words.replace("# Правила полива", "<h1>Правила полива</h1>").replace("1. ", "<p>1. ")
    (tmp_path / f"rules{ending}").write_text(page if ending == ".html" else words, "utf-8")
    (found,) = extract_file(tmp_path / f"rules{ending}", Registry.load()).provisions
    assert (found.bearer_text, found.deed) == ("Мастера сада", "обновляют график полива")


def test_letters_in_two_parts_are_read_as_one(tmp_path: Path) -> None:
    (tmp_path / "rules.txt").write_text(unicodedata.normalize("NFD", RULES.replace("график", "йодный журнал")), "utf-8")
    (found,) = extract_file(tmp_path / "rules.txt", Registry.load()).provisions
    assert (found.deed, found.object) == ("обновляют йодный журнал полива", "йодный журнал полива")


@pytest.mark.parametrize("lines", ["\n", "\r\n"])
def test_a_tab_that_sets_in_a_paragraph_opens_no_cell(tmp_path: Path, lines: str) -> None:
    points = [
        "Правила полива",
        "",
        "\t1. Мастера обновляют график.",
        "\t2. Сторож:",
        "\tа) открывает ворота;",
        "\tб) поливает розы.",
    ]
    (tmp_path / "rules.txt").write_bytes(lines.join(points).encode())
    found = extract_file(tmp_path / "rules.txt", Registry.load())
    told = [(one.bearer_text, one.deed) for one in found.provisions]
    assert told == [("Мастера", "обновляют график"), ("Сторож", "открывает ворота"), ("Сторож", "поливает розы")]
    text = lines.join(points)
    assert [text[span.start : span.end] for span in found.provisions[0].evidence] == ["Мастера обновляют график."]


def test_a_table_of_short_cells_stays_a_table(tmp_path: Path) -> None:
    rows = "\t№\n\tМероприятие\n\tСрок\n\n\t1\n\tОткрыть сад.\n\tмай 2031 года.\n\n\t2\n\tПолить розы.\n\tиюнь 2031 года.\n"
    (tmp_path / "plan.txt").write_text(f"План мероприятий по саду\n\n{rows}", "utf-8")
    found = extract_file(tmp_path / "plan.txt", Registry.load())
    assert len(found.measures) == 2


def test_a_table_without_numbers_whose_cells_end_with_points_stays_a_table(tmp_path: Path) -> None:
    rows = [("Мероприятие", "Срок", "Ответственный")]
    rows += [(f"Полить сад {place}.", "май 2031 г.", "Завхоз;") for place in ("у школы", "у ворот", "у пруда")]
    (tmp_path / "plan.txt").write_text(
        "План мероприятий по саду\n\n" + "\n\n".join("\n".join(f"\t{cell}" for cell in row) for row in rows), "utf-8"
    )
    assert len(extract_file(tmp_path / "plan.txt", Registry.load()).measures) == 3
