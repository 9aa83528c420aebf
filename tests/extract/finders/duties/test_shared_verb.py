"""Sentences of several duties: two bodies with one verb, several deeds of one body. Invented sentences."""

from __future__ import annotations

import pytest

from extract.document.blocks import passage_of
from extract.finders.duties.decided import decide
from extract.finders.duties.deeds.actions import action_of
from extract.finders.duties.deeds.clauses import clause_of
from extract.finders.duties.deeds.objects import deed_and_object
from extract.finders.duties.deeds.several import of_each_clause
from extract.finders.duties.grammar.words import party_text
from extract.finders.duties.sentences.unit import Unit

Said = list[tuple[str | None, str, str | None]]


def said(text: str, lang: str) -> Said:
    """Who, what is to be done, and what it is done to, of each duty of a sentence."""
    passage = passage_of(text)
    unit = Unit(passage, passage, "plan", "")
    words, decided = decide(unit, lang)
    duties = list(of_each_clause(unit, words, decided, lang))
    found: Said = []
    for duty in duties:
        clause = clause_of(unit, words, duty, duties, lang)
        who = party_text(text, words, duty.party)
        found.append(
            (who, action_of(unit, words, duty, clause, lang), deed_and_object(unit, words, duty, clause, lang, 2030)[1])
        )
    return found


def test_in_kazakh_the_verb_behind_is_said_of_both() -> None:
    text = "Аспан академиясы телескоптарды, Ғарыш орталығы жас бақылаушыларды даярлауды қамтамасыз етеді."
    assert said(text, "kk") == [
        ("Аспан академиясы", "телескоптарды", "телескоптарды"),
        ("Ғарыш орталығы", "жас бақылаушыларды даярлауды қамтамасыз етеді", "жас бақылаушыларды даярлауды"),
    ]


def test_things_set_against_each_other_share_the_verb_behind() -> None:
    text = "Аспан академиясы телескоптарды қалада, ал жас бақылаушылардың құралдарын ауылда тексереді."
    assert said(text, "kk") == [
        ("Аспан академиясы", "телескоптарды қалада", "телескоптарды"),
        ("Аспан академиясы", "жас бақылаушылардың құралдарын ауылда тексереді", "жас бақылаушылардың құралдарын"),
    ]


def test_in_russian_the_verb_before() -> None:
    text = "Академия неба обеспечит телескопы, Центр космоса – подготовку наблюдателей."
    assert [who for who, *_ in said(text, "ru")] == ["Академия неба", "Центр космоса"]


@pytest.mark.parametrize(
    "text",
    [
        "Аспан академиясы телескоптарды, орталықтар құрылысын қамтамасыз етеді.",
        "Аспан академиясы телескоптарды, карталарды және линзаларды қамтамасыз етеді.",
    ],
)
def test_a_list_of_objects_has_one_body(text: str) -> None:
    assert [who for who, *_ in said(text, "kk")] == ["Аспан академиясы"]


@pytest.mark.parametrize(
    ("text", "deeds"),
    [
        (
            "Бақтар желісі кеңейтіледі, сондай-ақ жаңа жылыжайлар салынады.",
            [("Бақтар желісі кеңейтіледі", "Бақтар желісі"), ("жаңа жылыжайлар салынады", "жаңа жылыжайлар")],
        ),
        (
            "Суару ережесі қайта қаралады және көктемде күзет күшейтілетін болады.",
            [("Суару ережесі қайта қаралады", "Суару ережесі"), ("көктемде күзет күшейтілетін болады", "күзет")],
        ),
        (
            "Бақ қоры (алма, алмұрт) жаңартылады, гүлдер картасы жасалады, құралдар тізімі бекітіледі.",
            [
                ("Бақ қоры (алма, алмұрт) жаңартылады", "Бақ қоры (алма, алмұрт)"),
                ("гүлдер картасы жасалады", "гүлдер картасы"),
                ("құралдар тізімі бекітіледі", "құралдар тізімі"),
            ],
        ),
    ],
)
def test_each_clause_of_a_kazakh_sentence_is_a_duty(text: str, deeds: list[tuple[str, str]]) -> None:
    assert [(action, done_to) for _, action, done_to in said(text, "kk")] == deeds


def test_deeds_of_one_body_are_each_its_duty() -> None:
    text = "Педагогтер журналды жүргізеді, сондай-ақ оқушылармен тәжірибе алмасады."
    assert [(who, done_to) for who, _, done_to in said(text, "kk")] == [
        ("Педагогтер", "журналды"),
        ("Педагогтер", "тәжірибе"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Бақ картасы әзірленеді және бекітіледі.",  # one thing, two verbs
        "Педагогтер журналды жүргізеді және бекітеді.",  # of one body, to one thing
        "Бақ орталығы құрылатын болады, ол оқушыларға көмектесетін болады.",  # what comes of it
        "Бақ қоры жаңартылады, оның шеңберінде гүлдер картасы жасалады.",
        "Түлектер емтиханнан босатылатын болады және колледжге тікелей қабылданатын болады.",  # one subject
    ],
)
def test_no_duty_apart(text: str) -> None:
    assert len(said(text, "kk")) == 1


@pytest.mark.parametrize(
    ("text", "done_to"),
    [
        ("Педагогтер журналды жүргізеді және акт жасайды.", ["журналды", "акт"]),
        ("Педагогтер бақ картасын жасайды және оны директорға ұсынады.", ["бақ картасын", "оны"]),
        ("Педагогтер көшеттерді таңдайды, оларға күтім жасайды.", ["көшеттерді", "күтім"]),
    ],
)
def test_what_one_body_does_to_several_things_is_several_duties(text: str, done_to: list[str]) -> None:
    assert [thing for _, _, thing in said(text, "kk")] == done_to


@pytest.mark.parametrize(
    ("text", "deeds"),
    [
        (
            "Бақ картасын әзірлеу, сондай-ақ көшеттер питомнигін құру жоспарлануда.",
            [
                ("Бақ картасын әзірлеу", "Бақ картасын"),
                ("көшеттер питомнигін құру жоспарлануда", "көшеттер питомнигін"),
            ],
        ),
        (
            "Ауыл бақтарында жаңа жүйені енгізу, гүлдер көрмесін өткізу және жаңа технологияға көшу қажет.",
            [
                ("Ауыл бақтарында жаңа жүйені енгізу", "жаңа жүйені"),
                ("гүлдер көрмесін өткізу", "гүлдер көрмесін"),
                ("жаңа технологияға көшу қажет", None),
            ],
        ),
    ],
)
def test_verbs_nouns_with_things_of_their_own_are_duties_each(text: str, deeds: list[tuple[str, str | None]]) -> None:
    assert [(action, done_to) for _, action, done_to in said(text, "kk")] == deeds


@pytest.mark.parametrize(
    "text",
    [
        "Бақ директоры көшеттерді егуді және жолдарды жөндеуді қамтамасыз етсін.",  # seen to as a whole
        "Көшеттерді таңдау және егу жоспарлануда.",  # one thing, two verbs
        "Гүлдерді күту және суару жүйесін жаңарту қажет.",  # two attributes of one system
        "Бақ картасын әзірлеу және гүлдерді күту бойынша шаралар қабылдау қажет.",  # measures of two kinds
        "Денсаулық сақтау, әлеуметтік қорғау ұйымдарының деректерін біріктіру қажет.",  # names of fields
        "Бақ ережесін қайта қарау, мазмұнын жаңарту жоспарлануда.",  # what is of the rules
        "Бақтарды жаңарту, яғни көшеттерді ауыстыру жоспарлануда.",
        "Жаңа бақтар ашылады (алма егу, гүлдер мен шырша отырғызу).",
    ],
)
def test_no_verbs_noun_apart(text: str) -> None:
    assert len(said(text, "kk")) == 1
