"""Titles that no wording tells: headings, capitals, what stands below the house; and heads that were read wrongly."""

from __future__ import annotations

from datetime import date

import pytest

from extract.sources.heads.headers import read_header
from extract.sources.heads.lines.line import lines_of
from extract.sources.heads.titles.by_look import title_by_look

PLAIN = "Сад поливают утром и вечером, а в засуху ещё и в полдень, если хватает воды в бочках у ворот.\n"
KAZAKH = "Бақты таңертең және кешке суарады, ал қуаңшылықта қақпа жанындағы бөшкелерде су жетсе, түсте де суарады.\n"


@pytest.mark.parametrize(
    ("lang", "head", "title", "issuer"),
    [
        (
            "ru",
            "КГУ «Сад № 7»\nотдела садоводства\n\nВ помощь садоводам\n\nКАК ПОЛИВАТЬ В ЗАСУХУ\n(издание второе)\n\n",
            "КАК ПОЛИВАТЬ В ЗАСУХУ (издание второе)",
            "КГУ «Сад № 7» отдела садоводства",
        ),
        ("ru", "КГУ «Сад № 7»\n\n# ПАМЯТКА САДОВОДУ ПО ПОЛИВУ\n\n", "ПАМЯТКА САДОВОДУ ПО ПОЛИВУ", "КГУ «Сад № 7»"),
        (
            "ru",
            "# Об особенностях полива в новом сезоне\n\n*Методическое письмо*\n\nКГУ «Сад», отдел полива\n\n",
            "Об особенностях полива в новом сезоне",
            "",
        ),
        (
            "ru",
            "# Новый полив: что чаще всего спрашивают\n\n*Обновлено 2 апреля*\n\n",
            "Новый полив: что чаще всего спрашивают",
            "",
        ),
        (
            "kk",
            "«№ 41 бақ» КММ\n\nБАҒБАНҒА ЖАДЫНАМА\nСуару: дайындықтан есепке дейін\n\n",
            "БАҒБАНҒА ЖАДЫНАМА Суару: дайындықтан есепке дейін",
            "«№ 41 бақ» КММ",
        ),
        (
            "kk",
            "# Бағбан мен суарушыға арналған көмекші\n\n## ҚУАҢШЫЛЫҚ: байқау\n\n",
            "Бағбан мен суарушыға арналған көмекші",
            "",
        ),
        ("ru", "Айгуль Сериковна, здравствуйте!\n\n", "", ""),
        (
            "ru",
            "Протокол поливали дважды.\n\n",
            "Протокол поливали дважды",
            "",
        ),  # nothing looks like a title: the first words
    ],
)
def test_what_looks_most_like_a_title_is_one(lang: str, head: str, title: str, issuer: str) -> None:
    header = read_header(head + (PLAIN if lang == "ru" else KAZAKH), lang)
    assert (header.title, header.issuer) == (title, issuer)


def test_a_sentence_ends_where_titles_are_looked_for() -> None:
    header = read_header(f"Весна пришла рано\n\n{PLAIN}\nКАК ПОЛИВАТЬ В ЗАСУХУ\n", "ru")
    assert header.title == "Весна пришла рано"


def test_a_kind_of_text_names_a_title_at_its_edge_alone() -> None:
    head = "Цель - здоровье садов. Стратегия развития полива\n\nПлан полива садов\n\n1. Полив\n"
    assert title_by_look(list(lines_of(head)), "ru") == ("План полива садов", "")


@pytest.mark.parametrize(
    ("lang", "head", "number", "day"),
    [
        (
            "ru",
            "НАО «Сад»\n\nУТВЕРЖДЕНО\nна заседании Совета садов\n(прот. № 3 от «27» ноября 2031 г.)\n\n"
            "РЕКОМЕНДАЦИИ\nпо поливу садов\n\n",
            "3",
            date(2031, 11, 27),
        ),
        (
            "kk",
            "«Бақ» КММ\n\nБақтың әдістемелік кеңесінде\nмақұлданды. Хаттама №3, 14.10.2031 ж.\n\nСУАРУҒА АРНАЛҒАН ҰСЫНЫМДАР\n\n",
            "3",
            date(2031, 10, 14),
        ),
    ],
)
def test_a_meeting_approves_with_its_minutes(lang: str, head: str, number: str, day: date) -> None:
    header = read_header(head + (PLAIN if lang == "ru" else KAZAKH), lang)
    assert (header.kind, header.act, header.number, header.act_date) == ("recommendations", "minutes", number, day)


def test_the_town_stands_between_the_day_and_the_number() -> None:
    head = "«Бақ» КММ\n\nБҰЙРЫҚ\n\n12.05.2031 ж.       Орда қ.       № 9-н/қ\n\n"
    title = "2030-2031 жылы бақтарды\nсуаруды ұйымдастыру\nжәне өткізу туралы\n\n"
    header = read_header(f"{head}{title}БҰЙЫРАМЫН:\n1. Бақтар суарылсын.\n", "kk")
    assert (header.number, header.act_date) == ("9-н/қ", date(2031, 5, 12))
    assert header.title == "2030-2031 жылы бақтарды суаруды ұйымдастыру және өткізу туралы"


@pytest.mark.parametrize(
    ("lang", "head", "title"),
    [
        (
            "ru",
            "Как ухаживать за розами зимой\n\nОБЩИЕ СВЕДЕНИЯ\n\nРозы не любят мороза.\n",
            "Как ухаживать за розами зимой",
        ),
        ("ru", "Порядок в саду роз\n\nОБЯЗАННОСТИ САДОВНИКА\n\nСадовник ведет учет.\n", "Порядок в саду роз"),
        ("ru", "Как поливать розы\n\nКГУ ГОРОДСКОЙ САД\n\nСадовник ведет учет.\n", "Как поливать розы"),
        ("ru", "ВНИМАНИЕ ВСЕМ\n\n1. Садовник ведет учет роз.\n", "ВНИМАНИЕ ВСЕМ"),
        (
            "ru",
            "КГУ «Сад»\n\nПРИСУТСТВИЕ НА ЗАНЯТИЯХ: ПРАВИЛА УЧЕТА\n\n1. Садовник ведет учет.\n",
            "ПРИСУТСТВИЕ НА ЗАНЯТИЯХ: ПРАВИЛА УЧЕТА",
        ),
        ("kk", "Бақты қалай күтеміз\n\nЖАЛПЫ ЕРЕЖЕЛЕР\n\n1. Бағбан есеп береді.\n", "Бақты қалай күтеміз"),
    ],
)
def test_a_chapters_heading_is_no_title(lang: str, head: str, title: str) -> None:
    assert read_header(head, lang).title == title


def test_a_greeting_is_no_part_of_a_title() -> None:
    assert "Добрый день" not in read_header("Добрый день!\n\nСадовник обязан вести учет роз.\n", "ru").title


def test_an_agenda_is_no_title() -> None:
    head = "Орда облысы, Бақ ауданы\n«Сад атындағы мектеп» КММ\n\nПЕДАГОГИКАЛЫҚ КЕҢЕС ОТЫРЫСЫНЫҢ ШЕШІМІ\n"
    header = read_header(f"{head}№ 3          2031 жылғы 6 қаңтар\n\nКүн тәртібі:\n1. Суару туралы.\n", "kk")
    assert (header.kind, header.number, header.title) == ("decision", "3", "ПЕДАГОГИКАЛЫҚ КЕҢЕС ОТЫРЫСЫНЫҢ ШЕШІМІ")


def test_what_minutes_are_about_issued_nothing() -> None:
    head = "ПРОТОКОЛ № 7\nсовещания по вопросам полива садов\n\nг. Сад          17 мая 2031 г.\n\n"
    assert read_header(f"{head}Слушали: о поливе.\n", "ru").issuer == ""


def test_a_day_to_be_filled_in_has_its_month() -> None:
    head = "«БЕКІТЕМІН»\nБөлім басшысы\n____________ А. Садова\n2031 жылғы «__» тамыз\n\n"
    header = read_header(f"{head}# БАҚТАРДЫ СУАРУДЫ ҰЙЫМДАСТЫРУ ТУРАЛЫ\n\n{KAZAKH}", "kk")
    assert (header.title, header.issuer) == ("БАҚТАРДЫ СУАРУДЫ ҰЙЫМДАСТЫРУ ТУРАЛЫ", "Бөлім басшысы")


def test_what_a_text_rests_on_was_amended_and_not_the_text() -> None:
    head = "БАҒБАНҒА ЖАДЫНАМА\nСуару тәртібі\n\nНегіз: Бақтар министрінің 2028 ж. 18 наурыздағы №125 бұйрығы (өзгерістерімен)\n\n"
    assert read_header(head + KAZAKH, "kk").amended is None
