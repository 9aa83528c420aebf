"""Who acts in Kazakh rules of the present tense, told by place and form where no list has him; all is invented."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import pytest
from read_duties import read_duties

from extract.finders.duties.grammar.words import read_words
from extract.flow import extract_file
from kzedu_graph.registry.resolving import Registry

read = partial(read_duties, "kk")
ACT = """Бақтарды күту туралы

Ақжар ауданы әкімінің 2031 жылғы 5 мамырдағы № 7 шешімі

Соңғы жылдары бақтар нашар күтіледі. Гүлдерге су жеткізілмейді.

Бақтарды сақтау мақсатында аудан әкімі ШЕШІМ етті:

1. Бақ басшылары есеп берсін.
"""
RULES = """Қазақстан Республикасы Оқу-ағарту министрінің 2031 жылғы 5 мамырдағы № 77 бұйрығымен бекітілген

Бақтарды күту қағидалары

"""
STATUTE = """Қазақстан Республикасы Оқу-ағарту министрінің 2031 жылғы 5 мамырдағы № 77 бұйрығымен бекітілген

Бақ комиссиясының ережесі

## 2. Бақ комиссиясының миссиясы, негізгі міндеттері, функциялары, құқықтары

"""

ACTING: list[tuple[str, list[str | None]]] = [
    # A body that no list has, behind what is done or at the opening of its clause.
    ("Көшеттерді суаруды гүлдерді күту қызметі жүзеге асырады.", ["гүлдерді күту қызметі"]),
    ("Су жинау қызметі қыста кесте жасайды.", ["Су жинау қызметі"]),
    ("Бақ көрмесінің лимитін саяжай кеңсесі бекітеді.", ["саяжай кеңсесі"]),
    ("Тұқым қоймасы көшеттерді қабылдайды.", ["Тұқым қоймасы"]),
    ("Ата-аналар жиналысы көшеттерді таңдайды.", ["Ата-аналар жиналысы"]),
    ("Бағбан өз құралдарын тазалайды.", ["Бағбан"]),
    # Persons of a family, one noun before them or none; what is a contract's name is nobody.
    ("Тәрбиелеуші ана көшетті балаларға беруге міндетті.", ["Тәрбиелеуші ана"]),
    ("Суррогат ана бақ кітабын жүргізуге міндетті.", ["Суррогат ана"]),
    ("Аға бағбан болу ниеті жазбаша айтылады.", [None]),
    # Each verb of a sentence has the subject of its own clause, or goes on with the one before.
    (
        "Тұқым қоймасы акт жасайды, оған екі куә қол қояды.",
        ["Тұқым қоймасы", "екі куә"],
    ),
    (
        "Су жинау бекеті журналды толтырады, ал тұқым қоймасы оны тексереді.",
        ["Су жинау бекеті", "тұқым қоймасы"],
    ),
    ("Тұқым сарапшысы тағайындалады және кеңес мүшесі болып табылмайды, журналды жүргізеді.", ["Тұқым сарапшысы"]),
    # Lead-ins.
    ("Тұқым қоймасы: көшеттерді қабылдайды;", ["Тұқым қоймасы"]),
    ("Тұқым қоймасының негізгі функциялары: көшеттерді қабылдайды;", ["Тұқым қоймасының"]),
    ("Тұқым қоймасы өзіне жүктелген міндеттерге сәйкес көшеттерді тіркейді.", ["Тұқым қоймасы"]),
    # By whom something is done, at the opening.
    ("Су жинау бекетімен құбырлар тексеріледі.", ["Су жинау бекетімен"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "bearers"), ACTING, ids=[text[:40] for text, _ in ACTING])
def test_who_acts(text: str, bearers: list[str | None]) -> None:
    assert [bearer for bearer, _, _ in read(text)] == bearers


@pytest.mark.parametrize(
    "text",
    [
        "Бақ кестесі суару уақытын белгілейді.",
        "Бағдарламаның мазмұны оқушылардың қызығушылығын оятады.",
        "Гүлдің сәйкестілігі көрмені безендіреді.",
        "Көрме нәтижесі бақтың дайындығын көрсетеді.",
        "Осы ережелер барлық бақтар, мектептер мен колледждер үшін ортақ талаптарды белгілейді.",
        "Тұқымдар шешімдер қабылдайды.",
        "Осы Өз көшеттерін күту қағидалары суару тәртібін айқындайды.",
        "Шарт көшеттің пайда болуын әдейі көздейді.",
        "Хатшы кеңес мүшесі болып табылмайды.",
        "Кеңес төрағасының орынбасарлары болмайды.",
    ],
)
def test_things_do_nothing(text: str) -> None:
    assert read(text) == []


RIGHTS = [
    ("Тұқым қоймасының құқықтары: мәлімет сұратады;", "permission"),
    ("Бақ иелері мынадай құқықтарға ие: көшет алу;", "permission"),
    ("Бақ иелерінің көшет алуға құқығы бар.", "permission"),
    ("Бақ иелерінің көшет сатуға құқығы жоқ.", "prohibition"),
    ("Бақ кеңесі көшет сатуы мүмкін.", "permission"),
    ("Тұқым қоймасының міндеттері: көшет өсіру;", "requirement"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "kind"), RIGHTS)
def test_rights_and_tasks_of_whom_the_lead_in_names(tmp_path: Path, text: str, kind: str) -> None:
    (tmp_path / "rules.txt").write_text(f"{RULES}1. {text.replace(': ', f':{chr(10)}{chr(10)}1) ')}\n", "utf-8")
    (found,) = extract_file(tmp_path / "rules.txt", Registry.load()).provisions
    assert found.modality == kind
    assert found.bearer_text is not None
    assert text.startswith(found.bearer_text)


def told(folder: Path, text: str) -> list[tuple[str | None, str]]:
    (folder / "act.txt").write_text(text, "utf-8")
    return [(one.bearer_text, one.modality) for one in extract_file(folder / "act.txt", Registry.load()).provisions]


def test_what_stands_before_the_verb_of_an_act_is_no_duty(tmp_path: Path) -> None:
    assert told(tmp_path, ACT) == [("Бақ басшылары", "requirement")]


def test_a_statute_lays_duties_under_its_mission_and_functions(tmp_path: Path) -> None:
    assert told(tmp_path, STATUTE + "1. Тұқым қоймасы көшеттерді қабылдайды.\n") == [("Тұқым қоймасы", "requirement")]


def test_items_without_marks_hang_on_their_lead_in(tmp_path: Path) -> None:
    points = "1. Тұқым қоймасы:\n\nкөшеттерді қабылдайды;\n\nкөшеттерді сақтайды.\n\nКөшеттер көктемде егіледі.\n"
    assert told(tmp_path, RULES + points) == [("Тұқым қоймасы", "requirement")] * 2 + [(None, "requirement")]


def test_terms_without_marks_are_no_duties(tmp_path: Path) -> None:
    points = "1. Мынадай ұғымдар пайдаланылады:\n\nқойма – тұқымдарды сақтайтын ұйым;\n\nкөшет иесі көшетті күтеді;\n"
    assert told(tmp_path, RULES + points) == []


def test_a_point_of_an_article_is_no_intention() -> None:
    assert [word.tag for word in read_words("3-тармақ.", "kk")] == ["start", "number", "dash", "word", "stop"]


def test_whom_a_command_binds_is_the_one_of_its_condition() -> None:
    assert read("Егер бақ иесі көшеттен бас тартса, ол көшетті қоймаға қайтаруға тиіс.")[0][0] == "бақ иесі"


def test_what_was_done_is_no_passive_by_its_letters() -> None:
    assert [word.tag for word in read_words("бағалады жариялады қаралады", "kk")][1:] == ["past", "past", "passive"]
