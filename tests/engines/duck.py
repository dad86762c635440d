"""Loads record lines into DuckDB by the exported definition, and compares what it finds with the lines themselves."""

import collections
import decimal
import json
import pathlib
import sys

import duckdb

lines, definition = sys.argv[1:]
failed = False


def check(what, found, expected):
    global failed
    failed |= found != expected
    print(f"{'ok     ' if found == expected else 'FAILED '} duckdb {duckdb.__version__}: {what}: {found}"
          + ("" if found == expected else f", expected {expected}"))


def load(path):
    database = duckdb.connect()
    database.execute(pathlib.Path(definition).read_text("utf-8"))
    database.execute("COPY record_line FROM ? (FORMAT json)", [path])
    return database


def one(database, query):
    return database.execute(query).fetchone()[0]


DANGLING = """SELECT count(*) FROM record_line AS p WHERE p.participation IS NOT NULL AND NOT EXISTS
    (SELECT 1 FROM record_line AS q WHERE q.project.id = p.participation.project)"""

kinds = collections.Counter()
amounts = decimal.Decimal(0)
with open(lines, encoding="utf-8") as file:
    for line in file:
        [(kind, record)] = json.loads(line).items()
        kinds[kind] += 1
        if kind == "funding" and "amount" in record:
            amounts += decimal.Decimal(record["amount"]["amount"])

database = load(lines)
columns = [name for name, *_ in database.execute("DESCRIBE record_line").fetchall()]
counts = {kind: one(database, f'SELECT count("{kind}") FROM record_line') for kind in columns}
check("records of each kind", {kind: count for kind, count in sorted(counts.items()) if count}, dict(sorted(kinds.items())))
check("sum of the funding, by the view", one(database, "SELECT sum(amount_amount) FROM funding_values"), amounts)
check("participations in no known project", one(database, DANGLING), 0)
check("dates that the view reads of periods that start", one(database, "SELECT count(period_start_earliest) FROM project_values"),
      one(database, "SELECT count(project.period.start) FROM record_line"))
check("periods whose earliest start is after their latest end",
      one(database, "SELECT count(*) FROM project_values WHERE period_start_earliest > period_end_latest"), 0)

planted = pathlib.Path(lines).with_suffix(".planted.jsonl")
left = 50
with open(lines, encoding="utf-8") as source, open(planted, "w", encoding="utf-8") as target:
    for line in source:
        if left and line.startswith('{"participation"'):
            record = json.loads(line)
            record["participation"]["project"] = f"nowhere-{left}"
            line = json.dumps(record, ensure_ascii=False) + "\n"
            left -= 1
        target.write(line)
check("the same after 50 were planted", one(load(str(planted)), DANGLING), 50)
sys.exit(failed)
