"""The audit: what can be recomputed on a page, recomputed, and what disagrees, with the arithmetic. Nothing is corrected."""

from reader.audit.model import Finding, Kind, Severity
from reader.audit.page import audit

__all__ = ["Finding", "Kind", "Severity", "audit"]
