// An answer in four views: table, chart, graph, raw; and as files.
import { address, fetchJson, make, save } from "./dom";
import { bars, chartFile } from "./figure";
import { groupings } from "./groupings";
import { type Problem, type Row, type Rows, type Term, type Triples, type Truth, post } from "./protocol";
import { sortable } from "./sorting";

interface Label {
  label: string;
  lang: string;
  page: string | null;
}

type Words = (key: string, fill?: Record<string, string | number>) => string;
type Found = Rows | Truth | Triples;

const ROWS_SHOWN = 300;
const BARS_SHOWN = 40;
const LABELS_A_TIME = 40;
const FILES: Record<string, Record<string, string>> = {
  rows: {
    csv: "text/csv",
    tsv: "text/tab-separated-values",
    json: "application/sparql-results+json",
    xml: "application/sparql-results+xml",
  },
  truth: { json: "application/sparql-results+json", xml: "application/sparql-results+xml" },
  triples: { ttl: "text/turtle", jsonld: "application/ld+json", nt: "application/n-triples", rdf: "application/rdf+xml" },
};

/** An IRI as people write it: behind a prefix of ours, or whole. */
export function shorten(iri: string): string {
  return iri.replace("https://w3id.org/kzedu/id/", "id:").replace("https://w3id.org/kzedu/ontology#", "kzedu:");
}

export class Answers {
  private readonly labels = new Map<string, Label>();

  constructor(
    private readonly place: HTMLElement,
    private readonly word: Words,
  ) {}

  clear(): void {
    this.place.replaceChildren();
  }

  fail(problem: Problem, line: string): void {
    const box = make("div", { class: "error-box", role: "alert" }, make("p", {}, problem.detail));
    if (problem.line) {
      box.append(make("p", {}, this.word("place", { line: problem.line, column: problem.column ?? 1 })));
      const under = " ".repeat(Math.max((problem.column ?? 1) - 1, 0)) + "^";
      if (line) box.append(make("pre", { class: "code" }, make("code", {}, `${line}\n${under}`)));
    }
    this.place.replaceChildren(box);
  }

  async show(query: string, found: Found): Promise<void> {
    const views: [string, () => HTMLElement | Promise<HTMLElement>][] = [];
    if (found.kind === "truth") views.push(["table", () => this.truth(found)]);
    if (found.kind === "rows") {
      views.push(["table", () => this.table(found)]);
      if (chartable(found)) views.push(["chart", () => this.chart(found)]);
      views.push(["raw", () => raw(JSON.stringify(found.rows.slice(0, ROWS_SHOWN), null, 1))]);
    }
    if (found.kind === "triples") {
      views.push(["graph", () => this.graph(found)], ["table", () => this.triples(found)], ["raw", () => raw(found.turtle)]);
    }
    const heading = make("h2", {}, this.word("answer"));
    const count = found.kind === "rows" ? found.rows.length : found.kind === "triples" ? found.triples.length : 1;
    const size = make("p", {}, make("strong", {}, this.word(found.kind === "triples" ? "triples" : "rows", { count })));
    if (found.kind !== "truth" && found.cut) size.append(" ", make("span", { class: "note" }, this.word("cut")));
    const bar = make("div", { class: "tabs", role: "tablist", "aria-label": this.word("views") });
    const panel = make("div", { role: "tabpanel", id: "answer-panel", tabindex: "0", class: "answer-panel" });
    const pick = async (name: string, focus = false): Promise<void> => {
      for (const tab of bar.querySelectorAll<HTMLElement>("[role=tab]")) {
        const chosen = tab.dataset["view"] === name;
        tab.setAttribute("aria-selected", String(chosen));
        tab.tabIndex = chosen ? 0 : -1;
        if (chosen) panel.setAttribute("aria-labelledby", tab.id);
        if (chosen && focus) tab.focus();
      }
      const view = views.find(([each]) => each === name);
      if (view) panel.replaceChildren(await view[1]());
    };
    bar.append(
      ...views.map(([name], place) =>
        make(
          "button",
          {
            type: "button",
            role: "tab",
            id: `view-${name}`,
            "data-view": name,
            "aria-controls": "answer-panel",
            click: () => void pick(name),
            keydown: (event) => {
              const key = (event as KeyboardEvent).key;
              const step = key === "ArrowRight" ? 1 : key === "ArrowLeft" ? -1 : 0;
              if (step) void pick(views[(place + step + views.length) % views.length]![0], true);
            },
          },
          this.word(name),
        ),
      ),
    );
    this.place.replaceChildren(heading, size, bar, panel, this.files(query, found.kind));
    // a shared link may ask for a view: its name stands behind the sign "#"
    const wished = views.find(([name]) => name === window.location.hash.slice(1));
    await pick((wished ?? views[0]!)[0]);
  }

  /** The view that is shown, by its name; empty where nothing is. */
  get view(): string {
    return this.place.querySelector<HTMLElement>('[role=tab][aria-selected="true"]')?.dataset["view"] ?? "";
  }

  private files(query: string, kind: Found["kind"]): HTMLElement {
    const button = (ending: string, path: string, media: string): HTMLElement =>
      make(
        "button",
        {
          type: "button",
          class: "plain",
          click: () =>
            void post(query, media, path)
              .then((answer) => answer.blob())
              .then((content) => save(`kzedu.${ending}`, content)),
        },
        ending.toUpperCase(),
      );
    const line = make("p", { class: "twins small" }, `${this.word("files")} `);
    for (const [ending, media] of Object.entries(FILES[kind] ?? {})) line.append(button(ending, "/sparql", media));
    if (kind === "rows") line.append(button("xlsx", "/sparql/answer.xlsx", "*/*"));
    return line;
  }

  private truth(found: Truth): HTMLElement {
    return make("p", { class: "truth" }, make("strong", {}, this.word(found.value ? "yes" : "no")));
  }

  private async table(found: Rows): Promise<HTMLElement> {
    return this.grid(
      found.columns,
      found.rows.map((row) => found.columns.map((column) => row[column])),
    );
  }

  private async triples(found: Triples): Promise<HTMLElement> {
    return this.grid(["subject", "property", "value"].map((name) => this.word(name)), found.triples);
  }

  private async grid(columns: string[], rows: (Term | undefined)[][]): Promise<HTMLElement> {
    const shown = rows.slice(0, ROWS_SHOWN);
    await this.know(shown.flat());
    const body = make("tbody");
    const add = (more: (Term | undefined)[][]): void =>
      body.append(...more.map((row) => make("tr", {}, ...row.map((term) => this.cell(term)))));
    add(shown);
    const table = make(
      "table",
      { class: "sortable" },
      make("caption", { class: "hidden" }, this.word("answer")),
      make("thead", {}, make("tr", {}, ...columns.map((name, place) => make("th", rows.every((row) => isNumber(row[place])) ? { scope: "col", class: "num" } : { scope: "col" }, name)))),
      body,
    );
    sortable(table);
    const frame = make("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": this.word("answer") }, table);
    if (rows.length <= ROWS_SHOWN) return frame;
    let next = ROWS_SHOWN;
    const more = make("button", { type: "button", class: "plain", click: () => {
        const slice = rows.slice(next, next + ROWS_SHOWN);
        next += ROWS_SHOWN;
        void this.know(slice.flat()).then(() => add(slice));
        if (next >= rows.length) more.remove();
      } }, this.word("more"));
    return make("div", {}, frame, more);
  }

  /** A name where the thing has one; the IRI itself unfolds beneath it. */
  private cell(term: Term | undefined): HTMLTableCellElement {
    if (!term) return make("td", { class: "faint" }, "—");
    if (term.type !== "uri") {
      const number = isNumber(term);
      const lang = term["xml:lang"];
      const cell = make("td", number ? { class: "num" } : {}, make("span", lang ? { lang } : {}, term.value));
      if (lang) cell.append(" ", make("span", { class: "tag" }, lang));
      return cell;
    }
    const known = this.labels.get(term.value);
    const link = make("a", { href: known?.page ?? term.value }, known?.label || shorten(term.value));
    if (!known?.page) link.rel = "external";
    if (known?.label && known.lang) link.lang = known.lang;
    const cell = make("td", { "data-key": known?.label ?? term.value }, link);
    if (known?.label) {
      cell.append(make("details", { class: "iri-fold" }, make("summary", {}, "IRI"), make("code", { class: "iri" }, term.value)));
    }
    return cell;
  }

  private async know(terms: (Term | undefined)[]): Promise<void> {
    const missing = [
      ...new Set(terms.filter((term) => term?.type === "uri").map((term) => term!.value)),
    ].filter((iri) => iri.startsWith("https://w3id.org/kzedu/") && !this.labels.has(iri));
    for (let from = 0; from < missing.length; from += LABELS_A_TIME) {
      const iri = missing.slice(from, from + LABELS_A_TIME);
      const found = await fetchJson<Record<string, Label>>(address("/labels.json", { iri }));
      for (const [name, label] of Object.entries(found)) this.labels.set(name, label);
    }
  }

  private async chart(found: Rows): Promise<HTMLElement> {
    const column = chartable(found)!;
    const rows = found.rows.slice(0, BARS_SHOWN);
    await this.know(rows.flatMap((row) => Object.values(row)));
    const figure = make("figure", {});
    const grouped = groupings(rows, found.columns, column);
    const drawn = grouped
      ? bars(
          this.word("column", { column, group: grouped.second }),
          grouped.names.map((row) => this.caption(row, found.columns.filter((name) => name !== grouped.second), column)),
          grouped.series.map(({ row, values }) => ({ name: this.caption(row, [grouped.second], column), values })),
        )
      : bars(
          this.word("answer"),
          rows.map((row) => this.caption(row, found.columns, column)),
          [{ name: column, values: rows.map((row) => Number(row[column]?.value ?? 0)) }],
        );
    figure.append(
      drawn,
      make("figcaption", { class: "small" }, this.word("bars", { count: rows.length })),
      make("button", { type: "button", class: "plain", click: () => save("kzedu-chart.svg", chartFile(drawn)) }, this.word("picture")),
    );
    return figure;
  }

  private caption(row: Row, columns: string[], without: string): string {
    const words = columns.filter((name) => name !== without && row[name]).map((name) => {
      const term = row[name]!;
      return term.type === "uri" ? this.labels.get(term.value)?.label || shorten(term.value) : term.value;
    });
    return words.slice(-1)[0] ?? "";
  }

  private async graph(found: Triples): Promise<HTMLElement> {
    const nodes = found.triples.flatMap(([subject, , value]) => [subject, ...(value.type === "literal" ? [] : [value])]);
    await this.know([...nodes, ...found.triples.map(([, property]) => property)].slice(0, 4 * ROWS_SHOWN));
    const place = make("div", { class: "picture", role: "img", "aria-label": this.word("graph") });
    const named = (iri: string): string => this.labels.get(iri)?.label || shorten(iri);
    const { drawTriples } = await import("./drawing");
    requestAnimationFrame(() => drawTriples(place, found.triples, named));
    return place;
  }
}

function raw(text: string): HTMLElement {
  return make("pre", { class: "code", tabindex: "0" }, make("code", {}, text));
}

function isNumber(term: Term | undefined): boolean {
  return /(integer|decimal|double|gYear)$/.test((term?.type !== "uri" && term?.datatype) || "");
}

/** The last column that holds numbers in every row; null where none does. */
function chartable(found: Rows): string | null {
  const numbers = found.columns.filter(
    (column) =>
      found.rows.length > 1 &&
      found.rows.every((row) => /(integer|decimal|double)$/.test(row[column]?.datatype ?? "")),
  );
  return numbers.at(-1) ?? null;
}
