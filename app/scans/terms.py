"""How large a file may be, and how finely its pages are kept (resources/scans.toml)."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class ScanTerms:
    """Bounds on what is taken in and on what is kept. Bytes, pixels and pages."""

    most_bytes: int  # of the file as it comes
    most_pixels: int  # of one picture, before it is made smaller
    most_pages: int  # of one document
    longest_side: int  # of a page as kept
    finest_scale: int  # of a PDF's page: pixels to the point at most
    most_page_bytes: int  # of a page as kept, where a coarser drawing can reach it
    most_kept_bytes: int  # of all pages of one file
    qualities: tuple[int, ...]  # of JPEG, finest first

    @property
    def most_megabytes(self) -> int:
        """The bound on a file as people read it."""
        return self.most_bytes // 1024**2
