"""Words of Russian codes and contracts, and points below stamps, signatures and lead-ins; all are invented."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import pytest
from read_duties import kinds, read_duties

from extract.flow import extract_file
from kzedu_graph.registry.resolving import Registry

read = partial(read_duties, "ru")

HEAD = "# Об утверждении Правил, условий и сроков {}\n\nПриказ Министра юстиции Республики Казахстан от 3 мая 2031 года № 56\n\n"


@pytest.mark.parametrize("words", ["полива", "полива садов и теплиц всех школ республики " * 8])
def test_points_below_a_stamp_are_of_what_is_approved(tmp_path: Path, words: str) -> None:
    path = tmp_path / "act.txt"
    path.write_text(
        HEAD.format(words) + "ПРИКАЗЫВАЮ:\n\n1. Утвердить прилагаемые Правила.\n\n**Министр**\n\n"
        "> *Утверждены*  \n> *приказом Министра*  \n> *от 3 мая 2031 года*\n\n"
        "3. Мастер ведет учет роз.\n\n4-1. Директор принимает меры:\n\n1) утверждает план;\n\n2) проверяет сады.\n",
        "utf-8",
    )
    found = extract_file(path, Registry.load()).provisions
    assert [(one.bearer_text, one.deed) for one in found] == [
        ("Мастер", "ведет учет роз"),
        ("Директор", "утверждает план"),
        ("Директор", "проверяет сады"),
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Руководитель обязуется соблюдать тайну сада.", ("Руководитель", "соблюдать тайну сада", "тайну сада")),
        ("Обязательным является наличие инструкции.", (None, "наличие инструкции", "наличие инструкции")),
        ("Ношение значка является обязательным.", (None, "Ношение значка", "Ношение значка")),
        ("Судья по собственной инициативе собирает карты.", ("Судья", "собирает карты", "карты")),
        ("Орган не вправе отказать в применении права.", ("Орган", "отказать в применении права", None)),
        (
            "Протокол подписывается председательствующим и секретарем.",
            ("председательствующим и секретарем", "Протокол подписывается", "Протокол"),
        ),
        (
            "Замена значка производится в случаях утери, порчи, истечения срока.",
            (None, "Замена значка производится", "Замена значка"),
        ),
        ("Школы обязаны хранить карты не менее трех лет.", ("Школы", "хранить карты не менее трех лет", "карты")),
        (
            "По семейным обстоятельствам Наниматель может предоставить Мастеру отпуск.",
            ("Наниматель", "предоставить Мастеру отпуск", "отпуск"),
        ),
    ],
)
def test_words_of_codes_and_contracts(text: str, found: tuple[str | None, str, str | None]) -> None:
    assert read(text) == [found]


def test_who_pledges_promises() -> None:
    assert kinds("ru", "Мастер обязуется вести учет и выдавать саженцы.", "enacting") == ["commitment", "commitment"]


def test_items_go_on_with_the_preposition_of_their_lead_in(tmp_path: Path) -> None:
    path = tmp_path / "rules.txt"
    path.write_text(
        "Правила полива\n\n1. Комиссия выносит решение об:\n\n1) открытии сада;\n\n2) отказе в открытии сада.\n",
        "utf-8",
    )
    found = extract_file(path, Registry.load()).provisions
    assert [(one.deed, one.object) for one in found] == [
        ("выносит решение об открытии сада", "решение об открытии сада"),
        ("выносит решение об отказе в открытии сада", "решение об отказе в открытии сада"),
    ]


def test_a_typed_contract_below_a_signature_is_read_as_rules(tmp_path: Path) -> None:
    path = tmp_path / "act.txt"
    path.write_text(
        "# О найме мастеров\n\nПравительство Республики Казахстан постановляет:\n\n1\\. Утвердить Типовой контракт.\n\n"
        "```\n     Премьер-Министр\nРеспублики Казахстан\n\n                ТИПОВОЙ КОНТРАКТ\n           о найме мастера\n\n"
        "     8. Мастеру предоставляется отпуск с сохранением\nдолжности.\n     9. Наниматель обязан вести учет.\n```\n",
        "utf-8",
    )
    found = extract_file(path, Registry.load()).provisions
    assert [(one.bearer_text, one.deed) for one in found] == [
        (None, "Мастеру предоставляется отпуск с сохранением должности"),
        ("Наниматель", "вести учет"),
    ]
