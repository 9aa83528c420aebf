"""Kazakh laws and agreements: contractors told of by a clause, who need not, typed lines apart; all text is invented."""

from __future__ import annotations

import pytest
from read_acts import duties_of

RULES = "# Бақты күту қағидалары\n\n"


@pytest.mark.parametrize(
    ("text", "bearer"),
    [
        ("Бақ жұмыстарын жүзеге асырушы мердігер көшеттерді суаруға міндетті.", "Бақ жұмыстарын жүзеге асырушы мердігер"),
        (
            "Бақты күтуді және бірлескен күтуді жүзеге асыратын мердігер егу мен суару жөніндегі жұмыстарды жүргізуге міндетті.",
            "Бақты күтуді және бірлескен күтуді жүзеге асыратын мердігер",
        ),
        ("Егер егуді жүргізуші мердігер бұлақты тапқан жағдайда осы мердігер ол туралы бөлімге хабарлауға міндетті.", "мердігер"),
        ("Егер мердігер көшет екпеген болса, құзыретті орган үшінші тұлғадан есепті талап етуге құқылы.", "құзыретті орган"),
        (
            "Егер мердігер және құзыретті орган осы мәселе бойынша келісе алмайтын болса, олар дауды шешуді талап етуге құқылы.",
            "мердігер және құзыретті орган",
        ),
        (
            "Егер мердігер талаппен келіспесе, ал құзыретті орган талабын қайтармаса, мердігер дауды шешуді талап етуге құқылы.",
            "мердігер",
        ),
    ],
)  # fmt: skip
def test_a_contractor_told_of_by_a_clause_or_behind_conditions_is_bound(text: str, bearer: str) -> None:
    assert [who for _, who, _ in duties_of(f"{RULES}3. {text}\n")] == [bearer]


def test_who_is_pointed_at_behind_a_condition_is_no_part_of_the_deed() -> None:
    text = "3. Егер бағбан бақты жапқан жағдайда осы бағбан есепті бөлімге тапсыруға міндетті.\n"
    assert duties_of(RULES + text) == [("requirement", "бағбан", "есепті бөлімге тапсыруға")]


def test_who_need_not_is_let() -> None:
    text = (
        "3. Мердігер бақты суаруға міндетті емес. Жетім балалар ақы төлеуден босатылады. Бағбан жұмыстан босатылады.\n"
    )
    assert duties_of(RULES + text) == [
        ("permission", "Мердігер", "бақты суаруға"),
        ("permission", "Жетім балалар", "ақы төлеуден босатылады"),
        ("requirement", None, "Бағбан жұмыстан босатылады"),
    ]


def test_each_of_several_subjects_behind_dashes_does_what_the_verb_says() -> None:
    text = "3. Егуді бақта – мектеп, ал қалада – жергілікті атқарушы органдар жүргізеді.\n"
    assert [(bearer, deed) for _, bearer, deed in duties_of(RULES + text)] == [
        ("мектеп", "Егуді бақта"),
        ("жергілікті атқарушы органдар", "қалада жүргізеді"),
    ]


def test_dashes_before_times_name_nobody() -> None:
    text = "3. Кеңес отырысты – бейсенбіде, жиынды – жұмада өткізеді.\n"
    assert [bearer for _, bearer, _ in duties_of(RULES + text)] == ["Кеңес"]


def test_what_a_thing_is_closed_with_or_entered_in_is_a_deed() -> None:
    text = "3. Журнал тігіледі және мөрмен бекітіледі. Өтінім қаралады және тізімге енгізіледі.\n"
    assert [deed for _, _, deed in duties_of(RULES + text)] == [
        "Журнал тігіледі",
        "мөрмен бекітіледі",
        "Өтінім қаралады",
        "тізімге енгізіледі",
    ]


def test_items_whose_something_is_take_it_from_the_last() -> None:
    text = (
        "3. Бақта:\n\n1) егілген көшеттердің;\n\n2) құралдардың (арбалардың);\n\n3) тұқымдардың қозғалысы тіркеледі.\n"
    )
    assert [deed for _, _, deed in duties_of(RULES + text)] == [
        "егілген көшеттердің қозғалысы тіркеледі",
        "құралдардың (арбалардың) қозғалысы тіркеледі",
        "тұқымдардың қозғалысы тіркеледі",
    ]


def test_what_a_rule_foresees_is_required() -> None:
    text = "3. Қоймада бөлек сөрелер көзделеді. Бақта алаң ашу көзделеді.\n"
    assert duties_of(RULES + text) == [
        ("requirement", None, "Қоймада бөлек сөрелер көзделеді"),
        ("intention", None, "Бақта алаң ашу"),
    ]


def test_whoever_carries_out_a_doing_is_taken_up_by_a_pronoun() -> None:
    text = "3. Алма теруді тәжірибелі баққұмар жүргізеді, ол себеттің салмағын өлшейді.\n"
    assert duties_of(f"{RULES}{text}4. Егуді толық жүргізеді.\n") == [
        ("requirement", "тәжірибелі баққұмар", "Алма теруді жүргізеді"),
        ("requirement", "тәжірибелі баққұмар", "себеттің салмағын өлшейді"),
    ]


def test_what_a_clause_is_about_is_no_part_of_its_day() -> None:
    text = "3. Бағбанның өтініші түскен күнінен бастап екі апта ішінде қаралуға жатады.\n"
    assert [deed for _, _, deed in duties_of(RULES + text)] == ["Бағбанның өтініші қаралуға жатады"]


def test_who_is_set_against_another_need_not_and_lines_are_offered() -> None:
    text = "3. Органның есепті талап етуге құқығы жоқ, ал мердігер бастауға міндетті емес.\n"
    assert duties_of(RULES + text) == [
        ("prohibition", "Органның", "есепті талап етуге"),
        ("permission", "мердігер", "бастауға"),
    ]
    assert duties_of(RULES + "3. Мерзімі:\n\n1) бақ салуға көшет ұсынылады;\n\n2) көмек төленеді.\n") == [
        ("requirement", None, "бақ салуға көшет ұсынылады"),
        ("requirement", None, "көмек төленеді"),
    ]


AGREEMENT = """# Бақты күту туралы келісім

2. Мердігер:

   1) келісім жасалған күннен бастап отыз жұмыс күні ішінде бақтың

      жолдарын тазалап, олардың сызбасын тапсырыс берушіге беруге;

   2) тоқсан сайын көшеттердің өсуі туралы есеп ұсынуға;

   3) келісімнің шарттары орындалмаған жағдайда алынған көшеттерді

      толық көлемде қайтаруға міндетті.
"""


def test_lines_that_a_typed_page_filled_are_one_sentence_over_a_blank_line() -> None:
    assert [(bearer, deed) for _, bearer, deed in duties_of(AGREEMENT)] == [
        ("Мердігер", "бақтың жолдарын тазалап, олардың сызбасын тапсырыс берушіге беруге"),
        ("Мердігер", "көшеттердің өсуі туралы есеп ұсынуға"),
        ("Мердігер", "алынған көшеттерді толық көлемде қайтаруға"),
    ]


def test_short_lines_apart_are_lines_of_their_own() -> None:
    assert [who for _, who, _ in duties_of(RULES + "3. Бақты күту тобы көшеттерді суарады.\n")] == ["Бақты күту тобы"]
    assert duties_of(RULES + "3. Бақты күту тобы\n\nкөшеттерді суарады.\n") == []
