// Fills in the forms of a project and of a funding in a browser, once by react-jsonschema-form and once by json-editor, and
// writes what they give as datasets. Takes the folder of the schemas and one for the datasets and pictures.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { chromium } from "playwright-core";

const [schemas, out] = process.argv.slice(2);
mkdirSync(out, { recursive: true });
const demand = (holds, what) => {
  if (!holds) throw new Error(what);
};

// Members by their path; a text by its language; a choice by its tag.
const forms = {
  project: {
    id: "fairfield",
    "title.en": "Fair Credit for Farms and Villages",
    acronym: "FCFV",
    status: "completed",
    scope: "continental",
    "period.start": "2022-09",
    "period.end": "2025-08-31",
    partner_count: "9",
    "budget.amount": "1913897.00",
    "budget.currency": "EUR",
  },
  funding: {
    id: "grant",
    "title.en": "Grant of the programme",
    "of|project": "fairfield",
    "funder|organization": "fund",
    status: "committed",
    "amount.amount": "780000",
    "amount.currency": "EUR",
    date: "2022-06",
  },
};
const titled = (choice, tag) => `${{ of: "Subject" }[choice] ?? choice[0].toUpperCase() + choice.slice(1)}: ${tag}`;
// What the page shows of members: never the name of a type.
const labels = { project: ["Partner count", "Partner count words", "Planned", "ID"], funding: ["Paid out of", "Recipient: organization", "Date", "Share"] };
const wrong = { project: ["period.start", "September"], funding: ["amount.amount", "780,000"] };

const react = {
  field: (path) => `[id="root_${path.replaceAll(".", "_")}"]`,
  async set(page, path, value) {
    const [member, language] = path.split(".");
    if (language === "en") {
      await page.click(`#root_${member}__add`);
      await page.fill(`#root_${member}_newKey-key`, "en");
      await page.locator(`#root_${member}_newKey-key`).blur();
      return page.fill(`#root_${member}_en`, value);
    }
    if (path.includes("|")) {
      const [choice, tag] = path.split("|");
      await page.selectOption(`#root_${choice}__oneof_select`, { label: titled(choice, tag) });
      return page.fill(`#root_${choice}_${tag}`, value);
    }
    return page.fill(this.field(path), value);
  },
  async given(page) {
    await page.evaluate(() => (window.given = undefined));
    await page.click('button[type="submit"]');
    await page.waitForFunction(() => window.given);
    return page.evaluate(() => window.given);
  },
};
const jsonEditor = {
  field: (path) => `[id="root[${path.replaceAll(".", "][")}]"]`,
  async set(page, path, value) {
    const [member, language] = path.split(".");
    if (language === "en") {
      const part = page.locator(`[data-schemapath="root.${member}"]`);
      await part.locator(".json-editor-btn-edit_properties").first().click();
      await page.fill(`[id="root.${member}-property-selector"]`, "en");
      await part.locator(".json-editor-btn-add").first().click();
      await part.locator(".json-editor-btn-edit_properties").first().click();
    }
    if (path.includes("|")) {
      const [choice, tag] = path.split("|");
      const menu = page.locator(`[data-schemapath="root.${choice}"] select`).first();
      await menu.selectOption({ label: titled(choice, tag) });
      path = `${choice}.${tag}`;
    }
    await page.fill(this.field(path), value);
    return page.locator(this.field(path)).blur();
  },
  async given(page) {
    await page.waitForTimeout(300);
    return page.evaluate(() => window.given);
  },
};

const arguments_ = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: arguments_ });
for (const [maker, script, hand] of [["react", "out/react.js", react], ["json-editor", "out/json-editor.js", jsonEditor]]) {
  for (const [kind, members] of Object.entries(forms)) {
    const page = await browser.newPage({ viewport: { width: 800, height: 1000 } });
    const said = [];
    page.on("console", (message) => ["error", "warning"].includes(message.type()) && said.push(message.text()));
    page.on("pageerror", (error) => said.push(error.message));
    await page.setContent('<!doctype html><meta charset="utf-8"><style>body { font: 14px sans-serif }</style><div id="form"></div>');
    await page.addScriptTag({ content: readFileSync(script, "utf8") });
    await page.evaluate((schema) => window.start(schema), JSON.parse(readFileSync(`${schemas}/forms/${kind}.schema.json`, "utf8")));
    await page.waitForSelector(hand.field("id"));
    const shown = (await page.innerText("#form")).split("\n").map((line) => line.trim());
    for (const label of labels[kind]) demand(shown.some((line) => line.replace(/(\*|Object Properties)$/, "") === label), `${maker} ${kind} shows no ${label}`);
    demand(!shown.includes("Partial date"), `${maker} ${kind} is labelled by types`);
    for (const [path, value] of Object.entries(members)) await hand.set(page, path, value);
    const [path, value] = wrong[kind];
    await page.fill(hand.field(path), value);
    await page.locator(hand.field(path)).blur();
    demand((await hand.given(page)).errors, `${maker} ${kind} takes ${value}`);
    await page.fill(hand.field(path), members[path]);
    await page.locator(hand.field(path)).blur();
    const given = await hand.given(page);
    demand(given.data, `${maker} ${kind}: ${given.errors}`);
    await page.screenshot({ path: `${out}/${maker}-${kind}.png`, fullPage: true });
    const record = withoutEmpty(given.data);
    demand(Object.keys(record).length === new Set(Object.keys(members).map((path) => path.split(/[.|]/)[0])).size, `${maker} ${kind} adds members: ${JSON.stringify(record)}`);
    const rest = { version: "1.0", organizations: [{ id: "fund", name: { en: "Fund" } }], projects: [{ id: "fairfield", title: { en: "Fairfield" } }] };
    const dataset = kind === "project" ? { version: "1.0", projects: [record] } : { ...rest, funding: [record] };
    writeFileSync(`${out}/${maker}-${kind}.json`, JSON.stringify(dataset, null, 2));
    demand(said.length === 0, `${maker} ${kind} says ${said.join("; ")}`);
    console.log(`${maker}, ${kind}: ${JSON.stringify(record)}`);
    await page.close();
  }
}
await browser.close();

// A form gives empty lists and objects for what was begun and left; the format has none.
function withoutEmpty(value) {
  if (Array.isArray(value)) return value.map(withoutEmpty).filter((item) => item !== undefined);
  if (typeof value !== "object" || value === null) return value;
  const members = Object.entries(value).map(([name, member]) => [name, withoutEmpty(member)]);
  const kept = members.filter(([, member]) => member !== undefined && !(typeof member === "object" && Object.keys(member).length === 0));
  return kept.length ? Object.fromEntries(kept) : undefined;
}
