"""The gallery: its files are whole, its questions give known answers, its reader says what is wrong and where."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from rdflib.namespace import XSD
from rdflib.term import Literal, URIRef
from store_fixture import BODIES, iri, read_quads

from kzedu_graph.store.engine.query_text import bind, check_allowed, projected, read_query
from kzedu_graph.store.gallery import LANGUAGES, Param, ParamError, QueryFileError, load_gallery, read_query_file
from kzedu_graph.store.statement_lines import term_text
from kzedu_graph.store.stores import MemoryStore, Refused

GALLERY = load_gallery()
EVERYTHING = {"agency": "", "least": "2", "from": "2024-01-01", "until": "2030-12-31", "day": "2030-01-01"}

# What each question answers on the invented graph: its columns, shortened to the last step of an IRI.
ANSWERS: dict[str, list[tuple[str, ...]]] = {
    # nobody reports on it: tests/kzedu_graph/reported/test_gallery.py asks these where somebody does
    **{name: [] for name in ("reported-in-time", "targets-met-and-missed", "proof-of-reports")},
    "acts-it-rests-on": [
        ("S1", "ontology#based_on", "to", "LAW", "false", "-"),
    ],
    "bodies-that-stop-chains": [
        ("S1", "moon", "body", "1", "25", "1", "2", "in-force"),
    ],
    "bound-here-agreed-there": [
        ("club", "S1", "1", "2", "3", "3", "false", "-", "-", "-"),
        ("club", "S1", "1", "2", "1", "1", "true", "-", "-", "-"),
        ("club", "S1", "1", "2", "2", "2", "true", "-", "-", "-"),
    ],
    "chain-of-an-indicator": [
        ("1", "1", "1", "row", "-", "moon", "false", "2024 жылғы желтоқсан", "2024-12-31", "бұйрық", "-", "in-force"),
        ("1", "1", "1", "row", "-", "club", "true", "2024 жылғы желтоқсан", "2024-12-31", "бұйрық", "-", "in-force"),
        ("1", "2", "2", "row", "-", "club", "true", "2027 жыл", "2027-12-31", "АМ-ге есеп", "moon", "in-force"),
    ],
    "closed-by-a-report": [
        ("S1", "2", "2", "2", "-", "moon", "no", "in-force"),
    ],
    "controller-is-executor": [
        ("S1", "moon", "1", "4", "25", "in-force"),
    ],
    "dates-outside-the-period": [
        ("S1", "2024/2026", "2", "2", "after-period", "2027-12-31", "2027 жыл", "-"),
        ("S1", "2024/2026", "3", "3", "undated", "-", "жыл сайын", "-"),
    ],
    "due-in-a-period": [
        ("2024-12-31", "S1", "1", "1", "-", "moon", "false"),
        ("2027-12-31", "S1", "2", "2", "-", "club", "true"),
    ],
    "duties-after-succession": [
        ("star", "star-split", "-", "moon", "S1", "1", "passed", "1"),
    ],
    "duties-with-predecessors": [
        ("club", "S1", "1", "1"),
        ("club", "S1", "2", "2"),
        ("club", "S1", "3", "3"),
        ("moon", "S1", "1", "1"),
        ("star", "S1", "3", "3"),  # asked of the star
        ("star", "S1", "3", "3"),  # and of the moon, its heir
    ],
    "how-sure-we-are": [
        ("ru", "plan", "ontology#Measure", "-", "1", "-", "-", "-"),
        ("kk", "plan", "ontology#Measure", "-", "1", "-", "-", "-"),
    ],
    "indicators-of-many-bodies": [
        ("1", "1", "2", "2", "1", "moon", "1"),
    ],
    "indicators-without-measures": [
        ("S1", "2", "2", "none", "-"),
    ],
    "languages-differ": [("ru", "99.63 / 99.8", "99,63 пайыз", "99,8 процента")],
    "load-of-bodies": [
        ("S1", "club", "3", "1", "0"),
        ("S1", "moon", "1", "1", "1"),
        ("S1", "star", "1", "1", "1"),
    ],
    "measures-without-indicator": [
        ("S1", "3", "3", "star", "none", "in-force"),
        ("S1", "4", "4", "-", "none", "in-force"),
    ],
    "money-by-year": [("S1", "2024", "1", "10.5"), ("S1", "2025", "1", "4.5")],
    "names-against-units": [],
    "no-bound-executor": [
        ("S1", "2", "2", "1", "in-force"),
        ("S1", "4", "4", "0", "in-force"),
    ],
    "no-money-stated": [
        ("S1", "3", "3", "star", "not-required", "қаражат қажет емес", "in-force"),
        ("S1", "2", "2", "-", "silent", "-", "in-force"),
        ("S1", "4", "4", "-", "silent", "-", "in-force"),
    ],
    "past-their-date": [
        ("2024-12-31", "-", "S1", "1", "1", "-", "1", "moon"),
        ("2027-12-31", "-", "S1", "2", "2", "-", "1", "-"),
    ],
    "plan-against-passport": [
        ("S1", "sun", "passport", "false", "0", "0", "in-force"),
        ("S1", "star", "plan", "true", "1", "1", "in-force"),
        ("S1", "club", "plan", "false", "3", "1", "in-force"),
    ],
    "same-action-different-owners": [],
    "strength-of-proof": [("legal-act", "5", "1"), ("report", "2", "1")],
    "rows-that-continue": [
        ("changed", "3", "1", "0.5", "wording 0.45, bodies"),
        ("new", "-", "1", "-", "-"),
        ("new", "-", "2", "-", "-"),
        ("new", "-", "2", "-", "-"),
        ("new", "-", "3", "-", "-"),
        ("new", "-", "4", "-", "-"),
        ("vanished", "1", "-", "-", "-"),
        ("vanished", "2", "-", "-", "-"),
        ("vanished", "1", "-", "-", "-"),
        ("vanished", "2", "-", "-", "-"),
        ("vanished", "4", "-", "-", "-"),
    ],
    "sums-that-differ": [],
    "targets-changed": [
        (
            "1",
            "-",
            "2025",
            "ontology#TargetLowered",
            "60",
            "55.5",
            "false",
            "ontology#LaterEdition",
            "ACT",
            "2025-01-01",
            "ru",
            "kk",
            "-",
        ),
    ],
    "targets-that-fall": [
        ("1", "total", "2025", "55.5", "2026", "50", "against", "-"),
    ],
    "texts-differ": [
        ("S1", "1", "1", "ontology#OwnerAdded", "club", "-", "Клуб", "ontology#Translation", "-", "ru", "kk")
    ],
    "uneven-targets": [],
    "what-a-body-owes": [
        ("-", "S1", "3", "3", "ontology#CoExecutor", "false", "жыл сайын", "-", "-", "-"),
        ("-", "S1", "3", "3", "ontology#LeadExecutor", "false", "жыл сайын", "-", "-", "-"),
        ("2024-12-31", "S1", "1", "1", "ontology#ByAgreement", "true", "2024 жылғы желтоқсан", "-", "-", "-"),
        ("2024-12-31", "S1", "1", "1", "ontology#LeadExecutor", "false", "2024 жылғы желтоқсан", "-", "-", "-"),
        ("2027-12-31", "S1", "2", "2", "ontology#ByAgreement", "true", "2027 жыл", "-", "-", "-"),
    ],
    "where-a-body-is-named": [("ru", "70", "Министерству звёзд", "inflected")],
    "who-carries-out": [
        ("ru", "-", "1", "moon", "МЛ", "false", "ontology#LeadExecutor", "МЛ", "-"),
        ("kk", "-", "1", "moon", "АМ", "false", "ontology#LeadExecutor", "-", "-"),
        ("kk", "-", "2", "club", "Клуб", "true", "ontology#ByAgreement", "-", "-"),
    ],
    "who-pays": [
        ("S1", "not-required", "-", "1", "-", "-"),
    ],
}


@pytest.fixture(scope="module")
def store() -> MemoryStore:
    return MemoryStore([*read_quads(), *read_quads(BODIES)])


def test_every_question_has_a_known_answer() -> None:
    assert set(ANSWERS) == set(GALLERY)


@pytest.mark.parametrize("name", sorted(GALLERY))
def test_question(name: str, store: MemoryStore) -> None:
    question = GALLERY[name]
    given = {param.name: EVERYTHING[param.name] for param in question.params if param.name in EVERYTHING}
    rows = store.select(question.text, **question.bind(given))
    shown = [tuple(_short(row.get(column.name)) for column in question.columns) for row in rows]
    ordered = sorted(shown) if name == "what-a-body-owes" else shown  # rows of one day stand in no order
    assert ordered == (sorted(ANSWERS[name]) if name == "what-a-body-owes" else ANSWERS[name])


def _short(term: object) -> str:
    return "-" if term is None else str(term).rsplit("/", 1)[-1] if isinstance(term, URIRef) else str(term)


@pytest.mark.parametrize("name", sorted(GALLERY))
def test_question_runs_with_its_defaults_and_returns_its_columns(name: str, store: MemoryStore) -> None:
    question = GALLERY[name]
    store.select(question.text, **question.bind({}))
    named = {*(param.name for param in question.params), *(column.name for column in question.columns)}
    assert projected(question.text) == named
    for words in (
        question.title,
        question.explanation,
        question.counts,
        *(column.label for column in question.columns),
    ):
        assert set(words) == set(LANGUAGES)
        assert all(words.values())


@pytest.mark.parametrize(
    ("name", "param", "value", "rows"),
    [
        ("what-a-body-owes", "agency", "moon", 1),
        ("what-a-body-owes", "agency", "https://w3id.org/kzedu/id/agency/club", 3),
        ("what-a-body-owes", "agency", "nobody", 0),
        ("who-carries-out", "measure", "S1/1", 3),
        ("chain-of-an-indicator", "indicator", "S1/plan/2", 0),
        ("no-bound-executor", "programme", "S1", 2),
        ("no-bound-executor", "programme", "S2", 0),
        ("load-of-bodies", "programme", "S2", 0),
        ("duties-with-predecessors", "agency", "moon", 2),
        ("duties-with-predecessors", "agency", "star", 1),
        ("where-a-body-is-named", "agency", "moon", 0),
        ("indicators-of-many-bodies", "least", "3", 0),
        ("past-their-date", "day", "2024-12-31", 0),
    ],
)
def test_parameters_narrow_the_answer(name: str, param: str, value: str, rows: int, store: MemoryStore) -> None:
    question = GALLERY[name]
    assert len(store.select(question.text, **question.bind({param: value}))) == rows


@pytest.mark.parametrize("name", sorted(GALLERY))
def test_parameters_as_values_give_the_same_rows(name: str, store: MemoryStore) -> None:
    """Servers without parameters get VALUES instead; see `query_text.bind`."""
    question = GALLERY[name]
    defaults = {"agency": "club", "measure": "S1/1", "indicator": "S1/plan/1", "programme": "S1", "least": "2"}
    given = {param.name: defaults[param.name] for param in question.params if param.name in defaults}
    bound = question.bind(given)
    natively = store.select(question.text, **bound)
    as_text = store.select(bind(question.text, {key: term_text(term) for key, term in bound.items()}))
    assert sorted(map(repr, map(sorted, (row.items() for row in as_text)))) == sorted(
        map(repr, map(sorted, (row.items() for row in natively)))
    )


@pytest.mark.parametrize(
    ("kind", "typed", "term"),
    [
        ("agency", "kz-moe", iri("agency/kz-moe")),
        ("measure", "P2300000249/63-1", iri("measure/P2300000249/63-1")),
        ("programme", "P2300000249", iri("document/P2300000249")),
        ("programme", "https://example.org/x", URIRef("https://example.org/x")),
        ("year", "2025", Literal("2025", datatype=XSD.gYear)),
        ("date", " 2025-09-01 ", Literal("2025-09-01", datatype=XSD.date)),
        ("integer", "-7", Literal("-7", datatype=XSD.integer)),
        ("text", 'a" } DROP ALL #', Literal('a" } DROP ALL #')),
    ],
)
def test_typed_values(kind: str, typed: str, term: object) -> None:
    assert Param("it", kind, {}).term(typed) == term


@pytest.mark.parametrize(
    ("kind", "typed", "said"),
    [
        ("agency", "kz moe", "a body's key"),
        ("agency", "https://x/> } #", "a body's key"),
        ("year", "25", "a year, as in 2025"),
        ("year", "２０２５", "a year, as in 2025"),
        ("date", "1.9.2025", "a day, as in 2025-09-01"),
        ("integer", "5.5", "a whole number"),
    ],
)
def test_values_of_another_kind(kind: str, typed: str, said: str) -> None:
    with pytest.raises(ParamError, match=said):
        Param("it", kind, {}).term(typed)


def test_unknown_parameter() -> None:
    with pytest.raises(ParamError, match="has no parameter day; it has from, until"):
        GALLERY["due-in-a-period"].bind({"day": "2025-01-01"})


GOOD = """#+ title: {kk: бір, ru: один, en: one}
#+ group: who
#+ explanation: {kk: бір, ru: один, en: one}
#+ params:
#+   a: {kind: agency, label: {kk: бір, ru: один, en: one}}
#+ columns:
#+   b: {kk: бір, ru: один, en: one}
SELECT ?a ?b WHERE { ?b ?p ?a }
"""


@pytest.mark.parametrize(
    ("old", "new", "line", "said"),
    [
        ("#+", "#", 1, "the head is missing"),
        ("title: {kk: бір, ", "title: {", 1, "`title` needs words in each of kk, ru, en"),
        ("#+ explanation: {kk: бір, ru: один, en: one}\n", "", 1, "`explanation` needs words"),
        ("#+ group: who\n", "", 1, "a question stands in a group"),
        ("group: who", "group: whom", 2, "one of who, when, money, quality, changes"),
        ("kind: agency", "kind: person", 5, "kind is one of agency"),
        ("kind: agency,", "kind: year, default: x,", 5, "the default does not fit"),
        ("kind: agency, ", "", 5, "a parameter is written"),
        ("#+ columns", "#+ column", 6, "there is no field `column`"),
        ("b: {kk", "c: {kk", 7, "SELECT does not return [?]c"),
        ("?a ?b WHERE", "?a ?b ?p WHERE", 6, "[?]p has no words"),
        ("SELECT ?a ?b", "ASK", 1, "is a SELECT"),
        ("{kind: agency", "{kind: [agency", 5, "not YAML"),
        ("SELECT", "#+ chart: pie\nSELECT", 8, "a chart is one of bar, line"),
    ],
)
def test_broken_files(tmp_path: Path, old: str, new: str, line: int, said: str) -> None:
    file = tmp_path / "broken.rq"
    file.write_text(GOOD.replace(old, new), encoding="utf-8")
    with pytest.raises(QueryFileError, match=rf"broken\.rq:{line}: .*{said}"):
        read_query_file(file)


def test_good_file(tmp_path: Path) -> None:
    file = tmp_path / "good.rq"
    file.write_text(GOOD, encoding="utf-8")
    question = read_query_file(file)
    assert (question.name, question.title["ru"], question.chart) == ("good", "один", None)
    assert question.bind({}) == {}


@pytest.mark.parametrize(
    ("text", "form", "allowed"),
    [
        ("SELECT * { ?s ?p 'SERVICE' }", "SELECT", True),
        (
            'PREFIX service: <http://x/#> # SERVICE\nASK { ?service service:from """INSERT \'SERVICE\' """ }',
            "ASK",
            True,
        ),
        ("ASK { <http://x/SERVICE> a service:SERVICE }", "ASK", True),
        ("SELECT * { SERVICE <http://x/> {} }", "SELECT", False),
        ("select*{seRvice?x{}}", "SELECT", False),
        ("ASK { ?s ?p '#' SERVICE <http://x/> {} }", "ASK", False),
        ("PREFIX a: <http://x/> INSERT DATA { a:a a:a a:a }", None, False),
        ("LOAD <http://x/>", None, False),
        ("with <http://x/> delete {} where {}", None, False),
        ("not SPARQL at all '''", None, True),
        ("", None, True),
    ],
)
def test_forbidden_words(text: str, form: str | None, allowed: bool) -> None:
    query = read_query(text)
    assert query.form == form
    if allowed:
        check_allowed(query)
    else:
        with pytest.raises(Refused):
            check_allowed(query)


def test_dataset_of_a_query() -> None:
    query = read_query(
        "BASE <http://b/> PREFIX g: <http://g/> SELECT * FROM <one> from g:two FROM NAMED <http://n/> { ?s g:FROM ?o }"
    )
    assert query.default_graphs == ("http://b/one", "http://g/two")
    assert query.named_graphs == ("http://n/",)


WORDS = st.sampled_from(
    ["SELECT", "ask", "Construct", "DESCRIBE", "PREFIX", "BASE", "FROM", "from named", "SERVICE", "\u017fERVICE", "INSERT", "a:",
     "*", "{", "}", "?from", "$x", "<http://x/>", "(", ")", "#", "\n", '"', "'''", "\\u0053ERVICE", "WITH", "-", ".", ":"]
)  # fmt: skip


@given(st.lists(st.tuples(WORDS, st.sampled_from(["", " "])), max_size=12))
@example([("ask", ""), ("{", "")])
@example([("SELECT", ""), ("-", "")])
@example([("ask", ""), (".", "")])
@example([("ask", ""), (":", "")])
def test_a_comment_before_a_query_says_nothing_of_it(words: list[tuple[str, str]]) -> None:
    """A text that begins with its form is read at a glance, one that begins with a comment token by token."""
    text = "".join(word + space for word, space in words)
    assert read_query(text) == read_query(f"# a comment\n{text}")


def test_the_gallery_does_not_import_the_engine() -> None:
    code = "import sys, kzedu_graph.store.gallery; sys.exit('pyoxigraph' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
