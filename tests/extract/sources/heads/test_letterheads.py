"""Heads of minutes and of letterheads whose parts stand on lines of their own, in invented texts."""

from __future__ import annotations

from datetime import date

import pytest

from extract.sources.recognise import recognise
from kzedu_graph.model.records import Source
from kzedu_graph.registry.resolving import Registry

REGISTRY = Registry.load()
ORDERS = "\n\nВ целях ухода за садами ПРИКАЗЫВАЮ:\n\n1. Отделу садов до 1 июня 2031 года посадить деревья.\n"
TITLE = "Об уходе за садами"


def told(head: str) -> Source:
    return recognise("text", head, REGISTRY)[0]


@pytest.mark.parametrize(
    ("head", "title", "issuer"),
    [
        ("ПРОТОКОЛ № 7\n\nзаседания совета садоводов\n\nг. Тараз      19 ноября 2031 года\n\nПовестка дня: сады", "ПРОТОКОЛ № 7 заседания совета садоводов", "совета садоводов"),
        ("АО «Сады»\n\nПРОТОКОЛ № 7\n\nзаседания штаба садов\n\nг. Тараз  19 ноября 2031 года\n\nПовестка дня", "ПРОТОКОЛ № 7 заседания штаба садов", "АО «Сады»"),
        ("АО «Сады»\n\nПРОТОКОЛ № 7\n\nзаседания штаба садов\n\nг. Тараз 19 ноября 2031 года Председатель: А. Ким Присутствовали: 12 человек", "ПРОТОКОЛ № 7 заседания штаба садов", "АО «Сады»"),
        ("Бағбандар кеңесі отырысының\n№ 7 хаттамасы\n\nТараз қаласы 2031 жылғы 19 қараша Төраға: А. Ким", "Бағбандар кеңесі отырысының № 7 хаттамасы", "Бағбандар кеңесі"),
        ("ПРОТОКОЛ\nзаседания совета садоводов\nот 19 ноября 2031 года № 7\n\nПредседатель: А. Ким", "ПРОТОКОЛ заседания совета садоводов", "совета садоводов"),
        ("Протокол № 7 от 19.11.2031 г.\n\nзаседания совета садоводов\n\nПрисутствовали: 12 человек", "Протокол № 7 заседания совета садоводов", "совета садоводов"),
        ("№ 7 ХАТТАМА\n\nБағбандар кеңесінің отырысы\n\n2031 жылғы 19 қараша     Тараз қаласы\n\nКүн тәртібі: бақтар", "№ 7 ХАТТАМА Бағбандар кеңесінің отырысы", "Бағбандар кеңесінің"),
        ("Бағбандар кеңесі отырысының\n№ 7 хаттамасы\n\nТараз қаласы   19.11.2031 ж.\n\nКүн тәртібі: бақтар туралы мәселелер", "Бағбандар кеңесі отырысының № 7 хаттамасы", "Бағбандар кеңесі"),
    ],
)  # fmt: skip
def test_minutes(head: str, title: str, issuer: str | None) -> None:
    source = told(head)
    assert (source.kind, source.number, source.act_date) == ("minutes", "7", date(2031, 11, 19))
    assert source.title == title
    assert source.issuer_text == issuer


@pytest.mark.parametrize(
    ("head", "issuer"),
    [
        ("БҰЙРЫҚ                     ПРИКАЗ\n\n13 апреля 2031 года         № 5-34", None),
        ("№ 5-34 от 13 апреля 2031 г.\n\nПРИКАЗ\n\nМинистерство просвещения Республики Казахстан", "kz-moe"),
        ("ҚАЗАҚСТАН РЕСПУБЛИКАСЫ ОҚУ-АҒАРТУ МИНИСТРЛІГІ\n\nМИНИСТЕРСТВО ПРОСВЕЩЕНИЯ РЕСПУБЛИКИ КАЗАХСТАН\n\nБҰЙРЫҚ\n\nПРИКАЗ\n\nАстана қаласы\n\nгород Астана\n\nN 5-34 от 13 апреля 2031 года", "kz-moe"),
        ("КГУ «Сад»\n\nN 5-34 от 13 апреля 2031 г.", None),
    ],
)  # fmt: skip
def test_number_and_day_alone_on_a_line(head: str, issuer: str | None) -> None:
    source = told(f"{head}\n\n{TITLE}{ORDERS}")
    assert (source.lang, source.kind, source.number, source.act_date) == ("ru", "order", "5-34", date(2031, 4, 13))
    assert (source.title, source.issuer) == (TITLE, issuer)


def test_a_number_and_a_day_behind_the_title() -> None:
    source = told(f"ПРИКАЗ\n\n{TITLE}\n\nN 5-34 от 13 апреля 2031 г.{ORDERS}")
    assert (source.number, source.title) == ("5-34", TITLE)


def test_a_number_and_a_day_below_a_sentence_are_of_another() -> None:
    source = told(
        f"{TITLE}\n\nВ этом году все школы области посадили сады у дорог и прудов.\n\nN 5-34 от 13 апреля 2031 г."
    )
    assert source.number is None


def test_a_stamp_with_the_order_that_approves() -> None:
    source = told("«Бекітемін»\n«№ 27 Абай атындағы жалпы білім беретін мектеп» КММ директоры\n________ Б. Омарова\n2031 жылғы 28 тамыз № 112 бұйрық\n\n2031-2032 ОҚУ ЖЫЛЫНА АРНАЛҒАН БАҚЫЛАУ ЖОСПАРЫ\n\nКіріспе")  # fmt: skip
    assert (source.kind, source.number, source.title) == (
        "plan",
        "112",
        "2031-2032 ОҚУ ЖЫЛЫНА АРНАЛҒАН БАҚЫЛАУ ЖОСПАРЫ",
    )
    assert source.issuer_text == "«№ 27 Абай атындағы жалпы білім беретін мектеп» КММ"


@pytest.mark.parametrize(
    ("text", "title", "kind", "number", "day", "issuer"),
    [
        ("Бақты қаласы бөлімінің\n«№7 мектеп-лицейі» КММ\n\n      Б Ұ Й Р Ы Қ\n\n02.09.2031 ж.     № 7-н/қ     Бақты қ.\n\n"
         "Гүлзарда көшет егу туралы\n\nБҰЙЫРАМЫН:\n\n1. Бағбан көшеттерді суарсын.\n",
         "Гүлзарда көшет егу туралы", "order", "7-н/қ", date(2031, 9, 2), "Бақты қаласы бөлімінің «№7 мектеп-лицейі» КММ"),
        ("«Бақ» мектебінің\nдиректоры А. Садовқа\n\nҚЫЗМЕТТІК ЖАЗБА\n\n2031 жылғы 9 қаңтар   № 03\n\nҚұрметті Асқар Асанұлы!\n\n"
         "Бақтағы көшеттерді тексеру қорытындысы бойынша мынадай жұмыстар қажет болып отыр.\n",
         "ҚЫЗМЕТТІК ЖАЗБА", "act", "03", date(2031, 1, 9), None),
        ("Директору А. Садову\n\nСлужебная записка\n\n№ 3 от 9 января 2031 года\n\nО поливе сада\n\nУважаемый Антон Львович!\n",
         "О поливе сада", "act", "3", date(2031, 1, 9), None),
        ("**Центр садов Липовой области**\n\n# Методическое письмо\n\n## «Об уходе за садами весной»\n\nПисьмо адресовано садоводам области.\n",
         "Об уходе за садами весной", "act", None, None, None),
        ("KPI\n\n«Бақ» университетінің 2031 жылға арналған көгалдандыру жол картасы\n\n(Бағбандар кеңесінің 2030 жылғы 28 қарашадағы №5 хаттамасымен мақұлданған)\n\n№\n",
         "«Бақ» университетінің 2031 жылға арналған көгалдандыру жол картасы", "plan", "5", date(2030, 11, 28), "Бағбандар кеңесінің"),
        ("Утверждаю\nДиректор колледжа «Сад»\n______ А.Б. Садов\n« 1 » сентября 2031 г.\n\nПлан полива садов колледжа\n\n1. Полив\n",
         "План полива садов колледжа", "plan", None, date(2031, 9, 1), "Директор колледжа «Сад»"),
    ],
)  # fmt: skip
def test_papers_of_schools_and_companies(
    text: str, title: str, kind: str, number: str | None, day: date | None, issuer: str | None
) -> None:
    source = told(text)
    assert (source.title, source.kind, source.number, source.act_date, source.issuer_text) == (
        title, kind, number, day, issuer,
    )  # fmt: skip
