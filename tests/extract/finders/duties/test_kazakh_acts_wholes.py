"""Kazakh acts: bodies called from here on, shared names, shared verbs of items, doings in an order. Invented texts."""

from __future__ import annotations

import pytest

from tests.read_duties import duties_of_text, read_duties

RULES = "# Бақ туралы қағидалар\n\n"
ORDER = "# Бақ туралы\n\nБҰЙЫРАМЫН:\n\n"


@pytest.mark.parametrize(
    ("text", "bearer"),
    [
        ("Ұжымдық зертхана (бұдан әрі – Зертхана) осы Ережені басшылыққа алады.", "Ұжымдық зертхана"),
        (
            "Конкурстық комиссия (бұдан әрі – Комиссия) өз жұмысында осы Ережені басшылыққа алады.",
            "Конкурстық комиссия",
        ),
        ("ҰТО көшеттерге жауапты қызметкерді анықтайды.", "ҰТО"),
    ],
)
def test_who_is_called_so_from_here_on_acts(text: str, bearer: str) -> None:
    assert [who for who, *_ in read_duties("kk", text)] == [bearer]


@pytest.mark.parametrize(
    "text",
    [
        "Конкурстық комиссия (бұдан әрі – Комиссия) мүшелері отырысқа қатысады.",
        "Конкурстық комиссия (бұдан әрі – Комиссия) бекіткен тізімді бағбан сайтқа орналастырады.",
    ],
)
def test_brackets_before_its_own_noun_or_doing_name_nobody_by_themselves(text: str) -> None:
    assert all(not (who or "").startswith("Конкурстық комиссия (") for who, *_ in read_duties("kk", text))
    assert "Конкурстық комиссия" not in [who for who, *_ in read_duties("kk", text)]


@pytest.mark.parametrize(
    "bearer",
    [
        "Гүл өсіру (Б.С. Гүлов), бақ баптау (Қ.Қ. Алмасов), көшет салу (С.М. Терекбаев) департаменттері",
        "Жеміс және бақ егу (Б.С. Гүлов), жоғары талғам (С.М. Терекбаев) департаменттері",
    ],
)
def test_bodies_that_share_a_noun_are_all_named(bearer: str) -> None:
    found = duties_of_text("kk", f"{ORDER}2. {bearer} осы бұйрықты бағбандардың назарына жеткізсін.\n")
    assert found == [("requirement", bearer, "осы бұйрықты бағбандардың назарына жеткізсін")]


def test_what_is_done_in_an_order_has_its_thing_before_the_order() -> None:
    text = (
        "Бақ комитеті осы бұйрықтың {}белгіленген тәртіппен Бақ министрлігінде мемлекеттік тіркелуін қамтамасыз етсін."
    )
    for of_law in ("", "заңнамада "):
        whole = f"осы бұйрықтың {of_law}белгіленген тәртіппен Бақ министрлігінде мемлекеттік тіркелуін"
        assert read_duties("kk", text.format(of_law), "enacting") == [
            ("Бақ комитеті", f"{whole} қамтамасыз етсін", whole)
        ]


def test_an_order_before_the_thing_is_none_of_it() -> None:
    text = "Бақ кеңесі заңнамада белгіленген тәртіппен көшеттердің тіркелуін қамтамасыз етеді."
    assert [thing for *_, thing in read_duties("kk", text)] == ["көшеттердің тіркелуін"]


def test_items_of_when_and_how_share_the_last_verb() -> None:
    lead = "5. Бақ туралы құжаттар:\n\n1) кеңеске келу арқылы;\n\n2) хат арқылы жіберіледі.\n"
    assert [deed for *_, deed in duties_of_text("kk", RULES + lead)] == [
        "Бақ туралы құжаттар кеңеске келу арқылы жіберіледі",
        "Бақ туралы құжаттар хат арқылы жіберіледі",
    ]
    fair = "1. Бақ жәрмеңкесі:\n\n1) қалада – мамыр айында;\n\n2) ауылда – маусым айында өткізілсін.\n"
    assert len(duties_of_text("kk", ORDER + fair)) == 2


def test_conditions_share_no_verb() -> None:
    lead = "5. Бақ туралы құжаттар:\n\n1) көшет болмаған жағдайда;\n\n2) хат келмеген жағдайда қайтарылады.\n"
    assert len(duties_of_text("kk", RULES + lead)) == 1


def test_what_is_done_behind_what_somebody_does_is_no_part_of_it() -> None:
    text = (
        "Нұсқаулықтарды бақ меңгерушісі бекітеді және құрамына кіретін ұйымның немесе кеңестің басшысымен келісіледі."
    )
    assert read_duties("kk", text) == [
        ("бақ меңгерушісі", "Нұсқаулықтарды бекітеді", "Нұсқаулықтарды"),
        (None, "құрамына кіретін ұйымның немесе кеңестің басшысымен келісіледі", "Нұсқаулықтарды"),
    ]
    found = read_duties("kk", "Бағбан есепті жазады және кеңеске тапсырылады.")
    assert [(who, thing) for who, _, thing in found] == [("Бағбан", "есепті"), (None, "есепті")]


def test_what_somebody_hands_on_is_what_was_made_before() -> None:
    text = "Тізім мамырда қалыптастырылады және бақ бөлімі кеңеске жолдайды."
    assert {thing for *_, thing in read_duties("kk", text)} == {"Тізім"}


def test_copies_are_parted_each_with_its_own_duty() -> None:
    text = "Өтінімнің бір данасы комитетке жіберіледі, екіншісі ұйымда қалады."
    assert [thing for *_, thing in read_duties("kk", text)] == ["Өтінімнің бір данасы", "екіншісі"]


def test_somebody_signs_by_his_hand() -> None:
    assert [who for who, *_ in read_duties("kk", "Акт бас бағбанның қолымен куәландырылады.")] == ["бас бағбанның"]


def test_what_a_word_is_taken_for_is_no_duty() -> None:
    assert read_duties("kk", "Осы нұсқаулықта көшеттер бақта өсетін жас ағаштар деп түсіндіріледі.") == []
