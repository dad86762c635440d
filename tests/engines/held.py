"""What record lines hold, as Python reads them by the published schema: what the engines are held against."""

import calendar
import datetime
import json
import pathlib
import re
import subprocess
import sys
import time


class Checks:
    """One line a check, with its figures. The exit code tells whether all were ok."""

    def __init__(self, who):
        self.who, self.failed, self.since = who, False, time.monotonic()

    def same(self, what, found, expected, figures=""):
        seconds, self.since = time.monotonic() - self.since, time.monotonic()
        ok = found == expected
        self.failed |= not ok
        print(f"{'ok    ' if ok else 'FAILED'} {self.who}: {what}: {figures or found} ({seconds:.1f} s)", flush=True)
        if not ok:
            print(f"       {first_difference(found, expected)}", flush=True)


def first_difference(found, expected):
    if isinstance(found, list) and isinstance(expected, list):
        place = next((at for at, (one, other) in enumerate(zip(found, expected)) if one != other), None)
        place = min(len(found), len(expected)) if place is None else place
        shown = [(side[place] if place < len(side) else None) for side in (found, expected)]
        return f"{len(found)} found, {len(expected)} expected; at {place}: found {shown[0]}, expected {shown[1]}"
    return f"found {str(found)[:400]}, expected {str(expected)[:400]}"


class Schema:
    """The schema of record lines: which members refer to records, and which hold dates and numbers."""

    def __init__(self, path):
        self.root = json.loads(pathlib.Path(path).read_text("utf-8"))
        self.kinds = {}
        for branch in self.root["oneOf"]:
            [(kind, record)] = branch["properties"].items()
            self.kinds[kind] = record
        self.references, self.values = {}, {}
        for kind, record in self.kinds.items():
            leaves = [(path, name) for path, name in self.leaves(record, ()) if path != ("id",)]
            named = [(path, self.kind_of(name)) for path, name in leaves]
            self.references[kind] = [(path, target) for path, target in named if target]
            once = [(path, name) for path, name in leaves if "*" not in path]
            self.values[kind] = [(path, name) for path, name in once if name in ("PartialDate", "Decimal")]

    @staticmethod
    def kind_of(name):
        """The kind whose ids have this name in the schema: `policy_instrument` for `PolicyInstrumentId`."""
        return re.sub("(?<!^)([A-Z])", r"_\1", name.removesuffix("Id")).lower() if name.endswith("Id") else None

    def target(self, node):
        name = node.get("$ref", "").removeprefix("#/$defs/")
        return (name, self.root["$defs"][name]) if name else ("", node)

    def leaves(self, node, path):
        """The paths of strings that have a name of their own; `*` stands for the places of a list."""
        name, node = self.target(node)
        if node.get("type") == "string" and name:
            yield path, name
        elif node.get("type") == "array":
            yield from self.leaves(node["items"], (*path, "*"))
        for branch in [node, *node.get("oneOf", [])]:
            for member, inner in branch.get("properties", {}).items():
                yield from self.leaves(inner, (*path, member))

    def least(self, node, path=(), value=None):
        """A value with what is required and no more, and with a value of one's own at a path."""
        name, node = self.target(node)
        if not path and value is not None:
            return value
        if self.kind_of(name):
            return f"planted-{self.kind_of(name)}"
        if node.get("type") == "array":
            return [self.least(node["items"], path[1:], value)]
        if node.get("type") == "string":
            return node["examples"][0] if "examples" in node else self.least_word(node)
        if node.get("type") == "integer":
            return node["minimum"]
        if "oneOf" in node:
            fits = [branch for branch in node["oneOf"] if not path or path[0] in branch["properties"]]
            node = fits[0]
        if "properties" not in node:
            return {"en": "planted"}
        members = [name for name in node["properties"] if name in node.get("required", []) or name == (*path, "")[0]]
        inside = lambda member: (path[1:], value) if path and member == path[0] else ((), None)
        return {member: self.least(node["properties"][member], *inside(member)) for member in members}

    @staticmethod
    def least_word(node):
        return next(branch["const"] for branch in node.get("oneOf") or node["anyOf"] if "const" in branch)


def at(value, path):
    """What stands at a path, each with its steps."""
    if not path:
        yield (), value
    elif path[0] == "*":
        for place, item in enumerate(value):
            for steps, found in at(item, path[1:]):
                yield (place, *steps), found
    elif isinstance(value, dict) and path[0] in value:
        for steps, found in at(value[path[0]], path[1:]):
            yield (path[0], *steps), found


def read(path):
    with open(path, encoding="utf-8") as file:
        for line in file:
            [(kind, record)] = json.loads(line).items()
            yield kind, record


def write(path, records):
    with open(path, "w", encoding="utf-8") as file:
        for kind, record in records:
            file.write(json.dumps({kind: record}, ensure_ascii=False, separators=(",", ":")) + "\n")


def vary(source, target):
    """Gives the fundings several currencies and amounts with many decimals, and some records data of their own."""
    def varied():
        for number, (kind, record) in enumerate(read(source)):
            if kind == "funding":
                record["amount"]["currency"] = ["EUR", "NOK", "DKK"][number % 3]
                record["amount"]["amount"] = f"{number * 7919}.{number % 10**10:010}"
            if kind == "goal" and number % 5 == 0:
                record["extensions"] = {"org.example": {"list": [number, "øæå", None, True], "name": "x"}}
            yield kind, record
    write(target, varied())


def plant(source, target, schema, count=50):
    """Lets so many references of the records lead nowhere, and adds a record for each member that refers, which leads
    nowhere too. Tells what was planted: kind, id, pointer, id that no record has."""
    records, planted = list(read(source)), []
    for number in range(count):
        kind, record = records[len(records) // 3 + number * (len(records) // 2 // count)]
        found = [(steps, path) for path, _ in schema.references[kind] for steps, _ in at(record, path)]
        steps, _ = found[number % len(found)]
        inner = record
        for step in steps[:-1]:
            inner = inner[step]
        inner[steps[-1]] = f"nowhere-{number}"
        planted.append((kind, record["id"], pointer(steps), inner[steps[-1]]))
    for kind, record in schema.kinds.items():
        if kind != "dataset":
            records.append((kind, schema.least(record)))
    for kind, references in schema.references.items():
        for number, (path, _) in enumerate(references):
            id, nowhere = f"lost-{kind}-{number}", f"nowhere-{kind}-{number}"
            record = {**schema.least(schema.kinds[kind], path, nowhere), "id": id}
            [(steps, _)] = at(record, path)
            records.append((kind, record))
            planted.append((kind, id, pointer(steps), nowhere))
    write(target, records)
    return sorted(planted)


def pointer(steps):
    return "".join(f"/{step}" for step in steps)


def ordered(source, target):
    """The same lines in the order of the ids, which are told apart by their first letters."""
    write(target, sorted(read(source), key=lambda line: line[1].get("id", "").encode()))


def days(date):
    """The first and the last day that a date may be."""
    year, month, day = (*map(int, date.split("-")), None, None)[:3]
    last = day or calendar.monthrange(year, month or 12)[1]
    return datetime.date(year, month or 1, day or 1), datetime.date(year, month or 12, last)


def report(program, *arguments):
    """What the validator finds in a file."""
    run = subprocess.run([program, "validate", "--format", "json", *arguments], capture_output=True, text=True)
    if run.returncode not in (0, 1):
        sys.exit(f"validate {arguments}: {run.stderr}")
    [file] = json.loads(run.stdout)["files"]
    return file


def dangling(report):
    """The references that lead nowhere: kind, id, pointer in the record, id that no record has."""
    found = [at for at in report["findings"] if at["rule"] == "unknown-reference"]
    inside = lambda at: "/" + at["pointer"].split("/", 3)[3]
    return sorted((at["kind"], at["id"], inside(at), at["message"].rsplit(" ", 1)[1]) for at in found)


def placed(report, sizes, lines, name="part-{:04}".format):
    """The findings of one run over lines of bytes, each with the part that its line came into, and its line and bytes there."""
    starts, found = [sum(sizes[:number]) for number in range(len(sizes))], []
    offsets = [sum(map(len, lines[:start])) for start in starts]
    for at in report["findings"]:
        part = max(number for number, start in enumerate(starts) if start < at["line"])
        moved = {**at, "part": name(part), "line": at["line"] - starts[part]}
        if "start" in at.get("edit", {}):
            edit = at["edit"]
            moved["edit"] = {**edit, **{end: edit[end] - offsets[part] for end in ("start", "end")}}
        found.append(moved)
    return places({"findings": found})


def places(report):
    """The findings of parts, in an order of their own. Of the findings of rules, parts know no columns and no bytes."""
    apart = lambda at, name: at.get("kind") and name in ("column", "edit")
    bare = ({name: value for name, value in at.items() if not apart(at, name)} for at in report["findings"])
    return sorted((json.dumps(at, sort_keys=True) for at in bare))
