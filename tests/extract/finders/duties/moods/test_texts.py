"""The mood that a text begins in, by its title or its words, and that headings turn."""

from __future__ import annotations

import pytest
from invented_prose import document

from extract.finders.duties.bound import is_party_alone
from extract.finders.duties.moods.texts import first_mood
from extract.finders.duties.sentences.units import find_units


def test_headings_turn_the_mood() -> None:
    text = "# Концепция\n# Анализ текущей ситуации\nа.\n# Основные подходы\nб.\n# Ожидаемые результаты\nв."
    moods = [u.mood for u in find_units(document(text, "ru"), lambda line: is_party_alone(line, "ru"))]
    assert moods == ["report", "plan", "results"]


@pytest.mark.parametrize(
    ("title", "mood"),
    [("Методические рекомендации колледжам", "instruction"), ("Концепция развития", "plan"), ("Письмо", "plan")],
)
def test_a_title_sets_the_first_mood(title: str, mood: str) -> None:
    assert first_mood(document(f"# {title}\nТекст.", "ru")) == mood


@pytest.mark.parametrize(
    ("lang", "text", "mood"),
    [
        ("ru", "Сторож должен закрыть сад. Он вправе войти. Вход не допускается. Сад будет открыт.", "instruction"),
        ("ru", "Сторож должен закрыть сад. Он вправе войти. Сад будет открыт.", "plan"),
        ("ru", "Сторож должен закрыть сад. Он вправе войти. Вход запрещается. " + "Будет сад. " * 4, "plan"),
        ("kk", "Күзетші бақты жабуға тиіс. Ол кіруге құқылы. Кіруге тыйым салынады.", "instruction"),
        ("kk", "Күзетші бақты жабуға тиіс. Бақ ашылатын болады.", "plan"),
        ("ru", "Мы должны любить сад. Дети должны играть. Наша школа обязана помочь. Мы рады.", "plan"),
        (
            "ru",
            "Сад должен цвести, сказал мастер. Дети вправе играть. Школа обязана помочь, отметил он. Он рассказал.",
            "plan",
        ),
        ("ru", "Сторож должен уйти. Он вправе войти. Вход запрещается.\n" + "Сад цвел.\n" * 60, "plan"),
        (
            "kk",
            "Бақ гүлдеуге тиіс. Біз бақты жабуға міндетті. Балаларға тыйым салынады. Біз қуандық, деді шебер.",
            "plan",
        ),
    ],
)
def test_words_set_the_mood_where_no_title_does(lang: str, text: str, mood: str) -> None:
    assert first_mood(document(f"# Политика\n{text}", lang)) == mood
