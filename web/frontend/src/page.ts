// On every page: suggestions in the search fields, tables that can be sorted by any column, and the list of things watched.
import { sortable } from "./sorting";
import { suggest } from "./suggest";
import { watchButton, watchList } from "./watch";

for (const field of document.querySelectorAll<HTMLInputElement>('form.find input[type="search"]:not([data-takes])')) suggest(field);
for (const table of document.querySelectorAll<HTMLTableElement>("table.sortable")) sortable(table);
for (const button of document.querySelectorAll<HTMLButtonElement>("button.print")) {
  button.hidden = false;
  button.addEventListener("click", () => window.print());
}
for (const button of document.querySelectorAll<HTMLButtonElement>("button.watch")) watchButton(button);
const watched = document.querySelector<HTMLElement>("#watched");
if (watched) void watchList(watched);
// what is folded on the screen is unfolded on paper
let folded: HTMLDetailsElement[] = [];
window.addEventListener("beforeprint", () => {
  folded = [...document.querySelectorAll<HTMLDetailsElement>("main details:not([open], .screen)")];
  for (const part of folded) part.open = true;
});
window.addEventListener("afterprint", () => {
  for (const part of folded) part.open = false;
});
// "/" leads to the search field, as readers of other sites know it
document.addEventListener("keydown", (event) => {
  const target = event.target as HTMLElement;
  if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey) return;
  if (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName) || target.shadowRoot) return;
  const field = document.querySelector<HTMLInputElement>('form.find input[type="search"]');
  if (field) {
    event.preventDefault();
    field.focus();
  }
});
