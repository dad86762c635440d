// What an editor shows of a document: completions, hovers and diagnostics, by the language service of VS Code.
// Takes the folder of the schemas and a document that names its schema by a path. Prints the texts.
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
const plain = (text) => (typeof text === "string" ? text : (text?.value ?? ""));

const text = readFileSync(documentPath, "utf8");
const named = JSON.parse(text).$schema;
demand(named && !named.includes("://"), "the document names its schema by a path");
const schemaFile = resolve(dirname(documentPath), named);
const schema = JSON.parse(readFileSync(schemaFile, "utf8"));
demand(readFileSync(`${schemas}/dataset.schema.json`, "utf8") === readFileSync(schemaFile, "utf8"), "it is the schema under test");

const [document, parsed] = open(text);
const found = await editor.doValidation(document, parsed);
demand(asked.includes(schemaFile), `the schema is found at ${schemaFile}, not ${asked}`);
demand(found.length === 0, `the document has diagnostics: ${JSON.stringify(found)}`);
console.log(`schema found by ${named}; diagnostics: 0`);

// Offsets are counted in the text, so the members looked for are those of the document itself.
const offsetOf = (member, after) => {
  const place = text.indexOf(`"${member}":`, text.indexOf(`"${after}": [`));
  demand(place >= 0, `the document has ${member} after ${after}`);
  return place;
};

// What each member is for, by the schema that the document names and by that of draft-07.
const members = [["period", "projects", "Project"], ["scope", "projects", "Project"], ["role", "participations", "Participation"]];
for (const [flavour, its] of [["2020-12", text], ["draft-07", text.replace("dataset.schema.json", "draft-07/dataset.schema.json")]]) {
  const [document, parsed] = open(its);
  for (const [member, list, record] of members) {
    const place = its.indexOf(`"${member}":`, its.indexOf(`"${list}": [`));
    const hover = await editor.doHover(document, document.positionAt(place + 2), parsed);
    const shown = [hover?.contents].flat().map(plain).join(" ").replaceAll("\\", "");
    console.log(`hover on ${member}, ${flavour}: ${shown.replaceAll("\n\n", ": ")}`);
    const sentence = schema.$defs[record].properties[member].description;
    demand(shown.endsWith(sentence), `${member} shows: ${sentence}`);
  }
}
demand(asked.includes(resolve(dirname(schemaFile), "draft-07/dataset.schema.json")), "the schema of draft-07 is asked for");

// A member that is being written. Of 2020-12 this service offers the words of the type, of draft-07 those of the member.
const begun = '{ "$schema": "../schema/1.0/draft-07/dataset.schema.json", "projects": [{ "" }] }';
const [beginning, parsedBeginning] = open(begun);
const { items: names } = await editor.doComplete(beginning, beginning.positionAt(begun.indexOf('""') + 1), parsedBeginning);
demand(names.length === Object.keys(schema.$defs.Project.properties).length, "every member of a project is offered");
console.log("completions of members, draft-07:");
for (const [member] of members.slice(0, 2)) {
  const shown = plain(names.find(({ label }) => label === member)?.documentation).replaceAll("\\", "");
  console.log(`  ${member}: ${shown}`);
  demand(shown === schema.$defs.Project.properties[member].description, `${member} is offered with what it is for`);
}

for (const [member, list, definition] of [["role", "participations", "ParticipationRole"], ["scope", "projects", "Scope"]]) {
  const place = offsetOf(member, list) + `"${member}": "`.length;
  const { items } = await editor.doComplete(document, document.positionAt(place), parsed);
  console.log(`completions at ${member}:`);
  for (const { label, documentation } of items) console.log(`  ${label}: ${plain(documentation)}`);
  for (const { const: word, description } of schema.$defs[definition].anyOf[0].oneOf) {
    const item = items.find(({ label }) => label === JSON.stringify(word));
    demand(item, `${member} offers ${word}`);
    demand(plain(item.documentation).replaceAll("\\", "").includes(description), `${word} shows: ${description}`);
  }
}

const [misspelt, parsedMisspelt] = open(text.replace('"period":', '"peroid":'));
const diagnostics = await editor.doValidation(misspelt, parsedMisspelt);
console.log("diagnostics of peroid:");
for (const { message, range } of diagnostics) console.log(`  line ${range.start.line + 1}: ${message}`);
demand(diagnostics.length === 1 && diagnostics[0].message.includes("peroid"), "one diagnostic names the misspelt member");
