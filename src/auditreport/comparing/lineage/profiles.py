"""The programmes of a department → matrices of weighted terms, by which all pairs of them are compared at once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from auditreport.comparing.lineage.nodes import Node
from auditreport.comparing.lineage.terms import Terms, body_terms, title_terms

Matrix = NDArray[np.float64]

# As if so many programmes more had been seen, which have a term in one case of twenty: reports are few.
_SEEN_BEFORE = 8.0
_SHARE_BEFORE = 0.05


class Space:
    """Terms as columns, programmes as rows, each cell what the term is worth in it.

    What a term tells is learnt: the fewer programmes have it, the more (inverse document frequency).
    """

    def __init__(self, rows: Sequence[Mapping[str, float]], seen: Sequence[Mapping[str, float]]) -> None:
        """Weigh the terms of `rows` by how many of those `seen` have them."""
        columns = {term: i for i, term in enumerate(dict.fromkeys(term for row in rows for term in row))}
        counts = np.zeros(len(columns))
        for row in seen:
            for term in row:
                if term in columns:
                    counts[columns[term]] += 1
        total = len(seen) + _SEEN_BEFORE
        self.weights: Matrix = np.log(total / (counts + _SEEN_BEFORE * _SHARE_BEFORE))
        self.terms = tuple(columns)
        self.cells: Matrix = np.zeros((len(rows), len(columns)))
        for i, row in enumerate(rows):
            for term, worth in row.items():
                self.cells[i, columns[term]] = worth
        self.cells *= self.weights.clip(0)
        self.lengths: Matrix = np.sqrt((self.cells**2).sum(axis=1)).clip(1e-9)

    def cosines(self, rows: Sequence[int], columns: Sequence[int]) -> Matrix:
        """How alike each of `rows` is to each of `columns`: 0 to 1."""
        rows, columns = list(rows), list(columns)
        dots = self.cells[rows] @ self.cells[columns].T
        out: Matrix = dots / np.outer(self.lengths[rows], self.lengths[columns])
        return out

    def own_cosine(self, row: int, column: int, others: Sequence[int]) -> float:
        """How alike two are in terms that none of `others` has."""
        shared = self.cells[row] * self.cells[column]
        if len(others):
            shared = shared * ~self.cells[list(others)].any(axis=0)
        return float(shared.sum() / (self.lengths[row] * self.lengths[column]))

    def shared(self, row: int, column: int) -> tuple[str, ...]:
        """The terms that both have, the most telling first."""
        worth = self.cells[row] * self.cells[column]
        return tuple(self.terms[i] for i in np.argsort(-worth, kind="stable") if worth[i] > 0)


class Profiles:
    """Titles and lines of programmes, ready to be compared.

    Attributes:
        nodes: the programmes; a row of the spaces of lines is one of them.
    """

    def __init__(self, nodes: Sequence[Node], seen: Sequence[Node]) -> None:
        """Compare `nodes` by terms that are weighed by how many of the programmes `seen` have them."""
        places = frozenset(name for node in nodes if node.at.district for name in node.at.district.lower().split())
        titles = [(i, title_terms(name, places)) for i, node in enumerate(nodes) for name in node.names]
        bodies = [body_terms(node.lines) for node in nodes]
        seen_titles = [title_terms(name, places) for node in seen for name in node.names]
        seen_bodies = [body_terms(node.lines) for node in seen]
        self.nodes = tuple(nodes)
        self._rows: list[list[int]] = [[] for _ in nodes]
        for row, (owner, _) in enumerate(titles):
            self._rows[owner].append(row)
        self.titles = _spaces([terms for _, terms in titles], seen_titles)
        self.bodies = _spaces(bodies, seen_bodies)

    def titles_alike(self, space: Space, rows: Sequence[int], columns: Sequence[int]) -> Matrix:
        """How alike the titles of each of `rows` and each of `columns` are, by those of their names that are most."""
        mine, theirs = ([name for node in nodes for name in self.names_of(node)] for nodes in (rows, columns))
        alike = space.cosines(mine, theirs)
        starts, ends = (np.cumsum([0, *(len(self.names_of(node)) for node in nodes[:-1])]) for nodes in (rows, columns))
        out: Matrix = np.maximum.reduceat(np.maximum.reduceat(alike, starts, axis=0), ends, axis=1)
        return out

    def shared_in_titles(self, node: int, other: int) -> tuple[str, ...]:
        """Words that both titles have, or those of their budget lines."""
        pairs = ((a, b) for a in self.names_of(node) for b in self.names_of(other))
        return tuple(dict.fromkeys(word for a, b in pairs for word in self.titles[0].shared(a, b)))

    def names_of(self, node: int) -> list[int]:
        """The rows of its titles."""
        return self._rows[node]


def _spaces(terms: Sequence[Terms], seen: Sequence[Terms]) -> tuple[Space, Space]:
    return (
        Space([one.words for one in terms], [one.words for one in seen]),
        Space([one.pairs for one in terms], [one.pairs for one in seen]),
    )
