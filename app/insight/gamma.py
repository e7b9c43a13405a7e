"""The gamma distribution in plain arithmetic: no desktop needs NumPy for twelve numbers a year.

The series and the continued fraction of the incomplete gamma function are DLMF 8.7.1 and 8.9.2
(dlmf.nist.gov, Digital Library of Mathematical Functions); both are exact to far more places than
any figure here is told to.
"""

from __future__ import annotations

from math import exp, inf, lgamma, log

_CLOSE = 1e-14
_TINY = 1e-300
_MOST = 10_000


def below(x: float, shape: float, rate: float) -> float:
    """The chance of a value under `x`; nothing lies under zero."""
    scaled = x * rate
    if scaled <= 0:
        return 0.0
    weight = exp(shape * log(scaled) - scaled - lgamma(shape))
    if scaled < shape + 1:
        return weight * _series(scaled, shape)
    return 1.0 - weight * _fraction(scaled, shape)


def quantile(part: float, shape: float, rate: float) -> float:
    """The value that a part (over 0, under 1) of all lie under, by halving."""
    low, high = 0.0, max(shape / rate, _TINY)
    while below(high, shape, rate) < part:
        low, high = high, 2 * high
    while high - low > 1e-12 * high:
        middle = (low + high) / 2
        if below(middle, shape, rate) < part:
            low = middle
        else:
            high = middle
    return (low + high) / 2


def _series(x: float, shape: float) -> float:
    step = 0
    term = total = 1.0 / shape
    while term >= total * _CLOSE:
        step += 1
        term *= x / (shape + step)
        total += term
    return total


def _fraction(x: float, shape: float) -> float:
    """By Lentz's way, from the front."""
    base = x + 1.0 - shape
    over, under = inf, 1.0 / base
    value, step, change = under, 0, inf
    while abs(change - 1.0) >= _CLOSE and step < _MOST:
        step += 1
        factor = -step * (step - shape)
        base += 2.0
        under = 1.0 / (factor * under + base or _TINY)
        over = base + factor / over or _TINY
        change = over * under
        value *= change
    return value
