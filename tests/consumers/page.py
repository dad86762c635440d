"""The page that was made of a schema holds the description of a known member."""
import html
import json
import re
import sys

schema, page = (open(path, encoding="utf-8").read() for path in sys.argv[1:])
known = json.loads(schema)["$defs"]["Period"]["properties"]["end"]["description"]
words = " ".join(html.unescape(re.sub(r"<[^>]+>", " ", page)).split())
assert known in words, known
