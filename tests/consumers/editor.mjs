// What an editor shows of a document: completions, hovers and diagnostics, by the language service of VS Code, which Helix and
// Neovim use too. Takes the folder of the schemas and a document that names its schema by a path. Prints the texts.
import { readFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import service from "vscode-json-languageservice";

const [schemas, documentPath] = process.argv.slice(2);
const asked = [];
const editor = service.getLanguageService({
  schemaRequestService: async (uri) => {
    asked.push(fileURLToPath(uri));
    return readFileSync(fileURLToPath(uri), "utf8");
  },
  workspaceContext: { resolveRelativePath: (path, from) => pathToFileURL(resolve(dirname(fileURLToPath(from)), path)).href },
  clientCapabilities: service.ClientCapabilities.LATEST,
});
editor.configure({ validate: true, allowComments: false });

const open = (text) => {
  const document = service.TextDocument.create(pathToFileURL(documentPath).href, "json", 1, text);
  return [document, editor.parseJSONDocument(document)];
};
const demand = (holds, what) => {
  if (!holds) throw new Error(what);
};
const plain = (text) => (typeof text === "string" ? text : (text?.value ?? "")).replaceAll("\\", "");

const text = readFileSync(documentPath, "utf8");
const named = JSON.parse(text).$schema;
demand(named?.endsWith("editor/dataset.schema.json") && !named.includes("://"), "the document names the flavour for editors by a path");
const schemaFile = resolve(dirname(documentPath), named);
demand(readFileSync(`${schemas}/editor/dataset.schema.json`, "utf8") === readFileSync(schemaFile, "utf8"), "it is the schema under test");

const [document, parsed] = open(text);
const found = await editor.doValidation(document, parsed);
demand(asked.includes(schemaFile), `the schema is found at ${schemaFile}, not ${asked}`);
demand(found.length === 0, `the document has diagnostics: ${JSON.stringify(found)}`);
console.log(`schema found by ${named}; diagnostics: 0`);

// A place is marked by a bar. The texts around it are those of a document with this schema.
const begun = `{ "$schema": ${JSON.stringify(named)}, `;
async function shown(what, place) {
  // In an empty document nothing names the schema yet: settings of the editor do.
  const whole = place.startsWith("{ ") ? begun + place.slice(2) : place;
  if (place === "|") editor.configure({ validate: true, schemas: [{ fileMatch: ["*"], uri: pathToFileURL(schemaFile).href }] });
  const offset = whole.indexOf("|");
  const [document, parsed] = open(whole.replace("|", ""));
  const at = document.positionAt(offset);
  if (what === "hover") {
    const hover = await editor.doHover(document, at, parsed);
    return [[hover?.contents].flat().map(plain).join(" ").replaceAll("\n\n", ": ")];
  }
  if (what === "mistake") return (await editor.doValidation(document, parsed)).map(({ message }) => message);
  const { items } = await editor.doComplete(document, at, parsed);
  if (place === "|") editor.configure({ validate: true, schemas: [] });
  return items.map(({ label, documentation, textEdit }) => `${label} -> ${textEdit.newText.replace(/\s+/g, " ")} (${plain(documentation)})`);
}

const date = 'Write a date as a year, a month or a day: "2022", "2022-09" or "2022-09-01".';
const role = "Role: Role of the party in the project, such as lead partner, partner or associated partner.";
// What is asked for, where, and what is among the answers. A mistake has no other answer.
const places = [
  ["complete", "|", 'dataset -> { "version": "${1:1.0}"'],
  ["complete", "{ | }", '"organizations": [ { "id": "$1", "name": { "${2:en}": "$3" }'],
  ["complete", '{ "version": | }', '1.0 -> "1.0"'],
  ["complete", '{ "projects": | }', 'project -> [ { "id": "$1", "title": { "${2:en}": "$3" }, "status": "${4|'],
  ["complete", '{ "projects": [ | ] }', '"period": { "start": "${5:YYYY-MM-DD}", "end": "${6:YYYY-MM-DD}" } }'],
  ["complete", '{ "projects": [ { "id": "a", | } ] }', 'partner_count -> "partner_count": ${1:0} (Number of partners that a source states'],
  ["complete", '{ "projects": [ { "title": | } ] }', 'text -> { "${1:en}": "$2" }'],
  ["complete", '{ "projects": [ { "title": { | } } ] }', 'nb -> "nb": '],
  ["complete", '{ "projects": [ { "status": "|" } ] }', '"ongoing" -> "ongoing" (Under way, in operation'],
  ["complete", '{ "projects": [ { "evidence": [ | ] } ] }', 'evidence -> { "source": "$1", "quote": "$2" }'],
  ["complete", '{ "participations": [ { "party": | } ] }', 'network -> { "network": "$1" }'],
  ["complete", '{ "goals": [ { "of": [ { | } ] } ] }', 'policy_instrument -> "policy_instrument": "$1" (Policy instrument, referred to by its id.)'],
  ["complete", '{ "funding": [ { "amount": | } ] }', 'money -> { "amount": "${1:0.00}", "currency": "${2:EUR}" }'],
  ["complete", '{ "memberships": [ { "role": | } ] }', '"member" -> "member" ('],
  ["hover", '{ "participations": [ { "ro|le": "lead partner" } ] }', `${role}: \`lead partner\`: Leads the partnership`],
  ["hover", '{ "participations": [ { "role": "lead| partner" } ] }', `${role}: \`lead partner\`: Leads the partnership`],
  ["hover", '{ "participations": [ { "role": "chair|" } ] }', role],
  ["hover", '{ "projects": [ { "per|iod": { "start": "2016" } } ] }', "Period: Period in which the project ran, runs or will run"],
  ["hover", '{ "projects": [ { "sc|ope": "european" } ] }', "Record the area itself in `places`."],
  ["hover", '{ "funding": [ { "out_|of": "grant" } ] }', "Paid out of: Funding record whose recipient passes this money on"],
  ["mistake", '{ "projects": [ { "id": "a", "title": { "en": "A" }, "period": { "start": "24-1-5" } } ], "version": "1.0" }', date],
  ["mistake", '{ "projects": [ { "id": "a", "title": { "en": "A" }, "period": { "start": 2022 } } ], "version": "1.0" }', date],
  ["mistake", '{ "projects": [ { "id": "a", "title": "A" } ], "version": "1.0" }', 'Write an object with each text under its language: {"en": "..."}.'],
  ["mistake", '{ "projects": [ { "id": "a", "title": { "en": "A" }, "partner_count": "nine" } ], "version": "1.0" }', "Write a whole number without quotation marks, such as 3."],
  ["mistake", '{ "projects": [ { "id": "a", "title": { "en": "A" }, "budget": "1000 EUR" } ], "version": "1.0" }', 'Write an object, such as {"amount": "1000.00", "currency": "EUR"}.'],
  ["mistake", '{ "projects": [ { "id": "a", "title": { "en": "A" }, "places": "oslo" } ], "version": "1.0" }', "Write a list in square brackets, even of one item."],
  ["mistake", '{ "projects": [ { "id": "a", "title": { "en": "A" }, "status": "In_Development" } ], "version": "1.0" }', "Write a listed code in lower case, with spaces, as it is in the list."],
  ["mistake", '{ "projects": [ { "id": "a", "title": { "en": "A" }, "peroid": {} } ], "version": "1.0" }', "Property peroid is not allowed."],
  ["mistake", '{ "projects": [ { "id": "a", "title": { "en": "A" }, "about": [ { "projct": "x" } ] } ], "version": "1.0" }', "Property projct is not allowed."],
  ["mistake", '{ "organizations": [ { "id": "a b", "name": { "en": "A" } } ], "version": "1.0" }', "Write an id that starts with a letter or digit"],
  ["mistake", '{ "goals": [ { "id": "a", "statement": { "EN": "A" }, "level": "objective", "of": [ { "project": "a" } ] } ], "version": "1.0" }', "Write a language code in lower case"],
];
for (const [what, place, wanted] of places) {
  const answers = await shown(what, place);
  const answer = answers.find((answer) => answer.includes(wanted));
  demand(answer, `${what} at ${place} shows: ${answers.join("\n")}`);
  demand(what !== "mistake" || answers.length === 1, `${what} at ${place} shows more: ${answers.join("\n")}`);
  console.log(`${what} ${place}\n    ${answer}${answers.length > 1 ? ` [and ${answers.length - 1} more]` : ""}`);
}
// A schema cannot name the ids of a document, and no example of somebody else stands in for them.
for (const place of ['{ "projects": [ { "programmes": [ "|" ] } ] }', '{ "participations": [ { "project": "|" } ] }', '{ "funding": [ { "amount": { "amount": "|" } } ] }'])
  demand((await shown("complete", place)).length === 0, `${place} offers nothing`);
console.log("references and amounts: nothing is offered");

// Every member that is written completes with its colon and the beginning of a value.
const { items } = await editor.doComplete(...(() => {
  const [document, parsed] = open(`${begun}"projects": [ { } ] }`);
  return [document, document.positionAt(`${begun}"projects": [ { `.length), parsed];
})());
const bare = items.filter(({ textEdit }) => !textEdit.newText.includes(": "));
const members = Object.keys(JSON.parse(readFileSync(schemaFile, "utf8")).definitions.Project.allOf[0].properties);
demand(items.length === members.length && bare.length === 0, `${items.length} members, bare: ${bare.map(({ label }) => label)}`);
