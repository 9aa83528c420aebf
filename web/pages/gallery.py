"""Pages that ask: the gallery of questions, and the editor for free ones."""

from __future__ import annotations

import json
import re
from typing import Any
from urllib.parse import urlencode

from flask import Blueprint, Response, abort, make_response, render_template, request
from flask_babel import gettext

from kzedu_graph.store.engine.media_types import GRAPHS, RESULTS
from kzedu_graph.store.engine.query_text import read_query
from kzedu_graph.store.gallery import GROUPS, ParamError, Query, load_gallery
from kzedu_graph.store.gallery_defaults import fit_defaults
from kzedu_graph.store.stores import QueryError, QueryTimeout, QueryTooLarge, StoreError
from kzedu_graph.vocabulary.iris import PREFIXES
from web.display.downloads import twin_response
from web.display.languages import data_chain, data_language
from web.display.query_errors import explain
from web.endpoint.problems import problem_of
from web.kept_pages import never_kept
from web.pages.workbench import editor_words
from web.views.questions import Row, Value, read_rows
from web.views.site import site

blueprint = Blueprint("gallery", __name__)

_COUNTED = re.compile(r"\((?:COUNT|SUM)\((?:[^()]|\([^()]*\))*\)\s+AS\s+\?(\w+)\)")
EXAMPLES = (
    (
        "leads",
        """SELECT ?agency ?name (COUNT(?measure) AS ?measures) WHERE {
  ?measure a kzedu:Measure ; kzedu:lead ?agency .
  ?measure kzedu:status <https://w3id.org/kzedu/id/code/status/in-force> .
  ?agency skos:prefLabel ?name FILTER(LANG(?name) = "$lang")
}
GROUP BY ?agency ?name
ORDER BY DESC(?measures)
LIMIT 20""",
    ),
    (
        "due",
        """SELECT ?measure ?number ?due WHERE {
  ?measure a kzedu:Measure ; kzedu:number ?number ; kzedu:deadline/kzedu:dueBy ?due .
  FILTER(?due >= "$year-01-01"^^xsd:date && ?due <= "$year-12-31"^^xsd:date)
}
ORDER BY ?due ?number
LIMIT 100""",
    ),
    (
        "status",
        """SELECT ?programme ?status (COUNT(?measure) AS ?measures) WHERE {
  ?measure a kzedu:Measure ; kzedu:programme ?programme ; kzedu:status ?status .
}
GROUP BY ?programme ?status
ORDER BY ?programme""",
    ),
    (
        "money",
        """SELECT ?programme ?year (SUM(?amount) AS ?million) WHERE {
  ?measure a kzedu:Measure ; kzedu:programme ?programme ; kzedu:allocation ?part .
  ?part kzedu:year ?year ; kzedu:amount ?amount .
}
GROUP BY ?programme ?year
ORDER BY ?programme ?year""",
    ),
    (
        "editions",
        """SELECT ?edition (COUNT(DISTINCT ?measure) AS ?measures) WHERE {
  GRAPH ?edition { ?measure a kzedu:Measure }
  ?edition eli:realizes ?act .
}
GROUP BY ?edition
ORDER BY ?edition""",
    ),
    (
        "graphs",
        """SELECT ?graph (COUNT(*) AS ?triples) WHERE {
  GRAPH ?graph { ?s ?p ?o }
}
GROUP BY ?graph
ORDER BY ?graph""",
    ),
    (
        "picture",
        """CONSTRUCT { ?part kzedu:partOf ?whole } WHERE {
  ?part a ?kind ; kzedu:partOf ?whole .
  VALUES ?kind { kzedu:Goal kzedu:Task kzedu:Direction kzedu:Indicator }
}""",
    ),
)


# ---- the gallery


@blueprint.get("/ask")
def questions() -> str:
    """The gallery, by what is asked about."""
    held = load_gallery().values()
    groups = {group: [query for query in held if query.group == group] for group in GROUPS}
    return render_template(
        "ask.html", groups={group: same for group, same in groups.items() if same}, group_name=_group
    )


def _group(group: str) -> str:
    names = {
        "who": gettext("Who answers"),
        "when": gettext("When"),
        "money": gettext("Money"),
        "quality": gettext("Quality of the plan"),
        "changes": gettext("Changes"),
    }
    return str(names[group])


@blueprint.get("/ask/<name>")
@blueprint.get("/ask/<name>.<twin:twin>")
def question_page(name: str, twin: str | None = None) -> str | tuple[str, int] | Response:
    """One question: its parameters as a form, its answer as a table, its SPARQL."""
    query = load_gallery().get(name)
    if query is None:
        abort(404, description=gettext("There is no question with the name “%(name)s”.", name=name))
    query = fit_defaults(query, site().cards.held)
    values = {param.name: request.args[param.name] for param in query.params if param.name in request.args}
    try:
        found, cut = site().catalogue.rows(query, values)
    except ParamError as error:
        if twin:
            abort(400, description=str(error))
        return _question(query, values, [], error=str(error)), 400
    rows = _in_languages(found, query)
    if twin:
        columns = tuple(column.name for column in query.columns)
        return twin_response(twin, [{name: row.get(name) for name in columns} for row in rows], columns)
    return _question(query, values, rows, cut=cut)


def _question(query: Query, values: dict[str, str], rows: list[Row], cut: bool = False, error: str = "") -> str:
    limit = site().settings.rows
    return render_template(
        "question.html",
        query=query,
        values={param.name: values.get(param.name, param.default or "") for param in query.params},
        rows=rows[:limit],
        greatest=_greatest(query, rows),
        total=len(rows),
        cut=cut,
        error=error,
        cards=site().cards,
        group_name=_group,
        twin_query=urlencode(values),
    )


def _greatest(query: Query, rows: list[Row]) -> dict[str, float]:
    """The greatest value of each column that counts or sums: against it the bars of the column are drawn."""
    counted = [column.name for column in query.columns if column.name in _COUNTED.findall(query.text)]
    return {name: max((float(row[name]) for row in rows if name in row), default=0.0) for name in counted}


def _in_languages(rows: list[Row], query: Query) -> list[Row]:
    """Of rows that differ only in the language of their words, the one in the preferred language."""
    preference = {lang: place for place, lang in enumerate(data_chain())}
    best: dict[tuple[Any, ...], tuple[int, Row]] = {}
    for row in rows:
        key = tuple(_untagged(row.get(column.name)) for column in query.columns)
        rank = sum(preference.get(value.lang, len(preference)) for value in row.values() if value.lang)
        if key not in best or rank < best[key][0]:
            best[key] = (rank, row)
    return [row for _, row in best.values()]


def _untagged(value: Value | None) -> str | None:
    """A value as far as it tells rows apart: tagged words do not."""
    return None if value is None or value.lang else str(value)


# ---- the editor


@blueprint.get("/sparql/run")
def run() -> str | tuple[str, int]:
    """The answer to a free question as a table, beneath the editor; the address can be shared."""
    never_kept()  # a question may ask for the hour
    text = request.args.get("query", "").strip()
    if not text:
        return _editor_page("")
    form = read_query(text).form
    try:
        if form in ("CONSTRUCT", "DESCRIBE"):
            answer = site().store.query(text, accept=GRAPHS["ttl"])
            return _editor_page(text, graph=answer.body.decode(), cut=bool(answer.cut))
        answer = site().store.query(text, accept=RESULTS["json"])
    except (QueryError, QueryTooLarge, QueryTimeout) as error:
        return _editor_page(text, error=error), problem_of(error).status_code
    if form == "ASK":
        return _editor_page(text, truth=b"true" in answer.body)
    columns = json.loads(answer.body)["head"]["vars"]
    return _editor_page(text, columns=columns, rows=read_rows(answer), cut=bool(answer.cut))


def _editor_page(text: str, error: StoreError | None = None, **answer: Any) -> str:
    prefixes = "\n".join(f"PREFIX {name}: <{iri}>" for name, iri in PREFIXES.items())
    year = site().cards.held.fullest
    filled = [(name, query.replace("$year", str(year)).replace("$lang", data_language())) for name, query in EXAMPLES]
    examples = [(name, _with_prefixes(query)) for name, query in filled]
    rows = answer.pop("rows", None)
    limit = site().settings.rows
    return render_template(
        "sparql.html",
        text=text or examples[0][1],
        asked=bool(text),
        examples=examples,
        example_names={
            "leads": gettext("Which bodies lead most measures in force"),
            "status": gettext("Measures of each programme by whether they are in force"),
            "money": gettext("Money by programme and year, million tenge"),
            "editions": gettext("Measures in each edition"),
            "due": gettext("What is due in %(year)s", year=year),
            "graphs": gettext("Graphs and their sizes"),
            "picture": gettext("The plan's headings as a graph"),
        },
        prefixes=prefixes,
        error=error,
        explained=explain(text, error) if error else None,
        rows=None if rows is None else rows[:limit],
        total=None if rows is None else len(rows),
        forms=list(GRAPHS if read_query(text).form in ("CONSTRUCT", "DESCRIBE") else RESULTS),
        island_words=editor_words(),
        **answer,
    )


def _with_prefixes(query: str) -> str:
    used = [name for name in PREFIXES if f"{name}:" in query]
    return "".join(f"PREFIX {name}: <{PREFIXES[name]}>\n" for name in used) + query


def editor() -> Response:
    """The editor, for a browser that opens the endpoint without a query."""
    return make_response(_editor_page(""))
