// Questions of a Comunica client to the endpoint named first; its answers as one line of JSON.
import { QueryEngine } from "@comunica/query-sparql";

const [address] = process.argv.slice(2);
const context = { sources: [{ type: "sparql", value: address }] };
const engine = new QueryEngine();

const rows = await (await engine.queryBindings("SELECT ?body ?name { ?body <http://www.w3.org/2004/02/skos/core#prefLabel> ?name }", context)).toArray();
const quads = await (await engine.queryQuads("CONSTRUCT { ?s a ?kind } WHERE { ?s a ?kind }", context)).toArray();
const truths = [];
for (const query of ["ASK { ?s ?p ?o }", "ASK { ?s <urn:nothing> ?o }"]) truths.push(await engine.queryBoolean(query, context));
// without languages: this version of the client, which runs on Node 20, loses them
const told = rows.map((row) => [row.get("body").value, row.get("name").value]);
console.log(JSON.stringify({ rows: told.sort(), kinds: quads.map((quad) => [quad.subject.value, quad.object.value]).sort(), truths }));
