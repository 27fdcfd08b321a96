"""The proofs of a course's folder: its demonstrations and its claims."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from courseware.proofs.claims import Claim
from courseware.proofs.claims_reader import read_claims
from courseware.proofs.demonstrations import Demonstration
from courseware.proofs.demos_reader import read_demonstrations
from courseware.proofs.scripts import Script
from courseware.proofs.scripts_reader import read_scripts
from quizzes.faults import Fault


@dataclass(frozen=True, slots=True)
class Proofs:
    """What a course shows, computes and claims, by id. `is_whole` is false where a fault may hide some of it.

    `keys` holds the scripts that compute the key of the item of their name, and `generators` those that answer
    the draws of generated items.
    """

    demonstrations: Mapping[str, Demonstration] = field(default_factory=dict)
    keys: Mapping[str, Script] = field(default_factory=dict)
    generators: Mapping[str, Script] = field(default_factory=dict)
    claims: Mapping[str, Claim] = field(default_factory=dict)
    is_whole: bool = True


def read_proofs(folder: Path, name: str, facets: tuple[str, ...], faults: list[Fault]) -> Proofs:
    """Read the proofs in a course's folder, known to people as `name`."""
    before = len(faults)
    demonstrations, common = read_demonstrations(folder / "demos", f"{name}/demos", facets, faults)
    keys = read_scripts(folder / "keys", f"{name}/keys", common, faults)
    generators = read_scripts(folder / "generators", f"{name}/generators", common, faults)
    claims = read_claims(folder, name, facets, faults)
    return Proofs(demonstrations, keys, generators, claims, is_whole=len(faults) == before)
