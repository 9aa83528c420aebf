// Tables sorted in the browser by a button in each column's head.
import { make } from "./dom";

const compare = new Intl.Collator(document.documentElement.lang, { numeric: true, sensitivity: "base" }).compare;

function key(cell: HTMLTableCellElement | undefined): string {
  return cell?.dataset["key"] ?? cell?.querySelector("time")?.dateTime ?? cell?.textContent?.trim() ?? "";
}

/** Sort by numbers where both are numbers, else as the language sorts; empty cells stand last. */
export function order(a: string, b: string): number {
  if (a === b) return 0;
  if (a === "" || a === "—" || a === "·") return 1;
  if (b === "" || b === "—" || b === "·") return -1;
  const [x, y] = [a, b].map((text) => Number(text.replace(/[\s\u00a0\u202f]/g, "").replace(",", ".")));
  if (x !== undefined && y !== undefined && !Number.isNaN(x) && !Number.isNaN(y)) return x - y;
  return compare(a, b);
}

/** Turn the heads of the columns into buttons; heads that are links sort on the server and are left alone. */
export function sortable(table: HTMLTableElement): void {
  const heads = [...(table.tHead?.rows[0]?.cells ?? [])];
  const body = table.tBodies[0];
  if (!body) return;
  for (const [column, head] of heads.entries()) {
    if (head.tagName !== "TH" || head.querySelector("a, button") || !head.textContent?.trim()) continue;
    const button = make("button", { type: "button", class: "sort" }, ...head.childNodes);
    head.append(button);
    button.addEventListener("click", () => {
      const falling = head.getAttribute("aria-sort") === "ascending";
      for (const each of heads) each.removeAttribute("aria-sort");
      head.setAttribute("aria-sort", falling ? "descending" : "ascending");
      const rows = [...body.rows].sort((a, b) => order(key(a.cells[column]), key(b.cells[column])));
      body.append(...(falling ? rows.reverse() : rows));
    });
  }
}
