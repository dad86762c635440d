// Expands a JSON-LD document strictly, and holds every type and property against the vocabulary of schema.org, the W3C
// Organization Ontology and OWL-Time: the type has to exist, and the property has to be one of a thing of that type.
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import jsonld from 'jsonld';

const require = createRequire(import.meta.url);
const VOCABULARY = 'http://schema.org/';
const faults = new Set();

// The vocabulary as types: what each interface extends, and which properties it has.
const vocabulary = readFileSync(require.resolve('schema-dts').replace(/[^/]*$/, 'schema.d.ts'), 'utf8');
const interfaces = new Map();
const kinds = new Map();
for (const [, name, parents, body] of vocabulary.matchAll(
    /^(?:export )?interface (\w+) extends ([^{]+) \{\n([\s\S]*?)^\}/gm,
)) {
    const properties = [...body.matchAll(/^    "(\w+)"\??:/gm)].map(([, property]) => property);
    interfaces.set(name, { parents: parents.split(',').map((parent) => parent.trim()), properties });
    const kind = body.match(/^    "@type": "(\w+)"/m);
    if (kind) kinds.set(kind[1], name);
}
// Roles stand where their generic names do.
for (const role of ['Role', 'OrganizationRole', 'LinkRole', 'PerformanceRole', 'EmployeeRole']) {
    if (interfaces.has(`${role}Base`)) kinds.set(role, `${role}Base`);
}
if (kinds.size < 500) throw new Error(`the vocabulary has ${kinds.size} types only`);

// The classes and properties of the two ontologies: what each class is a kind of, and of which class each property is.
const RDFS = 'http://www.w3.org/2000/01/rdf-schema#';
const classes = new Map();
const domains = new Map();
for (const name of ['org', 'time']) {
    const quads = readFileSync(require.resolve(`@vocabulary/${name}/${name}.nq`), 'utf8');
    const triples = [...quads.matchAll(/^(\S+) <([^>]+)> (<[^>]+>|_:\S+) /gm)].map(([, ...triple]) => triple);
    const one = (subject, end) => triples.find(([own, predicate]) => own === subject && predicate.endsWith(end))?.[2];
    const items = (list) => (one(list, '#first') ? [one(list, '#first'), ...items(one(list, '#rest'))] : []);
    const plain = (term) => term.replace(/^<|>$/g, '');
    for (const [subject, predicate, object] of triples) {
        if (!/^<http:\/\/www\.w3\.org\/(ns\/org|2006\/time)#./.test(subject)) continue;
        const own = plain(subject);
        if (predicate.endsWith('#type') && object.endsWith('#Class>')) classes.set(own, classes.get(own) ?? []);
        if (predicate === `${RDFS}subClassOf`) classes.set(own, [...(classes.get(own) ?? []), plain(object)]);
        // A domain may be one of several classes.
        const union = one(object, '#unionOf');
        if (predicate === `${RDFS}domain`) domains.set(own, (union ? items(union) : [object]).map(plain));
    }
}
if (classes.size < 20 || domains.size < 40) throw new Error(`${classes.size} classes and ${domains.size} domains only`);

function kindsOf(name, found = new Set([name])) {
    for (const parent of classes.get(name) ?? []) if (!found.has(parent)) kindsOf(parent, found.add(parent));
    return found;
}

function propertiesOf(name, found = new Set()) {
    const known = interfaces.get(name);
    if (known) {
        known.properties.forEach((property) => found.add(property));
        known.parents.forEach((parent) => propertiesOf(parent, found));
    }
    return found;
}

const text = readFileSync(process.argv[2], 'utf8');
const document = JSON.parse(text);
const warnings = [];
const expanded = await jsonld.expand(document, {
    // Whatever would be dropped or does not resolve is an error.
    safe: true,
    documentLoader: (url) => Promise.reject(new Error(`the document loads ${url}`)),
    eventHandler: ({ event }) => warnings.push(`${event.code}: ${event.message}`),
});
warnings.forEach((warning) => faults.add(warning));

// Nodes of one name are one node.
const flat = await jsonld.flatten(expanded);
const types = new Map();
let values = 0;
for (const node of flat) {
    if (!/^(_:|https?:)/.test(node['@id'])) faults.add(`${node['@id']} is no name`);
    const own = (node['@type'] ?? []).map((kind) => kind.replace(VOCABULARY, ''));
    for (const kind of own) {
        types.set(kind, (types.get(kind) ?? 0) + 1);
        if (!kinds.has(kind) && !classes.has(kind)) faults.add(`no vocabulary has a type ${kind}`);
    }
    const ofOntologies = new Set(own.flatMap((kind) => [...kindsOf(kind)]));
    const allowed = new Set(own.flatMap((kind) => [...propertiesOf(kinds.get(kind))]));
    // A role has, beside its own, the property that it stands in.
    if (own.some((kind) => kind.endsWith('Role'))) ['member', 'funder'].forEach((property) => allowed.add(property));
    for (const [property, held] of Object.entries(node)) {
        if (property.startsWith('@')) continue;
        values += held.length;
        const name = property.replace(VOCABULARY, '');
        if (domains.get(property)?.some((domain) => ofOntologies.has(domain)) || property === 'http://purl.org/dc/terms/modified') continue;
        // What is only referred to has no type here.
        if (own.length > 0 && !(allowed.has(name) || (name === 'name' && own.join().endsWith('#Role')))) faults.add(`no vocabulary has a property ${name} of ${own.join(', ')}`);
        for (const value of held) {
            const kind = value['@type'];
            if (kind && !/^http:\/\/www\.w3\.org\/2001\/XMLSchema#(gYear|gYearMonth|date|decimal)$/.test(kind)) {
                faults.add(`${kind} is no type of a value`);
            }
        }
    }
}
// As triples, in which a doubtful name or language would be dropped.
const triples = (await jsonld.toRDF(expanded, { format: 'application/n-quads', safe: true })).split('\n').length - 1;
if (triples < values) faults.add(`${values} values have become ${triples} triples`);

if (faults.size > 0) {
    [...faults].forEach((fault) => console.log(`        ${fault}`));
    process.exit(1);
}
console.log(`${flat.length} nodes, ${types.size} types, ${triples} triples`);
