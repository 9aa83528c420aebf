"""What looks like a duty in Kazakh and is none, and whom headings do not bind; all text is invented."""

from __future__ import annotations

import pytest

from tests.read_duties import duties_of_text, read_duties

AMENDED = [
    "Қағиданың 3-тармағындағы «ескі» деген сөз алынып тасталсын.",
    "2-тармақтағы «артық» деген сөздер алынып тасталсын.",
    "Тізімдегі қоқыс жинау туралы 5-тармақ алынып тасталсын.",
    "Ережедегі жарамсыз құрал туралы екінші бөлігі алып тасталсын.",
    "2-қосымшадағы «бөгде заттар» алынып тасталсын.",
]


@pytest.mark.parametrize("text", AMENDED)
def test_an_amendment_that_takes_out_words_or_parts_bids_nobody(text: str) -> None:
    assert read_duties("kk", text, "enacting") == []


@pytest.mark.parametrize(
    "text", ["Бақтағы сынған орындық алынып тасталсын.", "«Алма» бағындағы қоқыс алынып тасталсын."]
)
def test_things_are_to_be_taken_away(text: str) -> None:
    assert [deed for _, deed, _ in read_duties("kk", text, "enacting")] == [text.removesuffix(".")]


APPOINTED = [
    "Садов А. жетекші тағайындалсын.",
    "А. Садов жетекші тағайындалсын.",
    "Мұғалім Садова А.Б. үйірмеге жетекші тағайындалсын.",
    "Айгүл Садова тәлімгер бекітілсін.",
    "Садова Айгүл Бақытқызы топқа тәлімгер бекітілсін.",
]


@pytest.mark.parametrize("text", APPOINTED)
def test_a_person_who_is_appointed_by_name_is_bound_to_nothing(text: str) -> None:
    assert read_duties("kk", text, "enacting") == []


@pytest.mark.parametrize(
    "text",
    [
        "Әр сыныпқа тәлімгер бекітілсін.",
        "Жас маман А. Садоваға тәлімгер тағайындалсын.",
        "Садова Айгүлге тәлімгер тағайындалсын.",
    ],
)
def test_somebody_is_to_be_found_for_whom_the_act_names_in_the_dative(text: str) -> None:
    assert len(read_duties("kk", text, "enacting")) == 1


OURS = [
    "Бабамыз еккен бақ үлкен.",
    "Мектебіміз бен кафедрамыз туралы деректер.",
    "Анамыз бақта гүл егеді.",
    "Біздің командамыз жарысқа қатысады.",
    "Бұл – біздің командамыз.",
    "Көшеміз таза болады.",
    "Біз – бір мекемеміз.",
]


@pytest.mark.parametrize("text", OURS)
def test_nouns_that_are_ours_are_no_verbs(text: str) -> None:
    assert read_duties("kk", text) == []


@pytest.mark.parametrize(
    ("text", "deeds"),
    [
        ("Біз бақты күтеміз.", ["бақты күтеміз"]),
        ("Көшетті қатарлап отырғызамыз, гүлдерді суарамыз.", ["Көшетті қатарлап отырғызамыз", "гүлдерді суарамыз"]),
        ("Біз бақтан алма тереміз.", ["бақтан алма тереміз"]),
        ("Мұғалімге көмектесеміз.", ["Мұғалімге көмектесеміз"]),
    ],
)
def test_what_we_do_is_a_verb_that_closes_its_clause(text: str, deeds: list[str]) -> None:
    assert [deed for _, deed, _ in read_duties("kk", text)] == deeds


HEADED = "# Бақ туралы қағидалар\n\n## 1. Жалпы ережелер\n\n1. Бағбан гүл егеді.\n\n## 3. Төраға мен хатшы\n\n"


@pytest.mark.parametrize(
    ("line", "bearer"),
    [
        ("Хаттамалар мектепте үш жыл сақталуға жатады.", None),
        ("Көшеттер бақта өсіріледі.", None),
        ("Хаттама мектепте сақталуы тиіс.", None),
        ("Тізім жасайды.", "Төраға мен хатшы"),
        ("Төраға отырысты ашады.", "Төраға"),
    ],
)
@pytest.mark.parametrize("before", ["", "3.1. Отырысты жүргізеді.\n\n"])
def test_a_heading_of_somebody_binds_nobody_to_what_is_done_to_things(
    line: str, bearer: str | None, before: str
) -> None:
    found = duties_of_text("kk", f"{HEADED}{before}3.2. {line}\n")
    assert found[-1][1] == bearer
