"""Invented departments whose programmes are renamed, merged, split, moved, begun and ended, and what became of each."""
