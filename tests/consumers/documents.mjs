// Documents there and back: by zod from the flavour for generators of code, and by the types that quicktype wrote.
// Takes the folder of the schemas, the converter that quicktype wrote, and documents. Bad ones are refused.
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { z } from "zod";

const [schemas, converter, ...documents] = process.argv.slice(2);
const read = (path) => JSON.parse(readFileSync(path, "utf8"));
const samples = read("samples.json");
const same = (a, b) => JSON.stringify(sorted(a)) === JSON.stringify(sorted(b));
const sorted = (value) => {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.keys(value).sort().map((key) => [key, sorted(value[key])]));
};
const type = z.fromJSONSchema(read(`${schemas}/codegen/dataset.schema.json`));
const { Convert } = await import(resolve(converter));
for (const path of documents) {
  const document = read(path);
  if (!same(type.parse(document), document)) throw new Error(`zod changes ${path}`);
  const typed = Convert.toDataset(JSON.stringify(document));
  if (!same(JSON.parse(Convert.datasetToJson(typed)), document)) throw new Error(`quicktype changes ${path}`);
}
let refused = 0;
// Formats and open lists are notes to generators: what only they tell from valid documents is left to the reader.
for (const sample of samples.invalid) if (!type.safeParse(sample).success) refused += 1;
if (refused < samples.invalid.length) throw new Error(`zod refuses only ${refused}`);
console.log(`${documents.length} documents there and back, ${refused} of ${samples.invalid.length} bad ones refused by zod`);
