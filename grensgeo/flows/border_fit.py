"""What a border weighs by direction, fitted to flows of commuters."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

import numpy as np

from grensgeo.border.matching import Match, Matching
from grensgeo.border.resistance import Resistance
from grensgeo.cards import card
from grensgeo.errors import InputError
from grensgeo.flows.arranging import CONSTRAINTS, Arranged, Constraint, arrange
from grensgeo.flows.count_likelihood import Counts, deviance, quantiles
from grensgeo.flows.decay_families import FAMILIES, DecayKind
from grensgeo.flows.estimating import FARTHEST, Estimate, Prior, estimate, profile_interval

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    import pandas as pd

    from grensgeo.arrays import Flags, Floats
    from grensgeo.measures.impedance import Decay
    from grensgeo.measures.matrix import TimesLike

#: Part of made-up tables in which the interval of a term holds the true one.
LEVEL = 0.95
#: Part of flows that lie within the interval of what is predicted.
PREDICTED_LEVEL = 0.90


@dataclass(frozen=True, eq=False)
class BorderFit:
    """An interaction model fitted to flows.

    Attributes
    ----------
    terms
        A row per direction: ``from_country, to_country``, ``weight`` (how much a flow across is of
        one within a country, all else equal) with ``weight_lower, weight_upper``, ``minutes`` (as
        many more minutes would do the same) with ``minutes_lower, minutes_upper``, and
        ``identified``. What flows do not tell is NaN, its interval open.
    both_ways
        A row per border: ``country_a, country_b``, the geometric mean of the ``weight`` of both
        directions with its interval, which a doubly constrained model tells where the two
        directions it does not.
    parameters
        Of decay functions and covariates: ``name``, ``country``, ``value``, ``lower``, ``upper``.
    decays
        Decay function by country of residence.
    constraint
        ``production`` or ``doubly``.
    spread
        Of the negative binomial: the variance of a flow is ``mean + spread mean^2``.
    rows
        Rows of flows that were fitted.
    explained
        Part of the Poisson deviance that decay and border explain, beside balancing alone.
    """

    terms: pd.DataFrame
    both_ways: pd.DataFrame
    parameters: pd.DataFrame
    decays: Mapping[str, Decay]
    constraint: str
    spread: float
    rows: int
    explained: float
    arranged: Arranged = field(repr=False)
    fitted: Estimate = field(repr=False)
    balanced: Estimate = field(repr=False)

    def predict(self, rows: pd.DataFrame, *, level: float = PREDICTED_LEVEL) -> pd.DataFrame:
        """Compute what the model expects of rows, fitted or not.

        Parameters
        ----------
        rows
            ``from_id, to_id``: zones or regions, as the fit took them.
        level
            Part of flows that lie within the interval.

        Returns
        -------
        DataFrame
            ``from_id, to_id``, ``expected``, ``lower`` and ``upper`` (a flow that is counted lies
            between these; parameters that are not exactly known are allowed for), and
            ``balanced``, what balancing alone expects. NaN where the model has no pair for a row.
        """
        import pandas as pd

        members = self.arranged.members(rows)
        known = np.asarray(members.sum(axis=1)).ravel() > 0
        mean, design = self.fitted.model.expected(self.fitted.theta, members)
        slopes = design if isinstance(design, np.ndarray) else design.toarray()
        moved = (slopes @ self.fitted.covariance * slopes).sum(axis=1)
        spread = self.spread + np.expm1(np.clip(moved, 0.0, 3.0))
        null, _ = self.balanced.model.expected(self.balanced.theta, members)
        columns = {
            "expected": mean,
            "lower": quantiles(mean, spread, 0.5 - level / 2),
            "upper": quantiles(mean, spread, 0.5 + level / 2),
            "balanced": null,
        }
        told = {name: np.where(known, values, np.nan) for name, values in columns.items()}
        ends = {name: rows[name].to_numpy() for name in ("from_id", "to_id")}
        return pd.DataFrame(ends | told)

    def explained_of(self, flows: pd.DataFrame) -> float:
        """Compute the part of the deviance of other flows that decay and border explain.

        Parameters
        ----------
        flows
            ``from_id, to_id, count`` with or without ``lower, upper``; such as were held out.

        Returns
        -------
        float
            1 less the Poisson deviance from the model over that from balancing alone.
        """
        found = self.predict(flows)
        ends = [flows[name] if name in flows else flows["count"] for name in ("lower", "upper")]
        use = found["expected"].notna().to_numpy()
        counts = Counts(*(end.to_numpy(dtype=np.float64)[use] for end in ends))
        left, whole = (
            deviance(counts, found.loc[use, name].to_numpy()) for name in ("expected", "balanced")
        )
        return 1 - left / whole

    def resistance(self, *, source: str = "", reference_date: str = "") -> Resistance:
        """Return the border as perceived minutes; never to be used together with :meth:`matching`.

        Parameters
        ----------
        source, reference_date
            Whence and of when the flows are.

        Returns
        -------
        Resistance
            Of the directions that flows tell, with their intervals.
        """
        told = self.terms[self.terms["identified"]]
        ways = list(zip(told["from_country"], told["to_country"], strict=True))
        ends = zip(told["minutes_lower"], told["minutes_upper"], strict=True)
        return Resistance(
            dict(zip(ways, np.maximum(told["minutes"], 0.0), strict=True)),
            purpose="commuting",
            source=source,
            reference_date=reference_date,
            intervals=dict(zip(ways, ends, strict=True)),
        )

    def matching(self, *, source: str = "") -> Matching:
        """Return the border as parts of opportunities; never together with :meth:`resistance`.

        Parameters
        ----------
        source
            Whence and of when the flows are.

        Returns
        -------
        Matching
            Of the directions that flows tell.
        """
        told = self.terms[self.terms["identified"]]
        rows = zip(told["from_country"], told["to_country"], told["weight"], strict=True)
        return Matching(
            tuple(Match(min(float(w), 1.0), from_country=a, to_country=b) for a, b, w in rows),
            source,
        )

    def _repr_html_(self) -> str:
        """Show the terms in a notebook."""
        rows: dict[str, Any] = {
            f"{row.from_country} to {row.to_country}": (
                f"weight {row.weight:.3g} ({row.weight_lower:.3g} to {row.weight_upper:.3g}), "
                f"{row.minutes:.0f} min ({row.minutes_lower:.0f} to {row.minutes_upper:.0f})"
                if row.identified
                else "not told by these flows"
            )
            for row in self.terms.itertuples()
        }
        for home, curve in self.decays.items():
            rows[f"decay {home}"] = str(curve)
        rows |= {
            "constraint": self.constraint,
            "rows": self.rows,
            "explained": f"{self.explained:.1%}",
            "spread": f"{self.spread:.3g}",
        }
        return card("Border from flows", rows)


def fit_border(
    times: TimesLike | pd.DataFrame,
    flows: pd.DataFrame,
    *,
    zones: pd.DataFrame | None = None,
    regions: Mapping[str, Iterable[str]] | None = None,
    constraint: Constraint = "production",
    decay: DecayKind = "log_logistic",
    learnt: Mapping[str, BorderFit] | None = None,
    covariates: pd.DataFrame | None = None,
    intrazonal: bool = False,
    poisson: bool = False,
) -> BorderFit:
    """Fit decay and border terms to flows of commuters, by maximum likelihood for counts.

    A flow is expected to be ``A_i people_i B_j jobs_j f(t_ij) weight_ij``, with a weight by
    direction across a border and 1 within a country. What is counted is negative binomial about
    that; what a publisher rounds or hides lies between its bounds.

    **Production-constrained** (``constraint="production"``): ``B`` is 1, so that jobs of both
    countries, told in one concept, say what a destination draws; then both directions are told.
    With ``people`` in ``zones`` each zone sends out exactly that many (give times within zones
    too), and sums across the border are enough. Without, ``A`` is free by region of residence.

    **Doubly constrained** (``"doubly"``): both are free by region. Then only the product of the
    two directions is told: to count all people of one country for more and all its jobs for less
    changes no flow within a country, and moves the two directions against each other.

    Parameters
    ----------
    times
        A ``TravelTimes``, or a table ``from_id, to_id, travel_time_min``, between zones.
    flows
        ``from_id, to_id, count``, with ``lower`` and ``upper`` where figures are rounded or hidden
        (as readers of publishers' tables give them). Ends are zones, regions of them or whole
        countries; no trip stands in two rows. A pair without a row is not known, and none.
    zones
        By id of the zone: ``country``, ``people`` (who work, by where they live), ``jobs``.
        ``country`` is needed where ``times`` do not carry it, ``jobs`` by production.
    regions
        Zones by the name of a region that flows speak of.
    constraint
        ``production`` or ``doubly``.
    decay
        Family: ``exponential``, ``power``, ``gaussian`` or ``log_logistic``. Each country of
        residence has a curve of its own, across the border too.
    learnt
        Fits of other flows by country, whose decay is taken over as exactly as they know it.
    covariates
        ``from_id, to_id`` and numbers of each pair of zones, such as differences of wages or
        of house prices, or one for a common language. Without them, it is part of the terms.
    intrazonal
        True to count trips within a zone; the times have to be those within it.
    poisson
        True to take counts to vary no more than chance alone makes them.

    Returns
    -------
    BorderFit
        Terms with 95 % intervals (profile likelihood), decay functions, and how well it fits.

    Raises
    ------
    InputError
        For choices that are not known, tables that lack a column or a number, rows that tell the
        same trips, and flows too few for the model.

    Warns
    -----
    GrensgeoWarning
        Where rows of flows lie outside the times and are left out.

    Source
    ------
    Wilson (1971), A family of spatial interaction models; Flowerdew and Aitkin (1982), A method of
    fitting the gravity model based on the Poisson distribution; McCallum (1995), National borders
    matter, for a dummy variable as the border.

    Examples
    --------
    >>> import numpy as np, pandas as pd
    >>> where = {"N1": 0, "N2": 14, "N3": 25, "D1": 37, "D2": 52, "D3": 60}
    >>> times = pd.DataFrame(
    ...     [(a, b, 5.0 + abs(x - y)) for a, x in where.items() for b, y in where.items()],
    ...     columns=["from_id", "to_id", "travel_time_min"])
    >>> zones = pd.DataFrame({"country": ["NL"] * 3 + ["DE"] * 3, "jobs": 1000.0}, list(where))
    >>> abroad = times["from_id"].str[0] + times["to_id"].str[0]
    >>> weight = abroad.map({"NN": 1.0, "DD": 1.0, "ND": 0.1, "DN": 0.4})
    >>> flows = times.assign(count=9000 * weight * np.exp(-0.06 * times["travel_time_min"]))
    >>> fit = fit_border(times, flows, zones=zones, decay="exponential", intrazonal=True)
    >>> fit.terms[["from_country", "to_country", "weight", "minutes"]].round(1).values.tolist()
    [['DE', 'NL', 0.4, 15.3], ['NL', 'DE', 0.1, 38.4]]
    """
    for value, known in ((constraint, CONSTRAINTS), (decay, FAMILIES)):
        if value not in known:
            raise InputError(
                "choice-unknown", f"{value!r} is not known; choose {', '.join(known)}"
            )
    arranged = arrange(
        times, flows, zones=zones, regions=regions, constraint=constraint, decay=decay,
        covariates=covariates, intrazonal=intrazonal,
    )  # fmt: skip
    model, counts = arranged.model, arranged.counts
    prior = _known(arranged, learnt or {}, decay)
    if len(counts.lower) + sum(len(one.mean) for one in prior) < model.size - bool(
        model.n_destinations
    ):
        raise InputError(
            "flows-too-few",
            f"flows: {len(counts.lower)} rows are too few for {model.size} parameters; give more "
            "rows, or take over a decay by learnt=",
        )
    start = np.zeros(model.size)
    mean_min = float(np.average(model.minutes, weights=np.exp(-model.minutes / 30)) + 1)
    begin = [float(np.log(value)) for value in FAMILIES[decay].start(mean_min)]
    start[model.decays] = np.tile(begin, model.n_curves)
    fitted = estimate(model, counts, start=start, known=prior, poisson=poisson)
    _hold_inside(fitted, start)
    flat = replace(
        model, minutes=np.zeros(len(model.minutes)), n_directions=0,
        direction=np.full(len(model.minutes), -1), covariates=model.covariates[:, :0],
    )  # fmt: skip
    balanced = estimate(flat, counts, start=start[: flat.size], poisson=poisson)
    means = [one.model.expected(one.theta)[0] for one in (fitted, balanced)]
    left, whole = (deviance(counts, mean) for mean in means)
    return BorderFit(
        terms=_terms(arranged, fitted),
        both_ways=_both_ways(arranged, fitted),
        parameters=_parameters(arranged, fitted, covariates),
        decays=_decays(arranged, fitted),
        constraint=constraint,
        spread=fitted.spread,
        rows=len(counts.lower),
        explained=1 - left / whole if whole > 0 else np.nan,
        arranged=arranged,
        fitted=fitted,
        balanced=balanced,
    )


def _known(arranged: Arranged, learnt: Mapping[str, BorderFit], decay: str) -> tuple[Prior, ...]:
    """Return the decays that other flows told, each with its covariance."""
    first, width = arranged.model.decays.start, len(FAMILIES[decay].parameters)
    result = []
    for country, fit in learnt.items():
        if fit.fitted.model.kind != decay or country not in fit.arranged.curves:
            raise InputError(
                "choice-unknown",
                f"learnt: no {decay} decay of {country} was fitted there; fit one, or choose "
                "another decay",
            )
        if country not in arranged.curves:
            continue
        own = fit.fitted.model.decays.start + width * fit.arranged.curves.index(country)
        from_there = np.arange(own, own + width)
        here = first + width * arranged.curves.index(country) + np.arange(width)
        covariance = fit.fitted.covariance[np.ix_(from_there, from_there)]
        result.append(Prior(here, fit.fitted.theta[from_there], np.linalg.inv(covariance)))
    return tuple(result)


def _hold_inside(fitted: Estimate, start: Floats) -> None:
    """Raise where a decay ran to the edge of its family."""
    where = fitted.model.decays
    if np.abs(fitted.theta[where] - start[where]).max(initial=0.0) > 7:
        raise InputError(
            "fit-at-edge",
            f"flows: the best {fitted.model.kind} decay lies at the edge of its family (flat, a "
            "step, or a curve of another kind); choose another kind, and check that the flows "
            "fall with travel time",
        )


def _terms(arranged: Arranged, fitted: Estimate) -> pd.DataFrame:
    """Build the table of border terms by direction."""
    import pandas as pd

    rows = []
    for number, (home, abroad) in enumerate(arranged.directions):
        which = fitted.model.borders.start + number
        identified = fitted.identified(np.eye(fitted.model.size)[which])
        lower, upper = profile_interval(fitted, which, level=LEVEL)
        term = float(fitted.theta[which]) if identified else np.nan
        minutes = _minutes(fitted, number, (lower, upper))
        rows.append(
            {
                "from_country": home,
                "to_country": abroad,
                "weight": np.exp(term),
                "weight_lower": np.exp(lower),
                "weight_upper": np.exp(upper),
                "minutes": minutes[0] if identified else np.nan,
                "minutes_lower": minutes[1],
                "minutes_upper": minutes[2],
                "identified": identified,
            }
        )
    names = ["from_country", "to_country", "weight", "weight_lower", "weight_upper", "minutes",
             "minutes_lower", "minutes_upper", "identified"]  # fmt: skip
    return pd.DataFrame(rows, columns=names)


def _minutes(fitted: Estimate, number: int, ends: tuple[float, float]) -> tuple[float, ...]:
    """Compute how many more minutes do what a border term does, and between what they lie.

    The ends are those of the term, and beside them what the decay is not known to (delta method).
    """
    here = fitted.model.direction == number
    which = fitted.model.borders.start + number

    def minutes_at(theta: Floats) -> float:
        return _minutes_at(fitted, theta, number, here)

    middle = minutes_at(fitted.theta)
    slope = np.zeros(fitted.model.size)
    for one in range(fitted.model.size)[fitted.model.decays]:
        step = np.zeros(fitted.model.size)
        step[one] = 1e-4
        slope[one] = (minutes_at(fitted.theta + step) - minutes_at(fitted.theta - step)) / 2e-4
    reach = fitted.critical(LEVEL) * fitted.error(slope)
    result = [middle]
    for term, sign in zip(reversed(ends), (-1, 1), strict=True):
        theta = fitted.theta.copy()
        theta[which] = term
        off = abs(minutes_at(theta) - middle) if np.isfinite(term) else np.inf
        result.append(middle + sign * float(np.hypot(off, reach)))
    return tuple(result)


def _minutes_at(fitted: Estimate, theta: Floats, number: int, here: Flags) -> float:
    """Search the minutes that lessen the flows of a direction as its term does."""
    from scipy.optimize import brentq

    model = fitted.model
    flow = model.pairs(theta)[0][here]
    term = float(theta[model.borders][number])
    family = FAMILIES[model.kind]
    width = len(family.parameters)
    curve = model.curve[here]
    minutes = model.minutes[here]

    def weights(more: float) -> Floats:
        result = np.empty(len(minutes))
        for one in np.unique(curve):
            logs = theta[model.decays][one * width : (one + 1) * width]
            at = curve == one
            result[at] = family.log_weight(logs, np.maximum(minutes[at] + more, 0.0))[0]
        return result

    none = weights(0.0)

    def off(more: float) -> float:
        part = float((flow * np.exp(weights(more) - none)).sum() / flow.sum())
        return float(np.log(max(part, 1e-300))) - term

    if term > 0:  # flows are more than within a country: minutes would have to be taken off
        nearest = -float(minutes.max())
        return float(brentq(off, nearest, 0.0)) if off(nearest) > 0 else nearest
    most = 10_000.0
    return float(brentq(off, 0.0, most)) if off(most) < 0 else most


def _both_ways(arranged: Arranged, fitted: Estimate) -> pd.DataFrame:
    """Build the table of the geometric mean of both directions of each border."""
    import pandas as pd

    rows = []
    first = fitted.model.borders.start
    for number, (home, abroad) in enumerate(arranged.directions):
        if home > abroad or (abroad, home) not in arranged.directions:
            continue
        contrast = np.zeros(fitted.model.size)
        contrast[first + number] = 0.5
        contrast[first + arranged.directions.index((abroad, home))] = 0.5
        identified = fitted.identified(contrast)
        middle = float(contrast @ fitted.theta)
        reach = fitted.critical(LEVEL) * fitted.error(contrast)
        open_ended = not identified or abs(middle) + reach > FARTHEST
        rows.append(
            {
                "country_a": home,
                "country_b": abroad,
                "weight": np.exp(middle) if identified else np.nan,
                "weight_lower": 0.0 if open_ended else np.exp(middle - reach),
                "weight_upper": np.inf if open_ended else np.exp(middle + reach),
                "identified": identified,
            }
        )
    names = ["country_a", "country_b", "weight", "weight_lower", "weight_upper", "identified"]
    return pd.DataFrame(rows, columns=names)


def _parameters(
    arranged: Arranged, fitted: Estimate, covariates: pd.DataFrame | None
) -> pd.DataFrame:
    """Build the table of the parameters of decay functions and covariates."""
    import pandas as pd

    model = fitted.model
    names = FAMILIES[model.kind].parameters
    told: list[tuple[str, str, int]] = [
        (name, country, model.decays.start + number * len(names) + place)
        for number, country in enumerate(arranged.curves)
        for place, name in enumerate(names)
    ]
    columns = () if covariates is None else covariates.columns
    given = [str(name) for name in columns if name not in {"from_id", "to_id"}]
    told += [(name, "", model.slopes.start + place) for place, name in enumerate(given)]
    rows = []
    for name, country, which in told:
        contrast = np.eye(model.size)[which]
        error = fitted.error(contrast) if fitted.identified(contrast) else np.inf
        reach = fitted.critical(LEVEL) * error
        ends = np.array([0.0, -reach, reach]) + fitted.theta[which]
        values = np.exp(ends) if country else ends
        if not np.isfinite(error):
            values[0] = np.nan
        rows.append((name, country, *values))
    return pd.DataFrame(rows, columns=["name", "country", "value", "lower", "upper"])


def _decays(arranged: Arranged, fitted: Estimate) -> dict[str, Decay]:
    """Return the decay function of each country of residence."""
    family = FAMILIES[fitted.model.kind]
    values = np.exp(fitted.theta[fitted.model.decays]).reshape(-1, len(family.parameters))
    return {
        country: family.make(*map(float, own))
        for country, own in zip(arranged.curves, values, strict=True)
    }
