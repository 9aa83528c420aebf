"""Headers as courts, portals and banks of acts print them, in invented texts."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from extract.flow import extract_file
from extract.sources.heads.headers import read_header
from extract.sources.recognise import recognise, sniff_lang
from kzedu_graph.language.letters import fold_homoglyphs
from kzedu_graph.model.records import Source
from kzedu_graph.registry.resolving import Registry

REGISTRY = Registry.load()


def told(head: str) -> Source:
    return recognise("text", head, REGISTRY)[0]


@pytest.mark.parametrize(
    ("head", "number", "day", "issuer", "title"),
    [
        # a joint word before the kind, in both languages; the day in front of the court
        ("Залдар туралы дауларды қарау туралы\n\nҚазақстан Республикасы Жоғарғы Сотының 2031 жылғы 16 шілдедегі N 5 Нормативтік қаулысы.\n\nқаулы етеді:", "5", date(2031, 7, 16), "kz-supreme-court", "Залдар туралы дауларды қарау туралы"),
        ("Залдар туралы дауларды қарау туралы\n\n2031 жылғы 16 шілдедегі № 5 Қазақстан Республикасы Жоғарғы Сотының нормативтік қаулысы\n\nқаулы етеді:", "5", date(2031, 7, 16), "kz-supreme-court", "Залдар туралы дауларды қарау туралы"),
        ("• Мое избранное\n\nОтправить по почте\n\n812\n\nО залах и садах Нормативное постановление Верховного Суда Республики Казахстан от 11 июля 2031 года N 5\n\nпостановляет:", "5", date(2031, 7, 11), "kz-supreme-court", "О залах и садах"),
        # the title in quotation marks behind the header or before it
        ('Нормативное постановление Верховного суда от 20.03.2031 N 2 "О залах и садах страны"\n\nпостановляет:', "2", date(2031, 3, 20), "kz-supreme-court", "О залах и садах страны"),
        ("Постановление Правительства Республики Казахстан от 5 мая 2031 года № 77 «О залах\nи садах страны»\n\nПОСТАНОВЛЯЕТ:", "77", date(2031, 5, 5), "kz-government", "О залах и садах страны"),
        ("«2031 жылғы бюджет туралы» Қарағанды облысы Абай ауданының мәслихатының 18 сессиясының 2030 жылғы 21 желтоқсандағы № 18/215 шешімі", "18/215", date(2030, 12, 21), "kz-karaganda-abai-district-maslikhat", "2031 жылғы бюджет туралы"),
        # the words of a bank of acts over the header
        ("Мәртебесі:\nКүшін жойған\nАкт туралы ақпарат:\nҚостанай облысы әкімдігінің 2031 жылғы 5 мамырдағы № 14 қаулысы. Тіркелді", "14", date(2031, 5, 5), "kz-kostanay-akimat", None),
        ("Статус:\nНовый\nСведения об акте:\nПриказ Министра просвещения Республики Казахстан от 5 мая 2031 года № 126. Зарегистрирован", "126", date(2031, 5, 5), "kz-moe", None),
        # the place on the letterhead's line or below it; letters set apart by two blanks; somebody who acts as minister
        ("ПОСТАНОВЛЕНИЕ\n\nакимата Костанайской области\n\n27 декабря 2031 года    № 312    село Тюльпан\n\nО садах и залах\n\nАкимат ПОСТАНОВЛЯЕТ:", "312", date(2031, 12, 27), "kz-kostanay-akimat", "О садах и залах"),
        ("ПОСТАНОВЛЕНИЕ\n\nакимата Костанайской области\n\n27 декабря 2031 года № 312\n\nсело Тюльпан\n\nО садах и залах\n\nАкимат ПОСТАНОВЛЯЕТ:", "312", date(2031, 12, 27), "kz-kostanay-akimat", "О садах и залах"),
        ("ҚОСТАНАЙ ОБЛЫСЫНЫҢ ӘКІМДІГІ\n\nҚ  А  У  Л  Ы\n\n2031 жылғы 27 желтоқсан    № 312    Қызғалдақ ауылы\n\nБақтар туралы\n\n1. Бақ ашылсын.", "312", date(2031, 12, 27), "kz-kostanay-akimat", "Бақтар туралы"),
        ("Бақтар туралы\n\nҚазақстан Республикасы Қаржы министрі міндетін атқарушының 2031 жылғы 28 қазандағы № 54 бұйрығы", "54", date(2031, 10, 28), "kz-mof", "Бақтар туралы"),
        ("Бақтар туралы\n\nҚазақстан Республикасы Қаржы министрінің міндетін атқарушының 2031 жылғы 28 қазандағы № 54 бұйрығы", "54", date(2031, 10, 28), "kz-mof", "Бақтар туралы"),
        # letters of old fonts
        ("Ќазаќстан Республикасы Їкіметініњ 2031 жылѓы 5 мамырдаѓы № 77 ќаулысы", "77", date(2031, 5, 5), "kz-government", None),
        ("О карантине\nПостановление Главного государственного санитарного врача Карагандинской области от 27 марта 2031 года № 6-қ", "6-қ", date(2031, 3, 27), "kz-karaganda-chief-sanitary-doctor", "О карантине"),
    ],
)  # fmt: skip
def test_who_issued_what_and_when(head: str, number: str, day: date, issuer: str, title: str | None) -> None:
    source = told(head)
    assert (source.number, source.act_date, source.issuer) == (number, day, issuer)
    assert title in (None, source.title)


def test_contents_above_a_title_are_not_the_title() -> None:
    head = "I ТАРАУ. Жалпы ережелер\n\n1-бап. Бақтың мәртебесi\n\n# Бақ кеңесi туралы\n\n> *Ескерту. Тақырыбы өзгерді - ҚР 2034.11.24. N 604 Заңымен (өзгеріс 2035 жылғы 1 қаңтардан бастап күшіне енеді).*\n\n## I ТАРАУ Жалпы ережелер\n\n### 1-бап. Бақтың мәртебесi\n\nОсы Заң бақтар туралы."
    source = told(head)
    assert (source.title, source.kind, source.version_date) == ("Бақ кеңесі туралы", "law", date(2034, 11, 24))


@pytest.mark.parametrize(
    ("line", "status"),
    [
        ("Утративший силу", "repealed"),
        ("Статус: Утратил силу", "repealed"),
        ("Недействующий", "repealed"),
        ("Не вступил в силу", "not-yet"),
        ("Приостановленный", "suspended"),
        ("Срок действия истек", "lapsed"),
        ("Обновленный", None),
        ("Күшін жойған", "repealed"),
        ("Мәртебесі: Күші жойылған", "repealed"),
        ("Тоқтатыла тұрған", "suspended"),
        ("Қолданыста болу мерзімі аяқталды", "lapsed"),
        ("Әлі күшіне енбеген", "not-yet"),
        ("Жаңа", None),
    ],
)
def test_the_status_line_of_a_page(line: str, status: str | None) -> None:
    header = "Приказ Министра просвещения Республики Казахстан от 5 мая 2031 года № 126"
    if any(letter in line for letter in "әғқңөұүһі") or line == "Жаңа":
        header = "Қазақстан Республикасы Оқу-ағарту министрінің 2031 жылғы 5 мамырдағы № 126 бұйрығы"
    assert told(f"О садах\n\n{line}\n\n{header}").status_told == status


def test_a_status_in_a_table_or_below_the_enacting_words_is_not_that_of_the_act() -> None:
    header = "О садах\nПриказ Министра просвещения Республики Казахстан от 5 мая 2031 года № 126\n"
    assert told(f"{header}\tУтратил силу\n").status_told is None
    assert told(f"{header}ПРИКАЗЫВАЮ:\nУтратил силу\n").status_told is None


@pytest.mark.parametrize(
    ("lines", "edition"),
    [
        ("Внесены изменения:\nпостановлением Правительства РК от 30.03.32 г. № 399;\nпостановлением Правительства РК от 04.06.33 г. № 402 (введено в действие с 01.01.2035).\nПредыдущие редакции:", date(2033, 6, 4)),
        ("По всему тексту внесены изменения в соответствии с постановлением Правительства РК от 07.12.2033 г. № 4", date(2033, 12, 7)),
        ("Пункт 1 изменен в соответствии с постановлением Правительства РК от 21.04.2032 г. № 5 (см. редакцию от 31.05.2031 г.)", date(2032, 4, 21)),
    ],
)  # fmt: skip
def test_a_portal_tells_what_changed_the_text(lines: str, edition: date) -> None:
    head = "О залах\nПостановление Правительства Республики Казахстан от 5 мая 2031 года № 77\n" + lines
    assert told(head).version_date == edition


def test_a_year_first_and_a_day_before_the_month() -> None:
    head = "Залдар туралы\nҚазақстан Республикасы Үкіметінің 2031 жылғы 5 мамырдағы № 77 қаулысы\nЕнгізілген өзгерістер:\nҚР Үкіметінің 2032.18.02. № 20 қаулысымен"
    assert told(head).version_date == date(2032, 2, 18)


@pytest.mark.parametrize(
    "line",
    [
        "ҚР Үкіметінің 2033 жылғы 20 қарашадағы № 861 Қаулысымен 2034 ж 1 қаңтардан бастап күші жойылды",
        "Осы Қаулы күшін жойды 2034 жылғы 1 қаңтардан бастап ҚР Үкіметінің 20.11.2033 жылғы № 861 Қаулысына сәйкес",
    ],
)
def test_a_portal_tells_the_end_of_an_act(tmp_path: Path, line: str) -> None:
    file = tmp_path / "act.txt"
    head = "Залдар туралы\nҚазақстан Республикасы Үкіметінің 2031 жылғы 5 мамырдағы № 77 Қаулысы\n"
    file.write_text(f"{head}{line}\nҚазақстан Республикасының Үкіметі ҚАУЛЫ ЕТЕДІ:\n1. Залдар ашылсын.\n", "utf-8")
    source = extract_file(file, REGISTRY).source
    assert (source.repealed_on, source.repealed_by) == (date(2034, 1, 1), "P3300000861")


def test_a_cited_act_is_no_header_though_its_day_stands_first() -> None:
    head = "Залдар туралы\n\n2031 жылғы 5 мамырдағы Қазақстан Республикасының Еңбек кодексі 139-бабының 7-тармағына сәйкес БҰЙЫРАМЫН:"
    source = told(head)
    assert (source.number, source.act_date) == (None, None)


def test_a_title_in_quotation_marks_behind_a_name_is_a_header_above_all_sentences_only() -> None:
    name = "Приказ Министра просвещения Республики Казахстан от 6 июня 2030 года № 161 «Об утверждении норм питания»"
    own = read_header(f"{name}\n\n1. Нормы даны ниже.\n", "ru")
    assert (own.number, own.act_date) == ("161", date(2030, 6, 6))
    cited = read_header(
        f"Памятка\n\nВ каждой школе для детей осенью открывается столовая с горячими обедами.\n{name} действует.\n",
        "ru",
    )
    assert (cited.number, cited.act_date) == (None, None)


def test_old_fonts_are_kazakh() -> None:
    assert sniff_lang("Ќазаќстан тўрѓын їйлері туралы") == "kk"
    assert fold_homoglyphs("халыќтыѕ") == "халықтың"
