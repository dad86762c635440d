// Reads documents with the verdict of the reader, one a line, and holds ajv against it in each exact flavour. Takes the
// folder of the schemas.
import Ajv from "ajv";
import Ajv2020 from "ajv/dist/2020.js";
import { readFileSync } from "node:fs";
import { createInterface } from "node:readline";

const schemas = process.argv[2];
const ofEditors = ["defaultSnippets", "deprecationMessage", "enumDescriptions", "errorMessage", "markdownDescription", "markdownEnumDescriptions", "patternErrorMessage"];
const validators = {};
for (const name of ["record-line", "dataset"]) {
  validators[name] = [["", Ajv2020], ["draft-07/", Ajv], ["editor/", Ajv]].map(([folder, Compiler]) => {
    const compiler = new Compiler({ strict: true, strictTypes: true, strictTuples: true });
    if (folder === "editor/") ofEditors.forEach((keyword) => compiler.addKeyword(keyword));
    return [folder || "2020-12", compiler.compile(JSON.parse(readFileSync(`${schemas}/${folder}${name}.schema.json`, "utf8")))];
  });
}
const counts = {};
let differing = 0;
for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
  const [name, accepted, document] = JSON.parse(line);
  const count = (counts[name] ??= { accepted: 0, refused: 0 });
  count[accepted ? "accepted" : "refused"] += 1;
  for (const [flavour, validate] of validators[name]) {
    if (validate(document) === accepted) continue;
    differing += 1;
    if (differing <= 10) console.log(`${name}, ${flavour}: the reader ${accepted ? "accepts" : "refuses"} ${JSON.stringify(document).slice(0, 2000)}`);
  }
}
for (const [name, { accepted, refused }] of Object.entries(counts)) console.log(`${name}: ${accepted} accepted, ${refused} refused`);
const few = Object.keys(counts).length < 2 || Object.values(counts).some(({ accepted, refused }) => Math.min(accepted, refused) < 100);
console.log(`ajv: ${differing} disagreements in three flavours${few ? "; too few documents" : ""}`);
process.exit(differing || few ? 1 : 0);
