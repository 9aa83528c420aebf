// Questions to /sparql by the SPARQL 1.1 Protocol.

export interface Term {
  type: "uri" | "literal" | "bnode";
  value: string;
  "xml:lang"?: string;
  datatype?: string;
}

export type Row = Record<string, Term>;

export interface Rows {
  kind: "rows";
  columns: string[];
  rows: Row[];
  cut: boolean;
}

export interface Truth {
  kind: "truth";
  value: boolean;
}

export interface Triples {
  kind: "triples";
  triples: [Term, Term, Term][];
  turtle: string;
  cut: boolean;
}

export interface Problem {
  detail: string;
  line?: number;
  column?: number;
}

const RESULTS = "application/sparql-results+json";
const TRIPLES = "application/n-triples";

export async function post(query: string, accept: string, path = "/sparql"): Promise<Response> {
  return fetch(path, {
    method: "POST",
    headers: { Accept: accept, "Content-Type": "application/x-www-form-urlencoded" },
    body: new URLSearchParams({ query }),
  });
}

/** The form of a query: its first keyword behind the prologue and the comments. */
export function makesGraph(query: string): boolean {
  const bare = query.replace(/<[^>]*>/g, "<>").replace(/#[^\n]*/g, "");
  return /^\s*(?:(?:PREFIX\s+\S*\s*<>|BASE\s*<>)\s*)*(CONSTRUCT|DESCRIBE)\b/i.test(bare);
}

export async function ask(query: string): Promise<Rows | Truth | Triples | Problem> {
  const graph = makesGraph(query);
  const answer = await post(query, graph ? TRIPLES : RESULTS);
  if (!answer.ok) {
    const problem = (await answer.json().catch(() => null)) as Problem | null;
    return problem?.detail ? worded(query, problem) : { detail: `${answer.status} ${answer.statusText}` };
  }
  const cut = answer.headers.has("Kzedu-Cut");
  if (graph) {
    const [text, turtle] = [await answer.text(), post(query, "text/turtle").then((same) => same.text())];
    return { kind: "triples", triples: readTriples(text), turtle: await turtle, cut };
  }
  const found = (await answer.json()) as { boolean?: boolean; head: { vars?: string[] }; results?: { bindings: Row[] } };
  if (found.boolean !== undefined) return { kind: "truth", value: found.boolean };
  return { kind: "rows", columns: found.head.vars ?? [], rows: found.results?.bindings ?? [], cut };
}

/** A fault of syntax in the words of the page; the endpoint itself speaks English. */
async function worded(query: string, problem: Problem): Promise<Problem> {
  if (!problem.line) return problem;
  const told = await post(query, "application/json", "/sparql/explain")
    .then((answer) => answer.json() as Promise<{ sentence?: string; line?: number; column?: number }>)
    .catch(() => ({}) as { sentence?: string; line?: number; column?: number });
  if (!told.sentence) return problem;
  return { detail: told.sentence, ...(told.line ? { line: told.line } : {}), ...(told.column ? { column: told.column } : {}) };
}

const TERM = /<([^>]*)>|"((?:[^"\\]|\\.)*)"(?:@([\w-]+)|\^\^<([^>]*)>)?|(_:\S+)/g;

/** N-Triples, which have one statement a line. */
export function readTriples(text: string): [Term, Term, Term][] {
  return text.split("\n").flatMap((line) => {
    const terms = [...line.matchAll(TERM)].map(read);
    return terms.length === 3 ? [terms as [Term, Term, Term]] : [];
  });
}

function read([, iri, literal, lang, datatype, blank]: RegExpMatchArray): Term {
  if (iri !== undefined) return { type: "uri", value: unescape(iri) };
  if (blank !== undefined) return { type: "bnode", value: blank };
  return {
    type: "literal",
    value: unescape(literal ?? ""),
    ...(lang ? { "xml:lang": lang } : {}),
    ...(datatype ? { datatype } : {}),
  };
}

const ESCAPES: Record<string, string> = { t: "\t", b: "\b", n: "\n", r: "\r", f: "\f" };

function unescape(text: string): string {
  return text.replace(/\\(?:u([\dA-Fa-f]{4})|U([\dA-Fa-f]{8})|(.))/g, (_all, short, long, letter: string) =>
    short || long ? String.fromCodePoint(parseInt((short ?? long) as string, 16)) : (ESCAPES[letter] ?? letter),
  );
}
