"""What holds for any text: no grammar raises, and every offset lies inside the text."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extract.lexicon.words import words
from extract.values.forms import parse_completion_forms
from extract.values.label import split_label
from extract.values.money import parse_money
from extract.values.parties.cells import parse_parties
from extract.values.quotes import quoted
from extract.values.series import parse_series
from extract.values.times.period import explain_period, parse_period
from extract.values.times.prose import find_periods
from kzedu_graph.model.periods import is_due

LOOSE = st.text(max_size=80)
SHREDS = {
    lang: st.lists(
        st.sampled_from(
            [
                *sorted(words(lang).tags)[::3],
                *(
                    "2023",
                    "2024",
                    "2029",
                    "1",
                    "31",
                    "4",
                    "IV",
                    "ІІІ",
                    "–",
                    "-",
                    ",",
                    ";",
                    ":",
                    "(",
                    ")",
                    '"',
                    "«",
                    "%",
                ),
                *("PISA", "№", "МП", "БҒМ", "отчет", "есеп", "\n", "\u00a0", ".", "/"),
            ]
        ),
        max_size=16,
    ).map(" ".join)
    for lang in ("ru", "kk")
}


@pytest.mark.parametrize("lang", ["ru", "kk"])
@settings(max_examples=300, deadline=None)
@given(data=st.data())
def test_any_text(lang: str, data: st.DataObject) -> None:
    text = data.draw(st.one_of(LOOSE, SHREDS[lang]))
    period = parse_period(text, lang)
    pieces = [*(period.pieces if period else ()), *find_periods(text, lang)]
    assert all(is_due(point) for piece in pieces for point in piece.due)
    parties = parse_parties(text, lang, {"МП": "", "БҒМ": ""})
    series = parse_series(text, lang)
    targets = series.targets if series else ()
    for value in [*pieces, *parties, *targets]:
        assert 0 <= value.start < value.end <= len(text)
    assert all(one.end <= other.start for one, other in pairwise(parties))
    forms = parse_completion_forms(text.split("\n"), lang)
    assert all(0 <= form.start < form.end <= len(text) for form in forms)
    label = split_label(text, lang)
    assert label is None or 0 < label.rest <= len(text)
    assert len(quoted(text)) == len(text)
    parse_money(text)
    explain_period(text, lang)


@pytest.mark.parametrize("lang", ["ru", "kk"])
@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_no_word_of_a_form_is_lost(lang: str, data: st.DataObject) -> None:
    heads = sorted(words(lang).deliverables)
    paragraphs = data.draw(st.lists(st.sampled_from(heads), min_size=1, max_size=5))
    forms = parse_completion_forms(paragraphs, lang)
    assert " ".join(form.text for form in forms).split() == " ".join(paragraphs).split()
