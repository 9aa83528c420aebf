"""Chains: an invented plan small enough to count by hand, and what the corpus says."""

from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path

import corpus_graph
import pytest

from kzedu_graph.chains.graph import Chains
from kzedu_graph.chains.rows import LINKS, Link, Quote, Thing
from kzedu_graph.chains.trace import find_thing, write_trace
from kzedu_graph.chains.wording import link_words
from kzedu_graph.vocabulary.iris import BASE

PROGRAMME = BASE + "document/S1"
QUOTE = Quote(BASE + "document/S1/2024-01-01/kk", 7, "Ай министрлігі")


def thing(path: str, kind: str, number: str | None = None, name: str = "") -> Thing:
    names = {"kk": name or path, "ru": f"ru {name or path}"}
    return Thing(
        BASE + path, kind, names, number, None if kind == "body" else PROGRAMME, QUOTE if kind == "measure" else None
    )


def names(agreed: bool = False, role: str = "CoExecutor") -> Link:
    return Link("carried-out-by", "ByAgreement" if agreed else role, agreed, QUOTE)


LEAD = "LeadExecutor"


@pytest.fixture
def chains() -> Chains:
    """Goal 1 holds indicator 1, served by measures 1 and 2; measure 10 hangs on the club alone.

    Measures 1, 2: led by the moon with the star; the cloud and the wind only ever stand together, in 2 and 10.
    """
    things = [
        thing("goal/S1/1", "goal", "1"),
        thing("indicator/S1/plan/1", "indicator", "1"),
        *(thing(f"measure/S1/{n}", "measure", n, f"орталық құрылыс жұмыс {n * 4}") for n in ("1", "2", "10")),
        *(
            thing(f"agency/{key}", "body", name=f"{key} органы")
            for key in ("moon", "star", "club", "cloud", "wind", "heir")
        ),
    ]
    m, a = BASE + "measure/S1/", BASE + "agency/"
    links = [
        (BASE + "goal/S1/1", BASE + "indicator/S1/plan/1", Link("holds")),
        (BASE + "indicator/S1/plan/1", m + "1", Link("served-by")),
        (BASE + "indicator/S1/plan/1", m + "2", Link("served-by")),
        (m + "1", a + "moon", names(role=LEAD)),
        (m + "1", a + "star", names()),
        (m + "2", a + "moon", names(role=LEAD)),
        (m + "2", a + "cloud", names(agreed=True)),
        (m + "2", a + "wind", names(agreed=True)),
        (m + "10", a + "club", names(role=LEAD)),
        (m + "10", a + "cloud", names(agreed=True)),
        (m + "10", a + "wind", names(agreed=True)),
        (m + "1", a + "moon", Link("controlled-by")),
        (m + "2", a + "moon", Link("reported-to")),
        (m + "10", a + "moon", Link("reported-to")),
        (a + "star", a + "heir", Link("succeeded-by")),
        (a + "star", BASE + "agency/nobody", Link("succeeded-by")),
    ]
    return Chains(things, links)


def local(iri: str) -> str:
    return iri.rsplit("/", 1)[1]


def test_walking_goes_both_ways_in_the_order_of_the_cell(chains: Chains) -> None:
    down = chains.down(BASE + "measure/S1/1")
    assert [(link.kind, local(end.iri)) for link, end in down] == [
        ("carried-out-by", "moon"),
        ("carried-out-by", "star"),
        ("controlled-by", "moon"),
    ]
    up = chains.up(BASE + "agency/cloud")
    assert [local(end.iri) for _, end in up] == ["2", "10"], "numbers as numbers"
    assert [local(end.iri) for _, end in chains.down(BASE + "agency/star")] == ["heir"], (
        "ends that are not there are left out"
    )


def test_load_and_concentration(chains: Chains) -> None:
    loads = {local(load.body): (load.named, load.bound, load.led, load.alone) for load in chains.load(PROGRAMME)}
    assert loads["moon"] == (2, 2, 2, 1)
    assert loads["star"] == (1, 1, 0, 0)
    assert loads["club"] == (1, 1, 1, 1)
    assert loads["cloud"] == (2, 0, 0, 0)
    assert next(iter(loads)) == "moon"
    assert chains.concentration(PROGRAMME) == pytest.approx((2 / 3) ** 2 + (1 / 3) ** 2)
    assert chains.concentration(BASE + "document/S2") == 0.0


def test_points_and_what_hangs_on_one(chains: Chains) -> None:
    """Moon, measure 1, indicator and measure 2 are a ring; measure 2 binds the moon alone, measure 10 the club."""
    assert chains.articulation_points(PROGRAMME) == []
    alone = {(local(measure), local(body)) for measure, body in chains.held_by_one(PROGRAMME)}
    assert alone == {("2", "moon"), ("10", "club")}
    cut = Chains(
        chains.things.values(),
        [
            (BASE + "measure/S1/1", BASE + "agency/moon", names(role=LEAD)),
            (BASE + "measure/S1/2", BASE + "agency/moon", names()),
        ],
    )
    assert [(local(body), lost) for body, lost in cut.articulation_points(PROGRAMME)] == [("moon", 1)]


def test_bodies_that_act_together_and_control_of_oneself(chains: Chains) -> None:
    assert [(tuple(map(local, bodies)), count) for bodies, count in chains.always_together(PROGRAMME)] == [
        (("cloud", "wind"), 2)
    ]
    assert [tuple(map(local, pair)) for pair in chains.self_control(PROGRAMME)] == [("1", "moon")]
    assert [tuple(map(local, pair)) for pair in chains.closed_by_own_report(PROGRAMME)] == [("2", "moon")]


def test_names_that_are_alike(chains: Chains) -> None:
    assert {(local(one), local(two)) for one, two, _ in chains.alike(PROGRAMME)} == {("1", "10"), ("2", "10")}, (
        "1 and 2 have one lead"
    )


# ---- trace


@pytest.mark.parametrize("asked", ["https://w3id.org/kzedu/id/agency/moon", "agency/moon", "moon", "Ай", "moon органы"])
def test_a_thing_is_found(asked: str, chains: Chains) -> None:
    assert find_thing(chains, asked, {"Ай": "moon"}.get).iri == BASE + "agency/moon"


def test_a_measure_is_found_by_programme_and_number(chains: Chains) -> None:
    assert find_thing(chains, "S1/10", {}.get).number == "10"


@pytest.mark.parametrize(
    ("asked", "said"),
    [("nonsense", "nothing in the graph"), ("орталық", "3 things are called"), ("", "nothing in the graph")],
)
def test_what_is_not_found_is_said(asked: str, said: str, chains: Chains) -> None:
    with pytest.raises(LookupError, match=said):
        find_thing(chains, asked, {}.get)


def test_a_trace_shows_both_ways_with_quotes(chains: Chains) -> None:
    out = io.StringIO()
    write_trace(chains, chains.things[BASE + "measure/S1/2"], 3, "en", out)
    text = out.getvalue()
    for words in (
        "what for",
        "serves: 1",
        "stands under: 1",
        "who answers",
        "(by agreement)",
        "reported to",
        "«Ай министрлігі»",
        "S1/2024-01-01/kk, 7",
    ):
        assert words in text
    shallow = io.StringIO()
    write_trace(chains, chains.things[BASE + "measure/S1/2"], 1, "kk", shallow)
    assert "goal/S1/1" not in shallow.getvalue()
    with pytest.raises(ValueError, match="a language is one of"):
        write_trace(chains, chains.things[BASE + "measure/S1/2"], 1, "de", shallow)


def test_a_trace_says_who_leads_and_by_when(chains: Chains) -> None:
    measure = replace(chains.things[BASE + "measure/S1/2"], deadlines=("2025 жылғы желтоқсан", "тоқсан сайын"))
    out = io.StringIO()
    write_trace(chains, measure, 1, "en", out)
    assert "due: 2025 жылғы желтоқсан; тоқсан сайын" in out.getvalue()
    lines = out.getvalue().splitlines()
    assert [line for line in lines if "carried out by (lead): moon" in line]
    assert [line for line in lines if "carried out by (by agreement): cloud" in line]
    write_trace(chains, chains.things[BASE + "measure/S1/10"], 1, "en", shallow := io.StringIO())
    assert "due" not in shallow.getvalue()


def test_a_line_of_a_trace_is_not_cut_in_a_file_and_its_own_quote_is_whole(chains: Chains) -> None:
    start = chains.things[BASE + "measure/S1/2"]
    words = "ай сайын жаңа ай туралы есеп беру " * 9
    quote = Quote(BASE + "document/S1/2024-01-01/kk", 5, words)
    out = io.StringIO()
    write_trace(chains, replace(start, quote=quote), 3, "en", out)
    assert f"«{words.strip()}» S1/2024-01-01/kk, 5\n" in out.getvalue()


def test_every_link_has_words_in_every_language() -> None:
    for words in link_words().values():
        assert set(words) >= {
            *LINKS,
            "by-agreement",
            "up",
            "down",
            "more",
            "repealed",
            "lapsed",
            "not-yet",
            "in-force",
            "as-of",
        }


def test_what_is_long_is_counted_and_what_has_ended_is_said(chains: Chains) -> None:
    many = [replace(thing(f"measure/S1/{n}", "measure", str(n), f"rows {n}"), status="repealed") for n in range(1, 21)]
    body = replace(thing("agency/many", "body", name="Many"), aliases=frozenset({"MNY"}))
    told = Chains([*many, body], [(each.iri, body.iri, names(role=LEAD)) for each in many])
    assert find_thing(told, "mny", {}.get) == body, "a body of the graph is found by its other names as well"
    out = io.StringIO()
    write_trace(told, body, 2, "en", out, most=5)
    assert "carries out: 20" in out.getvalue()
    assert "more 15" in out.getvalue()
    assert out.getvalue().count("(repealed)") == 5
    whole = io.StringIO()
    write_trace(told, body, 2, "en", whole, most=0)
    assert whole.getvalue().count("(repealed)") == 20


def test_status_and_its_day_are_said_at_every_step() -> None:
    row = replace(thing("measure/S1/1", "measure", "1", "rows"), status="in-force", status_on="2031-02-03")
    ended = replace(thing("measure/S0/1", "measure", "1", "old rows"), status="repealed", status_on="2031-02-03")
    body = thing("agency/one", "body", name="One")
    told = Chains([row, ended, body], [(each.iri, body.iri, names(role=LEAD)) for each in (row, ended)])
    out = io.StringIO()
    write_trace(told, body, 2, "en", out)
    assert "1 rows (in force, as of 2031-02-03)" in out.getvalue()
    assert "1 old rows (repealed, as of 2031-02-03)" in out.getvalue()


def test_a_duty_of_prose_stands_in_the_chain_of_its_body() -> None:
    duty = thing("provision/S1/2024-01-01/kk/1", "duty", name="to light the lamp")
    body = thing("agency/keeper", "body", name="Keeper")
    told = Chains([duty, body], [(duty.iri, body.iri, Link("laid-on", quote=QUOTE))])
    out = io.StringIO()
    write_trace(told, body, 1, "en", out)
    assert "bound in prose by: to light the lamp" in out.getvalue().replace("kk ", "")
    assert "«Ай министрлігі»" in out.getvalue()


# ---- the corpus


def test_chains_of_the_corpus(corpus: Path) -> None:
    chains = Chains.read(corpus_graph.store(corpus).select)
    new, old = BASE + "document/P2300000249", BASE + "document/P1900000988"
    loads = {local(load.body): load for load in chains.load(new)}
    assert (loads["kz-moe"].led, loads["kz-leb"].led, loads["kz-leb"].alone) == (94, 72, 63)
    assert len(chains.self_control(new)) == 94
    assert len(chains.self_control(old)) == 117
    assert {local(measure) for measure, _ in chains.closed_by_own_report(new)} == {"90", "106", "132"}
    assert chains.concentration(old) > chains.concentration(new) > 0.4
    assert chains.always_together(old)[0] == (
        tuple(BASE + f"agency/{key}" for key in ("kz-megnr", "kz-moagri", "kz-moenergy")),
        11,
    )
    to_the_ministry = {
        local(start.iri) for link, start in chains.up(BASE + "agency/kz-moe") if link.kind == "reports-to"
    }
    assert "kz-leb" in to_the_ministry, "the resolution makes those responsible report by 15 April"
