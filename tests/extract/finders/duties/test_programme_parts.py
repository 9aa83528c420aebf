"""Lists of programmes that stages, fields and headings part, and deeds in rows of their own; all text is invented."""

from __future__ import annotations

from pathlib import Path

import pytest

from extract.flow import extract_file
from kzedu_graph.registry.resolving import Registry

RUSSIAN = "# Программа развития садов на 2031-2033 годы\n\n"
KAZAKH = "# Аудан бақтарын дамытудың 2031-2033 жылдарға арналған бағдарламасы\n\n"


def told_in(tmp_path: Path, text: str) -> list[tuple[str | None, str | None]]:
    """Bearer and deed of every duty of a text."""
    path = tmp_path / "text.md"
    path.write_text(text + "\n", "utf-8")
    return [(one.bearer_text, one.deed) for one in extract_file(path, Registry.load()).provisions]


def deeds_in(tmp_path: Path, text: str) -> set[str | None]:
    return {deed for _, deed in told_in(tmp_path, text)}


@pytest.mark.parametrize(
    "part",
    [
        "На первом этапе (2031-2032 годы)",
        "(второй этап, 2033 год)",
        "II этап:",
        "В сфере полива:",
        "По направлению охраны роз:",
    ],
)
def test_a_russian_list_goes_on_behind_a_stage_or_a_field(tmp_path: Path, part: str) -> None:
    lines = f"Необходимо:\n\n{part}\n\nразвивать сеть садов;\n\nобучать мастеров.\n\n{part}\n\nоткрыть теплицы."
    assert deeds_in(tmp_path, RUSSIAN + lines) == {"развивать сеть садов", "обучать мастеров", "открыть теплицы"}


@pytest.mark.parametrize(
    "part",
    ["Бірінші кезеңде (2031-2032 жылдар)", "(екінші кезеңде 2033 жыл)", "Көшет өсіру саласында:", "Гүлсай ауданында:"],
)
def test_a_kazakh_list_goes_on_behind_a_stage_or_a_field(tmp_path: Path, part: str) -> None:
    lines = f"Мыналар қажет:\n\n{part}\n\nбақтарды күту;\n\nгүл егу.\n\n{part}\n\nқұдықтарды тазалау."
    assert deeds_in(tmp_path, KAZAKH + lines) == {"бақтарды күту", "гүл егу", "құдықтарды тазалау"}


def test_kazakh_lines_in_capitals_below_a_lead_in_are_items(tmp_path: Path) -> None:
    lines = "Бақтарда мыналар басым болып табылады:\n\nГүл нарығын құру.\n\nБақты күтуді ұйымдастыру (ескі, жаңа)."
    assert deeds_in(tmp_path, KAZAKH + lines) == {"Гүл нарығын құру", "Бақты күтуді ұйымдастыру (ескі, жаңа)"}


def test_what_includes_what_stands_below_parts_no_kazakh_list(tmp_path: Path) -> None:
    lines = "Мыналар қажет:\n\nбақтарды күту.\n\nОның ішінде:\n\nқала бағы бар."
    assert deeds_in(tmp_path, KAZAKH + lines) == {"бақтарды күту"}


@pytest.mark.parametrize("mark", ["1)", "1\\)"])
def test_an_item_whose_mark_is_glued_to_it_is_without_it(tmp_path: Path, mark: str) -> None:
    lines = f"Мынадай міндеттерді шешу көзделіп отыр:\n\n{mark}бақтарды күту;\n\n2)құдықтарды тазалау."
    assert deeds_in(tmp_path, KAZAKH + lines) == {"бақтарды күту", "құдықтарды тазалау"}


def test_what_a_programme_does_stands_below_a_heading_that_is_a_doing(tmp_path: Path) -> None:
    lines = (
        "4.4. Организация садового дела, проверки\n\nсаженцев и удобрений\n\n"
        "Снабжение садов саженцами роз и лип. Организация обучения садоводов посадке.\n\nВнедрение новых способов полива."
    )
    assert told_in(tmp_path, RUSSIAN + lines) == [
        (None, "Снабжение садов саженцами роз и лип"),
        (None, "Организация обучения садоводов посадке"),
        (None, "Внедрение новых способов полива"),
    ]


def test_facts_below_such_a_heading_bind_nobody(tmp_path: Path) -> None:
    lines = "## 4.4. Организация полива\n\nВ садах района сухо. Полив роз проводился утром. Состояние садов хорошее."
    assert deeds_in(tmp_path, RUSSIAN + lines) == set()


def test_who_must_by_a_relative_clause_is_bound_by_its_items_alone(tmp_path: Path) -> None:
    lines = "В роли штаба должен выступить отдел садов, который должен:\n\nсоздать садовый совет;\n\nоткрыть теплицы."
    assert told_in(tmp_path, RUSSIAN + lines) == [
        ("отдел садов", "В роли штаба выступить"),
        ("отдел садов", "создать садовый совет"),
        ("отдел садов", "открыть теплицы"),
    ]


@pytest.mark.parametrize(
    ("lead", "deed"),
    [
        ("Будет осуществлен переход на новый полив, включающий в себя две ступени:", "осуществлен переход"),
        ("Необходимо усилить охрану роз, чтобы в ближайшие годы:", "усилить охрану роз"),
        ("Должны быть выделены мастера, которые войдут в состав двух групп:", "выделены мастера"),
    ],
)
def test_parts_and_aims_are_no_deeds_of_their_own(tmp_path: Path, lead: str, deed: str) -> None:
    lines = f"{lead}\n\nпервая часть - уход за розами;\n\nвторая часть - уход за липами."
    [(_, told)] = told_in(tmp_path, RUSSIAN + lines)
    assert deed in str(told)


def test_directions_by_which_tasks_go_are_deeds(tmp_path: Path) -> None:
    lines = "Выполнение задач будет проходить по следующим направлениям:\n\nразвитие сети садов;\n\nучет роз."
    assert deeds_in(tmp_path, RUSSIAN + lines) == {"развитие сети садов", "учет роз"}


def test_what_a_measure_is_said_to_be_is_done(tmp_path: Path) -> None:
    text = "Неотложной мерой является установление связей с мастерами и повышение их знаний о розах."
    assert deeds_in(tmp_path, RUSSIAN + text) == {"установление связей с мастерами", "повышение их знаний о розах"}


def test_kazakh_deeds_behind_what_binds_them_are_each_their_own(tmp_path: Path) -> None:
    text = "Бақ саласын қалыптастыру қажет: суды үнемдеуді ұйымдастыру, бақтарға инвестициялар тарту, гүл нарығын құру."
    assert deeds_in(tmp_path, KAZAKH + text) == {
        "Бақ саласын қалыптастыру",
        "суды үнемдеуді ұйымдастыру",
        "бақтарға инвестициялар тарту",
        "гүл нарығын құру",
    }


def test_what_only_points_at_kazakh_deeds_is_none(tmp_path: Path) -> None:
    text = "Мынадай шараларды қабылдау қажет: бақтарды күту, гүл нарығын құру."
    assert deeds_in(tmp_path, KAZAKH + text) == {"бақтарды күту", "гүл нарығын құру"}


@pytest.mark.parametrize(
    "text",
    [
        "Негізгі міндеттердің бірі - бақтарды күту болып табылады.",
        "Бағдарламаның маңызды бағыттарының бірі – бақтарды күту.",
        "Бағдарламаның басымдықтары бақтарды күту болып табылады.",
    ],
)
def test_a_doing_that_a_kazakh_programme_says_to_be_a_task_is_one(tmp_path: Path, text: str) -> None:
    assert deeds_in(tmp_path, KAZAKH + text) == {"бақтарды күту"}


def test_a_kazakh_aim_is_no_task(tmp_path: Path) -> None:
    assert deeds_in(tmp_path, KAZAKH + "Бағдарламаның мақсаты бақтарды күту болып табылады.") == set()


def test_what_carrying_out_a_kazakh_programme_foresees_is_intended(tmp_path: Path) -> None:
    text = "Бағдарламаны жүзеге асыру бақтарды күтуді қарастырады."
    assert [str(deed).removesuffix(" қарастырады") for deed in deeds_in(tmp_path, KAZAKH + text)] == ["бақтарды күтуді"]
    past = "Бағдарламаны жүзеге асыру үшін жоспар жасалды, бұл бақтарды күтуді қарастырады."
    assert deeds_in(tmp_path, KAZAKH + past) == set()
