// Search as you type: a combobox (https://www.w3.org/WAI/ARIA/apg/patterns/combobox/) over /suggest.json.
import { address, fetchJson, make } from "./dom";

interface Suggestion {
  page: string;
  label: string;
  lang: string;
  note: string;
  iri: string;
}

const PAUSE = 120;
let count = 0;

/** Offer hits beneath a search field. `choose` replaces going to the page; `kind` narrows the hits. */
export function suggest(field: HTMLInputElement, choose?: (hit: Suggestion) => void): void {
  const list = make("ul", { class: "suggestions", role: "listbox", id: `suggestions-${++count}`, hidden: true });
  list.setAttribute("aria-label", field.labels?.[0]?.textContent ?? "");
  const status = make("span", { class: "hidden", role: "status" });
  const frame = make("div", { class: "combobox" });
  field.replaceWith(frame);
  frame.append(field, list, status);
  for (const [name, value] of Object.entries({
    role: "combobox",
    "aria-autocomplete": "list",
    "aria-expanded": "false",
    "aria-controls": list.id,
    autocomplete: "off",
  }))
    field.setAttribute(name, value);

  let hits: Suggestion[] = [];
  let active = -1;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let asked: AbortController | undefined;

  const close = (): void => {
    list.hidden = true;
    active = -1;
    field.setAttribute("aria-expanded", "false");
    field.removeAttribute("aria-activedescendant");
  };
  const mark = (next: number): void => {
    active = next;
    for (const [place, option] of [...list.children].entries()) {
      option.setAttribute("aria-selected", String(place === active));
      if (place === active) {
        field.setAttribute("aria-activedescendant", option.id);
        option.scrollIntoView({ block: "nearest" });
      }
    }
    if (active < 0) field.removeAttribute("aria-activedescendant");
  };
  const take = (hit: Suggestion): void => {
    close();
    if (choose) choose(hit);
    else window.location.assign(hit.page);
  };
  const show = (found: Suggestion[]): void => {
    hits = found;
    list.replaceChildren(
      ...found.map((hit, place) =>
        make(
          "li",
          { role: "option", id: `${list.id}-${place}`, "aria-selected": "false", pointerdown: (event) => {
              event.preventDefault();
              take(hit);
            } },
          make("span", { lang: hit.lang }, hit.label),
          make("small", {}, hit.note),
        ),
      ),
    );
    list.hidden = found.length === 0;
    field.setAttribute("aria-expanded", String(found.length > 0));
    status.textContent = found.length ? String(found.length) : "";
    mark(-1);
  };
  const ask = async (): Promise<void> => {
    asked?.abort();
    const words = field.value.trim();
    if (!words) {
      show([]);
      return;
    }
    asked = new AbortController();
    try {
      show(await fetchJson<Suggestion[]>(address("/suggest.json", { q: words }), asked.signal));
    } catch (error) {
      if (!(error instanceof DOMException)) show([]);
    }
  };

  field.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(() => void ask(), PAUSE);
  });
  field.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !list.hidden) {
      event.preventDefault();
      close();
    } else if ((event.key === "ArrowDown" || event.key === "ArrowUp") && hits.length && !list.hidden) {
      event.preventDefault();
      // the list that a hand has begun to walk does not change under it
      clearTimeout(timer);
      asked?.abort();
      const step = event.key === "ArrowDown" ? 1 : -1;
      mark(((active + step + 1 + hits.length + 1) % (hits.length + 1)) - 1);
    } else if (event.key === "ArrowDown" && field.value.trim()) void ask();
    else if (event.key === "Enter" && active >= 0 && hits[active]) {
      event.preventDefault();
      take(hits[active]!);
    }
  });
  field.addEventListener("blur", () => setTimeout(close, 150));
}
