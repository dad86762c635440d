"""Counts the nodes, edges and attributes that NetworkX reads from a graph, against the dataset that the graph was made of."""

import collections
import decimal
import json
import pathlib
import sys

import networkx

dataset_file, graph_file = sys.argv[1:]
dataset = json.loads(pathlib.Path(dataset_file).read_text("utf-8"))
graph = networkx.read_gexf(graph_file, version="1.3")
assert graph.is_directed()

LISTS = ["organizations", "groups", "networks", "programmes", "projects", "cooperations"]
# Lists of the kinds that a choice such as {"network": "emn"} names.
BY_TAG = {"organization": "organizations", "group": "groups", "network": "networks", "programme": "programmes",
          "project": "projects", "cooperation": "cooperations"}
nodes = {f"{name}/{record['id']}": record for name in LISTS for record in dataset.get(name, [])}
assert set(graph.nodes) == set(nodes), set(graph.nodes) ^ set(nodes)


def end(value, name=None):
    """The node that a reference is to, if it is one."""
    if isinstance(value, dict):
        (tag, value), = value.items()
        name = BY_TAG.get(tag, tag)
    node = f"{name}/{value}"
    return node if value and node in nodes else None


expected = collections.Counter()
amounts = collections.Counter()


def expect(kind, source, target, record=None):
    if not source or not target:
        return
    expected[kind, source, target] += 1
    money = record and (record.get("amount") or record.get("budget"))
    if money:
        amounts[kind, money["currency"]] += decimal.Decimal(money["amount"])


ties = [("membership", record, end(record["member"]), end(record["body"])) for record in dataset.get("memberships", [])]
ties += [
    ("participation", record, end(record["party"]), end(record["project"], "projects"))
    for record in dataset.get("participations", [])
]
for kind, record, party, other in ties:
    expect(kind, party, other, record)
    if record.get("via"):
        expect("via", party, end(record["via"]))
for record in dataset.get("funding", []):
    source = record.get("funder") and end(record["funder"])
    if "funder" not in record and "programme" in record:
        source = end(record["programme"], "programmes")
    target = end(record["recipient"]) if "recipient" in record else "of" in record and end(record["of"])
    expect("funding", source, target, record)
# Members of nodes, and the list of a bare id in them.
for name, member, of in [
    ("organizations", "part_of", "organizations"), ("networks", "part_of", "networks"), ("groups", "examples", "organizations"),
    ("programmes", "part_of", "programmes"), ("programmes", "owner", None), ("programmes", "managed_by", None),
    ("projects", "programmes", "programmes"), ("projects", "about", None), ("projects", "target_groups", "groups"),
    ("cooperations", "about", None), ("cooperations", "parties", None),
]:
    for record in dataset.get(name, []):
        values = record.get(member, [])
        for value in {json.dumps(value): value for value in (values if isinstance(values, list) else [values])}.values():
            own, other = f"{name}/{record['id']}", end(value, of)
            expect(*(("cooperation", other, own) if member == "parties" else (member, own, other)))
for node, record in nodes.items():
    for relation in {json.dumps([one["to"], one["relation"]]): one for one in record.get("related", []) if "to" in one}.values():
        other = end(relation["to"])
        expect("related", node, other)
        if relation["relation"] == "same as" and other:
            # NetworkX reads a mutual edge as two.
            expect("related", other, node)

read = collections.Counter((data["kind"], source, target) for source, target, data in graph.edges(data=True))
assert read == expected, f"only in the graph: {read - expected}; only in the dataset: {expected - read}"
sums = collections.Counter()
for _, _, data in graph.edges(data=True):
    if "amount" in data:
        sums[data["kind"], data["currency"]] += decimal.Decimal(str(data["amount"]))
assert set(sums) == set(amounts), f"{sums} {amounts}"
for key, amount in amounts.items():
    assert abs(sums[key] - amount) < decimal.Decimal("0.01"), f"{key}: {sums[key]} in the graph, {amount} in the dataset"

# Attributes of nodes and edges, each under its name in the dataset.
for node, record in nodes.items():
    data = graph.nodes[node]
    best = record.get("name") or record.get("title") or {}
    assert data["label"] in [" ".join(text.split()) for text in best.values()] or not best, f"{node}: {data['label']}"
    assert data.get("word") == record.get("kind"), node
    for member in ["acronym", "scope", "status"]:
        assert data.get(member) == record.get(member), f"{node}: {member}"
roles = collections.Counter(data["role"] for _, _, data in graph.edges(data=True) if "role" in data)
stated = collections.Counter(record["role"] for _, record, *ends in ties if "role" in record and all(ends))
assert roles == stated, f"{roles} {stated}"
spells = sum("spells" in data for _, data in graph.nodes(data=True))
periods = [record.get("period", {}) for record in nodes.values()]
assert spells == sum("start" in period or "end" in period for period in periods), spells
assert nodes and read, "an empty graph shows nothing"
print(f"{len(nodes)} nodes, {read.total()} edges of {len({kind for kind, _, _ in read})} kinds, "
      f"{sum(roles.values())} roles, {spells} spells, sums of {len(amounts)} currencies by kind")
