// What can be completed: prefixes, classes and properties of the graph itself, names of the gallery's variables.
import type { Completion, CompletionContext, CompletionResult } from "@codemirror/autocomplete";

export interface Schema {
  prefixes: Record<string, string>;
  terms: { name: string; kind: "class" | "property" | "concept"; label: string; count: number }[];
  properties: Record<string, string[]>;
  variables: string[];
  queries: { name: string; title: string; text: string }[];
}

const KEYWORDS =
  "SELECT DISTINCT CONSTRUCT DESCRIBE ASK WHERE FILTER OPTIONAL UNION MINUS GRAPH VALUES BIND EXISTS NOT GROUP BY ORDER HAVING LIMIT OFFSET ASC DESC COUNT SUM AVG MIN MAX SAMPLE GROUP_CONCAT LANG STR STRSTARTS CONTAINS REGEX BOUND COALESCE YEAR PREFIX AS IN".split(
    " ",
  );

/** The source of completions for a query. */
export function completions(schema: () => Schema | null) {
  return (context: CompletionContext): CompletionResult | null => {
    const known = schema();
    if (!known) return null;
    const variable = context.matchBefore(/[?$]\w*/);
    if (variable) return { from: variable.from, options: variables(context, known), validFor: /^[?$]\w*$/ };
    const word = context.matchBefore(/[A-Za-z][\w-]*(:[\w-]*)?/);
    if (!word) return context.explicit ? { from: context.pos, options: keywords() } : null;
    if (/PREFIX\s+\S*$/i.test(context.state.sliceDoc(Math.max(0, context.pos - 60), context.pos))) {
      const options = Object.entries(known.prefixes).map(([name, iri]) => ({
        label: `${name}: <${iri}>`,
        type: "namespace",
      }));
      return { from: word.from, options };
    }
    return { from: word.from, options: [...terms(context, known), ...keywords()], validFor: /^[\w-]*(:[\w-]*)?$/ };
  };
}

function variables(context: CompletionContext, schema: Schema): Completion[] {
  const own = new Set(context.state.doc.toString().match(/[?$]\w+/g) ?? []);
  own.delete(context.matchBefore(/[?$]\w*/)?.text ?? "");
  return [...new Set([...own, ...schema.variables.map((name) => `?${name}`)])].map((label) => ({
    label,
    type: "variable",
    boost: own.has(label) ? 5 : 0,
  }));
}

const NAME = /(?:^|[\s;,.({|/^!])([A-Za-z][\w-]*:[\w-]+)/g;

/** The properties of the class that the subject of the statement at the end of a text is said to have; empty if none. */
export function propertiesOfSubject(text: string, schema: Schema): string[] {
  const statement = /([?$]\w+)\s+(?:[^.{}]*;\s*)?[\w:-]*$/.exec(text);
  if (!statement) return [];
  const subject = statement[1]!.replace("$", "\\$").replace("?", "\\?");
  const said = [...text.matchAll(new RegExp(`${subject}\\s+(?:[^.{}]*;\\s*)?(?:a|rdf:type)\\s+([\\w-]+:[\\w-]+)`, "g"))];
  return said.flatMap(([, kind]) => schema.properties[kind!] ?? []);
}

/** The names of our own vocabulary in a query that the ontology lacks, with their places. */
export function unknownTerms(text: string, schema: Schema): { from: number; to: number; term: string }[] {
  const known = new Set(schema.terms.map(({ name }) => name));
  const bare = text.replace(/<[^>\s]*>|"[^"\n]*"|'[^'\n]*'|#[^\n]*/g, (hidden) => " ".repeat(hidden.length));
  return [...bare.matchAll(NAME)].flatMap((found) => {
    const term = found[1]!;
    const from = found.index + found[0].length - term.length;
    return term.startsWith("kzedu:") && !known.has(term) ? [{ from, to: from + term.length, term }] : [];
  });
}

/** A term brings its prefix with it where the query has not declared it; properties of the subject's class stand first. */
function terms(context: CompletionContext, schema: Schema): Completion[] {
  const text = context.state.doc.toString();
  const own = propertiesOfSubject(context.state.sliceDoc(0, context.pos), schema);
  return schema.terms.map((term) => ({
    label: term.name,
    type: term.kind === "class" ? "class" : "property",
    detail: term.label,
    boost: own.includes(term.name) ? 90 - Math.min(80, own.indexOf(term.name)) : Math.min(9, Math.log10(term.count + 1)),
    apply: (view, _completion, from, to) => {
      const prefix = term.name.split(":")[0] ?? "";
      const declared = new RegExp(`PREFIX\\s+${prefix}:`, "i").test(text);
      const line = declared ? "" : `PREFIX ${prefix}: <${schema.prefixes[prefix]}>\n`;
      view.dispatch({
        changes: [...(line ? [{ from: 0, insert: line }] : []), { from, to, insert: term.name }],
        selection: { anchor: from + line.length + term.name.length },
      });
    },
  }));
}

function keywords(): Completion[] {
  return KEYWORDS.map((label) => ({ label, type: "keyword", boost: -1 }));
}
