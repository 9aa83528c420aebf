"""The time line and the flow of a plan: their geometry, and their pages, each with its numbers and as a file."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from itertools import pairwise

import pytest
from flask.testing import FlaskClient
from lxml import etree, html

from web.display.flow import Stream, flow, gather
from web.display.timeline import SHEET, time_line
from web.views.read_model import Measure

PLAN = "X2500000001"


def measure(number: str, *due: str) -> Measure:
    return Measure(f"urn:{number}", number, 1, "X", None, {}, (), (), due, {}, None)


def test_a_bar_leads_from_the_beginning_to_the_last_day() -> None:
    line = time_line([measure("1", "2032-06-30", "2033-06-30"), measure("2")], date(2031, 1, 1), date(2032, 1, 1))
    assert line
    (bar,) = line.bars  # what has no day has no bar
    places = [x for x, _ in bar.points]
    assert places == sorted(places)
    assert bar.x1 < places[0] < bar.x2 == places[-1]
    assert line.today is not None
    assert bar.x1 < line.today < places[0]
    assert [tick.text for tick in line.years] == ["2031", "2032", "2033"]


def test_a_day_outside_the_years_has_no_line() -> None:
    line = time_line([measure("1", "2032-06-30")], None, date(2050, 1, 1))
    assert line
    assert line.today is None
    assert time_line([measure("1")], None, date(2050, 1, 1)) is None


def test_no_piece_is_higher_than_a_sheet_and_none_loses_a_bar() -> None:
    line = time_line([measure(str(number), "2032-06-30") for number in range(2 * SHEET + 3)], None, date(2032, 1, 1))
    assert line
    pieces = line.sheets()
    assert [len(piece.bars) for piece in pieces] == [SHEET, SHEET, 3]
    assert [bar.measure for piece in pieces for bar in piece.bars] == [bar.measure for bar in line.bars]
    for piece in pieces:
        assert all(bar.y < piece.height for bar in piece.bars)
        assert piece.bars[0].y == line.bars[0].y
        assert piece.years == line.years


def streams() -> list[Stream]:
    return [Stream(stops) for stops in [("a", "i", "x"), ("a", "i", "x"), ("a", "k", "y"), ("b", "k", "x")]]


def test_ribbons_fill_their_blocks() -> None:
    drawing = flow(streams(), {"a": "Alpha"}, ["b", "a"])
    assert drawing
    first = [block for block in drawing.blocks if block.column == 0]
    assert [(block.key, block.count) for block in first] == [("b", 1), ("a", 3)]
    assert first[1].label == "Alpha · 3"
    assert len(drawing.ribbons) == 3 + 3
    for above, beneath in pairwise(first):
        assert above.y + above.height <= beneath.y
    assert all(block.y + block.height <= drawing.height for block in drawing.blocks)
    assert flow([], {}, []) is None


def test_small_stops_are_put_together() -> None:
    held = [Stream((f"h{n}", "i", "x")) for n in range(5)] + [Stream(("h0", "i", "x"))]
    told = {stream.stops[0] for stream in gather(held, "others", 3)}
    assert told == {"h0", "h1", "others"}


@pytest.mark.parametrize("kind", ["timeline", "flow"])
def test_a_picture_has_its_numbers_beneath_and_is_a_file(
    client: FlaskClient, page: Callable[..., str], kind: str
) -> None:
    shown = html.fromstring(page(f"/programme/{PLAN}/{kind}"))
    assert shown.xpath("//svg//a[@href]")
    assert shown.xpath("//table/tbody/tr")
    (address,) = shown.xpath("//a[text()='SVG']/@href")
    answer = client.get(address)
    assert answer.content_type.startswith("image/svg+xml")
    assert "unsafe-inline" in answer.headers["Content-Security-Policy"]
    assert etree.fromstring(answer.data).tag == "{http://www.w3.org/2000/svg}svg"


def test_the_chart_of_an_indicator_is_a_file(client: FlaskClient) -> None:
    picture = etree.fromstring(client.get(f"/indicator/{PLAN}/plan/1.svg").data)
    assert picture.findall(".//{*}polyline")


def test_a_chain_is_drawn_and_told_in_steps(client: FlaskClient) -> None:
    page = html.fromstring(client.get(f"/measure/{PLAN}/1?lang=en").data)
    drawn = page.xpath("//svg[@class='chain']/a/@href")
    (steps,) = page.xpath("//ol[@class='chain-steps']")
    assert [link.get("href") for link in steps.iter("a")] == drawn
    assert 2 < len(steps) < len(drawn), "a layer is a step"
