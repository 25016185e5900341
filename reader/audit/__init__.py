"""The audit: what can be recomputed on a page is recomputed, and what disagrees is listed with its arithmetic.

Nothing is corrected.
"""

from reader.audit.model import Finding, Kind, Severity
from reader.audit.page import audit

__all__ = ["Finding", "Kind", "Severity", "audit"]
