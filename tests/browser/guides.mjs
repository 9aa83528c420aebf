// The pictures of the guides: for each role the page that its guide begins with, in the reader's language.
import assert from "node:assert/strict";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { base, stop, walk } from "./browser.mjs";

const PAGES = JSON.parse(process.argv[3]);
const folder = join(process.env.SHOTS, "guides");
mkdirSync(folder, { recursive: true });

for (const [name, address] of Object.entries(PAGES)) {
  await walk({ viewport: { width: 1100, height: 760 } }, async (page) => {
    const answer = await page.goto(base + address, { waitUntil: "networkidle" });
    assert.equal(answer.status(), 200, address);
    await page.screenshot({ path: join(folder, `${name}.jpg`), type: "jpeg", quality: 72 });
  });
}
await stop();
