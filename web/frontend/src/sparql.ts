// The query editor: tabs, history, completion from the graph's own schema, errors at their place, answers in four views.
import { autocompletion, closeBrackets, closeBracketsKeymap, completionKeymap } from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap, indentLess, indentMore } from "@codemirror/commands";
import {
  HighlightStyle,
  StreamLanguage,
  bracketMatching,
  indentOnInput,
  syntaxHighlighting,
} from "@codemirror/language";
import { sparql } from "@codemirror/legacy-modes/mode/sparql";
import { type Diagnostic, lintGutter, setDiagnostics } from "@codemirror/lint";
import { EditorState } from "@codemirror/state";
import {
  EditorView,
  drawSelection,
  highlightActiveLine,
  highlightActiveLineGutter,
  keymap,
  lineNumbers,
} from "@codemirror/view";
import { tags } from "@lezer/highlight";
import { Answers } from "./answers";
import { address, fetchJson, make, wordsOf } from "./dom";
import { type Problem, ask } from "./protocol";
import { type Tab, Shelf } from "./shelf";
import { type Schema, completions, unknownTerms } from "./vocabulary";

const colours = HighlightStyle.define([
  { tag: tags.keyword, color: "var(--code-keyword)", fontWeight: "600" },
  { tag: [tags.local(tags.variableName), tags.variableName], color: "var(--code-variable)" },
  { tag: tags.atom, color: "var(--code-iri)" },
  { tag: [tags.string, tags.number], color: "var(--code-string)" },
  { tag: tags.comment, color: "var(--soft)", fontStyle: "italic" },
  { tag: [tags.meta, tags.standard(tags.variableName)], color: "var(--code-keyword)" },
]);
const looks = EditorView.theme({
  "&": { border: "1px solid #7b878a", borderRadius: ".4rem", background: "var(--panel)", color: "var(--ink)" },
  "&.cm-focused": { outline: "3px solid var(--link)", outlineOffset: "1px" },
  ".cm-scroller": { fontFamily: "var(--code)", fontSize: ".92rem", minHeight: "14rem", maxHeight: "60vh" },
  ".cm-gutters": { background: "var(--note)", color: "var(--soft)", border: "0" },
  ".cm-activeLine, .cm-activeLineGutter": { background: "color-mix(in srgb, var(--accent) 10%, transparent)" },
  ".cm-cursor": { borderLeftColor: "var(--ink)" },
  ".cm-tooltip": { background: "var(--panel)", color: "var(--ink)", border: "1px solid var(--line)" },
  ".cm-tooltip-autocomplete > ul > li[aria-selected]": { background: "var(--accent)", color: "var(--on-accent)" },
  ".cm-completionDetail": { fontStyle: "normal", opacity: ".8" },
});

const island = document.querySelector<HTMLElement>("#sparql-island");
const form = document.querySelector<HTMLFormElement>("form.editor");
const field = document.querySelector<HTMLTextAreaElement>("#query");
if (island && form && field) start(island, form, field);

function start(island: HTMLElement, form: HTMLFormElement, field: HTMLTextAreaElement): void {
  const word = wordsOf(island);
  const asked = island.dataset["asked"] === "true";
  const shelf = new Shelf(field.value, asked);
  const answers = new Answers(island.querySelector<HTMLElement>(".answers")!, word);
  let schema: Schema | null = null;
  let looking: ReturnType<typeof setTimeout> | undefined;
  /** What the last question's answer says is wrong: it stays until the text is another. */
  let fault: Diagnostic | null = null;
  void fetchJson<Schema>("/sparql/schema.json").then((known) => {
      schema = known;
      mark();
    }).catch(() => undefined);

  // the editor lives in a shadow root: there its styles are constructed sheets, which the security policy allows
  const host = make("div", { class: "editor-host" });
  form.hidden = true;
  const tabs = make("div", { class: "tabs", role: "tablist", "aria-label": word("tabs") });
  const shadow = host.attachShadow({ mode: "open" });
  const frame = document.createElement("div");
  shadow.append(frame);
  const status = make("p", { class: "small", role: "status" });
  const tools = make("p", { class: "tools" });
  island.prepend(tabs, host, tools, status);

  const view = new EditorView({ parent: frame, root: shadow });
  const run = (): boolean => {
    void answer();
    return true;
  };
  const fresh = (text: string): EditorState =>
    EditorState.create({
      doc: text,
      extensions: [
        keymap.of([
          { key: "Mod-Enter", run },
          // Tab must leave the editor for those who have no mouse; indenting has its own keys
          { key: "Mod-]", run: indentMore },
          { key: "Mod-[", run: indentLess },
          ...closeBracketsKeymap,
          ...completionKeymap,
          ...historyKeymap,
          ...defaultKeymap,
        ]),
        lineNumbers(),
        lintGutter(),
        history(),
        drawSelection(),
        indentOnInput(),
        bracketMatching(),
        closeBrackets(),
        highlightActiveLine(),
        highlightActiveLineGutter(),
        StreamLanguage.define(sparql),
        syntaxHighlighting(colours),
        // without the icons of its theme, which are letters of fonts that not everybody has
        autocompletion({ override: [completions(() => schema)], activateOnTyping: true, icons: false }),
        EditorView.lineWrapping,
        EditorView.contentAttributes.of({ "aria-label": word("query"), spellcheck: "false" }),
        looks,
        EditorView.updateListener.of((update) => {
          if (update.docChanged) {
            shelf.write(view.state.doc.toString());
            fault = null;
            clearTimeout(looking);
            looking = setTimeout(mark, 400);
          }
        }),
      ],
    });

  const showTabs = (): void => {
    const tab = (each: Tab): HTMLElement =>
      make(
        "button",
        {
          type: "button",
          role: "tab",
          "aria-selected": String(each.id === shelf.current.id),
          tabindex: each.id === shelf.current.id ? "0" : "-1",
          click: () => open(each.id),
          keydown: (event) => {
            const key = (event as KeyboardEvent).key;
            const step = key === "ArrowRight" ? 1 : key === "ArrowLeft" ? -1 : 0;
            if (step) open(shelf.beside(each.id, step).id, true);
            if (key === "Delete") close(each.id);
          },
        },
        each.name || word("tab", { number: each.number }),
      );
    tabs.replaceChildren(...shelf.tabs.map(tab));
  };
  const open = (id: number, focus = false): void => {
    shelf.open(id);
    fault = null;
    view.setState(fresh(shelf.current.text));
    answers.clear();
    showTabs();
    if (focus) tabs.querySelector<HTMLElement>('[aria-selected="true"]')?.focus();
  };
  const close = (id: number): void => {
    shelf.close(id);
    open(shelf.current.id, true);
  };
  const add = (text: string): void => {
    shelf.add(text);
    open(shelf.current.id);
    view.focus();
  };

  /** Terms that the ontology lacks are no fault of syntax: they would only find nothing. */
  const warnings = (): Diagnostic[] =>
    schema
      ? unknownTerms(view.state.doc.toString(), schema).map(({ from, to, term }) => ({
          from, to, severity: "warning", message: word("unknown", { term }),
        }))
      : [];
  const mark = (): void =>
    view.dispatch(setDiagnostics(view.state, fault ? [...warnings(), fault] : warnings()));
  /** Tell what is wrong; the place is marked where the text is still the one that was asked. */
  const fail = (problem: Problem, isSame: boolean): void => {
    const text = view.state.doc;
    const line = text.line(Math.min(Math.max(problem.line ?? 1, 1), text.lines));
    const from = Math.min(line.from + Math.max((problem.column ?? 1) - 1, 0), line.to);
    if (problem.line && isSame) {
      const to = Math.max(from, Math.min(from + 12, line.to));
      fault = { from, to, severity: "error", message: problem.detail };
      mark();
      view.dispatch({ selection: { anchor: from }, scrollIntoView: true });
      view.focus();
    }
    answers.fail(problem, problem.line && isSame ? text.line(line.number).text : "");
  };
  const answer = async (): Promise<void> => {
    const query = view.state.doc.toString();
    fault = null;
    mark();
    status.textContent = word("running");
    const from = performance.now();
    try {
      const found = await ask(query);
      const took = Math.round(performance.now() - from);
      if ("detail" in found) {
        status.textContent = "";
        fail(found, view.state.doc.toString() === query);
        return;
      }
      shelf.remember(query);
      showHistory();
      status.textContent = [word("took", { milliseconds: took }), ...warnings().map(({ message }) => message)].join(" ");
      await answers.show(query, found);
    } catch (error) {
      status.textContent = "";
      answers.fail({ detail: error instanceof Error ? error.message : String(error) }, "");
    }
  };

  const past = make("select", { id: "history", change: () => {
      const text = shelf.history[Number(past.value)];
      if (text !== undefined) add(text);
      past.value = "";
    } });
  const showHistory = (): void => {
    past.replaceChildren(
      make("option", { value: "" }, word("history")),
      ...shelf.history.map((text, place) =>
        make("option", { value: String(place) }, text.replace(/PREFIX\s+\S+\s+<[^>]*>/gi, "").trim().slice(0, 80)),
      ),
    );
  };
  const share = async (): Promise<void> => {
    const link = new URL(address("/sparql/run", { query: view.state.doc.toString() }), window.location.href);
    if (answers.view) link.hash = answers.view;
    window.history.replaceState(null, "", link.href);
    try {
      await navigator.clipboard.writeText(link.href);
      status.textContent = word("copied");
    } catch {
      status.textContent = link.href;
    }
  };
  tools.append(
    make("button", { type: "button", click: run, title: "Ctrl+Enter" }, word("run")),
    make("button", { type: "button", class: "plain", click: () => void share() }, word("share")),
    make("button", { type: "button", class: "plain", click: () => add("") }, word("new")),
    make("button", { type: "button", class: "plain", click: () => close(shelf.current.id) }, word("close")),
    make("label", { class: "hidden", for: "history" }, word("history")),
    past,
  );
  // examples open in the editor instead of loading the page anew
  for (const link of document.querySelectorAll<HTMLAnchorElement>("a.example")) {
    link.addEventListener("click", (event) => {
      event.preventDefault();
      add(new URL(link.href).searchParams.get("query") ?? "");
      run();
      window.scrollTo({ top: 0 });
    });
  }
  document.querySelector(".server-answer")?.remove();
  open(shelf.current.id);
  showHistory();
  if (asked) run();
}
