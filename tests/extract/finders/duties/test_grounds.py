"""Grounds of duties: acts that a sentence cites, and short references to acts that the text has named so."""

from __future__ import annotations

from datetime import date

import pytest
from invented_prose import document

from extract.finders.acts.citations import find_citations
from extract.finders.duties.grounds import find_grounds
from extract.finders.duties.prose import read_prose
from extract.finders.duties.provisions import find_provisions
from kzedu_graph.model.records import Source
from kzedu_graph.registry.resolving import Registry

ORDER = "приказом Министра просвещения Республики Казахстан от 3 августа 2031 года № 41"
OTHER = "приказом Министра просвещения Республики Казахстан от 5 мая 2030 года № 12"
FIRST, SECOND = "act-2031-08-03-41-kz-moe", "act-2030-05-05-12-kz-moe"


def rests_on(lines: list[str], lang: str = "ru") -> list[tuple[str, ...]]:
    """The acts that the provisions of a text rest on."""
    read = document("\n".join(lines), lang)
    source = Source("invented", "invented", lang, date(2032, 3, 1), "", period="2032/2035")
    registry = Registry.load()
    citations = find_citations(source, read, registry)
    found, _ = find_provisions(source, read_prose(read), registry, {}, None, citations)
    return [provision.rests_on for provision in found]


@pytest.mark.parametrize(
    ("lines", "wanted"),
    [
        ([f"Школам необходимо вести учет теплиц в соответствии с {ORDER}."], (FIRST,)),
        (
            [
                f"Учет теплиц ведут по форме, утвержденной {ORDER} (далее – Приказ № 41).",
                "Согласно Приказу № 41 школам необходимо вести журнал.",
            ],
            (FIRST,),
        ),
        (
            [
                f"Учет ведется по Правилам учета теплиц, утвержденным {ORDER}.",
                "Согласно Правилам школам необходимо вести журнал.",
            ],
            (FIRST,),
        ),
        # Two acts that could be meant are none, and a word under another heading is another act's.
        (
            [
                f"Учет ведется по Правилам учета теплиц, утвержденным {ORDER}, и Правилам учета клумб, утвержденным {OTHER}.",
                "Согласно Правилам школам необходимо вести журнал.",
            ],
            (),
        ),
        (
            [
                f"Учет ведется по Правилам учета теплиц, утвержденным {ORDER}.",
                "# Питание школьников",
                "Согласно Правилам школам необходимо вести журнал.",
            ],
            (),
        ),
        (["Школам необходимо вести журнал."], ()),
    ],
)
def test_short_references_are_the_acts_that_the_text_has_named(lines: list[str], wanted: tuple[str, ...]) -> None:
    assert rests_on(lines)[-1] == wanted


def test_an_article_of_a_code_is_the_code() -> None:
    lines = [
        "Трудовой кодекс Республики Казахстан применяется.",
        "Согласно статье 119 Трудового кодекса школам необходимо вести учет.",
    ]
    assert rests_on(lines)[-1] == ("kz-labour-code",)


def test_kazakh_rules_are_the_order_that_approves_them() -> None:
    lines = [
        "Жылыжай есебі Қазақстан Республикасы Оқу-ағарту министрінің 2031 жылғы 3 тамыздағы № 41 бұйрығымен бекітілген Жылыжайларды есепке алу қағидалары (бұдан әрі – Қағидалар) бойынша жүргізіледі.",
        "Қағидаларға сәйкес мектептер журнал жүргізуі тиіс.",
    ]
    assert rests_on(lines, "kk")[-1] == (FIRST,)


@pytest.mark.parametrize(
    ("lang", "text", "grounds"),
    [
        (
            "ru",
            "руководствоваться приказом Министра от 3 мая 2030 года № 48 и планом",
            ("приказом Министра от 3 мая 2030 года № 48",),
        ),
        ("ru", "согласно Закону «О статусе педагога» проводить", ("Закону «О статусе педагога»",)),
        ("kk", "2030 жылғы 3 мамырдағы № 48 бұйрығына сәйкес", ("2030 жылғы 3 мамырдағы № 48 бұйрығына",)),
        ("ru", "вести журнал", ()),
    ],
)
def test_the_acts_that_a_sentence_cites(lang: str, text: str, grounds: tuple[str, ...]) -> None:
    assert tuple(ground.text for ground in find_grounds(text, lang)) == grounds
