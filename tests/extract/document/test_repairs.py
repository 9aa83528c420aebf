"""Repairs of the text of a PDF: letter-spacing, torn words, displaced links."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from extract.document.blocks import Passage, passage_of
from extract.document.repairs import (
    close_up_letters,
    close_up_words,
    drop_old_codes,
    join_lines,
    put_back_links,
    put_back_opening,
)

WORDS = "білім бөлімінде медициналық шаралар бұйрығына балаларға сату қайта топ сынып жүргізу бастапқы мекендегі"


def known(word: str) -> bool:
    return word.casefold() in WORDS.split()


def assert_placed(passage: Passage, text: str) -> None:
    for letter, offset in zip(passage.text, passage.offsets, strict=True):
        assert letter == " " or text[offset] == letter


@pytest.mark.parametrize(
    ("printed", "meant"),
    [
        ("ж а н ы н а н  ", "жанынан"),
        ("ж ә н е  о қ у  ", "және  оқу"),
        ("М Д Ұ - н ы ң  ", "МДҰ-ның"),
        ("О М ,  А .  ", "ОМ,  А."),
        ("ж ы л ғ ы  2 7  ", "жылғы  27"),
        ("т і з іл ім ін  ", "тізілімін"),
        ("мекендег і  ", "мекендегі"),
        ("бөл іг інде  ", "бөлігінде"),
        ("б ілім беру ", "білім беру"),
        ("т . б . )  ", "т.б.)"),
        ("т а р ы н  (", "тарын  ("),
        ("ОМ-ге ақпарат 2031 жылғы тамыз Ц Д И А Ө М ,  ", "ОМ-ге ақпарат 2031 жылғы тамыз ЦДИАӨМ,"),
        ("№ 348  бұйрығына", "№ 348  бұйрығына"),
        ("қайта сату  ", "қайта сату"),
        ("3 топ ", "3 топ"),
    ],
)
def test_letter_spaced_words_are_closed_up(printed: str, meant: str) -> None:
    passage = close_up_letters(passage_of(printed), known)
    assert passage.text.strip() == meant
    assert_placed(passage, printed)


@pytest.mark.parametrize(
    ("printed", "meant"),
    [
        ("П Р О Г Р А М М А", "ПРОГРАММА"),
        ("П  Р  А  В  И  Л  А", "ПРАВИЛА"),
        ("П\u00a0О\u00a0Р\u00a0Я\u00a0Д\u00a0О\u00a0К", "ПОРЯДОК"),
        ("П О Р Я Д О К   У Ч Е Т А   Р О З", "ПОРЯДОК   УЧЕТА   РОЗ"),
        ("У С Т А В", "УСТАВ"),
        ("А Б В Г Д", "А Б В Г Д"),
        ("М Ж М Ж", "М Ж М Ж"),
        ("пункты а б в г", "пункты а б в г"),
    ],
)
def test_headings_in_letters_apart_are_closed_up(printed: str, meant: str) -> None:
    passage = close_up_words(passage_of(printed))
    assert passage.text == meant
    assert_placed(passage, printed)


@pytest.mark.parametrize(
    ("printed", "meant"),
    [
        ("қайта \nсату", "қайта сату"),
        ("қайта\nсату", "қайта сату"),
        ("медиц\nиналық", "медициналық"),
        ("кешенді-медиц\nиналық-тех", "кешенді-медициналық-тех"),
        ("балала\nрға", "балаларға"),
        ("реконструкцияланат\nын жол", "реконструкцияланатын жол"),
        ("жүргізу\n(бастапқы", "жүргізу (бастапқы"),
        ("топ/\nсынып", "топ/сынып"),
        ("шаралар (\nқайта", "шаралар (қайта"),
        ('шаралар ("\nсату", топ)', 'шаралар ("сату", топ)'),
        ('сату "\nқайта" топ', 'сату "қайта" топ'),
        ('"сату\n" топ', '"сату" топ'),
        ("сату\n, қайта", "сату, қайта"),
        ("PISA-\n2029", "PISA-2029"),
        ("3-\n6 жас", "3-6 жас"),
        ("34\n-тен 46", "34-тен 46"),
        ("40\n %, 2025", "40 %, 2025"),
        ("2029 –\n14 %", "2029 – 14 %"),
    ],
)
def test_lines_are_joined_and_torn_words_mended(printed: str, meant: str) -> None:
    starts = [0, printed.index("\n") + 1]
    lines = [passage_of(printed, starts[0], starts[1] - 1), passage_of(printed, starts[1])]
    passage = join_lines(lines, known)
    assert passage.text == meant
    assert_placed(passage, printed)


@pytest.mark.parametrize(
    ("printed", "meant"),
    [
        ("№ 941  күші жойылды деп танылсын.қаулысының", "№ 941 қаулысының күші жойылды деп танылсын."),
        (" бекітілсін.тұжырымдамасы", "тұжырымдамасы бекітілсін."),
        ("халқына ;Жолдауы", "халқына Жолдауы;"),
        (";Жолдауы", "Жолдауы;"),
        ("13.06.2024  қаулысымен.№ 465", "13.06.2024 № 465 қаулысымен."),
        ("13.06.2024 ; 25.04.2025№ 465", "13.06.2024 № 465; 25.04.2025"),
        ("13.06.2024 ; № 465", "13.06.2024 № 465;"),
        ("№ 348  бұйрығына", "№ 348  бұйрығына"),
        ("он.алты", "он.алты"),
        (" ;  бір.екі", " ;  бір.екі"),
    ],
)
def test_links_go_back_to_their_gap(printed: str, meant: str) -> None:
    passage = put_back_links(passage_of(printed))
    assert passage.text.strip() == meant.strip()
    assert_placed(passage, printed)


@pytest.mark.parametrize(
    ("printed", "meant"),
    [
        ("бағалау жүреді, ТжКБ деңгейінде", "ТжКБ деңгейінде бағалау жүреді,"),
        ("Бағалау жүреді, ТжКБ деңгейінде", "Бағалау жүреді, ТжКБ деңгейінде"),
        ("бағалау жүреді", "бағалау жүреді"),
    ],
)
def test_an_opening_goes_back_to_the_front(printed: str, meant: str) -> None:
    assert put_back_opening(passage_of(printed)).text == meant


def test_nothing_moves_in_a_line_without_damage() -> None:
    passage = passage_of("қайта сату туралы шешім ")
    repairs: list[Callable[[Passage], Passage]] = [put_back_links, put_back_opening]
    assert close_up_letters(passage, known) is passage
    assert all(repair(passage) is passage for repair in repairs)


@pytest.mark.parametrize(
    ("printed", "meant"),
    [
        ('приказ N 129 V980478_ "О садах"', 'приказ N 129 "О садах"'),
        ("Правительство ПОСТАНОВЛЯЕТ: см.Z070319", "Правительство ПОСТАНОВЛЯЕТ: "),
        ("см. приложение 1; см. Z070319_ выше", "см. приложение 1; выше"),
        ("см. V2 и Z070319", "см. V2 и Z070319"),
        ("ПРАВИЛА (\n\nq990194_\n\n)\nполива", "ПРАВИЛА полива"),
    ],
)
def test_codes_of_the_bank_of_acts_are_no_words(printed: str, meant: str) -> None:
    assert drop_old_codes(passage_of(printed)).text == meant
