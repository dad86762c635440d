"""Makes what the engines load: lines with several currencies, and a copy in which references lead nowhere."""

import json
import pathlib
import sys

import held

room, schema = pathlib.Path(sys.argv[1]), held.Schema(sys.argv[2])
held.vary(room / "lines.jsonl", room / "varied.jsonl")
planted = held.plant(room / "varied.jsonl", room / "planted.jsonl", schema)
(room / "planted.json").write_text(json.dumps(planted), "utf-8")
