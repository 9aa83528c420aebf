"""The language `kk`: tokens, numerals, homoglyphs, endings; and what the same code makes of Russian."""

from __future__ import annotations

import os
import re
from itertools import product
from pathlib import Path

import pytest
import spacy
from places import SHARED
from spacy.language import Language

from extract.language.kazakh import Kazakh, is_number_like
from extract.language.russian import fold_word as fold_russian
from extract.language.russian import lemma
from extract.language.russian import same_word as same_russian_word
from kzedu_graph.language.kazakh_endings import (
    HYPHENATED_ENDINGS,
    analyse,
    fold_word,
    hyphenated_pattern,
    matches_label,
    readings,
    same_word,
    stem_of,
)
from kzedu_graph.language.kazakh_words import ROOTS_LIKE_INFLECTED
from kzedu_graph.language.letters import WORD, fold_homoglyphs, is_abbreviation, skeleton

TABLES = Path(__file__).parent
CORPUS = SHARED / "corpus"
FORMS = [line.split("\t") for line in (TABLES / "forms.tsv").read_text(encoding="utf-8").splitlines()]
UNDIVIDED_CASES = (TABLES / "undivided.txt").read_text(encoding="utf-8").split()


@pytest.fixture(scope="module")
def nlp() -> Language:
    return spacy.blank("kk")


def tokens(nlp: Language, text: str) -> list[str]:
    return [token.text for token in nlp(text)]


def test_spacy_knows_the_language(nlp: Language) -> None:
    assert isinstance(nlp, Kazakh)
    assert nlp.lang == "kk"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Оқу-ағарту", ["Оқу-ағарту"]),
        ("Премьер-Министрге", ["Премьер-Министрге"]),
        ("100-ге", ["100-ге"]),
        ("AEA-Europe", ["AEA-Europe"]),
        ("PISA-2025", ["PISA-2025"]),
        ("63-1", ["63-1"]),
        ("БҒМ-ның", ["БҒМ", "-ның"]),
        ("ОМ-ге,", ["ОМ", "-ге", ","]),
        ("ЖОО-лардың.", ["ЖОО", "-лардың", "."]),
        ("ТжКБ-мен", ["ТжКБ", "-мен"]),
        ("ОӘК-ісін", ["ОӘК", "-ісін"]),
        ("ДББҰ-НЫ", ["ДББҰ", "-НЫ"]),
        ("IT-мектеп", ["IT-мектеп"]),
        ("ТжКБ", ["ТжКБ"]),
        ("Ы. Алтынсарин", ["Ы.", "Алтынсарин"]),
        ("Ы.Алтынсарин", ["Ы.", "Алтынсарин"]),
        ("А.Н. Иванов", ["А.", "Н.", "Иванов"]),
        ("және т.б.", ["және", "т.б."]),
        ("2025 ж. бастап", ["2025", "ж.", "бастап"]),
        ("4,8 млрд. теңге", ["4,8", "млрд.", "теңге"]),
        ("№ 465", ["№", "465"]),
        ("№465", ["№", "465"]),
        ("93,4 %-ға", ["93,4", "%", "-ға"]),
        ("50%-ын", ["50", "%", "-ын"]),
        ("2020-2025", ["2020", "-", "2025"]),
        ("2020–2025", ["2020", "–", "2025"]),
        ("«Үміт»ҚҚ", ["«", "Үміт", "»", "ҚҚ"]),
        ('"Үміт" қоры', ['"', "Үміт", '"', "қоры"]),
        ("(келісу бойынша),", ["(", "келісу", "бойынша", ")", ","]),
        ("БҒМ,ЖАО", ["БҒМ", ",", "ЖАО"]),
        ("ұйым.Келесі", ["ұйым", ".", "Келесі"]),
        ("тармақ 2.1.", ["тармақ", "2.1", "."]),
        ("ауыл/қала", ["ауыл", "/", "қала"]),
        ("сөз...", ["сөз", "..."]),
    ],
)
def test_tokens(nlp: Language, text: str, expected: list[str]) -> None:
    assert tokens(nlp, text) == expected


def test_tokens_give_the_text_back(nlp: Language) -> None:
    text = '  "Үміт"\xa0қоры (ЖАО-ға),\n\tБҒМ;  2020-2025 жж. 93,4\xa0%-ға – т.б.  '
    assert nlp(text).text == text


@pytest.mark.parametrize("text", ["93,4", "2025", "1-ші", "3-інші", "2025-ке", "IV", "бірінші", "жүз", "үшеу", "млн."])
def test_like_num(nlp: Language, text: str) -> None:
    assert nlp(text)[0].like_num
    assert nlp(text)[0].text == text


@pytest.mark.parametrize("text", ["бірге", "біреуге", "онда", "оны", "алтын", "мыңжылдық", "63-бап", "1-мақсат", "ОМ"])
def test_not_like_num(text: str) -> None:
    assert not is_number_like(text)


def test_stop_words_and_norms(nlp: Language) -> None:
    doc = nlp("және министрлiк млрд.")
    assert [token.is_stop for token in doc] == [True, False, False]
    assert [token.norm_ for token in doc] == ["және", "министрлік", "миллиард"]


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("министрлiгi", "министрлігі"),
        ("жəне", "және"),
        ("Iшкi", "Ішкі"),
        ("cүру", "сүру"),
        ("Сite", "Cite"),
        ("EСVET", "ECVET"),
        ("отчҰт", "отчёт"),
        ("IT-құзырет", "IT-құзырет"),
        ("PISA", "PISA"),
        ("еGov", "eGov"),
        ("Ұлттық", "Ұлттық"),
        ("ҚҰРАМ", "ҚҰРАМ"),
    ],
)
def test_homoglyphs(written: str, meant: str) -> None:
    assert fold_homoglyphs(written) == meant
    assert len(written) == len(meant)


def test_skeleton_reads_both_scripts_alike() -> None:
    assert skeleton("IT") == skeleton("ІТ") != "IT"
    assert skeleton("PISA") == "PISA"


@pytest.mark.parametrize(("word", "expected"), [("БҒМ", True), ("ТжКБ", True), ("Оқу", False), ("А", False)])
def test_is_abbreviation(word: str, *, expected: bool) -> None:
    assert is_abbreviation(word) is expected


@pytest.mark.parametrize(("word", "stem", "endings"), FORMS, ids=[form[0] for form in FORMS])
def test_forms(word: str, stem: str, endings: str) -> None:
    likeliest = analyse(word)[0]
    assert (likeliest.stem, "+".join(ending.form for ending in likeliest.endings)) == (stem, endings)
    assert stem_of(word) == stem


def test_the_table_of_forms_is_large_enough() -> None:
    assert len({word for word, _, _ in FORMS}) >= 150


@pytest.mark.parametrize("word", UNDIVIDED_CASES)
def test_roots_that_end_like_a_suffix_stay_whole(word: str) -> None:
    assert analyse(word)[0].endings == ()
    assert stem_of(word) == (word if is_abbreviation(word) else word.lower())


def test_every_undivided_root_is_needed() -> None:
    idle = [root for root in ROOTS_LIKE_INFLECTED if not any(reading.certain for reading in readings(root))]
    assert idle == []


def test_the_kinds_of_endings_are_named() -> None:
    kinds = [ending.kind for ending in analyse("ұйымдарындағы")[0].endings]
    assert kinds == ["plural", "possessive 3", "attributive"]
    assert analyse("еліміздің")[0].endings[0].kind == "possessive 1"
    assert HYPHENATED_ENDINGS["ның"] == "genitive"


@pytest.mark.parametrize(
    ("word", "ending"),
    [("мектепдер", "plural"), ("қаладе", "locative"), ("кітапге", "dative"), ("орталықте", "locative")],
)
def test_disharmony_is_no_ending(word: str, ending: str) -> None:
    """Harmony and assimilation decide: these are not words of the language."""
    assert all(one.kind != ending for reading in analyse(word) for one in reading.endings)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("министрлігінің", "министрлігі"),
        ("министрлiгiне", "министрліктері"),
        ("әкімдіктерінің", "әкімдігі"),
        ("ұйымдарына", "ұйымдар"),
        ("қаржысы", "қаржы"),
        ("жылы", "жыл"),
        ("орны", "орындарына"),
        ("мектебі", "мектептерде"),
    ],
)
def test_same_word(one: str, other: str) -> None:
    assert same_word(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("бала", "балық"),
        ("қала", "қалып"),
        ("сан", "сана"),
        ("білім", "бөлім"),
        ("басшы", "бас"),
        ("орта", "орталық"),
        ("алты", "ал"),
        ("мектеп", "мекен"),
        ("оқу", "оқушы"),
        ("министр", "министрлік"),
        ("БҒМ", "ҒЖБМ"),
    ],
)
def test_other_word(one: str, other: str) -> None:
    assert not same_word(one, other)


def test_matches_label() -> None:
    label = "Оқу-ағарту министрлігі"
    assert matches_label("Оқу-ағарту министрлiгiне", label)
    assert matches_label("оқу-ағарту министрліктерінің", label)
    assert not matches_label("Оқу-ағарту министріне", label)
    assert not matches_label("Оқу-ағарту", label)
    assert not matches_label("министрлігі Оқу-ағарту", label)


def test_fold_word() -> None:
    assert fold_word("МИНИСТРЛIГIНЕ") == fold_word("министрлігі") == "министрлік"
    assert fold_word("БҒМ-ның") == "бғм"


@pytest.mark.parametrize(
    ("form", "expected"),
    [("министерства", "министерство"), ("школами", "школа"), ("учёте", "учет"), ("МОН", "МОН"), ("отчҰтов", "отчет")],
)
def test_russian_lemma(form: str, expected: str) -> None:
    assert lemma(form) == expected
    assert fold_russian(form) == expected.lower()


def test_russian_same_word() -> None:
    assert same_russian_word("колледжей", "колледжами")
    assert not same_russian_word("школа", "школьник")


def corpus_text(name: str) -> str:
    """A text of the corpus; skipped with a reason where it is absent, except on CI."""
    found = sorted(CORPUS.glob(f"{name}_*.txt"))
    if not found and "CI" in os.environ:
        pytest.fail(f"no corpus at {CORPUS}")
    if not found:
        pytest.skip(f"no corpus at {CORPUS}")
    return found[0].read_text(encoding="utf-8")


@pytest.mark.parametrize("name", ["001", "002", "004"])
def test_a_stem_is_a_stem_of_itself(name: str) -> None:
    """Cutting twice cuts no more, for all but a few of the words of a whole text."""
    words = {word for word in WORD.findall(corpus_text(name)) if re.fullmatch(r"[а-яәғқңөұүһі-]{3,}", word)}
    moved = [word for word in words if stem_of(stem_of(word)) != stem_of(word)]
    assert len(moved) < 0.02 * len(words), sorted(moved)[:40]


def test_the_pattern_of_endings_behind_a_hyphen_is_that_of_their_table() -> None:
    pattern = re.compile(hyphenated_pattern())
    assert all(map(pattern.fullmatch, HYPHENATED_ENDINGS))
    parts = ("", "лар", "тер", "ы", "сі", "ісі", "н", "нда", "ның", "ға", "мен", "дағы", "тан")
    made = {"".join(row) for row in product(parts, repeat=4)}
    assert all((pattern.fullmatch(form) is not None) == (form in HYPHENATED_ENDINGS) for form in made)
