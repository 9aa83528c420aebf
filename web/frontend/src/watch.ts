// The reader's own list of things to watch, kept in this browser only, with what was last seen of each.
import { address, fetchJson, make, wordsOf } from "./dom";

interface Watched {
  iri: string;
  /** What the page said when the reader last looked; null until then. */
  seen: Facts | null;
}

interface Facts {
  changes: number;
  findings: number;
  due: string;
}

interface Told extends Facts {
  iri: string;
  label: string;
  lang: string;
  page: string;
  kind: string;
  due_words: string;
  standing: string;
  last: string;
}

const KEY = "kzedu-watched";
const MOST = 100;

function read(): Watched[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? "[]");
    return Array.isArray(kept) ? (kept as Watched[]).filter((each) => typeof each?.iri === "string") : [];
  } catch {
    return [];
  }
}

function write(list: Watched[]): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(list.slice(0, MOST)));
  } catch {
    // a browser that keeps nothing watches nothing
  }
}

/** A button that puts the thing of a page on the list, or takes it off. */
export function watchButton(button: HTMLButtonElement): void {
  const iri = button.dataset["iri"] ?? "";
  const show = (): void => {
    const on = read().some((each) => each.iri === iri);
    button.setAttribute("aria-pressed", String(on));
  };
  button.hidden = false;
  show();
  button.addEventListener("click", () => {
    const list = read();
    const rest = list.filter((each) => each.iri !== iri);
    write(rest.length < list.length ? rest : [...list, { iri, seen: null }]);
    show();
  });
}

/** The page of the list. */
export async function watchList(place: HTMLElement): Promise<void> {
  const word = wordsOf(place);
  const list = read();
  if (!list.length) return;
  const told = await fetchJson<Told[]>(address("/watched.json", { iri: list.map(({ iri }) => iri) }));
  const body = make("tbody");
  for (const each of told) {
    const seen = list.find(({ iri }) => iri === each.iri)?.seen;
    const news = [
      ...(seen && each.changes > seen.changes ? [word("changed")] : []),
      ...(seen && each.findings > seen.findings ? [word("findings")] : []),
      ...(seen && each.due !== seen.due ? [word("due")] : []),
    ];
    const row = make(
      "tr",
      {},
      make("th", { scope: "row" }, make("a", { href: each.page, lang: each.lang }, each.label), make("br"),
        make("span", { class: "small" }, [each.kind, each.standing].filter(Boolean).join(" · "))),
      make("td", { "data-label": word("next") }, each.due_words || "—"),
      make("td", { "data-label": word("last") }, each.last || "—"),
      make("td", { "data-label": word("news") }, news.length ? make("strong", {}, news.join("; ")) : word("nothing")),
      make("td", {}, make("button", { type: "button", class: "plain", click: () => {
          write(read().filter(({ iri }) => iri !== each.iri));
          row.remove();
        } }, word("remove"))),
    );
    body.append(row);
  }
  const heads = ["thing", "next", "last", "news"].map((name) => make("th", { scope: "col" }, word(name)));
  place.replaceChildren(
    make("table", { class: "measures stack" }, make("caption", { class: "hidden" }, word("title")),
      make("thead", {}, make("tr", {}, ...heads, make("td"))), body),
  );
  write(read().map((each) => {
    const now = told.find(({ iri }) => iri === each.iri);
    return now ? { iri: each.iri, seen: { changes: now.changes, findings: now.findings, due: now.due } } : each;
  }));
}
