"""Misprints planted by others, and pages without any: see `planted/README.md`."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from reader.audit import Finding, audit
from reader.parse.page import parse_page

FOLDER = Path(__file__).parent / "planted"
RECALL, PRECISION = 0.85, 0.95


def expected() -> dict[str, list[dict[str, Any]]]:
    found: dict[str, list[dict[str, Any]]] = {path.name: [] for path in FOLDER.glob("*.txt")}
    for line in (FOLDER / "expected.jsonl").read_text("utf-8").splitlines():
        one = json.loads(line)
        found[one["source"]].append(one)
    return found


def is_about(finding: Finding, planted: dict[str, Any]) -> bool:
    spans = [(planted["start"], planted["end"]), *planted.get("also", ())]
    return any(finding.span.start < end and start < finding.span.end for start, end in spans)


def test_most_planted_misprints_are_found_and_hardly_anything_else() -> None:
    planted = hits = findings = true = 0
    for name, wanted in expected().items():
        found = audit(parse_page((FOLDER / name).read_text("utf-8"), name))
        planted, findings = planted + len(wanted), findings + len(found)
        hits += sum(any(is_about(one, misprint) for one in found) for misprint in wanted)
        true += sum(any(is_about(one, misprint) for misprint in wanted) for one in found)
    assert planted == 41
    assert hits >= RECALL * planted
    assert true >= PRECISION * findings
