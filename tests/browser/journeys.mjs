// The main journeys, told as a reader makes them. One journey a run: its name is the argument.
import assert from "node:assert/strict";
import { MEASURE, PLAN, base, shot, stop, walk } from "./browser.mjs";

const JOURNEYS = {
  /** Who answers for an indicator, until when, and where is it written: at most three clicks from the start. */
  async "three-clicks"() {
    await walk({}, async (page) => {
      let clicks = 0;
      const click = async (place) => {
        clicks += 1;
        await place.click();
      };
      await page.goto(`${base}/`);
      await page.locator("#find-home").pressSequentially("Доля сёл", { delay: 20 });
      await click(page.locator(".suggestions:not([hidden]) [role=option]").first());
      await page.waitForURL(/\/indicator\//);
      await page.getByRole("heading", { name: "Measures that serve it" }).waitFor();
      await click(page.locator("table.measures tbody th a").first());
      await page.waitForURL(/\/measure\//);
      const told = await page.locator("main").innerText();
      assert.match(told, /local executive bodies/i);
      assert.match(told, /December 2025/);
      assert.ok((await page.locator("blockquote mark").count()) > 0, "the words stand on the page");
      assert.ok(clicks <= 3, `${clicks} clicks`);
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
      await page.locator(".suggestions:not([hidden]) [role=option]").first().waitFor();
      await page.keyboard.press("ArrowDown");
      const field = page.locator("#find");
      const chosen = await field.getAttribute("aria-activedescendant");
      assert.equal(await page.locator(`#${chosen}`).getAttribute("aria-selected"), "true");
      await page.keyboard.press("Escape");
      assert.equal(await field.getAttribute("aria-expanded"), "false");
      await page.keyboard.press("ArrowDown");
      await page.locator(".suggestions:not([hidden]) [role=option]").first().waitFor();
      await page.keyboard.press("ArrowDown");
      await page.keyboard.press("Enter");
      await page.waitForURL(/\/agency\/kz-moe/);
    });
  },

  /** The editor: completion from the graph, an answer with names, a chart, an error at its line, tabs that stay. */
  async editor() {
    await walk({}, async (page) => {
      await page.goto(`${base}/sparql`, { waitUntil: "networkidle" });
      const editor = page.locator(".cm-content");
      await editor.click();
      await page.keyboard.press("Control+a");
      await page.keyboard.type("SELECT ?s WHERE { ?s a kzedu:Meas", { delay: 25 });
      const option = page.locator(".cm-tooltip-autocomplete li", { hasText: "kzedu:Measure" }).first();
      await option.waitFor();
      await page.waitForTimeout(200);
      await option.click();
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
      assert.ok((await page.locator(".cm-lint-marker-error").count()) > 0, "the place is marked in the margin");

      await page.reload({ waitUntil: "networkidle" });
      assert.equal(await page.locator("#sparql-island > .tabs [role=tab]").count(), 2);
      assert.match(await page.locator("#history").innerText(), /SELECT \?s WHERE/);
    });
  },

  /** A CONSTRUCT is drawn; answers can be taken away as files. */
  async answers() {
    await walk({ acceptDownloads: true }, async (page) => {
      const query = "CONSTRUCT { ?a <https://w3id.org/kzedu/ontology#partOf> ?b } WHERE { ?a <https://w3id.org/kzedu/ontology#partOf> ?b }";
      await page.goto(`${base}/sparql/run?query=${encodeURIComponent(query)}`, { waitUntil: "networkidle" });
      await page.locator(".answer-panel .picture canvas").first().waitFor();
      await page.getByRole("tab", { name: "As sent" }).click();
      assert.match(await page.locator(".answer-panel pre").innerText(), /partOf/);

      const counted = "SELECT ?p (COUNT(*) AS ?n) WHERE { ?s ?p ?o } GROUP BY ?p";
      await page.goto(`${base}/sparql/run?query=${encodeURIComponent(counted)}`, { waitUntil: "networkidle" });
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
      await page.goto(`${base}/graph?iri=${MEASURE}&show=chain`, { waitUntil: "networkidle" });
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
      await page.getByRole("button", { name: "Unfold" }).focus();
      await page.keyboard.press("Enter");
      await page.getByRole("button", { name: "Fold", exact: true }).waitFor();
      for (const kind of ["PNG", "SVG"]) {
        const [file] = await Promise.all([
          page.waitForEvent("download"),
          page.getByRole("button", { name: kind, exact: true }).click(),
        ]);
        assert.equal(file.suggestedFilename(), `kzedu-graph.${kind.toLowerCase()}`);
      }
      await page.locator("#graph-from").pressSequentially("talap", { delay: 20 });
      await page.locator(".suggestions:not([hidden]) [role=option]").first().click();
      await page.locator("#graph-to").pressSequentially("Доля сёл", { delay: 20 });
      await page.locator(".suggestions:not([hidden]) [role=option]").first().click();
      await page.waitForURL(/from=/);
      await page.waitForFunction(() => window.kzeduGraph.edges("[?way]").length === 2);
      await shot(page, "graph-way");
    });
  },

  /** A thousand things stay fluid: laid out in seconds, moved at more than twenty pictures a second. */
  async thousand() {
    await walk({}, async (page) => {
      const nodes = Array.from({ length: 1000 }, (_, place) => ({
        iri: `n${place}`, label: `№ ${place}`, mark: `${place}`, lang: "en", kind: place % 9 ? "measure" : "agency",
        kind_name: place % 9 ? "measure" : "body", page: "/", degree: 2,
      }));
      const edges = nodes.slice(1).map((node, place) => ({
        source: node.iri, target: `n${Math.floor(place / 9) * 9}`, kind: "lead", name: "lead",
      }));
      await page.route("**/graph/neighbours.json**", (route) => route.fulfill({ json: { nodes, edges } }));
      const from = Date.now();
      await page.goto(`${base}/graph?iri=${MEASURE}`);
      await page.waitForFunction(() => window.kzeduGraph?.nodes().length === 1000);
      const laid = Date.now() - from;
      const pictures = await page.evaluate(
        () =>
          new Promise((done) => {
            const begun = performance.now();
            let frames = 0;
            const next = () => {
              frames += 1;
              window.kzeduGraph.panBy({ x: frames % 2 ? 9 : -9, y: 3 });
              if (performance.now() - begun < 2000) requestAnimationFrame(next);
              else done((frames * 1000) / (performance.now() - begun));
            };
            requestAnimationFrame(next);
          }),
      );
      console.log(`1000 nodes: shown in ${laid} ms, ${pictures.toFixed(0)} pictures a second`);
      assert.ok(laid < 15000, `laid out in ${laid} ms`);
      assert.ok(pictures > 20, `${pictures} pictures a second`);
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
      await page.goto(`${base}/measure/${PLAN}/1`, { waitUntil: "networkidle" });
      const pdf = (await page.pdf({ format: "A4", preferCSSPageSize: true })).toString("latin1");
      const pages = Math.max(...[...pdf.matchAll(/\/Count (\d+)/g)].map(([, count]) => Number(count)));
      assert.equal(pages, 1);
    });
  },
};

const journey = JOURNEYS[process.argv[3]];
assert.ok(journey, `there is no journey ${process.argv[3]}: ${Object.keys(JOURNEYS).join(", ")}`);
try {
  await journey();
} finally {
  await stop();
}
