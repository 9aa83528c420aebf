"""Kazakh rules, orders and minutes of every day: who is bound, freed or meant, and by what titles. Invented texts."""

from __future__ import annotations

from functools import partial

import pytest

from tests.read_duties import duties_of_text, read_duties

read = partial(read_duties, "kk")
RULES = "# Ереже\n\n"
ORDER = "# Бұйрық\n\nБұйырамын:\n\n1. "


@pytest.mark.parametrize(
    ("text", "found"),
    [
        # A title names whose duty or right it is, or asks: the lines below it are his.
        (
            "Бақ туралы.\n\nБАҒБАННЫҢ МІНДЕТІ\n– көшетті суару;\n– құралды тексеру.\n",
            [("requirement", "БАҒБАННЫҢ", "көшетті суару"), ("requirement", "БАҒБАННЫҢ", "құралды тексеру")],
        ),
        (
            "Бақ туралы.\n\nБАҒБАН НЕГЕ ҚҰҚЫЛЫ?\n- жолды пайдалануға;\n- хат жазу.\n",
            [("permission", "БАҒБАН", "жолды пайдалануға"), ("permission", "БАҒБАН", "хат жазу")],
        ),
        ("Бақ туралы.\n\nБАҒБАН НЕ ІСТЕЙДІ\n- қақпаны жабады;\n", [("requirement", "БАҒБАН", "қақпаны жабады")]),
        ("Бақ туралы.\n\nОқушыға не болмайды\n- терезе ашу;\n", [("prohibition", "Оқушыға", "терезе ашу болмайды")]),
        ("Бақ туралы.\n\nОқушыға бақта болмайды:\n- от жағуға;\n", [("prohibition", "Оқушыға", "от жағуға")]),
        ("Бақ туралы.\n\nОқушыға не істеуге болады?\n- гүл алуға;\n", [("permission", "Оқушыға", "гүл алуға болады")]),
        # A sentence that ends in a ban is no title.
        (
            "Бағбан қышқылды суға құяды, керісінше істеуге тыйым салынады!\nБағбан есікті жабады.\n",
            [
                ("requirement", "Бағбан", "қышқылды суға құяды"),
                ("prohibition", "Бағбан", "керісінше істеуге тыйым салынады"),
                ("requirement", "Бағбан", "есікті жабады"),
            ],
        ),
        # "Ол" is whom the sentence before sets up or binds, or stands as it is.
        (
            "Бақ комиссиясы құрылады. Ол өтініштерді қарайды.",
            [
                ("requirement", None, "Бақ комиссиясы құрылады"),
                ("requirement", "Бақ комиссиясы", "өтініштерді қарайды"),
            ],
        ),
        (
            "Бағбан тізім жасайды. Ол көшетті суарады.",
            [("requirement", "Бағбан", "тізім жасайды"), ("requirement", "Бағбан", "көшетті суарады")],
        ),
        ("Бақ ашық. Олар хат мазмұнына араласпауы тиіс.", [("prohibition", "Олар", "хат мазмұнына араласпауы")]),
        ("Бақ ашық. Ол күн сайын жұмыс істейді.", []),
        # Who is freed from what is asked of others; where nobody is named it is a ban, or nothing.
        (
            "Жетім студенттерге кезекте тұру талап етілмейді.",
            [("permission", "Жетім студенттерге", "кезекте тұру талап етілмейді")],
        ),
        ("Жетім балалардан ақы алынбайды.", [("permission", "Жетім балалардан", "ақы алынбайды")]),
        ("Көшет үшін ақы алынбайды.", [("prohibition", None, "Көшет үшін ақы алынбайды")]),
        ("Дәрігерге қаралу міндетті емес.", [("permission", None, "Дәрігерге қаралу")]),
        ("Балаларға бас киім кию міндетті емес.", [("permission", "Балаларға", "бас киім кию")]),
        (
            "Қарттар мен мүгедектігі бар жандарға бұл талап қолданылмайды.",
            [("permission", "Қарттар мен мүгедектігі бар жандарға", "бұл талап қолданылмайды")],
        ),
        # What is done no less than so often is to be done.
        (
            "Жиын айына бір реттен кем өткізілмейді.",
            [("requirement", None, "Жиын айына бір реттен кем өткізілмейді")],
        ),
        # What somebody promises of himself.
        ("Біз қауіпсіздікті қамтамасыз етеміз.", [("requirement", "Біз", "қауіпсіздікті қамтамасыз етеміз")]),
        ("Мен құпияны жарияламаймын.", [("prohibition", "Мен", "құпияны жарияламаймын")]),
        ("Біз бақтың әдемі екеніне сенеміз.", []),
        # Who may or may not, in other words.
        ("Кешігіп келуге жарамайды.", [("prohibition", None, "Кешігіп келуге")]),
        ("Тараптар ақпарат беруге келісті.", [("commitment", "Тараптар", "ақпарат беруге келісті")]),
        ("Сіз есепті тапсыруыңыз керек.", [("requirement", "Сіз", "есепті тапсыруыңыз")]),
        ("Сіздің шағымдануға хақыңыз бар.", [("permission", "Сіздің", "шағымдануға")]),
    ],
)
def test_rules_of_every_day(text: str, found: list[tuple[str, str | None, str]]) -> None:
    assert duties_of_text("kk", f"{RULES}{text}\n") == found


@pytest.mark.parametrize(
    ("text", "bearers"),
    [
        # A post and a surname alone.
        ("Бас бағбан Терекова гүлдерді күніне екі рет тексереді.", ["Бас бағбан Терекова"]),
        # What is done in a point of an order is laid down; what is taken from nobody is said of nobody before it.
        ("Мал қораға қамалады.", [None]),
        ("Бағбан С. Садов көшетті суарсын. Көшет үшін ақы алынбасын.", ["Бағбан С. Садов", None]),
        # A person right behind what he is to do something to.
        ("Ақпаратты хатшы келесі отырысқа әзірлесін.", ["хатшы"]),
        # Of whom something is asked.
        ("Инспектордан көмек беруі сұралсын.", ["Инспектордан"]),
    ],
)
def test_points_of_an_order(text: str, bearers: list[str | None]) -> None:
    assert [bearer for _, bearer, _ in duties_of_text("kk", f"{ORDER}{text}\n")] == bearers


@pytest.mark.parametrize(
    ("text", "bearer", "object_"),
    [
        # Set against who does not act.
        ("Оқушылар емес, ата-аналар төлейді.", "ата-аналар", None),
        ("Жұмысты бағбан емес, студент жазады.", "студент", "Жұмысты"),
        # Who acts in the condition goes on behind it.
        ("Бақ иесі ауырып қалса, кітабын ауыстыра алады.", "Бақ иесі", "кітабын"),
        ("Бағбандар өрт байқаса, меңгерушіге хабарлайды.", "Бағбандар", None),
        # Who opens a clause before what is his.
        ("Иесі гүлін қайтарып ала алады.", "Иесі", "гүлін"),
        # By whom something is done.
        ("Өтініш ата-анамен толтырылады.", "ата-анамен", "Өтініш"),
        ("Өтініш ата-ана тарапынан толтырылады.", "ата-ана", "Өтініш"),
        # Who must by "керек".
        ("Бағбан нөмірге дереу қоңырау шалуы керек.", "Бағбан", "қоңырау"),
        # What is taken under control; what a verb governs in another case.
        ("Бағбан көшетті есепке алады.", "Бағбан", "көшетті"),
        ("Бағбан арқандарға асылуға құқылы.", "Бағбан", "арқандарға"),
        ("Бағбан судан шығуға тиіс.", "Бағбан", "судан"),
        ("Мүшелер хат мазмұнына араласпауы тиіс.", "Мүшелер", "хат мазмұнына"),
        # What is done to stands before a place whose name ends in two consonants.
        ("Ауруы бар адамдар бассейнге жіберілмейді.", "Ауруы бар адамдар", None),
        ("Ережені бұзған адам сеанстан шығарылады.", None, "Ережені бұзған адам"),
        ("Бағбан сыйды алуы мүмкін.", "Бағбан", "сыйды"),
    ],
)
def test_who_and_to_what(text: str, bearer: str | None, object_: str | None) -> None:
    assert [(one, done_to) for one, _, done_to in read(text)] == [(bearer, object_)]


@pytest.mark.parametrize(
    ("text", "deeds"),
    [
        (
            "Бағбан көшетті жабады да, меңгерушіге хабарлайды.",
            ["көшетті жабады", "меңгерушіге хабарлайды"],
        ),
        (
            "Бағбан кітапқа жазуға, хаттаманы сұрап алуға да құқылы.",
            ["кітапқа жазуға", "хаттаманы сұрап алуға"],
        ),
    ],
)
def test_deeds_that_are_added(text: str, deeds: list[str]) -> None:
    assert [deed for _, deed, _ in read(text)] == deeds


def test_a_denied_command_of_a_row_forbids() -> None:
    found = duties_of_text("kk", f"{ORDER}Мүшелер түсініктеме алсын, материалдарды жария етпесін.\n")
    assert [modality for modality, _, _ in found] == ["requirement", "prohibition"]
