"""Units of a region that the registry lacks are told of, once a name, where a plan is no organisation's."""

from __future__ import annotations

from pathlib import Path

import pytest

from extract.flow import extract_file
from kzedu_graph.registry.resolving import Registry

STATE = "# О Плане ухода за садами\n\nПостановление акимата Алматинской области от 5 мая 2030 года № 77\n\n"
SCHOOL = "# План работы КГУ «Школа садовников № 5» на 2031 год\n\n"
TABLE = (
    "| № | Мероприятие | Форма завершения | Срок | Ответственные |\n|---|---|---|---|---|\n"
    "| 1 | Посадить сады | отчет | май 2031 года | Отдел сельского хозяйства |\n"
    "| 2 | Полить сады | отчет | июнь 2031 года | Отдел сельского хозяйства, Бухгалтерия |\n"
)


@pytest.mark.parametrize(("head", "told"), [(STATE, ["Отдел сельского хозяйства", "Бухгалтерия"]), (SCHOOL, [])])
def test_a_unit_is_told_of_once(head: str, told: list[str], tmp_path: Path) -> None:
    path = tmp_path / "plan.md"
    path.write_text(head + TABLE, "utf-8")
    found = extract_file(path, Registry.load())
    findings = [finding for finding in found.findings if finding.code == "unknown-party"]
    assert [finding.words for finding in findings] == told
    for finding in findings:
        assert found.text[finding.spans[0].start : finding.spans[0].end] == finding.words
