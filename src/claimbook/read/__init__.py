"""1. Bytes to documents: decoded, unpacked, repaired, the page around the article left out."""

from claimbook.read.paths import read_all, read_bytes, read_paths

__all__ = ["read_all", "read_bytes", "read_paths"]
