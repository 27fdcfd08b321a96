"""Which argument keeps the graph for a second backward() and does nothing else."""

import json

import torch


def outcome(arguments):
    """Say whether a second call works, and whether the gradient itself has a graph."""
    w = torch.tensor(2.0, requires_grad=True)
    loss = w * w
    try:
        loss.backward(**arguments)
        has_graph = w.grad.requires_grad
        loss.backward()
    except (RuntimeError, TypeError):
        return "fails"
    return "both" if has_graph else "keeps"


names = ("retain_graph", "create_graph", "persistent", "keep_graph", "save_graph", "retain", "requires_grad")
found = {name: outcome({name: True}) for name in names}
if outcome({}) != "fails" or found["create_graph"] != "both":
    raise SystemExit("a second call works without the argument, or create_graph keeps nothing")
answer = next(name for name in names if found[name] == "keeps")
print(json.dumps({"answer": answer, "wrong": {name: found[name] != "keeps" for name in names if name != answer}}))
