"""What becomes of an if when one complete graph is demanded."""

import json
import logging

import torch

logging.disable(logging.CRITICAL)


def f(x):
    """Take one of two branches."""
    if x.sum() > 0:
        return x + 1
    return x - 1


graphs = []


def note(graph, _inputs):
    """Keep a captured graph."""
    graphs.append(graph)
    return graph.forward


def outcome(fullgraph):
    """Return the results for a positive and a negative input, or nothing where the first call fails."""
    torch.compiler.reset()
    g = torch.compile(f, backend=note, fullgraph=fullgraph)
    try:
        return [g(torch.ones(1)).item(), g(-torch.ones(1)).item()]
    except Exception:
        return None


if outcome(fullgraph=False) != [2.0, -2.0] or len(graphs) < 2:
    raise SystemExit("without fullgraph the graph is not split")
graphs.clear()
found = outcome(fullgraph=True)
print(
    json.dumps(
        {
            "split": len(graphs) > 1,
            "error": found is None,
            "rewritten": found == [2.0, -2.0] and len(graphs) == 1,
            "frozen": found == [2.0, 0.0],
        }
    )
)
