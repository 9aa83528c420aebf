"""What is one sentence: items below their lead-ins, lines that go on, points of acts."""

from __future__ import annotations

from invented_prose import document, provisions

from extract.finders.duties.bound import is_party_alone
from extract.finders.duties.sentences.units import find_units


def test_items_carry_their_lead_ins_nested_ones_too() -> None:
    found = provisions(
        "# Методические рекомендации\n"
        "Согласно правилам необходимо предусмотреть:\n"
        "на уровне колледжа:\n"
        "1) проводить турниры;\n"
        "2) выпуск газеты.\n"
        "на уровне местных исполнительных органов:\n"
        "1) выделить средства.\n"
        "Погода была хорошей."
    )
    assert [(p.modality, p.bearer_text, p.action) for p in found] == [
        ("requirement", "колледжа", "проводить турниры"),
        ("requirement", "колледжа", "предусмотреть: выпуск газеты"),
        ("requirement", "местных исполнительных органов", "выделить средства"),
    ]
    assert found[1].sentence == "Согласно правилам необходимо предусмотреть: на уровне колледжа: выпуск газеты."


def test_evidence_points_at_the_item_and_its_lead_in() -> None:
    text = "# Инструкция\nКолледжам необходимо:\n- обновить планы."
    found = provisions(text)
    assert [text[s.start : s.end] for s in found[0].evidence] == ["Колледжам необходимо:\n- обновить планы."]


def test_a_lead_in_that_names_nobody_and_lays_nothing_gives_nothing() -> None:
    assert not provisions("# Инструкция\nОсновными документами являются:\n- Конституция;\n- закон об образовании.")


def test_a_lead_in_without_items_is_a_duty_of_its_own() -> None:
    assert [p.action for p in provisions("# Инструкция\nКолледжам необходимо обновить планы:")] == [
        "необходимо обновить планы"
    ]


def test_an_addressee_before_a_colon_governs_infinitives() -> None:
    found = provisions("# Инструкция\nУправлениям образования:\n- обеспечить подвоз;\n- открыть секции.")
    assert [p.bearer_text for p in found] == ["Управлениям образования"] * 2


def test_numbers_with_a_stop_stand_above_numbers_with_a_bracket() -> None:
    found = provisions(
        "Қазақстан Республикасының Үкіметі ҚАУЛЫ ЕТЕДІ:\n"
        "1. Облыс әкімдіктері:\n1) шаралар қабылдасын;\n2) жол салсын.\n"
        "2. Қаулының орындалуын бақылау Білім министрлігіне жүктелсін.",
        "kk",
    )
    assert [p.bearer_text for p in found] == ["Облыс әкімдіктері", "Облыс әкімдіктері", "Білім министрлігіне"]


def test_torn_lines_are_one_sentence() -> None:
    found = provisions("# Инструкция\nВместе с тем, колледжам городов\nТараз и Семей необходимо открыть секции.")
    assert [(p.bearer_text, p.action) for p in found] == [
        ("колледжам городов Тараз и Семей", "необходимо открыть секции")
    ]


def test_a_paragraph_with_an_end_goes_on_nowhere() -> None:
    units = list(find_units(document("Первое.\nвторое", "ru"), lambda line: is_party_alone(line, "ru")))
    assert [unit.own.text for unit in units] == ["Первое.", "второе"]


def test_problems_named_below_a_lead_in_are_no_duties() -> None:
    text = "# Бағдарлама\n# Ағымдағы жағдайды талдау\nМынадай мәселелерді шешу қажет:\n- байланыс әлсіз дамыған."
    assert [p.action for p in provisions(text, "kk")] == ["Мынадай мәселелерді шешу қажет"]
