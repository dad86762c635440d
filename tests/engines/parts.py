"""Cuts record lines into parts, checks each apart, and holds what they come to together against one run."""

import pathlib
import subprocess
import sys
import tempfile

import held

room, program = pathlib.Path(sys.argv[1]), sys.argv[2]
checks = held.Checks("parts")
# Lines that cannot be read are among those with loose ends.
lines = (room / "planted.jsonl").read_text("utf-8").splitlines(keepends=True)
for number in range(20):
    line = len(lines) * (number + 1) // 21
    lines[line] = lines[line].replace('"id"', '"ids"' if number % 2 else '"id":,', 1)
damaged = room / "damaged.jsonl"
damaged.write_text("".join(lines), "utf-8")
single = held.report(program, damaged)
for count in (1, 2, 7, 64):
    with tempfile.TemporaryDirectory(dir=room) as folder:
        cuts = [len(lines) * number // count for number in range(count + 1)]
        sizes, files = [end - start for start, end in zip(cuts, cuts[1:])], []
        for number, start in enumerate(cuts[:-1]):
            part, summary = (f"{folder}/part-{number:04}{end}" for end in (".jsonl", ""))
            pathlib.Path(part).write_text("".join(lines[start:start + sizes[number]]), "utf-8")
            subprocess.run([program, "validate", "--shard-out", summary, "--shard-name", f"part-{number:04}", part], check=True)
            files.append(summary)
        size = sum(pathlib.Path(file).stat().st_size for file in files)
        merged = held.report(program, "--merge", *reversed(files))
    checks.same(f"findings of {count}, and their lines", held.places(merged), held.placed(single, sizes, [line.encode() for line in lines]),
                f"{len(merged['findings'])}, summaries of {size} bytes")
    totals = [[report[name] for name in ("valid", "errors", "warnings", "infos")] for report in (merged, single)]
    checks.same(f"totals of {count}", *totals)
sys.exit(checks.failed)
