"""Russian lists of powers, conditions and principles, bodies of many places, papers told of below; all invented."""

from __future__ import annotations

from pathlib import Path

from extract.flow import extract_file
from kzedu_graph.registry.resolving import Registry

Parts = tuple[str, str | None, str | None, str | None]
REQUIRED, ALLOWED, BANNED = "requirement", "permission", "prohibition"
RULES = "# Правила ухода за садами\n\n"
POINTS = "# О садах области\n\nВ целях развития Аким области РЕШИЛ:\n\n"


def found_in(tmp_path: Path, text: str) -> list[Parts]:
    """Modality, bearer, deed and object of every duty of a text."""
    path = tmp_path / "text.md"
    path.write_text(text + "\n", "utf-8")
    found = extract_file(path, Registry.load()).provisions
    return [(one.modality, one.bearer_text, one.deed, one.object) for one in found]


def test_what_belongs_to_a_competence_is_of_whose_it_is(tmp_path: Path) -> None:
    lines = "К компетенции садового совета относятся:\n\n1) утверждение плана посадок;\n\n2) разработка схемы аллей."
    assert found_in(tmp_path, RULES + lines) == [
        (REQUIRED, "садового совета", "утверждение плана посадок", "утверждение плана посадок"),
        (REQUIRED, "садового совета", "разработка схемы аллей", "разработка схемы аллей"),
    ]


def test_conditions_and_principles_are_one_duty_of_their_lead_in(tmp_path: Path) -> None:
    kin = "Садовник не может вести учет, если он:\n\n1) участвовал в посадке;\n\n2) является братом директора."
    fence = "Сад открывается при выполнении следующих условий:\n\n1) наличие забора;\n\n2) директор имеет опыт."
    assert found_in(tmp_path, RULES + kin) == [(BANNED, "Садовник", "вести учет", "учет")]
    assert [(kind, thing) for kind, _, _, thing in found_in(tmp_path, RULES + fence)] == [(REQUIRED, "Сад")]


def test_a_dispute_is_decided_and_not_let(tmp_path: Path) -> None:
    assert found_in(tmp_path, RULES + "Спор разрешается садовым советом.") == [
        (REQUIRED, "садовым советом", "Спор разрешается", "Спор")
    ]


def test_heads_of_many_places_are_named_whole(tmp_path: Path) -> None:
    heads = "Акимы города районного значения, поселка, села, сельского округа"
    assert found_in(tmp_path, RULES + f"{heads} обеспечивают сохранность садов.") == [
        (REQUIRED, heads, "обеспечивают сохранность садов", "сохранность садов")
    ]


def test_who_may_commission_something_is_named_with_his_brackets(tmp_path: Path) -> None:
    [(kind, bearer, _, thing)] = found_in(
        tmp_path, RULES + "Садоводы (участники товарищества) могут поручить ведение дел мастеру."
    )
    assert (kind, bearer, thing) == (ALLOWED, "Садоводы (участники товарищества)", "ведение дел")


def test_a_paragraph_behind_a_numbered_point_bids_whom_the_point_bids(tmp_path: Path) -> None:
    lines = "1. Комитету по садам (Липов А.С.) проверить сады.\n\n   Установить для садов цены."
    assert [bearer for _, bearer, _, _ in found_in(tmp_path, POINTS + lines)] == ["Комитету по садам (Липов А.С.)"] * 2


def test_further_infinitives_behind_a_condition_are_duties(tmp_path: Path) -> None:
    line = "1. Провести проверку складов, при нехватке воды внести предложения."
    assert [(deed, thing) for _, _, deed, thing in found_in(tmp_path, POINTS + line)] == [
        ("Провести проверку складов", "проверку складов"),
        ("внести предложения", "предложения"),
    ]


def test_a_principle_that_says_what_must_be_is_a_duty_one_in_a_noun_is_none(tmp_path: Path) -> None:
    lines = (
        "1. Полив садов должен осуществляться на основе следующих принципов:\n"
        "1) воду следует рассматривать как общее благо;\n2) соблюдения порядка всеми садоводами."
    )
    found = [(deed, thing) for _, _, deed, thing in found_in(tmp_path, RULES + lines)]
    assert ("рассматривать как общее благо", "воду") in [(deed.removeprefix("воду "), thing) for deed, thing in found]
    assert not any("соблюдения" in deed for deed, _ in found)


def test_items_that_only_tell_how_many_are_one_duty(tmp_path: Path) -> None:
    lines = (
        "Розы высаживаются рядами с учетом роста:\n\n1) от 1 до 2 лет – не более 20 роз;\n\n2) от 3 лет – до 10 роз."
    )
    deed = "Розы высаживаются рядами с учетом роста"
    assert found_in(tmp_path, RULES + lines) == [(REQUIRED, None, deed, "Розы")]


def test_items_with_sums_of_money_by_years_are_no_sizes(tmp_path: Path) -> None:
    lines = "Деньги выплачиваются в сроки:\n\n1) 2031 год – 20 млн тенге;\n\n2) 2032 год – 30 млн тенге."
    assert len(found_in(tmp_path, RULES + lines)) == 2


def test_items_are_duties_of_whom_the_relative_clause_tells(tmp_path: Path) -> None:
    lines = "При школе создается садовый совет, в функции которого входят:\n\n1) учет роз;\n\n2) осмотр теплиц."
    assert found_in(tmp_path, RULES + lines) == [
        (REQUIRED, "садовый совет", "учет роз", "учет роз"),
        (REQUIRED, "садовый совет", "осмотр теплиц", "осмотр теплиц"),
    ]


def test_figures_by_which_something_is_kept_are_no_deeds(tmp_path: Path) -> None:
    text = "5. Учет роз ведется по следующим показателям:\n\n1) число кустов;\n\n2) высота кустов."
    assert [deed for _, _, deed, _ in found_in(tmp_path, RULES + text)] == ["Учет роз ведется по следующим показателям"]
