"""Sentences of the prose that state an indicator's level of before its programme, on invented text."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from kzedu_graph.comparison.baselines import baseline_triples, find_baselines
from kzedu_graph.mapping.indicators import indicator_iri
from kzedu_graph.model.extraction import Extraction
from kzedu_graph.model.prose import GlossaryEntry
from kzedu_graph.model.records import Indicator, Source, Span, Target
from kzedu_graph.vocabulary.iris import KZEDU


def yardstick(number: str, name: str) -> Indicator:
    return Indicator("S2", "S2", "plan", "target", number, name, (Target(2023, 50.0),), (Span(0, 1),), unit="%")


LENSES = yardstick("1", "Линзалары ауыстырылған телескоптардың үлесі")
PUPILS = yardstick("2", "Аспан картасын білетін оқушылардың үлесі")


def written(text: str) -> Extraction:
    source = Source("S2", "S2", "kk", date(2023, 1, 1), "Жоспар", programme="S2", period="2023/2029", issuer="gov")
    return Extraction(source, text, indicators=(LENSES, PUPILS))


def found(text: str) -> list[tuple[str, str]]:
    extraction = written(text)
    return [(each.number, text[span.start : span.end]) for each, span in find_baselines(extraction)]


def test_a_sentence_that_states_the_level_of_a_year_before() -> None:
    said = "Линзалары ауыстырылған телескоптар 2022 жылы 37 % болды."
    assert found(f"# Аспан көп жұлдызды. {said} Ай да бар.") == [("1", said)]


def test_a_year_of_the_programme_or_no_level_is_no_baseline() -> None:
    assert not found("# Линзалары ауыстырылған телескоптар 2024 жылы 37 % болады.")
    assert not found("# Линзалары ауыстырылған телескоптар 2022 жылы көбейді.")
    assert not found("# Ай тұтылуы 2022 жылы 37 % байқалды.")


def test_a_sentence_of_two_indicators_is_of_neither() -> None:
    text = "# Линзалары ауыстырылған телескоптардың, аспан картасын білетін оқушылардың үлесі 2022 жылы 37 % болды."
    assert not found(text)


def test_a_page_ends_within_it_and_what_is_abbreviated_is_spelt_out() -> None:
    text = "# Ай бар. 2022 жылы ЛАТ \n\n\n\nүлесі 37 % болды."
    entry = GlossaryEntry("S2", "ЛАТ", "линзалары ауыстырылған телескоптар", (Span(0, 1),))
    ((each, span),) = find_baselines(replace(written(text), glossary=(entry,)))
    assert (each.number, text[span.start : span.end]) == ("1", "2022 жылы ЛАТ \n\n\n\nүлесі 37 % болды.")
    assert not found(text), "not known without the key"


def test_it_is_quoted() -> None:
    extraction = written("# Ай бар. Линзалары ауыстырылған телескоптар 2022 жылы 37 % болды.")
    triples = list(baseline_triples(extraction))
    (cited,) = (o for s, p, o in triples if (s, p) == (indicator_iri(LENSES), KZEDU.baselineInProse))
    assert any(s == cited for s, _, _ in triples)
