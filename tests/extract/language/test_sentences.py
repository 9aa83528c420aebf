"""Sentence ends in both languages; every sample sentence is invented."""

from __future__ import annotations

import pytest
import spacy

from extract.language import kazakh  # noqa: F401  (registers the language)
from extract.language.sentences import kk_sentences, ru_sentences, split_sentences

# One sentence a "|".
KAZAKH = [
    "Ы. Алтынсарин атындағы үй ашылды. |Ол үлкен.",
    "А.Н. Иванов келді. |Ол қайтты.",
    "Қала 2025 ж. 4,8 млрд. теңге алды. |Бұл аз емес.",
    "Алма, өрік және т.б. |Жеміс көп.",
    "Алма, өрік және т.б. жеміс көп. |Бәрі тәтті.",
    "Бұл 2.1. тармақта айтылған. |Енді оқыңыз.",
    "2.1. Үйді салу керек. |3. Бақша отырғызу керек.",
    "Үй «Біз. Бірге. Мықтымыз» деп аталады. |Ол ескі.",
    "Ол «Келемін.» деді ме? |Иә! |Келді.",
    "Ол айтты: «Келемін.» |Сосын кетті.",
    "Мыналар керек:\n|1) алма;\n|2) өрік;\n|3) нан.",
    "Алма мен өрік; нан мен су; бәрі бар.",
    "Жолдар жер\nасты арқылы өтеді. |Олар ұзын.",
    "Бақша гүлде\n\nніп тұр. |Көктем келді.",
    "Бірінші тақырып\n\n|Екінші тақырып",
    "Бағасы 3,5 мың теңге...\n|Қымбат.",
]
RUSSIAN = [
    "Саду (по согласованию, Липов А.Б.) - полить розы. |Школе (Дубов) – тоже.",
    "Дом им. И.И. Иванова открыт. |Он велик.",
    "В 2024 г. построено 5 млн. домов, т.е. много. |Это хорошо.",
    "Согласно п. 2.1. Правил ст. 45 читается так. |Читайте.",
    "1. Построить дом. |2. Посадить сад.",
    "Яблоки, груши и т.д. |Фруктов много.",
    "Принят «Закон. О садах» в прошлом году. |Он действует.",
    "Нужны:\n|- яблоки;\n|- груши.",
    "Дорога идёт че\n\nрез лес. |Она длинна.",
    "Показатель равен 2.1. |Это мало.",
    "Сад закрыт после 21:00. |Мастер ушёл в 22:30.",
    "Он сказал: «Приду.» |И ушёл.",
    "Что это? |Сад!",
    "Акимам районов и гг. Капшагай, Текели посадить сады. |Отчет сдать в 2031 г. |Сады велики.",
    "Отделу садов (Садов С.С..) , школам: посадить сад. |Полить его.",
]


@pytest.mark.parametrize(("lang", "marked"), [("kk", one) for one in KAZAKH] + [("ru", one) for one in RUSSIAN])
def test_sentences(lang: str, marked: str) -> None:
    text = marked.replace("|", "")
    expected = [piece.strip() for piece in marked.split("|")]
    assert [text[start:end] for start, end in split_sentences(text, lang)] == expected


@pytest.mark.parametrize(("lang", "marked"), [("kk", one) for one in KAZAKH] + [("ru", one) for one in RUSSIAN])
def test_components_agree(lang: str, marked: str) -> None:
    """The spaCy component draws the same lines, as far as tokens allow."""
    nlp = spacy.blank(lang)
    nlp.add_pipe(f"{lang}_sentences")
    text = marked.replace("|", "")
    found = [sentence.text.strip() for sentence in nlp(text).sents]
    assert found == [piece.strip() for piece in marked.split("|")]


def test_components_are_callable_by_themselves() -> None:
    assert len(list(kk_sentences(spacy.blank("kk")("Алма. Өрік.")).sents)) == 2
    assert len(list(ru_sentences(spacy.blank("ru")("Сад. Дом.")).sents)) == 2


def test_nothing_comes_of_nothing() -> None:
    assert split_sentences("", "kk") == ()
    assert split_sentences(" \n\t ", "ru") == ()


def test_an_unknown_language_is_refused() -> None:
    with pytest.raises(KeyError):
        split_sentences("A. B.", "en")
