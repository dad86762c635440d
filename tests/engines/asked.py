"""What is asked of an engine that has loaded record lines, in its own words, and what must come back."""

import collections
import decimal

import held


class Engine:
    """An engine with the exported table and views. `quote` stands around names; `mentions` asks for what the records of a
    kind refer to: kind, id, pointer, value and the kind that is meant."""

    def __init__(self, schema, quote, mentions, rows):
        self.schema, self.quote, self.mentions, self.rows = schema, quote, mentions, rows
        self.bearers = [kind for kind in schema.kinds if kind != "dataset"]

    def name(self, *steps):
        return ".".join(f"{self.quote}{step}{self.quote}" for step in steps)

    def counts(self):
        kinds = list(self.schema.kinds)
        columns = ", ".join(f"count({self.name(kind)})" for kind in kinds)
        [row] = self.rows(f"SELECT {columns} FROM record_line")
        return {kind: count for kind, count in zip(kinds, row) if count}

    def dangling(self):
        """All references without a record, by one anti-join."""
        mentioned = " UNION ALL ".join(self.mentions(self, kind) for kind in self.bearers)
        kind = " ".join(f"WHEN {self.name(kind, 'id')} IS NOT NULL THEN '{kind}'" for kind in self.bearers)
        id = ", ".join(self.name(kind, "id") for kind in self.bearers)
        found = self.rows(f"""SELECT m.kind, m.id, m.pointer, m.value FROM ({mentioned}) AS m
            WHERE m.value IS NOT NULL AND NOT EXISTS (SELECT 1 FROM
            (SELECT CASE {kind} END AS kind, coalesce({id}) AS id FROM record_line) AS b
            WHERE b.kind = m.target AND b.id = m.value)""")
        return sorted(tuple(row) for row in found)

    def sums(self):
        found = self.rows(f"""SELECT r.{self.name('funding', 'amount', 'currency')}, sum(v.amount_amount)
            FROM funding_values AS v JOIN record_line AS r ON r.{self.name('funding', 'id')} = v.id GROUP BY 1""")
        return sorted((currency, total.normalize()) for currency, total in found if currency)

    def values(self, kind):
        return sorted((tuple(row) for row in self.rows(f"SELECT * FROM {self.name(kind + '_values')}")), key=str)


def expected_counts(lines):
    return dict(collections.Counter(kind for kind, _ in held.read(lines)))


def expected_sums(lines):
    sums = collections.defaultdict(decimal.Decimal)
    with decimal.localcontext(prec=60):
        for kind, record in held.read(lines):
            if kind == "funding" and "amount" in record:
                sums[record["amount"]["currency"]] += decimal.Decimal(record["amount"]["amount"])
    return sorted((currency, total.normalize()) for currency, total in sums.items())


def expected_values(schema, lines):
    """For each kind with dates or numbers the rows of its view."""
    rows = {kind: [] for kind, values in schema.values.items() if values and kind != "dataset"}
    for kind, record in held.read(lines):
        if kind in rows:
            row = [record["id"]]
            for path, name in schema.values[kind]:
                found = next((found for _, found in held.at(record, path)), None)
                if name == "PartialDate":
                    row.extend(held.days(found) if found else (None, None))
                else:
                    row.append(decimal.Decimal(found).quantize(decimal.Decimal("1e-10")) if found else None)
            rows[kind].append(tuple(row))
    return {kind: sorted(all, key=str) for kind, all in rows.items()}


def check(checks, engine, schema, lines, found_by_library):
    """What is asked of the lines that break no rule."""
    counts = engine.counts()
    checks.same("records of each kind", counts, expected_counts(lines), f"{sum(counts.values())} in {len(counts)} kinds")
    members = sum(map(len, schema.references.values()))
    checks.same(f"loose ends by anti-joins over {members} members, and findings", [engine.dangling(), found_by_library], [[], []], "0")
    sums = engine.sums()
    checks.same("sums of the funding", sums, expected_sums(lines), ", ".join(f"{total:f} {currency}" for currency, total in sums))
    expected = expected_values(schema, lines)
    found = {kind: engine.values(kind) for kind in expected}
    for kind in expected:
        if found[kind] != expected[kind]:
            checks.same(f"dates and numbers of {kind}", found[kind], expected[kind], len(found[kind]))
    size = sum(len(row) - 1 for rows in found.values() for row in rows)
    checks.same("earliest and latest days and amounts, by the views", found == expected, True, f"{size} in {len(found)} views")


def check_planted(checks, engine, planted, found_by_library):
    """What is asked of the lines with loose ends."""
    found = engine.dangling()
    checks.same("planted loose ends, one by one", found, planted, f"{len(found)}")
    checks.same("findings of the library, one by one", found, found_by_library, f"{len(found)}")
