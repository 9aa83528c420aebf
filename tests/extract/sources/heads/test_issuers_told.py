"""Who issued an act is told by its stamp, by the words that enact or by who signs; drafts have stamps without a day."""

from __future__ import annotations

from datetime import date

import pytest

from extract.sources.recognise import recognise
from kzedu_graph.model.records import Source
from kzedu_graph.registry.resolving import Registry

REGISTRY = Registry.load()
POINTS = "\n\n1. Утвердить план полива.\n\n2. Решение вводится в действие.\n\n"
POINTS_KK = "\n\n1. Суару жоспары бекітілсін.\n\n2. Шешім қолданысқа енгізіледі.\n\n"


def told(text: str) -> Source:
    return recognise("text", text, REGISTRY)[0]


@pytest.mark.parametrize(
    ("text", "issuer", "words"),
    [
        (f"О садах\n\nВ соответствии с Законом о садах маслихат города Астаны РЕШИЛ:{POINTS}", "kz-astana-maslikhat", "маслихат города Астаны"),
        (f"О садах\n\nВ соответствии со статьей 5, акимат города Астаны ПОСТАНОВЛЯЕТ:{POINTS}Аким А. Садов", "kz-astana-akimat", "акимат города Астаны"),
        (f"О садах\n\nАлматинский областной маслихат РЕШИЛ:{POINTS}", "kz-almaty-region-maslikhat", "Алматинский областной маслихат"),
        (f"О садах\n\nПравительство Республики Казахстан ПОСТАНОВЛЯЕТ:{POINTS}Премьер-Министр А. Садов", "kz-government", "Правительство Республики Казахстан"),
        (f"О садах\n\nВ целях ухода ПРИКАЗЫВАЮ:{POINTS}И.о. Министра просвещения\n\nМинистр просвещения\nРеспублики Казахстан А. Садов", "kz-moe", "Министр просвещения Республики Казахстан"),
        (f"О садах\n\nВ целях ухода РЕШИЛ:{POINTS}**Аким Алматинской области**\n\n**А. Садов**", "kz-almaty-region-akim", "Аким Алматинской области"),
        (f"О садах\n\nВ целях ухода ПРИКАЗЫВАЮ:{POINTS}Садовник парка А. Садов", None, None),
        (f"Бақтар туралы\n\n«Бақтар туралы» Заңға сәйкес Астана қаласының мәслихаты ШЕШІМ ҚАБЫЛДАДЫ:{POINTS_KK}", "kz-astana-maslikhat", "Астана қаласының мәслихаты"),
        (f"Бақтар туралы\n\n«Бақтар туралы» Заңға сәйкес Астана қаласының әкімдігі ҚАУЛЫ ЕТЕДІ:{POINTS_KK}", "kz-astana-akimat", "Астана қаласының әкімдігі"),
        (f"Бақтар туралы\n\nБақты күту мақсатында БҰЙЫРАМЫН:{POINTS_KK}Қазақстан Республикасының\nОқу-ағарту министрі А. Бақтыбаев", "kz-moe", "Қазақстан Республикасының Оқу-ағарту министрі"),
    ],
)  # fmt: skip
def test_an_act_without_a_header(text: str, issuer: str | None, words: str | None) -> None:
    source = told(text)
    assert (source.issuer, source.issuer_text) == (issuer, words)
    assert source.number is None


def test_a_body_without_its_place_is_told_by_who_signs() -> None:
    stamp = "Приложение\nк решению акима области\nот 11 июня 2031 года № 6-194\n\nПЛАН САДА"
    source = told(f"О саде\n\nВ целях ухода РЕШИЛ:{POINTS}Аким Алматинской области\n\nА. Садов\n\n{stamp}")
    assert (source.issuer, source.number) == ("kz-almaty-region-akim", "6-194")
    other = told(f"О саде\n\nВ целях ухода РЕШИЛ:{POINTS}Министр просвещения А. Садов\n\n{stamp}")
    assert (other.issuer, other.issuer_text) == (None, "акима области")


def test_a_town_before_its_council_is_part_of_its_name() -> None:
    source = told(
        "Астана қаласы мәслихатының\n2031 жылғы 12 тамыздағы\nN 253/49-II шешімімен\nбекітілген\n\nБАҚ БАҒДАРЛАМАСЫ"
    )
    assert (source.issuer, source.issuer_text) == ("kz-astana-maslikhat", "Астана қаласы мәслихатының")
    source = told(
        "Бақ туралы\n\nАстана қаласы Қазақстан Республикасы Оқу-ағарту министрінің 2031 жылғы 5 мамырдағы № 5 бұйрығы"
    )
    assert source.issuer_text == "Қазақстан Республикасы Оқу-ағарту министрінің"


@pytest.mark.parametrize(
    ("stamp", "lang", "issuer"),
    [
        ("Утвержден\n\nпостановлением Правительства\n\nРеспублики Казахстан\n\n« » 2031 года\n\n№", "ru", "Правительства Республики Казахстан"),
        ("Проект\n\nУтвержден приказом Министра просвещения\nот «___» _________ 2031 года № ____", "ru", "Министра просвещения"),
        ("Приложение 2\nк решению маслихата города Аягоз\nот «__» марта 2031 года № ___", "ru", "маслихата города Аягоз"),
        ("Қазақстан Республикасы\nҮкіметінің\n2031 жылғы «___» __________\n№ ____ қаулысымен\nбекітілген", "kk", "Қазақстан Республикасы Үкіметінің"),
        ("Аягөз қаласы мәслихатының 2031 жылғы «__» наурыздағы № шешіміне 1-қосымша", "kk", "Аягөз қаласы мәслихатының"),
    ],
)  # fmt: skip
def test_a_draft_has_a_stamp_without_a_day(stamp: str, lang: str, issuer: str) -> None:
    title = {"ru": "План садовых работ на 2032 год", "kk": "2032 жылғы бақ жұмыстарының жоспары"}[lang]
    source = told(f"{stamp}\n\n{title}\n\n1. Сад")
    assert (source.lang, source.title, source.kind, source.issuer_text) == (lang, title, "plan", issuer)
    assert (source.number, source.act_date) == (None, None)


def test_a_stamp_with_its_day_is_no_draft() -> None:
    source = told("Утвержден постановлением акимата Алматинской области\nот 5 мая 2031 года № 5\n\nПлан полива садов")
    assert (source.number, source.act_date) == ("5", date(2031, 5, 5))
