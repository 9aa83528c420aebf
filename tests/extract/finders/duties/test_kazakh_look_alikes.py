"""Kazakh words that look like a command, a doing, somebody or a time and are something else; all text is invented."""

from __future__ import annotations

import pytest
from read_acts import duties_of

RULES = "# Бақты күту қағидалары\n\n"


def read(*points: str) -> list[tuple[str, str | None, str]]:
    return duties_of(RULES + "".join(f"{n}. {point}\n\n" for n, point in enumerate(points, 1)))


@pytest.mark.parametrize(
    "point",
    [
        "Қазіргі таңда, бақта екі жүз алма бар.",
        "Құрбан айт, Жаңа жыл күндері бақ жабық.",
        "Ескі құлыпта, жаңа есікте із бар.",
    ],
)
def test_nouns_in_a_case_bid_nobody(point: str) -> None:
    assert read(point) == []


def test_a_place_before_a_comma_is_no_command() -> None:
    ban = "Ашық орында, бақта от жағуға тыйым салынады."
    assert read(ban) == [("prohibition", None, "Ашық орында, бақта от жағуға тыйым салынады")]
    assert [deed for _, _, deed in read("Сыйлық ортақ қорға, ауыл бюджетіне аударылады.")] == [
        "Сыйлық ортақ қорға, ауыл бюджетіне аударылады"
    ]


def test_such_stems_are_commands_behind_what_they_govern() -> None:
    deeds = [deed for _, _, deed in read("Көшетті таңда, топырағын тексер.", "Жұмысты орында және бағбанға айт.")]
    assert deeds == ["Көшетті таңда", "топырағын тексер", "Жұмысты орында және бағбанға айт"]
    deeds = [deed for _, _, deed in read("Ережені орында (күн сайын).", "Бағбанға алдын ала айт.")]
    assert deeds == ["Ережені орында", "Бағбанға алдын ала айт"]


@pytest.mark.parametrize(
    "below",
    [
        "тауға, орманға, өзенге жалғыз шығуға",
        "бақшаға бояу, пышақ, шам әкелуге",
        "ауруға, оның баласына дәрі беруге",
        "гүл егу, суару және баптау тәртібін бұзуға",
        "байқауға, мерекеге кешігуге",
    ],
)
def test_nouns_in_a_line_are_no_doings_of_a_list(below: str) -> None:
    assert [deed for _, _, deed in read(f"Бағбанға тыйым салынады: {below}.")] == [below]


def test_doings_in_a_line_are_a_list() -> None:
    deeds = [deed for _, _, deed in read("Тыйым салынады: қоршаудан секіруге, қабырғаны бояуға, гүлді жұлуға.")]
    assert deeds == ["қоршаудан секіруге", "қабырғаны бояуға", "гүлді жұлуға"]


@pytest.mark.parametrize(
    "thing",
    ["Шарбақтың шіріген бөлігі", "Дәптердің артық қосымшасы", "Бұтаның қураған бөліктері"],
)
def test_parts_of_things_are_taken_away(thing: str) -> None:
    assert [deed for _, _, deed in read(f"{thing} алынып тасталсын.")] == [f"{thing} алынып тасталсын"]


@pytest.mark.parametrize("part", ["3-тармақтың бірінші бөлігі", "Бұйрыққа 2-қосымша", "«Есеп» деген қосымша"])
def test_parts_of_texts_are_changed(part: str) -> None:
    assert read(f"{part} алынып тасталсын.") == []


def test_tasks_of_today_are_read_whatever_tells_why_or_which() -> None:
    assert [deed for _, _, deed in read("Сол үшін алда көшетті сақтау міндеті тұр.")] == ["алда көшетті сақтау міндеті"]
    assert read("Сынақтан өткен бағбандардың алдына гүл егу міндеті қойылды.") == [
        ("requirement", "Сынақтан өткен бағбандардың", "алдына гүл егу міндеті қойылды")
    ]
    assert [bearer for _, bearer, _ in read("Сол себепті бағбандардың алдына гүл егу міндетін қоямын.")] == [
        "бағбандардың"
    ]


@pytest.mark.parametrize(
    "point",
    [
        "Бұрынғы жоспарда бағбандардың алдына гүл егу міндеті қойылған.",
        "Сол кезде бағбандардың алдына гүл егу міндеті қойылды.",
        "Кезінде бағбандардың алдына гүл егу міндеті қойылды.",
        "Мектептің былтырғы міндеті – көшет егу.",
        "Мектептің өткен жылғы негізгі міндеті – көшет егу.",
    ],
)
def test_tasks_of_the_past_bind_nobody(point: str) -> None:
    assert read(point) == []


@pytest.mark.parametrize(
    "point",
    [
        "Әкімшілік органға өтініш беруге құқылы.",
        "Әкімшілік қызметкерлерге сыйлық беруге тиіс.",
        "Әкімшілік іс бойынша сотқа өтініш беруге құқылы.",
    ],
)
def test_administrative_bodies_and_cases_are_no_administration(point: str) -> None:
    assert [bearer for _, bearer, _ in read(point)] == [None]


def test_the_administration_acts_on_somebody() -> None:
    assert [bearer for _, bearer, _ in read("Әкімшілік оқушыларға кедергі жасамауға тиіс.")] == ["Әкімшілік"]


def test_speakers_are_given_something_or_are_to_do_it() -> None:
    given = ["Бізге тағы су бөлу қажет.", "Маған кеңес беру керек."]
    assert [bearer for _, bearer, _ in read(*given)] == [None, None]
    told = ["Бізге гүлді суару керек.", "Бізге балаларға көмек көрсету керек."]
    assert [bearer for _, bearer, _ in read(*told)] == ["Бізге", "Бізге"]
