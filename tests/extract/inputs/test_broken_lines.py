"""Lines that were broken inside a paragraph with shift and enter."""

from __future__ import annotations

import pytest

from extract.inputs.broken_lines import whole_lines


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["Садовнику до 5 мая", "полить сад."], ["Садовнику до 5 мая полить сад."]),
        (["Бағбан бақты күн сайын", "суарсын."], ["Бағбан бақты күн сайын суарсын."]),
        (["Утверждён", "приказом директора"], ["Утверждён", "приказом директора"]),
        (["Садовник:", "поливает сад;", "сдаёт отчёт."], ["Садовник:", "поливает сад;", "сдаёт отчёт."]),
        (["Выполнить план", "а) полить сад"], ["Выполнить план", "а) полить сад"]),
        (["Директор", "А. Садов"], ["Директор", "А. Садов"]),
        ([], []),
    ],
)
def test_a_sentence_runs_over_a_break(lines: list[str], expected: list[str]) -> None:
    assert whole_lines(lines) == expected
