// What an editor shows of a dataset written as YAML, by yaml-language-server, spoken to as an editor does: LSP over stdio.
// Takes the folder of the schemas. The documents name their schema by a path in their first line. Prints the texts.
import { spawn } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { relative, resolve } from "node:path";
import { pathToFileURL } from "node:url";

const schemas = process.argv[2];
const room = resolve("out/yaml");
mkdirSync(room, { recursive: true });
const demand = (holds, what) => {
  if (!holds) throw new Error(what);
};
const { $defs: definitions } = JSON.parse(readFileSync(`${schemas}/dataset.schema.json`, "utf8"));

const body = `version: "1.0"
organizations:
  - id: mn
    name:
      nb: Mikrofinans Norge
projects:
  - id: atm
    title:
      en: Access to Microfinance for SMEs
    scope: continental
    period:
      start: "2016-04"
participations:
  - id: mn-atm
    party:
      organization: mn
    project: atm
    role: partner
`;

// Messages are JSON after a header with their length. What the server asks is answered with nothing: no settings.
const server = spawn(process.execPath, ["node_modules/yaml-language-server/bin/yaml-language-server", "--stdio"], {
  stdio: ["pipe", "pipe", "inherit"],
});
const answers = new Map();
const diagnostics = new Map();
let bytes = Buffer.alloc(0);
let last = 0;
const send = (message) => {
  const text = JSON.stringify({ jsonrpc: "2.0", ...message });
  server.stdin.write(`Content-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`);
};
const ask = (method, params) =>
  new Promise((answer, fail) => {
    last += 1;
    answers.set(last, ({ result, error }) => (error ? fail(new Error(`${method}: ${error.message}`)) : answer(result)));
    send({ id: last, method, params });
  });
const receive = ({ id, method, params, ...answer }) => {
  if (method === "textDocument/publishDiagnostics") diagnostics.set(params.uri, params.diagnostics);
  else if (method && id !== undefined) send({ id, result: (params?.items ?? []).map(() => null) });
  else if (!method) answers.get(id)?.(answer);
};
server.stdout.on("data", (more) => {
  bytes = Buffer.concat([bytes, more]);
  for (;;) {
    const head = bytes.indexOf("\r\n\r\n");
    const length = Number(/Content-Length: (\d+)/i.exec(bytes.subarray(0, Math.max(head, 0)))?.[1]);
    if (head < 0 || bytes.length < head + 4 + length) return;
    const message = JSON.parse(bytes.subarray(head + 4, head + 4 + length));
    bytes = bytes.subarray(head + 4 + length);
    receive(message);
  }
});
// A server that says nothing is an error, not a wait without end.
const patience = setTimeout(() => {
  server.kill();
  throw new Error("no answer within two minutes");
}, 120_000);

const open = async (name, flavour, content) => {
  const path = `${room}/${name}.yaml`;
  const schema = relative(room, resolve(`${schemas}/${flavour}dataset.schema.json`));
  const text = `# yaml-language-server: $schema=${schema}\n${content}`;
  writeFileSync(path, text);
  const uri = pathToFileURL(path).href;
  send({ method: "textDocument/didOpen", params: { textDocument: { uri, languageId: "yaml", version: 1, text } } });
  while (!diagnostics.has(uri)) await new Promise((next) => setTimeout(next, 50));
  // Where in the document something is, counted from the text itself; `into` characters on.
  const at = (what, into) => {
    const lines = text.split("\n");
    const line = lines.findIndex((one) => one.includes(what));
    demand(line >= 0, `the document has ${what}`);
    return { textDocument: { uri }, position: { line, character: lines[line].indexOf(what) + into } };
  };
  return { at, found: diagnostics.get(uri) };
};

await ask("initialize", {
  processId: process.pid,
  rootUri: pathToFileURL(room).href,
  capabilities: { textDocument: { hover: { contentFormat: ["markdown"] } }, workspace: { configuration: true } },
});
send({ method: "initialized", params: {} });

// Of 2020-12 this service shows what the type is for, and not the member.
for (const [flavour, folder] of [["draft-07", "draft-07/"], ["editor", "editor/"]]) {
  const { at, found } = await open(`dataset-${flavour}`, folder, body);
  demand(found.length === 0, `the document has diagnostics: ${JSON.stringify(found)}`);
  // Of a code list, draft-07 has this service say what the list is and not what the member is.
  const members = flavour === "editor" ? ["period", "scope", "title"] : ["period", "title"];
  for (const member of members) {
    const shown = (await ask("textDocument/hover", at(`${member}:`, 2)))?.contents.value.replaceAll("\\", "") ?? "";
    console.log(`hover on ${member}, ${flavour}: ${shown.replace(/^#+ /, "").split("\n").filter(Boolean).slice(0, 2).join(": ")}`);
    const sentence = definitions.Project.properties[member].description;
    demand(shown.includes(sentence), `${member} shows: ${sentence}`);
  }
  for (const [member, definition] of [["role", "ParticipationRole"], ["scope", "Scope"]]) {
    const { items } = await ask("textDocument/completion", at(`${member}: `, `${member}: `.length));
    if (flavour === "editor") console.log(`completions at ${member}:`);
    for (const { const: word, description } of definitions[definition].anyOf[0].oneOf) {
      const item = items.find(({ label }) => label === word);
      demand(item, `${member} offers ${word}`);
      const shown = item.documentation?.value ?? item.documentation;
      if (flavour === "editor") console.log(`  ${word}: ${shown}`);
      demand(shown === description, `${word} shows: ${description}`);
    }
  }
  const misspelt = await open(`misspelt-${flavour}`, folder, body.replace("period:", "peroid:"));
  for (const { message, range } of misspelt.found) console.log(`diagnostic of peroid, ${flavour}: line ${range.start.line + 1}: ${message}`);
  demand(
    misspelt.found.length === 1 &&
      misspelt.found[0].message.includes("peroid") &&
      misspelt.found[0].range.start.line === misspelt.at("peroid", 0).position.line,
    "one diagnostic names the misspelt member, on its line",
  );
}

clearTimeout(patience);
await ask("shutdown", null);
send({ method: "exit" });
