"""Kazakh norms beside their likes of another kind: rights and duties, who gives and who gets; all are invented."""

from __future__ import annotations

import pytest
from read_acts import duties_of

RULES = """# Бақ қызметінің қағидаларын бекіту туралы

## Бақ қызметінің қағидалары

### 1-тарау. Жалпы тәртіп

1. {point}
"""

OWN = [
    ("бақ бағдарламаларын талқылауға қатысу", "permission"),
    ("бақты басқаруға қатысу", "permission"),
    ("бақ ісі жөніндегі ұйымдардың қызметіне қатысу", "permission"),
    ("консультативтік топтарды құру", "permission"),
    ("бақ бағдарламаларын талқылауға міндетті түрде қатысу", "requirement"),
    ("гүл көрмелеріне қатысу", "requirement"),
    ("бақты тазалауға қатысу", "requirement"),
    ("бағбандардың біліктілігін арттыруды қамтамасыз ету", "requirement"),
    ("көшет шарттарын жасасу", "requirement"),
    ("егу топтарын құру", "requirement"),
]


@pytest.mark.parametrize(("item", "kind"), OWN)
def test_what_is_a_right_below_rights_and_duties(item: str, kind: str) -> None:
    point = f"Бақ кеңесінің құқықтары мен міндеттері:\n\n   1) бақты күту;\n\n   2) {item}."
    assert [one for one, _, _ in duties_of(RULES.format(point=point))] == ["requirement", kind]


GIVES_AND_GETS = [
    ("Бақ қызметкері көшет тізімін бақ жүйесінен алады.", ["Бақ қызметкері"]),
    ("Көшет туралы мәліметтерді қызмет беруші жүйеден «Бақ» шлюзі арқылы алады.", ["қызмет беруші"]),
    ("Бақ бөлімі тізілімнен көшет нөмірлерін алады.", ["Бақ бөлімі"]),
    ("Бақ бөлімі көшет нөмірлерін тізілімдерден көршінің келісімі болған жағдайда алады.", ["Бақ бөлімі"]),
    # Who is served gets what he came for; a system of another clause gives nothing.
    ("Қызметті алушы көшет төлқұжатын бақ жүйесінен алады.", []),
    ("Келушілер гүл суреттерін бақ базасынан алады.", []),
    ("Ата-аналар қызмет беруші жүйесінен гүл суреттерін алады.", []),
    ("Жүйеге кіргеннен кейін бөлім маманы тынығу алады.", []),
    ("Жүйеден хабар келсе, бақ маманы тынығу алады.", []),
    ("Бақ маманы жүйеден шыққан күні тынығу алады.", []),
    # For whom somebody stands up, and what he tells of himself.
    ("Бағбан мүддесін мектепте бақ кеңесі білдіреді.", ["бақ кеңесі"]),
    ("Бағбан мүддесін ескеріп, бақ кеңесі ризашылық білдіреді.", []),
    ("Бағбан мүддесін ескере отырып бақ кеңесі сенім білдіреді.", []),
]


@pytest.mark.parametrize(("point", "bearers"), GIVES_AND_GETS)
def test_who_gets_for_others_what_a_system_holds(point: str, bearers: list[str]) -> None:
    assert [bearer for _, bearer, _ in duties_of(RULES.format(point=point))] == bearers


def test_owners_of_a_name_are_few() -> None:
    few = "Облыстың, ауданның, қаланың бақ басқармалары тізімді бекітеді."
    assert [bearer for _, bearer, _ in duties_of(RULES.format(point=few))] == [few.partition(" тізімді")[0]]
    many = "Облыстың, " * 60 + "қаланың бақ басқармалары тізімді бекітеді."
    [(_, bearer, _)] = duties_of(RULES.format(point=many))
    assert bearer is not None
    assert bearer.count("Облыстың") < 15


IT = [
    ("Кеңес хаттама толтырады, ол бақ мұрағатына тапсырылады.", ["хаттама толтырады", "ол бақ мұрағатына тапсырылады"]),
    ("Бағбан бас тартуды әзірлейді, ол көршіге жолданады.", ["бас тартуды әзірлейді", "ол көршіге жолданады"]),
    ("Бағбан көмекшіні таңдайды, ол көрмеге жіберіледі.", ["көмекшіні таңдайды"]),
    ("Бағбан баланы күтеді, ол бақшаға қабылданады.", ["баланы күтеді"]),
    ("Бағбан көмекшіге есеп береді, ол көрмеге шақырылады.", ["көмекшіге есеп береді"]),
]


@pytest.mark.parametrize(("point", "deeds"), IT)
def test_what_is_done_with_it_is_done_with_a_paper(point: str, deeds: list[str]) -> None:
    assert [deed for _, _, deed in duties_of(RULES.format(point=point))] == deeds


def test_things_listed_in_a_deed_are_no_deeds() -> None:
    point = "Бағбан кесте жасайды, оған мыналар кіреді:\n\n   1) гүл түрлері;\n\n   2) егу күндері."
    assert [deed for _, _, deed in duties_of(RULES.format(point=point))] == ["кесте жасайды"]


TURNS = [
    ("Суару бағасымен келіспеген жағдайда көрші бақ иесіне жүгінеді.", ["requirement"]),
    ("Кестемен келіспейтін бағбан үш күнде бақ кеңесіне жазбаша жүгінеді.", ["requirement"]),
    ("Кестемен келіспесе, бақ иесі сотқа жазбаша жүгінеді.", ["permission"]),
    ("Шешімге қанағаттанбаса, бақ иесі министрлікке шағымданады.", ["permission"]),
]


@pytest.mark.parametrize(("point", "kinds"), TURNS)
def test_who_turns_to_court_may_and_who_turns_to_others_must(point: str, kinds: list[str]) -> None:
    assert [kind for kind, _, _ in duties_of(RULES.format(point=point))] == kinds


SHARED = [
    (
        "Гүл сынақтары мамырда, көшетті қабылдау қазанда жүргізіледі.",
        ["Гүл сынақтары жүргізіледі", "көшетті қабылдау жүргізіледі"],
    ),
    (
        "Қабылдау сынақтары мамырда, көшетті қабылдау қазанда жүргізіледі.",
        ["Қабылдау сынақтары жүргізіледі", "көшетті қабылдау жүргізіледі"],
    ),
    (
        "Бағбандарды сынау мамыр айында, көшеттерді сұрыптау қазан айында өткізіледі.",
        ["Бағбандарды сынау өткізіледі", "көшеттерді сұрыптау өткізіледі"],
    ),
]


@pytest.mark.parametrize(("point", "deeds"), SHARED)
def test_either_of_two_doings_has_the_verb_that_they_share(point: str, deeds: list[str]) -> None:
    assert [deed for _, _, deed in duties_of(RULES.format(point=point))] == deeds


SET = [
    ("егу таңғы уақытта басталады", "егу таңғы уақытта басталады"),
    ("көмекшілер қолғаппен келеді", "көмекшілер қолғаппен келеді"),
]


@pytest.mark.parametrize(("item", "deed"), SET)
def test_an_item_of_what_is_set_tells_it_without_the_command(item: str, deed: str) -> None:
    text = f"Мынадай тәртіп белгіленсін:\n\n1) {item};\n\n2) бағбан гүлді суарады."
    found = [one for _, _, one in duties_of(text)]
    assert found[0] == deed
    assert not any("белгіленсін" in str(one) for one in found)


def test_items_of_what_somebody_keeps_to_are_his() -> None:
    point = "Бағбан мынадай талаптарды сақтайды:\n\n   1) журнал апта сайын тігіледі;\n\n   2) күрек үйде сақталады."
    assert {bearer for _, bearer, _ in duties_of(RULES.format(point=point))} == {"Бағбан"}
