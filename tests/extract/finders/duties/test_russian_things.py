"""What Russian rules require of things, and clauses whose own subject stands beside what somebody does; all invented."""

from __future__ import annotations

from pathlib import Path

import pytest

from extract.flow import extract_file
from kzedu_graph.registry.resolving import Registry

Parts = tuple[str, str | None, str | None, str | None]
REQUIRED, BANNED = "requirement", "prohibition"
RULES = "# Правила ухода за садами\n\n"


def found_in(tmp_path: Path, text: str) -> list[Parts]:
    """Modality, bearer, deed and object of every duty of a text of rules, as they stand in it."""
    path = tmp_path / "text.md"
    path.write_text(RULES + text + "\n", "utf-8")
    found = extract_file(path, Registry.load()).provisions
    return [(one.modality, one.bearer_text, one.deed, one.object) for one in found]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Площадки имеют ровные дорожки и располагаются отдельно от прудов.",
            [("Площадки имеют ровные дорожки", "ровные дорожки"), ("располагаются отдельно от прудов", None)],
        ),
        (
            "Скамьи располагаются на расстоянии не менее 3 метров от пруда.",
            [("Скамьи располагаются на расстоянии не менее 3 метров от пруда", "Скамьи")],
        ),
        (
            "Ширина аллеи составляет не менее 2 метров.",
            [("Ширина аллеи составляет не менее 2 метров", "Ширина аллеи")],
        ),
        (
            "Число гостей не превышает количество скамей.",
            [("Число гостей не превышает количество скамей", "количество скамей")],
        ),
        ("Школа располагается по адресу: улица Роз, 5.", []),
    ],
)
def test_what_things_are_to_be_is_required(tmp_path: Path, text: str, found: list[tuple[str, str | None]]) -> None:
    read = found_in(tmp_path, text)
    assert [(deed, thing) for _, _, deed, thing in read] == found
    assert {(kind, bearer) for kind, bearer, _, _ in read} <= {(REQUIRED, None)}


def test_what_is_not_handed_in_is_banned(tmp_path: Path) -> None:
    assert [
        (kind, thing) for kind, _, _, thing in found_in(tmp_path, "Без справки саженцы школе не представляются.")
    ] == [(BANNED, "саженцы")]


def test_a_passive_with_its_own_subject_is_a_duty_beside_what_somebody_does(tmp_path: Path) -> None:
    assert found_in(tmp_path, "Садовник в голосовании не участвует и число его голосов не учитывается.") == [
        (BANNED, "Садовник", "в голосовании не участвует", None),
        (BANNED, None, "число его голосов не учитывается", "число его голосов"),
    ]


def test_what_a_thing_undergoes_is_a_duty_beside_who_pays_for_it(tmp_path: Path) -> None:
    read = found_in(tmp_path, "Договор подлежит заверению, расходы по его заверению уплачивает садовник.")
    assert sorted((bearer or "", deed) for _, bearer, deed, _ in read) == [
        ("", "Договор подлежит заверению"),
        ("садовник", "расходы по его заверению уплачивает"),
    ]


def test_whom_somebody_tells_goes_on_to_take_measures(tmp_path: Path) -> None:
    read = found_in(tmp_path, "Об изменении плана садовник оповещает заказчика, который принимает меры по поливу.")
    assert [(bearer, deed) for _, bearer, deed, _ in read] == [
        ("садовник", "Об изменении плана оповещает заказчика"),
        ("заказчика", "принимает меры по поливу"),
    ]


def test_who_disposes_of_something_acts(tmp_path: Path) -> None:
    assert found_in(tmp_path, "Дирекция распоряжается имуществом сада.") == [
        (REQUIRED, "Дирекция", "распоряжается имуществом сада", "имуществом сада")
    ]


def test_several_infinitives_with_one_in_brackets_have_the_thing_behind_them(tmp_path: Path) -> None:
    lines = "В саду запрещается:\n\n1) срезать (снимать), менять или ставить таблички;\n\n2) рвать розы."
    assert [(kind, thing) for kind, _, _, thing in found_in(tmp_path, lines)] == [
        (BANNED, "таблички"),
        (BANNED, "розы"),
    ]


def test_two_nouns_of_doing_are_no_organisation(tmp_path: Path) -> None:
    read = found_in(tmp_path, "Организация и проведение собраний в саду подлежит согласованию.")
    assert [bearer for _, bearer, _, _ in read] == [None]


def test_a_working_group_approves(tmp_path: Path) -> None:
    read = found_in(tmp_path, "Планы полива ежегодно утверждаются рабочей группой.")
    assert [bearer for _, bearer, _, _ in read] == ["рабочей группой"]


@pytest.mark.parametrize(
    "text",
    ["Под поливом следует понимать любую подачу воды.", "К таким посадкам могут быть отнесены розы и пионы."],
)
def test_what_words_mean_is_no_duty(tmp_path: Path, text: str) -> None:
    assert found_in(tmp_path, text) == []


def test_each_noun_of_doing_that_is_banned_is_a_ban(tmp_path: Path) -> None:
    assert found_in(tmp_path, "Предприятию запрещается продажа сада, участие в делах иных садов.") == [
        (BANNED, "Предприятию", "продажа сада", "продажа сада"),
        (BANNED, "Предприятию", "участие в делах иных садов", "участие в делах иных садов"),
    ]
    whole = found_in(tmp_path, "Не допускается порубка и уничтожение роз.")
    assert [deed for _, _, deed, _ in whole] == ["порубка и уничтожение роз"]
