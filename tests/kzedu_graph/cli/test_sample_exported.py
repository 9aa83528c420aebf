"""The sample plan built by the command and exported: every field, in both languages, with the place of its words."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from kzedu_command import kzedu, rows
from places import SAMPLE

RUSSIAN = SAMPLE / "samal-2025.ru.txt"


def test_the_sample_plan_is_read_whole_in_both_languages(store: Path) -> None:
    measures = rows(store, "measures")
    assert [(m["source"][-2:], m["number"]) for m in measures] == [
        (lang, str(n)) for lang in ("kk", "ru") for n in range(1, 8)
    ]
    by_language = {lang: [m for m in measures if m["source"].endswith(lang)] for lang in ("kk", "ru")}
    for kazakh, russian in zip(by_language["kk"], by_language["ru"], strict=True):
        assert kazakh["id"] == russian["id"]
        assert (kazakh["due"], kazakh["indicators"]) == (russian["due"], russian["indicators"])
        assert len(kazakh["completion_form"]) == len(russian["completion_form"])


def test_a_row_of_the_sample_in_every_field(store: Path) -> None:
    third = next(m for m in rows(store, "measures") if m["source"].endswith("ru") and m["number"] == "3")
    assert third["name"] == "Подготовка библиотекарей: сельских школ; колледжей"
    assert (third["chapter"], third["indicators"]) == (1, ["1"])
    assert third["completion_form"] == ["учебная программа", "отчет в МП"]
    assert third["due"] == ["2025-09", "2026-12", "2027-12"]
    assert [(p["agency"], p["by_agreement"]) for p in third["responsible"]] == [
        ("kz-moe", False),
        ("kz-leb", False),
        ("kz-orleu", True),
    ]
    assert [(p["completion_form"], p["due"], len(p["responsible"])) for p in third["parts"]] == [
        ("учебная программа", ["2025-09"], 1),
        ("отчет в МП", ["2026-12", "2027-12"], 2),
    ]
    span = third["evidence"][0]
    quote = RUSSIAN.read_text("utf-8")[span["start"] : span["end"]]
    assert quote.startswith("3.")
    assert quote.endswith("(по согласованию)")


def test_indicators_of_the_sample_have_their_series(store: Path) -> None:
    russian = [i for i in rows(store, "indicators") if i["source"].endswith("ru")]
    assert [(i["number"], i["unit"], len(i["targets"])) for i in russian] == [
        ("1", "%", 3),
        ("2", "единиц", 3),
        ("3", "%", 4),
    ]
    assert {t["breakdown"] for t in russian[2]["targets"]} == {"в городах", "в селах"}


def test_every_finding_says_of_which_file_and_text_it_is(store: Path) -> None:
    found = rows(store, "findings")
    assert found
    assert all(finding["source"] and finding["edition"] for finding in found)


def test_what_is_not_understood_is_a_finding_with_its_place(store: Path) -> None:
    found = [f for f in rows(store, "findings") if f["code"] == "unknown-party"]
    assert len(found) == 1
    span = found[0]["evidence"][0]
    assert RUSSIAN.read_text("utf-8")[span["start"] : span["end"]] == "Лига чтецов"


def test_documents_say_what_they_gave(store: Path) -> None:
    assert [(d["lang"], d["version_date"], d["measures"]) for d in rows(store, "documents")] == [
        ("kk", "2025-03-03", 7),
        ("ru", "2025-03-03", 7),
    ]


def test_one_edition_can_be_exported(store: Path) -> None:
    edition = rows(store, "documents")[1]["edition"]
    assert len(rows(store, "measures", "--edition", edition)) == 7
    refused = kzedu("export", "measures", "--store", store, "--edition", "https://example.org/none")
    assert refused.returncode == 2
    assert "no edition" in refused.stderr


@pytest.mark.parametrize("form", ["nq", "trig", "ttl", "jsonld"])
def test_dumps(store: Path, form: str) -> None:
    done = kzedu("export", "dump", "--format", form, "--store", store)
    assert done.returncode == 0, done.stderr
    assert "Подготовка библиотекарей" in done.stdout or "\\u041f" in done.stdout or form == "ttl"


def test_validate_finds_the_graph_right(store: Path) -> None:
    done = kzedu("validate", "--store", store, "--format", "json")
    assert done.returncode == 0, done.stderr
    assert {found["severity"] for found in json.loads(done.stdout)} <= {"info", "warning"}
