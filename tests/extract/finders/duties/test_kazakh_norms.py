"""Norms of Kazakh laws and rules: whoever opens what he must, relative clauses, lists, brackets. Invented sentences."""

from __future__ import annotations

import pytest

from tests.extract.finders.duties.test_kazakh_laws import LAW, provisions
from tests.read_duties import read_duties


@pytest.mark.parametrize(
    ("text", "bearer", "deed", "object_"),
    [
        # Whoever opens a clause of what he must is bound, whatever his noun is.
        ("Ем алған науқастар есепке тұруға міндетті.", "Ем алған науқастар", "есепке тұруға", None),
        # Who made somebody what he is belongs to his name.
        (
            "Грамотаны аудандардың әкімдері және облыс әкімі өкілдік берген басқа да тұлғалар тапсыра алады.",
            "аудандардың әкімдері және облыс әкімі өкілдік берген басқа да тұлғалар",
            "Грамотаны тапсыра",
            "Грамотаны",
        ),
        # Attributes that look like things.
        (
            "Есепті жергілікті өкілді және атқарушы органдар ұсынады.",
            "жергілікті өкілді және атқарушы органдар",
            "Есепті ұсынады",
            "Есепті",
        ),
        # A body of a centre, and a centre.
        (
            "Нәтиженің нысанын Орталық емтихан комиссиясы бекітеді.",
            "Орталық емтихан комиссиясы",
            "Нәтиженің нысанын бекітеді",
            "Нәтиженің нысанын",
        ),
        ("Орталық кітапхана қорын толықтырады.", "Орталық", "кітапхана қорын толықтырады", "кітапхана қорын"),
        # As what somebody is found belongs to the finding.
        (
            "Борышкерді дәрменсіз деп тануды сот жүзеге асырады.",
            "сот",
            "Борышкерді дәрменсіз деп тануды жүзеге асырады",
            "Борышкерді дәрменсіз деп тануды",
        ),
        # Whose duty somebody does in his stead is no object.
        (
            "Бағбан бақ басшысына немесе оның міндетін атқарушыға жазбаша хабарлайды.",
            "Бағбан",
            "бақ басшысына немесе оның міндетін атқарушыға жазбаша хабарлайды",
            None,
        ),
        # What is handed on stands before what for.
        (
            "Құжаттарды тексеру үшін бағбан комиссияға жібереді.",
            "бағбан",
            "Құжаттарды комиссияға жібереді",
            "Құжаттарды",
        ),
        # A body in the instrumental has its place; a passive may have a verb's noun in the accusative.
        (
            "Құжаттарды тіркеуді Гүлсай облысы әкімінің аппаратымен жүзеге асырылады.",
            "Гүлсай облысы әкімінің аппаратымен",
            "Құжаттарды тіркеуді жүзеге асырылады",
            "Құжаттарды тіркеуді",
        ),
        # A participle names no thing, its noun may.
        (
            "Жоғалған көшеттер газет арқылы жарияланады.",
            None,
            "Жоғалған көшеттер газет арқылы жарияланады",
            "Жоғалған көшеттер",
        ),
        # What accords with something in brackets accords there.
        (
            "Бағбандар тізімі бақтың атауын (құжаттарға сәйкес көрсете отырып) екі тілде жазылады.",
            None,
            "Бағбандар тізімі бақтың атауын (көрсете отырып) екі тілде жазылады",
            "Бағбандар тізімі",
        ),
        (
            "Көшетті қайта отырғызу бір жыл өткен соң ғана мүмкін.",
            None,
            "Көшетті қайта отырғызу",
            "Көшетті қайта отырғызу",
        ),
    ],
)
def test_a_norm(text: str, bearer: str | None, deed: str, object_: str | None) -> None:
    (one,) = provisions(f"{LAW}1. {text}\n")
    assert (one.bearer_text, one.deed, one.object) == (bearer, deed, object_)


def test_a_time_of_a_further_deed_leaves_the_bearer() -> None:
    text = "Иттердің иелері ауырған иттер туралы хабарлауға және белгі білінген кезде, мамандар келгенге дейін итті бағуға міндетті."
    assert {one.bearer_text for one in provisions(f"{LAW}1. {text}\n")} == {"Иттердің иелері"}


def test_how_an_authority_laid_down_is_no_bearer() -> None:
    text = "Ем алған науқастар есепке тұруға және уәкілетті орган белгілеген тәртіппен бақылаудан өтуге міндетті."
    assert {one.bearer_text for one in provisions(f"{LAW}1. {text}\n")} == {"Ем алған науқастар"}


def test_every_item_waits_for_the_verb_of_the_last() -> None:
    items = [
        "Бақ иелері:",
        "1) көшетті суғаруды;",
        "2) бақтың қауіпсіздігін, сондай-ақ зияннан;",
        "3) ережені сақтауды қамтамасыз етеді.",
    ]
    found = provisions(LAW + "\n".join(items) + "\n")
    assert [one.object for one in found] == ["көшетті суғаруды", "бақтың қауіпсіздігін", "ережені сақтауды"]


def test_what_one_works_at_stands_in_a_list_of_what_is_ones() -> None:
    items = [
        "Бағбан:",
        "1) балалардың дағдыларын, жұмыс істеуін, қабілеттерін дамытуға;",
        "2) ар-намысы мен қадір-қасиетін құрметтеуге міндетті.",
    ]
    found = provisions(LAW + "\n".join(items) + "\n")
    assert [one.object for one in found] == [
        "балалардың дағдыларын, жұмыс істеуін, қабілеттерін",
        "ар-намысы мен қадір-қасиетін",
    ]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Отанды қорғау әр азаматтың қасиетті борышы.", [("әр азаматтың", "Отанды қорғау")]),
        (
            "Тәртіп сақтау, қоқыс тастамау – әр бағбанның парызы.",
            [("әр бағбанның", "Тәртіп сақтау"), ("әр бағбанның", "қоқыс тастамау")],
        ),
        (
            "Бақты күту және гүл егу – тұрғындардың борышы.",
            [("тұрғындардың", "Бақты күту"), ("тұрғындардың", "гүл егу")],
        ),
        ("Қарыз өтеу – банктің борышы.", []),
    ],
)
def test_whose_duty_deeds_are(text: str, wanted: list[tuple[str, str]]) -> None:
    assert [(one.bearer_text, one.deed) for one in provisions(LAW + "1. " + text)] == wanted


@pytest.mark.parametrize(
    ("text", "who", "done_to"),
    [
        ("Құжаттар мемлекеттік тіркеуден өтеді.", None, None),
        ("Жоба тәуелсіз сараптамадан өтеді.", None, "сараптамадан"),
        ("Бағбандар медициналық тексеруден өтеді.", "Бағбандар", None),
        ("Шаруа айыппұл төлеуден осы жылы босатылсын.", "Шаруа", "айыппұл"),
        ("Шаруа қожалығы айыппұл төлеуден босатылады.", "Шаруа қожалығы", "айыппұл"),
        ("Жер салығы төлеуден босатылады.", None, "Жер салығы"),
    ],
)
def test_who_passes_and_who_is_freed(text: str, who: str | None, done_to: str | None) -> None:
    assert [(found[0], found[2]) for found in read_duties("kk", text)] == [(who, done_to)]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Осы шешімнің орындалуын бақылау тұрақты комиссияға тапсырылсын.", "тұрақты комиссияға"),
        ("Ұйымдастыру жұмыстары бөлімге тапсырылсын.", "бөлімге"),
        ("Көшеттерді санау бақ бөліміне тапсырылсын.", "бақ бөліміне"),
        ("Бақты бақылау әкімнің орынбасары А. Садовқа тапсырылсын.", "әкімнің орынбасары А. Садовқа"),
        ("Есеп бөлімге тапсырылсын.", None),
        ("Санау журналы бөлімге тапсырылсын.", None),
    ],
)
def test_doings_are_entrusted_and_things_handed_in(text: str, who: str | None) -> None:
    assert [found[0] for found in read_duties("kk", text, "enacting")] == [who]
