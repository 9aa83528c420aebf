"""Who takes part by agreement, beside the name of a person in brackets and beside whom they act together with."""

from __future__ import annotations

from pathlib import Path

import pytest

from extract.flow import extract_file
from kzedu_graph.registry.resolving import Registry


@pytest.mark.parametrize(
    ("point", "bearers"),
    [
        ("Управлению лесов (Ясенев К.Л.) (по согласованию) посадить липы.", [("Управлению лесов (Ясенев К.Л.)", True)]),
        (
            "Управлению лесов (Ясенев К.Л., по согласованию) посадить липы.",
            [("Управлению лесов (Ясенев К.Л.)", True)],
        ),
        (
            "Управлению лесов (Ясенев К.Л.) (по согласованию) совместно с отделом парков посадить липы.",
            [("Управлению лесов (Ясенев К.Л.)", True), ("отделом парков", False)],
        ),
        (
            "Отделу парков совместно с управлением лесов (по согласованию) посадить липы.",
            [("Отделу парков", False), ("управлением лесов", True)],
        ),
    ],
)
def test_the_remark_is_of_whom_it_stands_behind(point: str, bearers: list[tuple[str, bool]], tmp_path: Path) -> None:
    path = tmp_path / "order.txt"
    path.write_text(f"ПРИКАЗ\n\n5 мая 2031 года № 7\n\nО липах\n\nПРИКАЗЫВАЮ:\n\n1. {point}\n", "utf-8")
    found = extract_file(path, Registry.load()).provisions
    assert [(one.text, one.by_agreement) for two in found for one in two.bearers] == bearers
    assert [one.action.casefold() for one in found] == ["посадить липы"]
