"""Heads whose parts stand in forms of their own, in invented texts: days in two languages, labels, letters, second
stamps, certificates, leaflets.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from extract.inputs.reading import read_input
from extract.sources.recognise import recognise
from extract.texts import read_whole, texts_of
from kzedu_graph.model.records import Source
from kzedu_graph.registry.resolving import Registry

REGISTRY = Registry.load()
ORDERS = "\n\nВ целях ухода за садами ПРИКАЗЫВАЮ:\n\n1. Отделу садов до 1 июня 2031 года посадить деревья.\n"
KAZAKH_ORDERS = "\n\nБақтарды күту мақсатында БҰЙЫРАМЫН:\n\n1. Бағбан 2031 жылғы 1 маусымға дейін көшеттерді суарсын.\n"
DAY = date(2031, 5, 5)


def told(head: str) -> Source:
    return recognise("text", head, REGISTRY)[0]


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ("КГУ «Сад»\n\nБҰЙРЫҒЫ / ПРИКАЗ РУКОВОДИТЕЛЯ\n\n«5» мамыр / мая 2031 ж./г.      № 7-од      Бақ қ. / г. Сад\n\nО поливе садов" + ORDERS, "О поливе садов"),
        ("КГУ «Сад»\n\nПРИКАЗ / БҰЙРЫҚ\n\n«5» мая / мамыр 2031 г./ж.      № 7-од\n\nО поливе садов" + ORDERS, "О поливе садов"),
        ("«Бақ» КММ\n\nБҰЙРЫҚ / ПРИКАЗ\n\n2031 жылғы «5» мамыр / «5» мая 2031 года      № 7-од\n\nБақтарды суару туралы" + KAZAKH_ORDERS, "Бақтарды суару туралы"),
        ("КГУ «Сад»\n\nПРИКАЗ\n\nРегистрационный номер: 7-од\nДата подписания: 5 мая 2031 года\nг. Сад\n\nО поливе садов" + ORDERS, "О поливе садов"),
        ("«Бақ» КММ\nБҰЙРЫҚ\nНөмірі: 7-од        Күні: 05.05.2031 ж.\n\nБақтарды суару туралы" + KAZAKH_ORDERS, "Бақтарды суару туралы"),
        ("«БАҚ БАСҚАРМАСЫ» ММ БАСШЫСЫНЫҢ БҰЙРЫҒЫ\n\nТіркеу нөмірі: 7-од\nҚол қойылған күні: 5 мамыр 2031 ж.\nБақты қаласы\n\nБақтарды суару туралы" + KAZAKH_ORDERS, "Бақтарды суару туралы"),
    ],
)  # fmt: skip
def test_numbers_and_days_in_forms_of_their_own(head: str, title: str) -> None:
    source = told(head)
    assert (source.title, source.number, source.act_date, source.kind) == (title, "7-од", DAY, "order")


def test_a_number_of_the_register_is_none_of_the_order() -> None:
    source = told(
        "КГУ «Сад»\n\nПРИКАЗ\n\n№ 7-од\nДата: 05.05.2031\nЗарегистрирован в Министерстве юстиции\n"
        "Регистрационный номер: 23331\n\nО поливе садов" + ORDERS
    )
    assert source.number == "7-од"


@pytest.mark.parametrize(
    ("head", "title", "number", "issuer"),
    [
        ("УКАЗ\nПРЕЗИДЕНТА РЕСПУБЛИКИ КАЗАХСТАН\n\nО мерах по уходу\nза садами\n\nАстана, Акорда, 5 мая 2031 года          № 77\n\nВ целях ухода за садами ПОСТАНОВЛЯЮ:\n1. Правительству полить сады.\n",
         "О мерах по уходу за садами", "77", "ПРЕЗИДЕНТА РЕСПУБЛИКИ КАЗАХСТАН"),
        ("ПОСТАНОВЛЕНИЕ\nакимата города Сад\n\nО поливе садов\n\nг. Сад, 5 мая 2031 года № 77\n\nАкимат города Сад ПОСТАНОВЛЯЕТ:\n1. Полить сады.\n",
         "О поливе садов", "77", "акимата города Сад"),
    ],
)  # fmt: skip
def test_a_title_between_the_issuer_and_the_day(head: str, title: str, number: str, issuer: str) -> None:
    source = told(head)
    assert (source.title, source.number, source.act_date, source.issuer_text) == (title, number, DAY, issuer)


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ("Приложение 3\nк приказу Министра садов\nот 5 мая 2031 года № 62\n\nУтверждены\nприказом Министра садов\nот 3 марта 2022 года № 32\n\nПравила полива садов\n\n1. Садовник поливает сады.\n",
         "Правила полива садов"),
        ("Бақ министрінің\n2031 жылғы 5 мамырдағы\n№ 62 бұйрығына\n3-қосымша\n\nБақ министрінің\n2022 жылғы 3 наурыздағы\n№ 32 бұйрығымен\nбекітілген\n\nБақтарды суару\nқағидалары\n\n1. Бағбан бақтарды суарады.\n",
         "Бақтарды суару қағидалары"),
    ],
)  # fmt: skip
def test_a_second_stamp_is_none_of_the_title(head: str, title: str) -> None:
    source = told(head)
    assert (source.title, source.number, source.act_date) == (title, "62", DAY)


@pytest.mark.parametrize(
    ("head", "issuer"),
    [
        ("05.05.2031   № 7-од\nНа № 12 от 1 мая 2031 года\n\nОтделам зелени\nрайонов, городов Сад и Роза\n\nМинистерство садов Республики Бак, рассмотрев письмо, сообщает следующее.\nПросим полить сады до 1 июня.\n",
         "Министерство садов Республики Бак"),
        ("«Бақ облысының көгал басқармасы» ММ\n060010, Бақ қаласы, Гүл к-сі, 7\n\n05.05.2031 ж. № 7-од\nСіздің 2031 жылғы 1 мамырдағы\n№ 1-7/3 хатыңызға\n\n«Гүл» қожалығының\nбасшысы Е. Терековке\n\nҚұрметті Ерен!\nБасқарма Сіздің өтінішіңізді қарап, келесіні хабарлайды.\n",
         "«Бақ облысының көгал басқармасы» ММ"),
    ],
)  # fmt: skip
def test_letters_without_a_title(head: str, issuer: str) -> None:
    source = told(head)
    assert (source.title, source.number, source.act_date, source.issuer_text) == ("text", "7-од", DAY, issuer)


def test_a_title_below_whom_a_letter_is_for_stays_it() -> None:
    source = told(
        "КГУ «Сад»\n\n05.05.2031 № 7-од\n\nГрафик полива\nсадов района\n\nСадовник поливает сады каждый день.\n"
    )
    assert source.title == "График полива садов района"


@pytest.mark.parametrize(
    ("head", "title", "issuer"),
    [
        ("КГУ «Садовая школа»\nг. Сад, ул. Роз, 7\n\nС П Р А В К А № 7-од\n\nДана Садовой А.Б. в том, что она учится в школе.\nДата выдачи: 05.05.2031\n",
         "СПРАВКА № 7-од", "КГУ «Садовая школа»"),
        ("«Бақ» колледжі КМҚК\nБақты қ., Т. Гүлов к., 31\n\n      А Н Ы Қ Т А М А      № 7-од\n\nБерілді: А. Гүловаға, ол осы колледжде оқиды.\nБерілген күні: 05.05.2031 ж.\n",
         "АНЫҚТАМА № 7-од", "«Бақ» колледжі КМҚК"),
    ],
)  # fmt: skip
def test_certificates(head: str, title: str, issuer: str) -> None:
    source = told(head)
    assert (source.title, source.number, source.act_date, source.issuer_text) == (title, "7-од", DAY, issuer)


@pytest.mark.parametrize(
    ("head", "title", "number", "issuer"),
    [
        ("**«РОСТОК»**\n*Информационный листок школы № 3 города Сад*\nВыпуск 5 (41) | май 2031 | Тираж 150 экз.\n\nВ НОМЕРЕ:\n— Наши сады\n",
         "РОСТОК", "5 (41)", "школы № 3 города Сад"),
        ("**«КӨКТЕМ»**\n*«Бақ» мектебінің ақпараттық парақшасы*\n№ 5 (41) | мамыр 2031 | Таралымы 150 дана\n\nБағбандар көшеттерді суарды.\n",
         "КӨКТЕМ", "5 (41)", "«Бақ» мектебінің"),
    ],
)  # fmt: skip
def test_leaflets(head: str, title: str, number: str, issuer: str) -> None:
    source = told(head)
    assert (source.title, source.number, source.issuer_text) == (title, number, issuer)


def test_a_memo_has_its_title_below_a_short_day() -> None:
    source = told(
        "Директору сада\nСадовой А.Б.\nот завхоза Розовой М.\n\nслужебная записка\n05.05.31\n\nО замене насоса\n\n"
        "Довожу до Вашего сведения, что насос вышел из строя.\n"
    )
    assert (source.title, source.act_date) == ("О замене насоса", DAY)


def test_minutes_of_a_class() -> None:
    source = told(
        "5 «Ә» сынып ата-аналар жиналысының хаттамасы №1\n\nКүні: 05.05.2031\nӨткен орны: 208-кабинет\n"
        "Қатысқаны: 22 ата-ана\n\nКүн тәртібінде:\n1) Бақты күту;\n2) Гүл отырғызу.\n"
    )
    assert (source.kind, source.number, source.act_date) == ("minutes", "1", DAY)


def test_a_head_of_a_school_in_kazakh_is_no_russian_text(tmp_path: Path) -> None:
    file = tmp_path / "plan.txt"
    file.write_text(
        "«Бекітемін»\nМектеп-интернат директоры\n_____________ Т. Садыков\n05.05.2031 ж.\n\nСАБАҚ КЕСТЕСІ\n\n"
        "1. 08:00–08:45  7А – алгебра, 8А – қазақ тілі, 9А – химия\n"
        "2. 08:50–09:35  7А – алгебра, 8А – ағылшын тілі, 9А – география\n"
        "3. 09:45–10:30  7А – биология, 8А – физика, 9А – геометрия\n",
        "utf-8",
    )
    given = read_input(file)
    assert [source.lang for source, _, _ in texts_of(read_whole("plan", given), given, REGISTRY)] == ["kk"]
