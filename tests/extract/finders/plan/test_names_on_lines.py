"""Kazakh cells of bodies whose lines are a name each, and those whose lines only wrap."""

from __future__ import annotations

from pathlib import Path

import pytest

from extract.flow import extract_file
from kzedu_graph.registry.resolving import Registry


@pytest.mark.parametrize(
    ("lines", "parties"),
    [
        (
            ("Қалалар әкімдері", "Облыстық еңбек, тұрғындарды қорғау және су басқармасы", "Бағбандар бірлестіктері (келісім бойынша)"),
            ["Қалалар әкімдері", "Облыстық еңбек, тұрғындарды қорғау және су басқармасы", "Бағбандар бірлестіктері"],
        ),
        (
            ("Бақ комиссиясы", "Облыстық су комиссариаты", "«Жаңа бақ» КМК"),
            ["Бақ комиссиясы", "Облыстық су комиссариаты", "«Жаңа бақ» КМК"],
        ),
        (("Облыстық бақ бірлестігінің", "Су комитеті"), ["Облыстық бақ бірлестігінің Су комитеті"]),
        (("Облыстық бақ және", "су басқармасы"), ["Облыстық бақ және су басқармасы"]),
    ],
)  # fmt: skip
def test_lines_that_are_names_part_and_others_do_not(
    lines: tuple[str, ...], parties: list[str], tmp_path: Path
) -> None:
    titles = ("Р/с", "Іс-шара", "Орындалу мерзімі", "Аяқталу нысаны", "Жауапты орындаушылар")
    cells = ("1", "Бақ отырғызу", "2031 жылғы мамыр", "акт", "\n".join(lines))
    rows = ("".join(f"<td>\n{cell}\n</td>" for cell in row) for row in (titles, cells))
    text = "# 2031 жылға арналған бақ жоспары\n\n<table>\n" + "".join(f"<tr>\n{row}\n</tr>\n" for row in rows)
    path = tmp_path / "plan.md"
    path.write_text(f"{text}</table>\n", "utf-8")
    (measure,) = extract_file(path, Registry.load()).measures
    assert [party.text for party in measure.responsible] == parties
    assert measure.responsible[-1].by_agreement is lines[-1].endswith("(келісім бойынша)")
