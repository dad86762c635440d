"""Loads record lines into Spark by the exported definition, holds what it finds against the lines and the library, writes
record lines again, and lets its partitions be checked as parts."""

import pathlib
import re
import shlex
import shutil
import subprocess
import sys

import pyspark
from pyspark.sql import SparkSession

import asked
import held

room, definition, schema, program = sys.argv[1:]
room, schema = pathlib.Path(room).resolve(), held.Schema(schema)
program = str(pathlib.Path(program).resolve())
checks = held.Checks(f"spark {pyspark.__version__}")
shutil.rmtree(room / "spark", ignore_errors=True)
spark = (SparkSession.builder.master("local[2]").config("spark.driver.memory", "3g")
         .config("spark.sql.warehouse.dir", str(room / "spark/warehouse")).config("spark.ui.enabled", "false")
         .config("spark.sql.shuffle.partitions", "4").config("spark.log.level", "ERROR")
         # Records have hundreds of columns inside each other: to compile code for them takes longer than to read them.
         .config("spark.sql.codegen.wholeStage", "false").config("spark.ui.showConsoleProgress", "false")
         .config("spark.driver.extraJavaOptions", "-XX:TieredStopAtLevel=1").getOrCreate())


def mentions(engine, kind):
    """All of a record at once, in one list: a query for each member would read the table as often."""
    def inside(path, value, pointer, target):
        if not path:
            return f"array(struct({pointer} AS pointer, {value} AS value, '{target}' AS target))"
        if path[0] != "*":
            return inside(path[1:], f"{value}.{engine.name(path[0])}", f"{pointer} || '/{path[0]}'", target)
        item = f"x{len(path)}"
        items = inside(path[1:], item, f"{pointer} || '/' || {item}_place", target)
        return f"coalesce(flatten(transform({value}, ({item}, {item}_place) -> {items})), array())"
    lists = ", ".join(inside(path, engine.name(kind), "''", target) for path, target in schema.references[kind])
    return (f"SELECT '{kind}' AS kind, id, m.pointer, m.value, m.target FROM (SELECT {engine.name(kind, 'id')} AS id, "
            f"explode(concat({lists})) AS m FROM record_line WHERE {engine.name(kind)} IS NOT NULL)")


def load(lines):
    shutil.rmtree(room / "spark/warehouse", ignore_errors=True)
    for name in [table.name for table in spark.catalog.listTables()]:
        spark.sql(f"DROP VIEW IF EXISTS `{name}`" if name != "record_line" else "DROP TABLE record_line")
    for statement in re.split(r";\s*\n", pathlib.Path(definition).read_text("utf-8")):
        if statement.strip():
            spark.sql(statement)
    spark.read.schema(spark.table("record_line").schema).option("mode", "FAILFAST").json(str(lines)).write.insertInto("record_line")
    return asked.Engine(schema, "`", mentions, lambda query: spark.sql(query).collect())


def write(target):
    """Writes what was loaded as record lines, in the order of the ids."""
    ids = ", ".join(f"record_line.`{kind}`.`id`" for kind in schema.kinds if kind != "dataset")
    folder = room / "spark/written"
    spark.sql(f"SELECT * FROM record_line ORDER BY coalesce({ids}, '')").write.mode("overwrite").json(str(folder))
    with open(target, "wb") as out:
        for part in sorted(folder.glob("part-*.json")):
            with open(part, "rb") as lines:
                shutil.copyfileobj(lines, out)


def converted(lines):
    return subprocess.run([program, "convert", "--from", "lines", "--to", "json", lines], capture_output=True, check=True).stdout


def findings(report):
    """All of a report but columns, which depend on blanks and on how letters are escaped."""
    return [{name: value for name, value in at.items() if name != "column"} for at in report["findings"]]


lines, planted = room / "varied.jsonl", room / "planted.jsonl"
engine = load(lines)
asked.check(checks, engine, schema, lines, held.dangling(held.report(program, lines)))
written, source = room / "written.jsonl", room / "ordered.jsonl"
write(written)
held.ordered(lines, source)
found, expected = converted(written), converted(source)
checks.same("document of the lines that it writes, byte for byte", found == expected, True, f"{len(found)} bytes")

engine = load(planted)
expected = [tuple(row) for row in held.json.loads((room / "planted.json").read_text("utf-8"))]
asked.check_planted(checks, engine, expected, held.dangling(held.report(program, planted)))
write(written)
held.ordered(planted, source)
found, expected = (findings(held.report(program, lines)) for lines in (written, source))
checks.same("findings in the lines that it writes", found, expected, f"{len(found)}")

# Each partition begins with the name of its part, which the shell takes off.
parts = spark.sparkContext.textFile(str(planted), 8)
count = parts.getNumPartitions()
sizes = parts.mapPartitions(lambda lines: [sum(1 for _ in lines)]).collect()
named = parts.mapPartitionsWithIndex(lambda number, lines: [f"part-{number:04}", *lines])
command = f'read -r name; exec {shlex.quote(program)} validate --shard-out - --shard-name "$name" -'
summaries = named.pipe(f"sh -c {shlex.quote(command)}", checkCode=True).collect()
(room / "spark/parts").write_text("\n".join(summaries) + "\n", "utf-8")
merged, single = held.report(program, "--merge", room / "spark/parts"), held.report(program, planted)
checks.same(f"findings of {count} partitions that were piped, and their lines", held.places(merged), held.placed(single, sizes, planted.read_bytes().splitlines(keepends=True)),
            f"{len(merged['findings'])}")
totals = lambda report: [report[name] for name in ("valid", "errors", "warnings", "infos")]
checks.same(f"totals of {count} partitions", totals(merged), totals(single))
spark.stop()
sys.exit(checks.failed)
