"""Letters, agreements and points in Kazakh: who answers, what is told as bidden, forbidden or left; all is invented."""

from __future__ import annotations

from pathlib import Path

import pytest

from extract.flow import Extraction, extract_file
from kzedu_graph.registry.resolving import Registry

RULES = "# Бақ ережесі\n\n"
REQUIRED, ALLOWED, BANNED = "requirement", "permission", "prohibition"
LETTER = (
    "АУДАНДЫҚ БАҚ БӨЛІМІ\n05.03.2031 ж. № 7\n\n"
    "                                        Азаматша С. А. Садоваға\n\nҚұрметті Сара Асанқызы!\n\n"
)


def read(tmp_path: Path, text: str) -> Extraction:
    path = tmp_path / "text.md"
    path.write_text(text + "\n", "utf-8")
    return extract_file(path, Registry.load())


def found_in(tmp_path: Path, text: str) -> list[tuple[str, str | None, str | None, str | None]]:
    """Modality, bearer, deed and object of every duty of a text."""
    found = read(tmp_path, text).provisions
    return [(one.modality, one.bearer_text, one.deed, one.object) for one in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Көшеттерді аулаға бөлу мектеп директорының еркінде.", (ALLOWED, "мектеп директорының", "Көшеттерді")),
        ("Бағбанға көшеттерді санау тапсырылды.", (REQUIRED, "Бағбанға", "көшеттерді")),
        ("Бұл тізім бағбандардың назарына жеткізілсін деп көрсеттік.", (REQUIRED, None, "Бұл тізім")),
        ("Көшет құнын өтеуден бағбан босатылады.", (ALLOWED, "бағбан", "Көшет құнын")),
        ("Бақ иесінің сақтандыру шартын жасасуы талап етілмейді.", (ALLOWED, "Бақ иесінің", None)),
        ("Көшетті анықтама әкелмей-ақ алуға болады.", (ALLOWED, None, "Көшетті")),
        ("Өтінішті әкімшілік қызметкеріне бере аласыз.", (ALLOWED, None, "Өтінішті")),
        ("Бақта делдалдық қызметке тыйым салынады.", (BANNED, None, "делдалдық қызметке")),
        ("Тақтайшада «Алма» деген жазу тұруға тиіс.", (REQUIRED, None, "«Алма» деген жазу")),
        ("Бағбан әр көшетке жапсырма іліп береді.", (REQUIRED, "Бағбан", "жапсырма")),
        ("Егер бала қатыспайтын болса ата-ана түсіндірме жазуға міндетті емес.", (ALLOWED, "ата-ана", "түсіндірме")),
        ("Жергілікті атқарушы орган баланы қорғауға міндетті.", (REQUIRED, "Жергілікті атқарушы орган", "баланы")),
        (
            "Көшеттерді егуді мемлекеттік сатып алу туралы заңнамада белгіленген тәртіппен бөлім жүзеге асырады.",
            (REQUIRED, "бөлім", "Көшеттерді егуді"),
        ),
    ],
)
def test_what_is_said_of_whom(tmp_path: Path, text: str, expected: tuple[str, str | None, str | None]) -> None:
    [(kind, bearer, _, done_to)] = found_in(tmp_path, RULES + text)
    assert (kind, bearer) == expected[:2]
    assert expected[2] is None or done_to == expected[2]


def test_a_letter_speaks_to_whom_it_is_written(tmp_path: Path) -> None:
    path = tmp_path / "letter.txt"
    path.write_text(LETTER + "Шешімге үш ай ішінде шағымдануға құқылысыз.\n", "utf-8")
    [one] = extract_file(path, Registry.load()).provisions
    assert str(one.bearer_text).startswith("Азаматша С. А.")


def test_who_has_something_on_his_shoulders(tmp_path: Path) -> None:
    lines = "2.2. Бағбанның мойнындағысы:\n - көшеттерді суару;\n - құдықты тазалау."
    found = found_in(tmp_path, "№ 3 КЕЛІСІМ\n\n" + lines)
    assert [(bearer, deed) for _, bearer, deed, _ in found] == [
        ("Бағбанның", "көшеттерді суару"),
        ("Бағбанның", "құдықты тазалау"),
    ]


def test_a_term_of_an_agreement_is_no_part_of_a_name(tmp_path: Path) -> None:
    [(_, bearer, _, done_to)] = found_in(tmp_path, RULES + "Жоғалған заттың құнын Алушы отыз күнде өтейді.")
    assert (bearer, done_to) == ("Алушы", "Жоғалған заттың құнын")


@pytest.mark.parametrize(
    "text",
    [
        "1. Оқушылар А. Садов пен Б. Ивановқа пән мұғалімдері тізбе түзсін.",
        "1. Оқушылар А мен Б-ға пән мұғалімдері тізбе түзсін.",
        "1. Гүлзарға пән мұғалімдері тізбе түзсін.",
    ],
)
def test_to_whom_something_is_done_acts_not(tmp_path: Path, text: str) -> None:
    found = found_in(tmp_path, "# Бақ туралы\n\nМектеп БҰЙЫРАДЫ:\n\n" + text)
    assert [bearer for _, bearer, _, _ in found] == ["пән мұғалімдері"]


def test_what_is_done_meanwhile_is_nobody(tmp_path: Path) -> None:
    text = "Есепке алуды бағдарламалық құралдарды пайдалана отырып жүзеге асырады."
    assert all(bearer is None for _, bearer, _, _ in found_in(tmp_path, RULES + text))


def test_a_pronoun_stands_for_whom_the_sentence_before_tells_of(tmp_path: Path) -> None:
    found = found_in(tmp_path, RULES + "Бақ комиссиясы бес мүшеден тұрады. Ол өтініштерді қарауы тиіс.")
    assert [bearer for _, bearer, _, _ in found] == ["Бақ комиссиясы"]


def test_a_pronoun_is_no_body_that_is_missed(tmp_path: Path) -> None:
    read_text = read(tmp_path, RULES + "Өтінішті бере аласыз, ол хатқа жауап қайтаруға тиіс.")
    assert "ол" in [one.bearer_text for one in read_text.provisions]
    assert not [one for one in read_text.findings if one.code == "unknown-bearer"]


def test_a_paragraph_without_a_subject_goes_on(tmp_path: Path) -> None:
    text = "1. Бақ бөлімі көшеттерді есепке алады.\n\n   Орын болмаған кезде құжаттарды облысқа жібереді."
    assert [bearer for _, bearer, _, _ in found_in(tmp_path, RULES + text)] == ["Бақ бөлімі"] * 2


def test_what_is_laid_on_several_names_them_all(tmp_path: Path) -> None:
    text = (
        "Бақтарды қорғау Бақ министрлігіне және өз өкілеттіктері шегінде басқа да мемлекеттік органдарға жүктеледі. "
        "Көшеттерді сақтау шарттарын қамтамасыз ету жауапкершілігі мекеме басшысына жүктеледі."
    )
    bearers = [bearer for _, bearer, _, _ in found_in(tmp_path, RULES + text)]
    assert str(bearers[0]).startswith("Бақ министрлігіне")
    assert bearers[1] == "мекеме басшысына"


@pytest.mark.parametrize(
    "text",
    [
        "Кілттер күзетшіге тапсырылды.",
        "Журнал бағбанға жеткізілді деп көрсеттік.",
        "Көшеттер еркін өседі деп айттық.",
    ],
)
def test_what_was_only_told_lays_nothing_on_anybody(tmp_path: Path, text: str) -> None:
    assert found_in(tmp_path, RULES + text) == []
