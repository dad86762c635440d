// The checks that SchemaStore makes of a schema before it takes it, by its rules of November 2026: no byte order mark, `$id` an
// address, `$schema` a known draft, and Ajv in full strict mode with the keywords of language servers that its catalogue
// knows. A schema that has other keywords is entered there with their names: those are given here and printed.
import Ajv from "ajv";
import { readFileSync } from "node:fs";

const known = ["allowTrailingCommas", "defaultSnippets", "markdownDescription", "enumDescriptions", "markdownEnumDescriptions"];
const [schemas, document] = process.argv.slice(2);
const samples = JSON.parse(readFileSync("samples.json", "utf8"));
for (const [flavour, named] of [["draft-07", []], ["editor", ["deprecationMessage", "errorMessage", "patternErrorMessage"]]]) {
  const text = readFileSync(`${schemas}/${flavour}/dataset.schema.json`);
  if (text[0] === 0xef) throw new Error(`${flavour} begins with a byte order mark`);
  const schema = JSON.parse(text);
  if (!/^https?:\/\//.test(schema.$id) || "id" in schema) throw new Error(`${flavour}: $id ${schema.$id}`);
  if (schema.$schema !== "http://json-schema.org/draft-07/schema#") throw new Error(`${flavour}: $schema ${schema.$schema}`);
  const ajv = new Ajv({ strict: true });
  for (const keyword of [...known, ...named]) ajv.addKeyword(keyword);
  const validate = ajv.compile(schema);
  for (const sample of [...samples.valid, JSON.parse(readFileSync(document, "utf8"))])
    if (!validate(sample)) throw new Error(`${flavour}: ${JSON.stringify(validate.errors[0])}`);
  for (const sample of samples.invalid) if (validate(sample)) throw new Error(`${flavour} accepts ${JSON.stringify(sample)}`);
  // Every one that is named is there, and no other.
  const words = new Set(text.toString().match(/"[A-Za-z]+Messages?"/g)?.map((word) => word.slice(1, -1)));
  if ([...words].sort().join() !== named.join()) throw new Error(`${flavour}: ${[...words]}`);
  // Its stricter metaschema asks for two branches at least.
  const single = text.toString().match(/"(one|any)Of": \[\s*\{[^{}]*\}\s*\]/);
  if (single) throw new Error(`${flavour}: ${single[0]}`);
  console.log(`${flavour}: unknown keywords to be named: ${named.join(", ") || "none"}`);
}
