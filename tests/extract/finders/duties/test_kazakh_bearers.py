"""Whom Kazakh rules name as bound, by kinds of phrases; all sentences are invented."""

from __future__ import annotations

from functools import partial

import pytest
from read_duties import read_duties

read = partial(read_duties, "kk")


BEARERS = [
    # What stands before the subject is what is done, no part of its name.
    ("Гүлдер туралы ақпаратты бақтың әкімшілігі тақтаға іледі.", "бақтың әкімшілігі", "Гүлдер туралы ақпаратты"),
    (
        "Бақтың суарылуын бақтың иесіне қызмет көрсететін ұйымның басшысы ұйымдастырады.",
        "бақтың иесіне қызмет көрсететін ұйымның басшысы",
        "Бақтың суарылуын",
    ),
    # A clause of a condition is closed by its comma; an attribute that looks owned is nobody's.
    ("Егер бақша иесі хат берсе, Комиссия оның пікірін тыңдайды.", "Комиссия", "оның пікірін"),
    ("Комиссия көшпелі отырыстар өткізуге құқылы.", "Комиссия", "көшпелі отырыстар"),
    # Somebody who answers for something, with what he answers for.
    (
        "Журналды жүргізуді көшеттерді тексеруге жауапты адам жүзеге асырады.",
        "көшеттерді тексеруге жауапты адам",
        "Журналды жүргізуді",
    ),
    ("Тексеру есебін гүлдерді күту жөніндегі жедел штаб қарайды.", "гүлдерді күту жөніндегі жедел штаб", "Тексеру есебін"),
    # One body, by its capital, right before its verb, by letters, or behind a ground, a time or a condition.
    ("Көшет егілген жағдайда, Палата тізімді баққа жібереді.", "Палата", "тізімді"),
    ("Арызды комиссия түскен сәттен бастап он күн ішінде қарайды.", "комиссия", "Арызды"),
    ("Бақтардағы тексеруді ГКО жүзеге асырады.", "ГКО", "Бақтардағы тексеруді"),
    ("Комиссия өзіне жүктелген міндеттерге сәйкес тізімді бекітеді.", "Комиссия", "тізімді"),
    ("Тексеру нәтижелері бойынша комиссия дауыс беру жолымен шешімді қабылдайды.", "комиссия", "шешімді"),
    # Doers whose verb has a complement.
    ("Егу үшін төлемді байқаудан өтуші ай сайын шотқа енгізеді.", "байқаудан өтуші", "төлемді"),
    ("Шешімді төрағалық етуші хабарлайды.", "төрағалық етуші", "Шешімді"),
    # Who acts in a clause of time or condition is not who is bound.
    ("Бақ төрағасы болмаған жағдайда оның міндетін бақ төрағасының орынбасары атқарады.", "бақ төрағасының орынбасары", "оның міндетін"),
    ("Тұрғындар егуге тартылған жағдайда бақ басшысы әкімдікке хат жолдайды.", "бақ басшысы", "хат"),
    # A list whose second member has a participle's clause in it.
    (
        "Бақтың басшысы, сондай-ақ күту туралы шарт жасасқан ұйымның басшысы тізімді бекітеді.",
        "Бақтың басшысы, сондай-ақ күту туралы шарт жасасқан ұйымның басшысы",
        "тізімді",
    ),
    ("Тұрғындар мен бағбандар жетекшілерінің есебін Оқу орталығы жүргізеді.", "Оқу орталығы", "Тұрғындар мен бағбандар жетекшілерінің есебін"),
    # A name with a deed in it.
    ("Арызды министрліктің Көшеттер қызметін ұйымдастыру департаменті қарайды.", "министрліктің Көшеттер қызметін ұйымдастыру департаменті", "Арызды"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "bearer", "done_to"), BEARERS)
def test_who_is_bound_and_what_he_does_it_to(text: str, bearer: str, done_to: str) -> None:
    ((named, _, found),) = read(text)
    assert (named, found) == (bearer, done_to)


def test_with_whom_something_is_done_does_not_do_it() -> None:
    ((bearer, *_),) = read("Тұлғалармен әңгімелесу бақта жүргізіледі.")
    assert bearer is None


@pytest.mark.parametrize(
    ("mood", "text", "deed"),
    [
        # What opens a clause and only tells by what means, when, or as what.
        ("plan", "Жаңа бақ салу арқылы егу мәдениеті көтерілетін болады.", "егу мәдениеті көтерілетін болады"),
        ("plan", "Жобаны іске асыру шеңберінде бақшалар желісі құрылады.", "бақшалар желісі құрылады"),
        ("instruction", "Шешіммен келіспеген жағдайда комиссия мүшелері өз пікірлерін жазады.", "өз пікірлерін жазады"),
        # Right before the verb it belongs to the deed.
        ("plan", "Егу мәдениеті жаңа бақ салу арқылы көтеріледі.", "Егу мәдениеті жаңа бақ салу арқылы көтеріледі"),
        # What comes of it, and how it is done meanwhile; what is done over and over; what is foreseen.
        ("plan", "Жаңа бақ салынады, бұл қаланы көркейтеді.", "Жаңа бақ салынады"),
        ("plan", "Тізімге өзгерістер енгізілетін болады (гүлдерді ескере отырып).", "Тізімге өзгерістер енгізілетін болады"),
        ("plan", "Бақтар тізімі жаңартылып отырады.", "Бақтар тізімі жаңартылып отырады"),
        ("plan", "Бақтар желісін кеңейту болжанып отыр.", "Бақтар желісін кеңейту"),
    ],
)  # fmt: skip
def test_a_deed_without_what_stands_beside_it(mood: str, text: str, deed: str) -> None:
    assert [found for _, found, _ in read(text, mood)] == [deed]


def test_a_clause_of_nobody_before_that_of_somebody_is_a_duty_of_its_own() -> None:
    told = read("Шешім дауыс беру арқылы қабылданады және оны төрағалық етуші хабарлайды.")
    assert {bearer for bearer, _, _ in told} == {None, "төрағалық етуші"}


def test_what_one_body_does_to_two_things_is_two_duties() -> None:
    told = read("Палата хаттаманы бақта іледі, тізімге жазбаларды енгізеді және бағбандарды хабардар етеді.")
    assert [found for *_, found in told] == ["хаттаманы", "жазбаларды", "бағбандарды"]
