"""Made-up flows across a border: zones on a plane, terms that are known, tables as offices give them."""

import numpy as np
import pandas as pd

#: The true weight by direction.
WEIGHTS = {("NL", "DE"): 0.08, ("DE", "NL"): 0.3}


def world(*, a_side=6, seed=5, rate=0.06):
    """Draw zones of two countries, their minutes, and what flows are expected between them."""
    rng = np.random.default_rng(seed)
    names = [f"{c}{n}" for c in ("NL", "DE") for n in range(a_side)]
    x = np.concatenate([rng.uniform(-40, -1, a_side), rng.uniform(1, 40, a_side)])
    y = rng.uniform(0, 40, 2 * a_side)
    km = np.hypot(x[:, None] - x, y[:, None] - y)
    minutes = 4 + 1.2 * km
    zones = pd.DataFrame(
        {
            "country": [name[:2] for name in names],
            "people": rng.uniform(4_000, 40_000, len(names)).round(),
            "jobs": rng.uniform(4_000, 40_000, len(names)).round(),
        },
        index=names,
    )
    home, work = np.meshgrid(names, names, indexing="ij")
    times = pd.DataFrame(
        {"from_id": home.ravel(), "to_id": work.ravel(), "travel_time_min": minutes.ravel()}
    )
    country = zones["country"].to_numpy()
    weight = np.ones(minutes.shape)
    for (a, b), value in WEIGHTS.items():
        weight[np.ix_(country == a, country == b)] = value
    pull = zones["jobs"].to_numpy() * weight * np.exp(-rate * minutes)
    expected = zones["people"].to_numpy()[:, None] * pull / pull.sum(axis=1, keepdims=True)
    return zones, times, expected


def draw(expected, rng, *, spread=0.2):
    """Draw counts: negative binomial about what is expected."""
    if not spread:
        return rng.poisson(expected)
    return rng.poisson(expected * rng.gamma(1 / spread, spread, expected.shape))


def published(times, counts):
    """Return flows as an office publishes them: rounded to ten, below ten hidden."""
    count = counts.ravel().astype(float)
    table = times[["from_id", "to_id"]].assign(
        count=np.where(count < 10, np.nan, np.round(count / 10) * 10)
    )
    table["lower"] = np.where(count < 10, 0.0, np.maximum(table["count"] - 5, 10.0))
    table["upper"] = np.where(count < 10, 9.0, table["count"] + 5)
    return table[table["from_id"] != table["to_id"]].reset_index(drop=True)


def within(times):
    """Return which pairs are of two zones of one country."""
    return times["from_id"].str[:2] == times["to_id"].str[:2]
