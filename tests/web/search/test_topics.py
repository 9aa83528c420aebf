"""Questions in three languages find what is about their topics, and what they name by kind and number."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from kzedu_graph.registry.topics import Topic, load_scheme
from kzedu_graph.vocabulary.places import BASE
from web.views.read_model import Agency, Cards, Edition, Indicator, Measure
from web.views.search import Index, build_index
from web.views.texts.named_numbers import NamedNumber, named_number

HERE = Path(__file__).parent
THINGS: dict[str, dict[str, dict[str, str]]] = yaml.safe_load((HERE / "things.yml").read_text(encoding="utf-8"))
QUERIES: dict[str, str | list[str]] = yaml.safe_load((HERE / "queries.yml").read_text(encoding="utf-8"))


def _measure(name: str, labels: dict[str, str]) -> Measure:
    return Measure(f"{BASE}measure/X/{name}", name[1:], 1, "X", None, labels, (), (), (), {}, None)


@pytest.fixture(scope="module")
def index() -> Index:
    cards = Cards("1")
    find = load_scheme().find
    cards.measures = {each.iri: each for each in (_measure(*item) for item in THINGS["measures"].items())}
    for name, labels in THINGS["indicators"].items():
        iri = f"{BASE}indicator/X/{name}"
        cards.indicators[iri] = Indicator(iri, "target", name[1:], "plan", "X", None, labels)
    for thing in (*cards.measures.values(), *cards.indicators.values()):
        cards.topics[thing.iri] = frozenset().union(*map(find, thing.labels.values()))
    for key, labels in THINGS["agencies"].items():
        cards.agencies[key] = Agency(f"{BASE}agency/{key}", key, "Ministry", labels, {}, (), None, None, None)
    for work, facts in THINGS["documents"].items():
        cards.act_numbers[work] = facts["number"]
        for lang in facts.keys() - {"number"}:
            iri = f"{BASE}document/{work}/2031-01-01/{lang}"
            cards.editions[iri] = Edition(iri, work, lang, "2031-01-01", facts[lang], facts["number"], None, None)
    return build_index(cards)


@pytest.mark.parametrize(("query", "first"), QUERIES.items())
def test_what_is_asked_for_comes_first(index: Index, query: str, first: str | list[str]) -> None:
    hits = index.find(query, 3)
    assert hits, query
    assert hits[0].iri.rpartition("/")[2] in ([first] if isinstance(first, str) else first), [hit.iri for hit in hits]


def test_there_are_forty_questions_in_three_languages() -> None:
    assert len(QUERIES) >= 40
    assert sum(query.isascii() for query in QUERIES) >= 10


def test_what_is_not_in_force_comes_behind_its_like(index: Index) -> None:
    in_force = index.find("textbooks", 2)
    ended = in_force[0].iri
    assert index.find("textbooks", 2, holds=lambda iri: iri != ended)[0].iri == in_force[1].iri


@pytest.mark.parametrize(
    ("question", "named"),
    [
        ("мероприятие 66", NamedNumber("measure", "66")),
        ("Мероприятия № 63-1", NamedNumber("measure", "63-1")),
        ("66-іс-шара", NamedNumber("measure", "66")),
        ("measure 2-1", NamedNumber("measure", "2-1")),
        ("индикатор 12", NamedNumber("indicator", "12")),
        ("көрсеткіш 4", NamedNumber("indicator", "4")),
        ("Постановление Правительства", None),
        ("Постановление № 249", NamedNumber("document", "249")),
        ("249 қаулысы", NamedNumber("document", "249")),
        ("Resolution No 249", NamedNumber("document", "249")),
        ("249", None),
        ("школа 66", None),
    ],
)
def test_kind_and_number_are_read(question: str, named: NamedNumber | None) -> None:
    assert named_number(question) == named


# ---- the scheme


def _topics() -> list[Topic]:
    return list(load_scheme().topics.values())


def test_the_scheme_is_some_fifty_topics_in_three_languages() -> None:
    assert 40 <= len(_topics()) <= 60
    for topic in _topics():
        assert set(topic.labels) == {"kk", "ru", "en"}, topic.key
        assert set(topic.synonyms) == {"kk", "ru", "en"}, topic.key


@pytest.mark.parametrize("topic", _topics(), ids=lambda topic: topic.key)
def test_a_topic_is_found_by_its_own_names(topic: Topic) -> None:
    """Whoever types a name that the page of a topic shows must come to that topic."""
    shown = [*topic.labels.values(), *(word for several in topic.synonyms.values() for word in several)]
    assert [label for label in shown if topic.key not in load_scheme().asked(label)] == []


@pytest.mark.parametrize(
    ("text", "not_about"),
    [
        ("ученические тетради", "science"),
        ("селекция пшеницы", "rural"),
        ("пятьдесят оксидов", "pay"),
        ("плата за учебники и заработная ведомость", "pay"),
    ],
)
def test_words_that_only_look_alike_are_no_topic(text: str, not_about: str) -> None:
    assert not_about not in load_scheme().find(text)


def test_a_form_without_a_word_is_told() -> None:
    scheme = type(load_scheme())()
    with pytest.raises(ValueError, match="has no word"):
        scheme.add(Topic("x", "x", {}, {}, ("*",)))
