"""What an audit report asks of the graph."""

PREFIXES = """
PREFIX dcterms: <http://purl.org/dc/terms/>
PREFIX eli: <http://data.europa.eu/eli/ontology#>
PREFIX kzedu: <https://w3id.org/kzedu/ontology#>
PREFIX oa: <http://www.w3.org/ns/oa#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX sh: <http://www.w3.org/ns/shacl#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
"""
DEADLINES = """
SELECT ?node ?words ?due WHERE {
  { ?node a kzedu:Measure } UNION { ?node a kzedu:Provision }
  ?node kzedu:part?/kzedu:deadline ?deadline . ?deadline kzedu:asWritten ?words .
  OPTIONAL { ?deadline kzedu:dueBy ?due }
}
"""
FORMS = """
SELECT ?node ?words WHERE {
  ?node a kzedu:Measure ; kzedu:deliverable ?form . ?form rdfs:label ?words ; kzedu:position ?position
} ORDER BY ?node ?position
"""
PROVISIONS = """
SELECT ?node ?bearer ?programme ?action ?edition ?start ?words WHERE {
  GRAPH ?edition {
    ?node kzedu:bearer ?bearer ; kzedu:action ?action ; kzedu:evidence ?quote .
    ?quote oa:hasSelector ?place, ?text . ?place oa:start ?start . ?text oa:exact ?words .
    ?edition eli:realizes ?programme .
  }
} ORDER BY ?edition ?start
"""
FINDINGS = """
SELECT ?finding ?code ?severity ?focus ?message ?edition ?start ?words WHERE {
  ?finding a kzedu:Finding ; kzedu:code ?code ; sh:resultSeverity ?severity ; sh:focusNode ?focus ;
    sh:resultMessage ?message ; kzedu:edition ?edition ; kzedu:evidence ?quote .
  ?quote oa:hasSelector ?place, ?text . ?place oa:start ?start . ?text oa:exact ?words .
} ORDER BY ?code ?focus ?finding ?start
"""
RULES = """
SELECT ?rule ?name ?advice WHERE { ?rule sh:name ?name ; sh:description ?advice FILTER(LANG(?name) = LANG(?advice)) }
"""
CHECKS = """
SELECT ?code ?programme ?fine WHERE {
  ?check a kzedu:Check ; kzedu:code ?code ; kzedu:programme ?programme ; kzedu:count ?fine
}
"""
ABOUT = """
SELECT ?programme ?period ?ended ?edition ?source WHERE {
  ?programme a kzedu:Programme ; kzedu:period ?period .
  OPTIONAL { ?programme eli:date_no_longer_in_force ?ended }
  OPTIONAL { GRAPH ?edition { ?edition kzedu:programme ?programme ; dcterms:identifier ?source } }
} ORDER BY ?edition
"""
OF_FOCUS = """
SELECT ?node ?programme WHERE { { ?node kzedu:programme ?programme } UNION { ?node kzedu:allocatedTo ?programme } }
"""
SHORT_NAMES = """
SELECT ?body ?short WHERE { ?body skos:prefLabel ?name ; skos:altLabel ?short }
"""
