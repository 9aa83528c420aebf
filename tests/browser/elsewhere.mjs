// What a query editor on a page of somebody else's does: every kind of question that a browser may ask across origins.
import assert from "node:assert/strict";
import { base, walk } from "./browser.mjs";

const elsewhere = process.argv[3];
const endpoint = `${base}/sparql`;
const ASK = "ASK { ?s ?p ?o }";

await walk({ elsewhere }, async (page) => {
  await page.goto(elsewhere);
  const ask = (address, options) =>
    page.evaluate(
      async ([address, options]) => {
        const answer = await fetch(address, options);
        return { status: answer.status, body: await answer.json(), tag: answer.headers.get("ETag") };
      },
      [address, options],
    );
  const accept = { Accept: "application/sparql-results+json" };
  const form = new URLSearchParams({ query: ASK }).toString();
  const questions = {
    "a simple one": [`${endpoint}?${form}`, {}],
    "by address": [`${endpoint}?${form}`, { headers: accept }],
    "a form": [endpoint, { method: "POST", headers: { "Content-Type": "application/x-www-form-urlencoded" }, body: form }],
    "direct, which is asked for first": [
      endpoint,
      { method: "POST", headers: { ...accept, "Content-Type": "application/sparql-query" }, body: ASK },
    ],
    "with headers of its own": [`${endpoint}?${form}`, { headers: { ...accept, "X-Requested-With": "editor", "X-Mine": "1" } }],
  };
  for (const [name, [address, options]] of Object.entries(questions)) {
    const told = await ask(address, options);
    assert.equal(told.status, 200, name);
    assert.equal(told.body.boolean, true, name);
    assert.ok(told.tag, `${name}: the tag is not shown to the page`);
  }
  const wrong = await ask(`${endpoint}?query=SELEC`, {});
  assert.equal(wrong.status, 400, "a page elsewhere reads what is wrong");
  assert.ok(wrong.body.detail);
});
process.exit(0);
