// Compiles every schema with ajv in strict mode, and holds the samples against that of a dataset.
import Ajv from "ajv";
import Ajv2020 from "ajv/dist/2020.js";
import { readFileSync, readdirSync } from "node:fs";

const read = (path) => JSON.parse(readFileSync(path, "utf8"));
const samples = read("samples.json");
const options = { strict: true, strictTypes: true, strictTuples: true, allErrors: true };
// What language servers know beyond the draft.
const ofEditors = ["defaultSnippets", "deprecationMessage", "enumDescriptions", "errorMessage", "markdownDescription", "markdownEnumDescriptions", "patternErrorMessage"];
// Those that accept more than the reader.
const lenient = ["/forms", "/codegen", "/codegen-flat"];
for (const [folder, Compiler] of [["", Ajv2020], ...["/draft-07", "/editor", ...lenient].map((folder) => [folder, Ajv])]) {
  const base = process.argv[2] + folder;
  const files = readdirSync(base).filter((name) => name.endsWith(".schema.json"));
  if (files.length < 17) throw new Error(`${base} has only ${files.length} schemas`);
  for (const file of files) {
    const formats = folder.startsWith("/codegen") ? { "json-pointer": true, date: true, uri: true } : {};
    const compiler = new Compiler({ ...options, formats });
    if (folder === "/editor") for (const keyword of ofEditors) compiler.addKeyword(keyword);
    // The rule catalogue refers to the schema of a dataset.
    if (file === "rules.schema.json") compiler.addSchema(read(`${base}/dataset.schema.json`));
    const validate = compiler.compile(read(`${base}/${file}`));
    if (file !== "dataset.schema.json") continue;
    for (const sample of samples.valid)
      if (!validate(sample)) throw new Error(`${file} refuses a valid sample: ${JSON.stringify(validate.errors)}`);
    if (lenient.includes(folder)) continue;
    for (const sample of samples.invalid)
      if (validate(sample)) throw new Error(`${file} accepts ${JSON.stringify(sample)}`);
  }
}
