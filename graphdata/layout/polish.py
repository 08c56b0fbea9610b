"""ForceAtlas2's energy: neighbours pull, all push by their degree; dense when small, over an FFT grid when large."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np

from graphdata.layout.plan import UNWATCHED, Floats, Ints, Singles, Watch
from graphdata.layout.steady import HOP, steadied
from graphdata.layout.stress import ways_between
from graphdata.layout.web import Web, as_complex, as_places, summed_by_row, sums_over_neighbours

Forces = Callable[[Floats], Floats]

GRAVITY = 0.05
"""Pull to the middle, as a share of the push of one neighbour; enough to keep far branches on the page."""


STRIDE, CARRIED = 1.2, 0.9
"""How far an actor of a large drawing goes, 1 being to where its neighbours pull it; what is left of its last speed."""


def polish_dense(starts: Floats, web: Web, steps: int, aspect: float = 1.0) -> Floats:
    """Return a batch of drawings, (batch, count, 2), moved to clusters; gravity shapes them to the page's aspect."""
    masses = web.degrees.astype(float) + 1.0
    pulls, pushes = _pull_matrix(web), (masses[:, None] * masses).astype(np.float32)
    gravity: Floats = GRAVITY * masses[:, None] * _page_shape(aspect)

    def forces(places: Floats) -> Floats:
        ways, squares = ways_between(places.transpose(2, 0, 1))
        squares += np.float32(0.01)
        np.divide(pushes, squares, out=squares)
        squares -= pulls
        ways *= squares
        return np.asarray(np.add.reduce(ways, axis=3).transpose(1, 2, 0) - gravity * places)

    return _relaxed(_balanced(starts, web), forces, masses, steps, UNWATCHED)


def polish_grid(start: Floats, web: Web, steps: int, aspect: float = 1.0, watch: Watch = UNWATCHED) -> Floats:
    """Return one large drawing moved to clusters, the push taken from a potential on a grid.

    An actor goes as far as would bring it to the middle of its neighbours, and on by what it had of speed (Polyak's
    heavy ball): clusters, on which little pulls in any one step, so find their places in a third of the steps.
    """
    masses = web.degrees.astype(float) + 1.0
    grid, gravity, stride = _Grid(web.count), GRAVITY * _page_shape(aspect), STRIDE / masses[:, None]
    places = np.asarray(_balanced(start[None], web)[0])
    speed = np.zeros_like(places)
    for step in range(steps):
        watch.tick(0.5)
        force = grid.push(places, masses) + _pull_sparse(places, web)
        speed = speed * min(CARRIED, 1.0 - 3.0 / (step + 4.0)) + force * stride - places * (gravity * STRIDE)
        places = places + speed
    return places


def _page_shape(aspect: float) -> Floats:
    """Return the gravity along x and y under which a drawing takes the page's shape."""
    return np.array([aspect**-0.5, aspect**0.5])


def _pull_matrix(web: Web) -> Singles:
    """Return how much each actor pulls at each other, 0 for those that are no neighbours."""
    pull = np.zeros((web.count, web.count), dtype=np.float32)
    first, second = web.pairs.T
    pull[first, second] = pull[second, first] = 1.0 / web.lengths
    return pull


def _pull_sparse(places: Floats, web: Web) -> Floats:
    """Return the neighbours' pull, row by row."""
    spots = as_complex(places)
    if (web.lengths == 1.0).all():
        return as_places(sums_over_neighbours(web, spots) - spots * web.degrees)
    shares = 1.0 / web.reaches
    return as_places(summed_by_row(web, (spots.take(web.neighbours) - np.repeat(spots, web.degrees)) * shares))


def _balanced(starts: Floats, web: Web) -> Floats:
    """Return the drawings scaled to where pull and push are in balance, so that no step is lost on size."""
    centred = starts - starts.mean(axis=1, keepdims=True)
    first, second = web.pairs.T
    masses = web.degrees.astype(float) + 1.0
    edges = (((centred[:, first] - centred[:, second]) ** 2).sum(axis=2) / web.lengths).sum(axis=1)
    mass = float(masses.sum())
    target = (mass**2 - float((masses**2).sum())) / 2.0
    inertia = GRAVITY * ((centred**2).sum(axis=2) * masses).sum(axis=1)
    return np.asarray(centred * np.sqrt(target / np.maximum(edges + inertia, 1e-9))[:, None, None])


def _relaxed(places: Floats, forces: Forces, masses: Floats, steps: int, watch: Watch) -> Floats:
    """Return the drawings after steps whose length falls where a force swings and grows where it pulls on."""
    before = forces(places)
    speed = np.ones((len(places), 1))
    for _ in range(steps):
        watch.tick(0.5)
        force = forces(places)
        swing, draw = _lengths(force - before), _lengths(force + before) / 2.0
        wanted = (masses * draw).sum(axis=1) / np.maximum((masses * swing).sum(axis=1), 1e-9)
        speed = np.minimum(wanted[:, None], speed * 1.5)
        stride = speed / (1.0 + speed * np.sqrt(swing))
        stride = np.minimum(stride, 10.0 / np.maximum(draw, 1e-9))
        places = np.asarray(places + force * stride[..., None])
        before = force
    return places


def _lengths(ways: Floats) -> Floats:
    """Return the lengths of ways; numpy's own norm takes ten times as long over two columns."""
    return np.asarray(np.sqrt(ways[..., 0] ** 2 + ways[..., 1] ** 2))


class _Grid:
    """A grid that turns masses into the push between them: the logarithmic potential by one FFT there and back."""

    def __init__(self, count: int) -> None:
        """Choose the number of cells by the number of actors."""
        self.cells = 64 if count < 3000 else 128 if count < 20000 else 256
        span = np.minimum(np.arange(2 * self.cells), 2 * self.cells - np.arange(2 * self.cells))
        squares = (span[:, None] ** 2 + span**2).astype(np.float64)
        self.kernel = np.fft.rfft2(steadied(-0.5 * np.log(squares + 0.2), HOP).astype(np.float32))

    def push(self, places: Floats, masses: Floats) -> Floats:
        """Return the push on every actor: its mass times the slope of the others' potential."""
        x, y = np.ascontiguousarray(places.T)
        cell = float(max(np.ptp(x), np.ptp(y))) / (self.cells - 3) + 1e-9
        x, y = (x - x.min()) / cell + 1.0, (y - y.min()) / cell + 1.0
        column, row = x.astype(np.int64), y.astype(np.int64)
        shares = _corner_shares((x - column).astype(np.float32), (y - row).astype(np.float32))
        first = column * self.cells + row
        corners = (first, first + 1, first + self.cells, first + self.cells + 1)
        along, across = np.gradient(self._potential(corners, [share * masses for share in shares]))
        slope = (along + 1j * across).ravel()
        pulled = slope.take(corners[0]) * shares[0]
        for corner, share in zip(corners[1:], shares[1:], strict=True):  # one by one they stay in the cache
            pulled += slope.take(corner) * share
        return as_places(pulled * (-masses / cell))

    def _potential(self, corners: Sequence[Ints], masses: Sequence[Floats]) -> Singles:
        """Return the potential of the masses laid on the grid."""
        filled = sum(np.bincount(*laid, self.cells**2) for laid in zip(corners, masses, strict=True))
        sheet = np.reshape(filled, (self.cells, self.cells)).astype(np.float32)
        wide = np.fft.rfft2(sheet, s=(2 * self.cells, 2 * self.cells))
        return np.asarray(np.fft.irfft2(wide * self.kernel)[: self.cells, : self.cells])


def _corner_shares(x: Singles, y: Singles) -> tuple[Singles, Singles, Singles, Singles]:
    """Return what part of each actor, so far inside its cell, falls on the four corners of it."""
    return (1 - x) * (1 - y), (1 - x) * y, x * (1 - y), x * y
