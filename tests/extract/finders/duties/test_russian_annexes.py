"""Annexes under a bare stamp, lists whose items only tell when, norms between the lines of a list; invented acts."""

from __future__ import annotations

from read_acts import provisions_of

HEAD = """# О садах

Решение акима Садового района от 2 апреля 2031 года № 4

В целях озеленения аким района РЕШИЛ:

"""


def read(text: str) -> list[tuple[str | None, str | None]]:
    return [(one.bearer_text, one.deed) for one in provisions_of(text)]


def test_an_annex_without_a_title_is_read_as_rules() -> None:
    annex = "1. Школам посадить розы.\n\nПриложение\n\nк решению акима района\n\n1. Мастера ведут учет роз.\n\n"
    assert read(f"{HEAD}{annex}2. Осмотр роз проводится весной.\n") == [
        ("Школам", "посадить розы"),
        ("Мастера", "ведут учет роз"),
        (None, "Осмотр роз проводится весной"),
    ]


def test_items_that_tell_when_something_is_not_needed_are_one_duty() -> None:
    text = (
        "# Правила входа в сад\n\n1. Справка не требуется:\n\n   1) если мастер идет один;\n\n   2) при поливе роз.\n"
    )
    ((one,),) = [provisions_of(text)]
    assert (one.modality, one.object) == ("permission", "Справка")


def test_a_norm_among_the_lines_of_a_list_leaves_it_open() -> None:
    lines = "1. Школам:\n\nпровести учет роз;\n\nустановить порядок полива.\n\nОпределить, что порядок действует до мая;\n\n"
    assert read(f"{HEAD}{lines}открыть кружки.\n")[-1] == ("Школам", "открыть кружки")


def test_who_answers_is_told_in_brackets_by_a_short_label() -> None:
    text = f"{HEAD}1. Провести осмотр теплиц (отв. Садов С.С., отдел культуры).\n"
    assert read(text) == [("Садов С.С., отдел культуры", "Провести осмотр теплиц")]


def test_a_programme_goes_on_with_whom_it_named() -> None:
    text = "# Программа развития садов\n\n## 5. Основные направления\n\n"
    told = read(f"{text}Отделы будут вести учет садов. Они также будут открывать кружки.\n")
    assert [bearer for bearer, _ in told] == ["Отделы", "Отделы"]


def test_a_lead_in_printed_with_a_semicolon_below_an_item_opens_a_list() -> None:
    text = "# Правила ухода за садом\n\n1. Мастера обязаны:\n\n   1) поливать розы;\n\nШколы обязаны;\n\n"
    assert read(f"{text}   1) открыть сад;\n\n   2) вести учет.\n")[1:] == [
        ("Школы", "открыть сад"),
        ("Школы", "вести учет"),
    ]
