#!/usr/bin/env python3
"""Runs what others make of the same graph and the same history, and prints how many times as long they take.

usage: peers.py FIGURES EDGES [GANGWAY STORE]

FIGURES and EDGES come from measure-planning. Whoever is not installed is left out. Answers are compared first: a peer
that says something else is named, and ends the run with 1.
"""
import json, os, resource, shutil, subprocess, sys, time

figures = json.load(open(sys.argv[1]))
ours, facts, history = figures["ms"], figures["facts"], figures["history"]
edges = [tuple(map(int, line.split())) for line in open(sys.argv[2])]
differs = []


def cpu(body):
    start = time.process_time()
    value = body()
    return (time.process_time() - start) * 1000, value


def row(name, peer, theirs, mine):
    print(f"{name:<44} {peer:<12} {theirs:>10.2f} ms {mine:>9.3f} ms {theirs / max(mine, 1e-6):>9.0f} x")


def agree(what, theirs, mine):
    if theirs != mine:
        differs.append(f"{what}: {theirs}, not {mine}")


def with_networkx():
    import networkx as nx

    days = lambda item: 1 + item % 8
    build, graph = cpu(lambda: nx.DiGraph((blocker, waiting) for waiting, blocker in edges))
    row("build", "networkx", build, ours["build"])
    found, parts = cpu(lambda: list(nx.strongly_connected_components(graph)))
    row("components", "networkx", found, ours["components"])
    loops = sum(len(part) > 1 for part in parts) + sum(1 for node in graph if graph.has_edge(node, node))
    agree("cycles", loops, int(facts["cycles"]))

    def longest():
        whole = nx.condensation(graph, parts)
        end = {}
        for part in nx.topological_sort(whole):
            start = max((end[above] for above in whole.predecessors(part)), default=0)
            end[part] = start + sum(map(days, whole.nodes[part]["members"]))
        return max(end.values(), default=0)

    taken, length = cpu(longest)
    row("critical path", "networkx", taken + found, ours["components, schedule and roots"])
    agree("length", length, int(facts["length"]))
    hub = max(sorted(graph), key=graph.out_degree)
    taken, below = cpu(lambda: len(nx.descendants(graph, hub)))
    row("impact of the largest hub", "networkx", taken, ours["impact of the largest hub, 100 times"] / 100)
    agree("downstream", below, int(facts["downstream"]))


def with_numpy():
    import numpy as np

    def drawn():
        random = np.random.default_rng(1)
        days = random.choice(np.array(history), size=(10_000, 400)).cumsum(axis=1)
        return np.percentile((days >= 200).argmax(axis=1) + 1, [50, 85, 95], method="inverted_cdf")

    taken, percentiles = cpu(drawn)
    row("forecast of 200 items", "numpy", taken, ours["forecast of 200 items, 100 times"] / 100)
    for name, value in zip(("p50", "p85", "p95"), percentiles):
        if abs(int(value) - int(facts[name])) > 1:
            differs.append(f"{name}: {int(value)}, not {int(facts[name])}")


def process(command, **environment):
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(
        command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, stdin=subprocess.DEVNULL,
        env={**os.environ, **environment}, timeout=300, check=False)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return (after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime) * 1000


def with_taskwarrior(gangway, store):
    import tempfile, uuid

    if not shutil.which("task"):
        return
    with tempfile.TemporaryDirectory() as place:
        settings = {"TASKDATA": place, "TASKRC": os.path.join(place, "rc")}
        open(settings["TASKRC"], "w").write("confirmation=no\nverbose=nothing\n")
        name = lambda item: str(uuid.UUID(int=item + 1))
        waits = {}
        for waiting, blocker in edges:
            waits.setdefault(waiting, []).append(blocker)
        items = sorted({end for edge in edges for end in edge})[:10_000]
        known = set(items)
        tasks = [
            {"uuid": name(item), "description": f"item {item}", "status": "pending", "entry": "20240101T000000Z",
             "depends": [name(above) for above in waits.get(item, []) if above in known and above < item]}
            for item in items]
        file = os.path.join(place, "tasks.json")
        json.dump(tasks, open(file, "w"))
        process(["task", "import", file], **settings)
        theirs = process(["task", "+BLOCKED", "list"], **settings)
    mine = process([gangway, "ask", "who is blocked", "--store", store])
    row("who is blocked, whole process", "task", theirs, mine)


print(f"{'':<44} {'peer':<12} {'peer':>13} {'gangway':>12} {'ratio':>11}")
for part in (with_networkx, with_numpy):
    try:
        part()
    except ImportError as missing:
        print(f"({missing.name} is not installed)")
if len(sys.argv) > 4:
    with_taskwarrior(sys.argv[3], sys.argv[4])
for difference in differs:
    print("differs:", difference)
sys.exit(1 if differs else 0)
