"""The tour: its words in three languages, its page in docs, and what it shows of a store that holds little."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest
from places import ROOT

from kzedu_graph.store.stores import MemoryStore
from web.display.languages import LANGUAGES
from web.views.card_reading import read_cards
from web.views.tour import Step, load_tour, places_of

PAGE = ROOT / "docs" / "tour.md"
HEADS = {
    "kk": (
        "Он қадамдық таныстыру",
        "`make run` немесе `kzedu build --demo` және `kzedu serve` іске қосылғаннан кейін `/tour` бетінен басталады.",
    ),
    "ru": (
        "Знакомство за десять шагов",
        "После `make run` или `kzedu build --demo` и `kzedu serve` начинается со страницы `/tour`.",
    ),
    "en": (
        "Tour in ten steps",
        "After `make run`, or `kzedu build --demo` and `kzedu serve`, it begins at the page `/tour`.",
    ),
}
SHOWS = {
    "owes": "/measure/P3200009012/21", "quote": "/measure/P3200009012/21#words", "body": "/agency/demo-ministry-reading",
    "due": "/due", "chain": "/indicator/P3200009012/plan/1", "change": "/changes", "continuation": "/continuations",
    "finding": "/findings", "question": "/ask/what-a-body-owes", "take": "/data",
}  # fmt: skip


def written() -> Iterator[str]:
    """The page of docs, made of the words of the tour."""
    yield "# Tour"
    for lang in LANGUAGES:
        title, begin = HEADS[lang]
        yield f"\n## {title}\n\n{begin}\n"
        for number, step in enumerate(load_tour(), 1):
            yield f"{number}. **{step.title[lang]}** (`{SHOWS[step.key]}`) {step.text[lang]}"


def test_the_page_of_docs_says_what_the_tour_says() -> None:
    text = "\n".join(written()) + "\n"
    if "FIX" in os.environ:
        PAGE.write_text(text, "utf-8")
    assert PAGE.read_text("utf-8") == text


@pytest.mark.parametrize("step", load_tour(), ids=lambda step: step.key)
def test_every_step_speaks_three_languages(step: Step) -> None:
    assert set(step.title) == set(step.text) == set(LANGUAGES)
    assert len({*step.text.values()}) == len(LANGUAGES)
    assert all(text.count("`") % 2 == 0 for text in step.text.values())


def test_ten_steps() -> None:
    assert [step.key for step in load_tour()] == list(SHOWS)


def test_a_store_that_holds_nothing_leaves_steps_without_a_page() -> None:
    assert places_of(read_cards(MemoryStore(), "nothing")) == {"question": "/ask/what-a-body-owes", "take": "/data"}
