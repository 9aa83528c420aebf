// The main journeys, told as a reader makes them. One journey a run: its name and a language are the arguments.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { MEASURE, PLAN, base, shot, stop, tabTo, until, walk } from "./browser.mjs";

/** What a reader of each language expects to read at the end. */
const TOLD = {
  kk: { who: /жергілікті атқарушы органдар/i, when: /2025 жылғы желтоқсан/, act: /мерзімі өзгерді/ },
  ru: { who: /местные исполнительные органы/i, when: /декабрь 2025/, act: /перенесён срок/ },
  en: { who: /local executive bodies/i, when: /December 2025/, act: /date moved/ },
};

const firstHint = (page) => page.locator(".suggestions:not([hidden]) [role=option]").first();

const JOURNEYS = {
  /** Who answers for an indicator, until when, and where is it written: at most three clicks from the start. */
  async "three-clicks"(lang) {
    await walk({ locale: lang }, async (page) => {
      let clicks = 0;
      const click = async (place) => {
        clicks += 1;
        await place.click();
      };
      await page.goto(`${base}/`);
      await page.locator("#find-home").pressSequentially("Доля сёл", { delay: 20 });
      await click(firstHint(page));
      await page.waitForURL(/\/indicator\//);
      await click(page.locator("table.measures tbody th a").first());
      await page.waitForURL(/\/measure\//);
      const told = await page.locator("main").innerText();
      assert.match(told, TOLD[lang].who);
      assert.match(told, TOLD[lang].when);
      assert.ok((await page.locator("blockquote mark").count()) > 0, "the words stand on the page");
      assert.ok(clicks <= 3, `${clicks} clicks`);
    });
  },

  /** The same without a mouse, on a telephone's screen. */
  async "keys-narrow"(lang) {
    await walk({ locale: lang, viewport: { width: 360, height: 740 } }, async (page) => {
      await page.goto(`${base}/`);
      await tabTo(page, "#find-home");
      await page.keyboard.type("Доля сёл", { delay: 20 });
      await firstHint(page).waitFor();
      await page.keyboard.press("ArrowDown");
      await page.keyboard.press("Enter");
      await page.waitForURL(/\/indicator\//);
      await tabTo(page, "table.measures tbody th a");
      await page.keyboard.press("Enter");
      await page.waitForURL(/\/measure\//);
      await tabTo(page, "blockquote.quote");
      const mark = page.locator("blockquote.quote:focus mark").first();
      await mark.waitFor();
      const box = await mark.boundingBox();
      assert.ok(box.x >= 0 && box.x < 360, "the marked words are on the screen");
    });
  },

  /** What changed for a body: from its page to the change by itself, to the words in the text. */
  async changes(lang) {
    await walk({ locale: lang }, async (page) => {
      await page.goto(`${base}/agency/kz-talap`);
      await page.locator('#changes a[href^="/changes?agency="]').click();
      await page.waitForURL(/\/changes\?agency=kz-talap/);
      await page.locator("#c-kind").selectOption("date-moved");
      await page.locator("form.filters button").click();
      await page.waitForURL(/kind=date-moved/);
      assert.match(await page.locator("main").innerText(), TOLD[lang].act);
      await page.locator('table.changes td:nth-child(3) a[href*="?at="]').first().click();
      await page.waitForURL(/\/document\/.*#at-/);
      await page.locator(".source span:target").waitFor({ state: "attached" });
    });
  },

  /** An auditor: from the kinds of findings to a duty, its words in the text, and a sheet that says what it is and of which build. */
  async auditor(lang) {
    await walk({ locale: lang }, async (page) => {
      await page.goto(`${base}/`);
      await page.locator('.menu a[href="/findings"]').click();
      await page.locator('main a[href*="code=unknown-party"]').first().click();
      await page.waitForURL(/code=unknown-party/);
      const words = await page.locator("table.findings-table q").first().innerText();
      await page.locator('table.findings-table td a[href*="/measure/"]').first().click();
      await page.waitForURL(/\/measure\//);
      const quoted = await page.locator("blockquote.quote").allInnerTexts();
      const plain = (text) => text.replace(/\s+/g, " ").trim();
      assert.ok(quoted.some((text) => plain(text).includes(plain(words).slice(0, 20))), "the words of the finding stand on the page of the duty");
      await page.locator("details.share summary").click();
      assert.match(await page.locator(".cite").innerText(), new RegExp(`memory-1.*lang=${lang}`));
      await page.emulateMedia({ media: "print" });
      assert.match(await page.locator("footer .printed").first().innerText(), /memory-1/);
    });
  },

  /** A researcher: a question by its group, its answer as a file, the same query in the editor, how the data is cited. */
  async researcher(lang) {
    await walk({ locale: lang, acceptDownloads: true }, async (page) => {
      await page.goto(`${base}/ask`);
      await page.locator('nav.filter a[href="#who"]').click();
      await page.locator('#who a[href="/ask/load-of-bodies"]').click();
      await page.waitForURL(/load-of-bodies/);
      const rows = await page.locator("table tbody tr").count();
      const [file] = await Promise.all([page.waitForEvent("download"), page.locator(".twins a", { hasText: "CSV" }).click()]);
      const lines = readFileSync(await file.path(), "utf-8").trim().split("\n");
      assert.equal(lines.length, rows + 1, "the file has the rows of the page");
      await page.locator("details summary", { hasText: "SPARQL" }).click();
      await page.locator('a[href^="/sparql/run?query="]').click();
      await page.locator(".answer-panel table tbody tr").first().waitFor();
      assert.equal(await page.locator(".answer-panel table tbody tr").count(), rows, "the editor gives the same answer");
      await page.goto(`${base}/data`);
      assert.match(await page.locator("main").innerText(), /CC BY 4\.0/);
    });
  },

  /** A researcher cites: link, quotation and citation of a duty, with language and build; the link opens the same for somebody else. */
  async cites(lang) {
    const plain = (text) => text.replace(/\s+/g, " ").trim();
    let cited;
    await walk({ locale: lang }, async (page) => {
      await page.goto(`${base}/measure/${PLAN}/1`);
      await page.locator("details.share summary").click();
      const fields = page.locator("details.share dd");
      const link = await page.locator('details.share a[rel="bookmark"]').getAttribute("href");
      assert.match(link, new RegExp(`/measure/${PLAN}/1\\?lang=${lang}&data=${lang}$`), "the languages stand in the link");
      const citation = plain(await page.locator(".cite").innerText());
      assert.match(citation, new RegExp(`kzedu-graph\\. .*memory-1.*${link.replace(/[.?]/g, "\\$&")}$`), "source, build and link");
      const quotation = plain(await fields.locator("q").innerText());
      const read = (await page.locator("main .side, main blockquote").allInnerTexts()).map(plain);
      assert.ok(quotation.length > 10 && read.some((words) => words.includes(quotation)), "the quotation stands in a text of the page");
      const mistake = decodeURIComponent(await fields.locator('a[href^="mailto:"], a[href^="http"]').last().getAttribute("href"));
      for (const part of [`measure/${PLAN}/1`, "memory-1", quotation]) assert.ok(plain(mistake).includes(part), `the report names ${part}`);
      cited = { link, heading: plain(await page.locator("h1").innerText()), quotation };
    });
    // another reader, whose browser asks for another language
    await walk({ locale: { kk: "ru", ru: "en", en: "kk" }[lang] }, async (page) => {
      await page.goto(cited.link);
      assert.equal(await page.locator("html").getAttribute("lang"), lang);
      assert.equal(plain(await page.locator("h1").innerText()), cited.heading);
      assert.ok(plain(await page.locator("main").innerText()).includes(cited.quotation), "the words stand there too");
    });
  },

  /** On paper: what is folded stands open, no part of the time line is higher than a sheet, nothing is left of the menu. */
  async paper() {
    await walk({ viewport: { width: 700, height: 990 } }, async (page) => {
      await page.goto(`${base}/programme/${PLAN}`);
      await page.locator("details.bundle[open] > summary").first().click({ timeout: 2000 }).catch(() => {});
      await page.emulateMedia({ media: "print" });
      const rows = page.locator("details.bundle .rows li");
      assert.ok((await rows.count()) > 0);
      for (const row of await rows.all()) assert.ok((await row.boundingBox())?.height > 0, "each measure of a folded part has its place");
      assert.equal(await page.locator("nav.menu").isVisible(), false);
      await page.goto(`${base}/programme/${PLAN}/timeline`);
      for (const piece of await page.locator("svg.timeline").all()) assert.ok((await piece.boundingBox()).height < 990);
    });
  },

  /** A citizen: asks in words of the own language, and reads who answers and until when. */
  async citizen(lang) {
    await walk({ locale: lang, viewport: { width: 390, height: 800 } }, async (page) => {
      await page.goto(`${base}/`);
      await page.locator("#find-home").fill({ kk: "кітапханалар", ru: "библиотека", en: "libraries" }[lang]);
      await page.locator("#find-home").press("Enter");
      await page.waitForURL(/\/search/);
      await page.locator(".hits a[href*='/measure/']").first().click();
      await page.waitForURL(/\/measure\//);
      const told = await page.locator("main").innerText();
      assert.match(told, TOLD[lang].who);
      assert.match(told, TOLD[lang].when);
    });
  },

  /** A newcomer: the tour, its first step, then a body that is watched from now on in this browser. */
  async newcomer(lang) {
    await walk({ locale: lang }, async (page) => {
      await page.goto(`${base}/`);
      await page.locator('.menu a[href="/tour"]').click();
      await page.locator("ol.tour a.go").first().click();
      await page.waitForURL((url) => url.pathname !== "/tour");
      await page.goto(`${base}/agency/kz-talap`);
      const watch = page.locator("button.watch");
      await until(async () => (await watch.getAttribute("aria-pressed")) === "true", () => watch.click());
      await page.locator('a[href="/watched"]').first().click();
      await page.locator('#watched table a[href="/agency/kz-talap"]').waitFor();
      await page.reload();
      await page.locator('#watched table a[href="/agency/kz-talap"]').waitFor();
      await page.locator("#watched button").click();
      await page.reload();
      await page.locator("#watched p").waitFor();
    });
  },

  /** The editor's care: an error in the page's language at its place, a warning for an unknown term, the properties of a class first. */
  async care(lang) {
    await walk({ locale: lang }, async (page) => {
      await Promise.all([page.waitForResponse(/schema\.json/), page.goto(`${base}/sparql`)]);
      const editor = page.locator(".cm-content");
      await editor.click();
      await page.keyboard.press("Control+a");
      await page.keyboard.insertText("SELECT * WHERE {\n?s a foo:Bar }");
      await page.keyboard.press("Control+Enter");
      const told = page.locator(".answers .error-box");
      await told.waitFor();
      assert.match(await told.innerText(), { kk: /жарияланбаған/, ru: /не объявлен/, en: /not declared/ }[lang]);
      await editor.click();
      await page.keyboard.press("Control+a");
      await page.keyboard.insertText("PREFIX kzedu: <https://w3id.org/kzedu/ontology#>\nSELECT ?s WHERE { ?s kzedu:leadd ?o }");
      await page.locator(".cm-lintRange-warning").waitFor();
      await page.keyboard.press("Control+a");
      await page.keyboard.insertText("PREFIX kzedu: <https://w3id.org/kzedu/ontology#>\nSELECT ?s WHERE { ?s a kzedu:Deadline ; ");
      await page.keyboard.type("kzedu:", { delay: 25 });
      const first = page.locator(".cm-tooltip-autocomplete li").first();
      await first.waitFor();
      assert.match(await first.innerText(), /kzedu:(dueBy|deadlineText|asWritten|edtf|duePoint|evidence|recurrence|indicator)/);
    });
  },

  /** Two groupings are a series for each value of the second; the chart is kept with the link and as a file. */
  async series() {
    await walk({ acceptDownloads: true }, async (page) => {
      const query = "SELECT ?g ?kind (COUNT(*) AS ?n) WHERE { GRAPH ?g { ?s a ?kind } FILTER(CONTAINS(STR(?g), '/document/')) FILTER(STRENDS(STR(?kind), 'Measure') || STRENDS(STR(?kind), 'Deadline')) } GROUP BY ?g ?kind";
      await page.goto(`${base}/sparql/run?query=${encodeURIComponent(query)}#chart`);
      await page.locator(".answer-panel svg.chart rect.s2").first().waitFor();
      assert.equal(await page.locator('.answers [role=tab][aria-selected="true"]').getAttribute("data-view"), "chart");
      const [file] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "Save the chart (SVG)" }).click()]);
      assert.equal(file.suggestedFilename(), "kzedu-chart.svg");
    });
  },

  /** Names in the graph stand beside each other. */
  async names() {
    await walk({}, async (page) => {
      await page.goto(`${base}/graph?iri=${MEASURE}`);
      await page.waitForFunction(() => window.kzeduGraph?.nodes().length > 3);
      const covering = () =>
        page.evaluate(() => {
          const boxes = window.kzeduGraph.nodes().not(".mute").map((node) => {
            const own = node.renderedBoundingBox({ includeLabels: false });
            const whole = node.renderedBoundingBox({ includeLabels: true });
            return { x1: whole.x1, x2: whole.x2, y1: own.y2 + 1, y2: whole.y2 };
          });
          return boxes.filter((a, place) => boxes.slice(place + 1).some((b) => a.x1 < b.x2 && b.x1 < a.x2 && a.y1 < b.y2 && b.y1 < a.y2)).length;
        });
      await until(async () => (await covering()) === 0, () => page.evaluate(() => new Promise(requestAnimationFrame)));
    });
  },

  /** Search by keyboard alone: suggestions by arrow keys, chosen by Enter, closed by Escape. */
  async keyboard() {
    await walk({}, async (page) => {
      await page.goto(`${base}/agencies`);
      await page.keyboard.press("Tab");
      assert.equal(await page.evaluate(() => document.activeElement.className), "skip");
      await page.keyboard.press("Enter");
      assert.equal(await page.evaluate(() => document.activeElement.id), "main");
      await page.keyboard.press("/");
      await page.keyboard.type("ОМ-ге", { delay: 30 });
      await firstHint(page).waitFor();
      await page.keyboard.press("ArrowDown");
      const field = page.locator("#find");
      const chosen = await field.getAttribute("aria-activedescendant");
      assert.equal(await page.locator(`#${chosen}`).getAttribute("aria-selected"), "true");
      await page.keyboard.press("Escape");
      assert.equal(await field.getAttribute("aria-expanded"), "false");
      await page.keyboard.press("ArrowDown");
      await firstHint(page).waitFor();
      await page.keyboard.press("ArrowDown");
      await page.keyboard.press("Enter");
      await page.waitForURL(/\/agency\/kz-moe/);
    });
  },

  /** The editor: completion from the graph, an answer with names, a chart, an error at its line, tabs that stay. */
  async editor() {
    await walk({}, async (page) => {
      // completion begins when the editor knows the graph's words
      await Promise.all([page.waitForResponse(/schema\.json/), page.goto(`${base}/sparql`)]);
      const editor = page.locator(".cm-content");
      await editor.click();
      await page.keyboard.press("Control+a");
      await page.keyboard.type("SELECT ?s WHERE { ?s a kzedu:Meas", { delay: 25 });
      const option = page.locator(".cm-tooltip-autocomplete li", { hasText: "kzedu:Measure" }).first();
      await option.waitFor();
      // the list takes no click in its first moments, so that none is taken by mistake
      await until(async () => (await option.count()) === 0, () => option.click({ timeout: 2000 }).catch(() => {}));
      await page.keyboard.type(" }");
      assert.match(await editor.innerText(), /PREFIX kzedu: <https:\/\/w3id.org\/kzedu\/ontology#>/);
      await page.keyboard.press("Control+Enter");
      await page.locator(".answer-panel table").waitFor();
      assert.match(await page.locator(".answers").innerText(), /Rows: 3/);
      assert.ok((await page.locator(`.answer-panel a[href="/measure/${PLAN}/1"]`).count()) > 0);
      await shot(page, "editor-answer");

      await page.getByRole("button", { name: "New query" }).click();
      await page.keyboard.type("SELECT * WHERE {\n?s ?p\n");
      await page.getByRole("button", { name: "Run", exact: true }).click();
      await page.locator(".answers .error-box").waitFor();
      assert.match(await page.locator(".answers .error-box").innerText(), /Line \d, column \d/);
      // the place is marked in the margin, also when the editor has looked for unknown terms behind the last key
      await page.waitForTimeout(600);
      await page.locator(".cm-lint-marker-error").first().waitFor();

      await page.reload();
      await page.locator("#sparql-island > .tabs [role=tab]").nth(1).waitFor();
      assert.equal(await page.locator("#sparql-island > .tabs [role=tab]").count(), 2);
      assert.match(await page.locator("#history").innerText(), /SELECT \?s WHERE/);
    });
  },

  /** A CONSTRUCT is drawn; answers can be taken away as files. */
  async answers() {
    await walk({ acceptDownloads: true }, async (page) => {
      const query = "CONSTRUCT { ?a <https://w3id.org/kzedu/ontology#partOf> ?b } WHERE { ?a <https://w3id.org/kzedu/ontology#partOf> ?b }";
      await page.goto(`${base}/sparql/run?query=${encodeURIComponent(query)}`);
      await page.locator(".answer-panel .picture canvas").first().waitFor();
      await page.getByRole("tab", { name: "Raw" }).click();
      assert.match(await page.locator(".answer-panel pre").innerText(), /partOf/);

      const counted = "SELECT ?p (COUNT(*) AS ?n) WHERE { ?s ?p ?o } GROUP BY ?p";
      await page.goto(`${base}/sparql/run?query=${encodeURIComponent(counted)}`);
      await page.getByRole("tab", { name: "Chart" }).click();
      await page.locator(".answer-panel svg.chart rect").first().waitFor();
      for (const ending of ["CSV", "XLSX"]) {
        const [file] = await Promise.all([
          page.waitForEvent("download"),
          page.getByRole("button", { name: ending, exact: true }).click(),
        ]);
        assert.equal(file.suggestedFilename(), `kzedu.${ending.toLowerCase()}`);
      }
    });
  },

  /** The graph: a chain, neighbours by the list beside, kinds hidden, the way between two things, files. */
  async graph() {
    await walk({ acceptDownloads: true }, async (page) => {
      const count = () => page.evaluate(() => window.kzeduGraph.nodes().not(".away").length);
      await page.goto(`${base}/graph?iri=${MEASURE}&show=chain`);
      await page.waitForFunction(() => window.kzeduGraph?.nodes().length > 3);
      const whole = await count();
      await page.locator("#kind-indicator").uncheck();
      assert.equal(await count(), whole - 1);
      await page.locator("#kind-indicator").check();
      // without a mouse: a neighbour of the list, then its own neighbours
      const neighbour = page.locator(".beside .neighbours button", { hasText: "local executive bodies" }).first();
      await neighbour.focus();
      await page.keyboard.press("Enter");
      assert.equal(await page.evaluate(() => document.activeElement.tagName), "H2");
      await page.getByRole("button", { name: "Expand" }).focus();
      await page.keyboard.press("Enter");
      await page.getByRole("button", { name: "Collapse", exact: true }).waitFor();
      for (const kind of ["PNG", "SVG"]) {
        const [file] = await Promise.all([
          page.waitForEvent("download"),
          page.getByRole("button", { name: kind, exact: true }).click(),
        ]);
        assert.equal(file.suggestedFilename(), `kzedu-graph.${kind.toLowerCase()}`);
      }
      await page.locator("#graph-from").pressSequentially("talap", { delay: 20 });
      await firstHint(page).click();
      await page.locator("#graph-to").pressSequentially("Доля сёл", { delay: 20 });
      await firstHint(page).click();
      await page.waitForURL(/from=/);
      await page.waitForFunction(() => window.kzeduGraph.edges("[?way]").length === 2);
      await shot(page, "graph-way");
    });
  },

  /** A thousand things stay fluid: in the page's own processor time, so that a busy machine changes nothing. */
  async thousand() {
    await walk({}, async (page, context) => {
      const nodes = Array.from({ length: 1000 }, (_, place) => ({
        iri: `n${place}`, label: `№ ${place}`, mark: `${place}`, lang: "en", kind: place % 9 ? "measure" : "agency",
        kind_name: place % 9 ? "measure" : "body", page: "/", degree: 2,
      }));
      const edges = nodes.slice(1).map((node, place) => ({
        source: node.iri, target: `n${Math.floor(place / 9) * 9}`, kind: "lead", name: "lead",
      }));
      await page.route("**/graph/neighbours.json**", (route) => route.fulfill({ json: { nodes, edges } }));
      const tools = await context.newCDPSession(page);
      await tools.send("Performance.enable", { timeDomain: "threadTicks" });
      const spent = async () => {
        const { metrics } = await tools.send("Performance.getMetrics");
        return metrics.find(({ name }) => name === "TaskDuration").value;
      };
      await page.goto(`${base}/graph?iri=${MEASURE}`);
      await page.waitForFunction(() => window.kzeduGraph?.nodes().length === 1000);
      const laid = await spent();
      await page.evaluate(
        () =>
          new Promise((done) => {
            let frames = 0;
            const next = () => {
              frames += 1;
              window.kzeduGraph.panBy({ x: frames % 2 ? 9 : -9, y: 3 });
              if (frames < 60) requestAnimationFrame(next);
              else done();
            };
            requestAnimationFrame(next);
          }),
      );
      const frame = (await spent()) / 60 - laid / 60;
      console.log(`1000 nodes: laid out in ${laid.toFixed(1)} s, a picture in ${(frame * 1000).toFixed(1)} ms`);
      assert.ok(laid < 15, `laid out in ${laid} s`);
      assert.ok(frame < 0.05, `a picture takes ${frame} s`);
    });
  },

  /** Without script the same questions are answered. */
  async "no-script"() {
    await walk({ javaScriptEnabled: false }, async (page) => {
      await page.goto(`${base}/`);
      await page.locator("#find-home").fill("talap");
      await page.keyboard.press("Enter");
      await page.waitForURL(/\/search/);
      await page.locator(".hits a").first().click();
      await page.waitForURL(/\/agency\/kz-talap/);
      await page.goto(`${base}/sparql`);
      await page.getByRole("button", { name: "Run" }).click();
      await page.locator("table").first().waitFor();
      await page.goto(`${base}/graph?iri=${MEASURE}`);
      assert.ok((await page.locator(".neighbours li").count()) > 3);
    });
  },

  /** Tables sort by a button in the column's head. */
  async sorting() {
    await walk({}, async (page) => {
      await page.goto(`${base}/findings`);
      const button = page.locator("table.sortable button.sort").first();
      await button.click();
      assert.equal(await page.locator("table.sortable th").first().getAttribute("aria-sort"), "ascending");
      await button.click();
      assert.equal(await page.locator("table.sortable th").first().getAttribute("aria-sort"), "descending");
    });
  },

  /** A measure prints on one sheet, with its quotes and its chain. */
  async sheet() {
    await walk({}, async (page) => {
      await page.goto(`${base}/measure/${PLAN}/1`);
      const pdf = (await page.pdf({ format: "A4", preferCSSPageSize: true })).toString("latin1");
      const pages = Math.max(...[...pdf.matchAll(/\/Count (\d+)/g)].map(([, count]) => Number(count)));
      assert.equal(pages, 1);
    });
  },
};

const journey = JOURNEYS[process.argv[3]];
assert.ok(journey, `there is no journey ${process.argv[3]}: ${Object.keys(JOURNEYS).join(", ")}`);
try {
  await journey(process.argv[4] ?? "en");
} finally {
  await stop();
}
