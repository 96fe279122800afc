"""The interaction model as arrays: what flows it expects, and how these move with its parameters.

Between every pair of zones it expects a flow; an observation is the sum of the pairs that it
holds, be it one pair, a Kreis to a Kreis, or everybody who crosses a border.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from grensgeo.flows.decay_families import FAMILIES

if TYPE_CHECKING:
    import numpy.typing as npt
    import scipy.sparse as sp

    from grensgeo.arrays import Floats

    Positions = npt.NDArray[np.intp]
    Design = Floats | sp.csr_matrix

#: Designs of fewer numbers than this are held in full, which is quicker.
_DENSE = 5_000_000


def gram(design: Design, weight: Floats) -> Floats:
    """Compute the information that weighted observations give on the parameters."""
    if isinstance(design, np.ndarray):
        return np.asarray((design * weight[:, None]).T @ design)
    import scipy.sparse as sp

    weighed = sp.csr_matrix(design.multiply(weight[:, None]))
    return np.asarray(sp.csr_matrix(design.T @ weighed).todense())


@dataclass(frozen=True, eq=False)
class Interaction:
    """What is expected of what, by pair of zones.

    Attributes
    ----------
    minutes
        float64 (n_pairs,).
    offset
        float64 (n_pairs,). Logarithm of what is known of a pair beforehand.
    origin, destination
        Which factor of balancing a pair takes; -1 for none.
    row
        Which origin a pair leaves, where the totals of origins are held; empty where they are not.
    total
        float64 (n_rows,). Logarithm of those totals.
    curve
        Which decay function a pair takes.
    direction
        Which border term a pair takes; -1 within a country.
    covariates
        float64 (n_pairs, n_covariates).
    members
        Sparse (n_observations, n_pairs), ones: which pairs an observation holds.
    kind
        Family of the decay functions.
    n_origins, n_destinations, n_curves, n_directions
        How many of each there are.
    """

    minutes: Floats
    offset: Floats
    origin: Positions
    destination: Positions
    row: Positions
    total: Floats
    curve: Positions
    direction: Positions
    covariates: Floats
    members: sp.csr_matrix
    kind: str
    n_origins: int
    n_destinations: int
    n_curves: int
    n_directions: int

    @property
    def balancing(self) -> slice:
        """Where the factors of balancing stand among the parameters."""
        return slice(0, self.n_origins + self.n_destinations)

    @property
    def decays(self) -> slice:
        """Where the parameters of the decay functions stand."""
        first = self.balancing.stop
        return slice(first, first + self.n_curves * len(FAMILIES[self.kind].parameters))

    @property
    def borders(self) -> slice:
        """Where the border terms stand."""
        return slice(self.decays.stop, self.decays.stop + self.n_directions)

    @property
    def slopes(self) -> slice:
        """Where the coefficients of covariates stand."""
        return slice(self.borders.stop, self.borders.stop + self.covariates.shape[1])

    @property
    def size(self) -> int:
        """How many parameters there are."""
        return int(self.borders.stop + self.covariates.shape[1])

    def pairs(self, theta: Floats) -> tuple[Floats, Floats]:
        """Compute the flow of each pair, and the slopes of its logarithm in all but balancing.

        Parameters
        ----------
        theta
            float64 (size,). The parameters.

        Returns
        -------
        flow, slope
            float64 (n_pairs,) and (n_pairs, size - balancing).
        """
        family = FAMILIES[self.kind]
        width = len(family.parameters)
        start = self.balancing.stop
        slope = np.zeros((len(self.minutes), self.size - start))
        logs = self.offset.copy()
        for number in range(self.n_curves):
            here = self.curve == number
            at = slice(number * width, (number + 1) * width)
            weight, rise = family.log_weight(theta[self.decays][at], self.minutes[here])
            logs[here] += weight
            slope[here, at] = rise
        crossing = np.flatnonzero(self.direction >= 0)
        way = self.direction[crossing]
        logs[crossing] += theta[self.borders][way]
        slope[crossing, self.borders.start - start + way] = 1.0
        logs += self.covariates @ theta[self.slopes]
        slope[:, self.slopes.start - start :] = self.covariates
        if self.n_origins:
            logs += theta[self.origin]
        if self.n_destinations:
            logs += theta[self.n_origins + self.destination]
        if not len(self.row):
            return np.exp(np.clip(logs, -300, 300)), slope
        # totals held: a share of the origin's total, and its slope less the mean of the row's
        most = np.full(len(self.total), -np.inf)
        np.maximum.at(most, self.row, logs)
        share = np.exp(logs - most[self.row])
        share /= np.bincount(self.row, share, minlength=len(self.total))[self.row]
        for column in range(slope.shape[1]):
            part = share * slope[:, column]
            slope[:, column] -= np.bincount(self.row, part, minlength=len(self.total))[self.row]
        return share * np.exp(self.total)[self.row], slope

    def expected(
        self, theta: Floats, members: sp.csr_matrix | None = None
    ) -> tuple[Floats, Design]:
        """Compute what is expected of each observation, and how its logarithm moves.

        Parameters
        ----------
        theta
            float64 (size,). The parameters.
        members
            Other observations than those of the model: which pairs each of them holds.

        Returns
        -------
        mean
            float64 (n,).
        design
            (n, size), sparse where it is large. Slopes of the logarithm of the mean in the
            parameters.
        """
        import scipy.sparse as sp

        held = self.members if members is None else members
        flow, slope = self.pairs(theta)
        single = bool((np.diff(held.indptr) == 1).all())
        if single and held.shape[0] * self.size < _DENSE:
            return np.maximum(flow[held.indices], 1e-300), self._rows(held.indices, slope)
        of_pair = sp.csr_matrix((flow[held.indices], held.indices, held.indptr), shape=held.shape)
        mean = np.asarray(of_pair.sum(axis=1)).ravel()
        blocks = [of_pair @ part for part in self._factors()]
        blocks.append(sp.csr_matrix(of_pair @ slope))
        scale = sp.diags_array(1 / np.maximum(mean, 1e-300))
        return np.maximum(mean, 1e-300), sp.csr_matrix(scale @ sp.hstack(blocks, format="csr"))

    def _rows(self, pairs: npt.NDArray[np.integer], slope: Floats) -> Floats:
        """Return the design of observations of one pair each, which no parameter mixes."""
        result = np.zeros((len(pairs), self.size))
        at = np.arange(len(pairs))
        if self.n_origins:
            result[at, self.origin[pairs]] = 1.0
        if self.n_destinations:
            result[at, self.n_origins + self.destination[pairs]] = 1.0
        result[:, self.balancing.stop :] = slope[pairs]
        return result

    def _factors(self) -> list[sp.csr_matrix]:
        """Return which factor of balancing each pair takes, as sparse ones."""
        import scipy.sparse as sp

        given = (self.origin, self.n_origins), (self.destination, self.n_destinations)
        ones = np.ones(len(self.minutes))
        starts = np.arange(len(self.minutes) + 1)
        return [
            sp.csr_matrix((ones, which, starts), shape=(len(self.minutes), number))
            for which, number in given
            if number
        ]
