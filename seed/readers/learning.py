"""Small models from scikit-learn, handed over as curves and planes: numbers that anybody can look at, and no code."""

import numpy as np
import scipy.sparse as sp
from sklearn.linear_model import LogisticRegression
from sklearn.preprocessing import SplineTransformer, StandardScaler

from matching.readers.curves import Curves, Planes

_STEPS = 400


def curves(features: np.ndarray, labels: np.ndarray, *, knots: int, strength: float, weights: np.ndarray | None = None) -> Curves:
    """Fit one curve of ``knots`` points a feature by logistic regression; ``strength`` is scikit-learn's C.

    ``features`` (rows, features), ``labels`` (rows,) of bool, ``weights`` (rows,) of the rows or None.
    """
    pieces = SplineTransformer(n_knots=knots, degree=1, knots="quantile" if knots > 2 else "uniform", extrapolation="constant")
    spread = pieces.fit_transform(features)
    scale = StandardScaler().fit(spread)
    model = LogisticRegression(C=strength, max_iter=_STEPS).fit(scale.transform(spread), labels, sample_weight=weights)
    slopes = model.coef_[0] / scale.scale_
    places = np.stack([spline.t[1:-1] for spline in pieces.bsplines_])
    return Curves(places, slopes.reshape(places.shape), float(model.intercept_[0] - scale.mean_ @ slopes))


def planes(features: np.ndarray | sp.csr_array, labels: np.ndarray, *, strength: float) -> Planes:
    """Fit one balanced logistic regression a column of ``labels`` (rows, readers)."""
    models = [
        LogisticRegression(C=strength, class_weight="balanced", max_iter=_STEPS).fit(features, labels[:, column])
        for column in range(labels.shape[1])
    ]
    return Planes(np.stack([model.coef_[0] for model in models], axis=1), np.array([model.intercept_[0] for model in models]))


def classes(features: sp.csr_array, labels: np.ndarray, names: tuple[str, ...], *, strength: float) -> Planes:
    """Fit one multinomial logistic regression over ``names``; a class without a row gets no chance."""
    model = LogisticRegression(C=strength, class_weight="balanced", max_iter=1000).fit(features, labels)
    weights, biases = np.zeros((features.shape[1], len(names))), np.full(len(names), -30.0)
    for place, name in enumerate(model.classes_):
        weights[:, names.index(name)], biases[names.index(name)] = model.coef_[place], model.intercept_[place]
    return Planes(weights, biases)
