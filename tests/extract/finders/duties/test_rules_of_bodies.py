"""Rules, regulations, standards and laws of bodies that no list has: invented points, and whom each binds to what."""

from __future__ import annotations

from pathlib import Path

import pytest

from extract.flow import extract_file
from kzedu_graph.registry.resolving import Registry

RU = """Утверждены приказом Министра просвещения Республики Казахстан от 5 мая 2031 года № 77

Правила ухода за садами

"""
KK = """Қазақстан Республикасы Оқу-ағарту министрінің 2031 жылғы 5 мамырдағы № 77 бұйрығымен бекітілген

Бақтарды күту қағидалары

"""
RUSSIAN = {
    "Центральные и местные исполнительные органы извещают жителей о посадках.": (
        "requirement",
        "Центральные и местные исполнительные органы",
    ),
    "Ведомство уполномоченного органа в сфере садоводства ведет учет садов.": (
        "requirement",
        "Ведомство уполномоченного органа в сфере садоводства",
    ),
    "Учет садов ведется акимами поселков, аульных округов в целях удобства.": (
        "requirement",
        "акимами поселков, аульных округов",
    ),
    "Осмотр садов проводится ежегодно с января по март комиссией по отбору саженцев.": (
        "requirement",
        "комиссией по отбору саженцев",
    ),
    "Если житель не пришел за саженцем, ЦВС хранит саженец в течение одного месяца.": ("requirement", "ЦВС"),
    "Контроль полива осуществляется ЦВС.": ("requirement", "ЦВС"),
    "Сад открывается организациями, находящимися в ведении акимата или службами, имеющими насосы.": (
        "requirement",
        "организациями, находящимися в ведении акимата или службами, имеющими насосы",
    ),
    "Полив организуется службами озеленения из числа сотрудников парка.": (
        "requirement",
        "службами озеленения из числа сотрудников парка",
    ),
    "Заведующему складом теплицы необходимо вести учет семян.": ("requirement", "Заведующему складом теплицы"),
    "Наименование товарной биржи должно содержать слово «сад».": ("requirement", None),
    "Товарная биржа не вправе торговать саженцами.": ("prohibition", "Товарная биржа"),
}
KAZAKH = {
    "Бақ мәселелерін комиссия шешеді.": ("requirement", "комиссия"),
    "Тексеруді жүргізгеннен кейін комиссия ұсынылған құжаттарды қарайды.": ("requirement", "комиссия"),
    "Сабақтарды арнайы білімі бар нұсқаушы өткізеді.": ("requirement", "арнайы білімі бар нұсқаушы"),
    "Көшет алуға ниет білдірген азамат әкімдікке өтініш береді.": (
        "requirement",
        "Көшет алуға ниет білдірген азамат",
    ),
    "Конвенцияға сәйкес қатысушы мемлекеттер бақ ашуға міндетті.": ("requirement", "қатысушы мемлекеттер"),
    "Бақ есебін қаржы қызметтері жүргізеді.": ("requirement", "қаржы қызметтері"),
    "БКО ММ осы стандартты басшылыққа алады.": ("requirement", "БКО ММ"),
    "БКО Суару департаменті есеп жасайды.": ("requirement", "БКО Суару департаменті"),
    "Бақ иесі суару немесе тазалау кезінде көшетті қорғауға міндетті.": ("requirement", "Бақ иесі"),
    "Көшетті сатып алушы азаматтар курстан өтуге міндетті.": ("requirement", "Көшетті сатып алушы азаматтар"),
    "Суару бойынша функциялар бақ басшыларына жүктеледі.": ("requirement", "бақ басшыларына"),
    "Тәлімгерлерге арнайы киім киюге рұқсат етіледі.": ("permission", "Тәлімгерлерге"),
    "Сабақ қашықтан өткізілуі мүмкін.": ("permission", None),
    "Техника құралдарын пайдалануға болады.": ("permission", None),
    "Су жетпесе, гүл отырғызатын орындарға көшет әкелуге жол берілмейді.": ("prohibition", None),
    "Комиссия екі айдан аспайтын мерзімде құжаттарды қарайды.": ("requirement", "Комиссия"),
}
NO_DUTIES = {
    "ru": (
        "Сады подразделяются на общие и школьные.",
        "Срок ухода определяется в соответствии с законом.",
        "Справка (требуется для сверки саженцев).",
    ),
    "kk": (
        "Бақтар ортақ және мектептік болып бөлінеді.",
        "Кінәлі адамдар заңда белгіленген тәртіппен жауапқа тартылады.",
        "Су тапшылығы туындауы мүмкін.",
    ),
}
TOLD = [
    *(("ru", RU, point, wanted) for point, wanted in RUSSIAN.items()),
    *(("kk", KK, point, wanted) for point, wanted in KAZAKH.items()),
]


def duties(folder: Path, head: str, points: str) -> list[tuple[str, str | None]]:
    (folder / "rules.txt").write_text(head + points + "\n", "utf-8")
    found = extract_file(folder / "rules.txt", Registry.load()).provisions
    return [(one.modality, one.bearer_text) for one in found]


@pytest.mark.parametrize(("lang", "head", "point", "wanted"), TOLD, ids=[point[:40] for _, _, point, _ in TOLD])
def test_whom_a_point_binds(tmp_path: Path, lang: str, head: str, point: str, wanted: tuple[str, str | None]) -> None:
    assert duties(tmp_path, head, f"1. {point}") == [wanted]


@pytest.mark.parametrize(("lang", "head"), [("ru", RU), ("kk", KK)])
def test_what_is_no_duty(tmp_path: Path, lang: str, head: str) -> None:
    for point in NO_DUTIES[lang]:
        assert duties(tmp_path, head, f"1. {point}") == [], point


def test_a_list_of_bans_has_its_verb_at_its_end(tmp_path: Path) -> None:
    points = "1. Бақ иелеріне:\n\n1) көшетті сындыруға;\n\n2) гүлді жұлуға жол берілмейді."
    assert duties(tmp_path, KK, points) == [("prohibition", "Бақ иелеріне")] * 2


def test_a_list_of_needs_has_its_verb_at_its_end_without_brackets(tmp_path: Path) -> None:
    points = "1. Бақ иелері:\n\n1) көшетті суару;\n\n2) құралды тазалау қажет (шелек, күрек)."
    (tmp_path / "rules.txt").write_text(KK + points + "\n", "utf-8")
    found = extract_file(tmp_path / "rules.txt", Registry.load()).provisions
    assert [one.bearer_text for one in found] == ["Бақ иелері"] * 2
    assert "шелек" not in found[0].sentence


def test_a_list_of_documents_is_one_duty(tmp_path: Path) -> None:
    points = "1. Колледж представляет следующие документы:\n\n1) заявку;\n\n2) копию плана сада."
    assert duties(tmp_path, RU, points) == [("requirement", "Колледж")]


def test_a_law_instructs(tmp_path: Path) -> None:
    head = "О садах\n\nЗакон Республики Казахстан от 5 мая 2031 года № 12-IX.\n\n"
    found = duties(tmp_path, head, "1. Оператор ведет учет садов.\n\n2. Оператор не вправе продавать сады.")
    assert found == [("requirement", "Оператор"), ("prohibition", "Оператор")]


def test_a_manual_told_by_its_bare_name_instructs(tmp_path: Path) -> None:
    head = "Бақтар туралы\n\nЗаңға сәйкес БҰЙЫРАМЫН:\n\n1. Шаралар қабылдансын.\n\n"
    found = duties(tmp_path, head, "# Бақтарды күту жөніндегі нұсқаулық\n\n1. Мектеп басшылары есеп береді.")
    assert found[-1] == ("requirement", "Мектеп басшылары")
