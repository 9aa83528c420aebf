"""The grammars over all verified cells of three plans: 99 of 100 are to be read as a careful reader reads them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from extract.document.blocks import Cell, Row
from extract.readers.tabbed import read_tabbed
from extract.values.forms import parse_completion_forms
from extract.values.label import split_label
from extract.values.parties.cells import parse_parties
from extract.values.series import parse_series
from extract.values.times.period import parse_period

DEMANDED = 0.99
PLANS = [("000", "ru"), ("001", "kk"), ("002", "kk")]
COLUMNS = {"000": (2, 3, 4), "001": (3, 4, 5)}
"""Where the forms, the deadline and the bodies stand in a row of the two plans that the tabbed reader reads."""


def records(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def glossary(gold: Path, plan: str) -> dict[str, str]:
    return {entry["abbr"]: entry["full"] or "" for entry in map(_renamed, records(gold / plan / "abbreviations.jsonl"))}


def _renamed(entry: dict[str, Any]) -> dict[str, Any]:
    return {"abbr": entry.get("abbr") or entry.get("abbreviation"), "full": entry.get("full"), **entry}


def demand(plan: str, what: str, seen: int, wrong: list[object]) -> None:
    assert seen, f"{plan}: no {what}"
    share = 1 - len(wrong) / seen
    print(f"{plan} {what}: {seen - len(wrong)} of {seen} ({share:.4f})")
    assert share >= DEMANDED, "\n".join(map(str, wrong))


def tight(text: str) -> str:
    """Without white space: words that the export tore are not the grammars' business."""
    return "".join(text.split()).casefold()


def cells(corpus: Path, gold: Path, plan: str, lang: str) -> Iterator[tuple[dict[str, Any], Cell, Cell]]:
    """Each verified measure with its cells of forms and of bodies as they stand in the text."""
    (path,) = corpus.glob(f"{plan}_*")
    rows: dict[str, list[Row]] = {}
    for table in read_tabbed(path.stem, path.read_text("utf-8"), lang).tables():
        for row in table.rows:
            label = split_label(row.cells[0].text, lang)
            if label and len(row.cells) > max(COLUMNS[plan]):
                rows.setdefault(label.number, []).append(row)
    form, deadline, bodies = COLUMNS[plan]
    for measure in records(gold / plan / "measures.jsonl"):
        for row in rows.get(str(measure["number"]), []):
            if tight(row.cells[deadline].text) == tight(measure["deadline_text"]):
                yield measure, row.cells[form], row.cells[bodies]
                break


@pytest.mark.parametrize(("plan", "lang"), PLANS)
def test_deadlines(gold: Path, plan: str, lang: str) -> None:
    wrong: list[object] = []
    seen = 0
    for measure in records(gold / plan / "measures.jsonl"):
        for record in [measure, *(measure.get("parts") or [])]:
            if not record.get("deadline_text"):
                continue
            seen += 1
            found = parse_period(record["deadline_text"], lang)
            recurrence = record.get("recurrence", found.recurrence if found else None)
            if found is None or (list(found.due), found.recurrence) != (record["due"], recurrence):
                wrong.append((measure["number"], record["deadline_text"], found))
    demand(plan, "deadlines", seen, wrong)


@pytest.mark.parametrize(("plan", "lang"), PLANS[:2])
def test_bodies(gold: Path, corpus: Path, plan: str, lang: str) -> None:
    wrong: list[object] = []
    seen = 0
    known = glossary(gold, plan)
    for measure, _, cell in cells(corpus, gold, plan, lang):
        expected = [(party["text"], party["by_agreement"]) for party in measure["responsible"]]
        found = [(party.text, party.by_agreement) for party in parse_parties(cell.text, lang, known)]
        seen += 1
        if found != expected:
            wrong.append((measure["number"], cell.text, found))
    assert seen >= DEMANDED * len(records(gold / plan / "measures.jsonl")) - 1
    demand(plan, "cells of bodies", seen, wrong)


@pytest.mark.parametrize("between", [", ", ",\n", " "])
def test_bodies_of_joined_names(gold: Path, between: str) -> None:
    """The Kazakh plan of the paged layout: its names joined anew; without commas the glossary must part them."""
    known = glossary(gold, "002")
    wrong: list[object] = []
    measures = [m for m in records(gold / "002" / "measures.jsonl") if between != " " or _told_apart(m, known)]
    for measure in measures:
        expected = [(party["text"], party["by_agreement"]) for party in measure["responsible"]]
        cell = between.join(name + " (келісу бойынша)" * agreed for name, agreed in expected)
        found = [(party.text, party.by_agreement) for party in parse_parties(cell, "kk", known)]
        if found != expected:
            wrong.append((measure["number"], cell, found))
    demand("002", f"bodies joined by {between!r}", len(measures), wrong)


def _told_apart(measure: dict[str, Any], known: dict[str, str]) -> bool:
    return all(party["text"] in known or party["by_agreement"] for party in measure["responsible"])


@pytest.mark.parametrize(("plan", "lang"), PLANS[:2])
def test_forms(gold: Path, corpus: Path, plan: str, lang: str) -> None:
    wrong: list[object] = []
    seen = 0
    for measure, cell, _ in cells(corpus, gold, plan, lang):
        found = [form.text for form in parse_completion_forms([p.text for p in cell.paragraphs], lang)]
        seen += 1
        if [tight(text) for text in found] != [tight(text) for text in measure["completion_form"]]:
            wrong.append((measure["number"], cell.text, found))
    demand(plan, "cells of forms", seen, wrong)


def test_forms_of_joined_names(gold: Path) -> None:
    wrong: list[object] = []
    measures = records(gold / "002" / "measures.jsonl")
    for measure in measures:
        forms = parse_completion_forms(measure["completion_form"], "kk")
        found = [word for form in forms for word in (form.text, form.note) if word]
        if found != measure["completion_form"]:
            wrong.append((measure["number"], measure["completion_form"], found))
    demand("002", "cells of forms", len(measures), wrong)


@pytest.mark.parametrize(("file", "lang"), [("000/indicators", "ru"), ("000/section6", "ru"), ("002/indicators", "kk")])
def test_series(gold: Path, file: str, lang: str) -> None:
    wrong: list[object] = []
    indicators = records(gold / f"{file}.jsonl")
    for indicator in indicators:
        found = parse_series(indicator["raw"], lang)
        if not indicator["targets"]:
            if found is not None:
                wrong.append((indicator["number"], found))
            continue
        expected = [
            (t["year"], t["value"], next(iter(t["breakdown"].values())) if t["breakdown"] else None)
            for t in indicator["targets"]
        ]
        if (
            found is None
            or [(t.year, t.value, t.breakdown) for t in found.targets] != expected
            or (found.name, found.unit) != (indicator["name"], indicator["unit"])
        ):
            wrong.append((indicator["number"], found))
    demand(file, "series", len(indicators), wrong)
