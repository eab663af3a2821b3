"""The metrics once more, pair by pair and rank by rank, as a reader would count them on paper."""

from itertools import combinations, permutations
from math import log2

from matching.evaluation.metrics import NOTHING, Ratio

TOP = 10
Row = tuple[float, float, bool]  # score, grade, relevant


def ranked(rows: list[Row]) -> list[Row]:
    return [row for _, row in sorted(enumerate(rows), key=lambda numbered: (-numbered[1][0], numbered[0]))]


def average_precision(rows: list[Row]) -> Ratio:
    hits, precisions = 0, []
    for rank, (_, _, relevant) in enumerate(ranked(rows), start=1):
        if relevant:
            hits += 1
            precisions.append(hits / rank)
    return (sum(precisions) / hits, 1.0) if hits else NOTHING


def ndcg(rows: list[Row]) -> Ratio:
    ideal = gain(sorted((grade for _, grade, _ in rows), reverse=True))
    return (gain([grade for _, grade, _ in ranked(rows)]) / ideal, 1.0) if ideal else NOTHING


def gain(grades: list[float]) -> float:
    return sum(grade / log2(rank + 1) for rank, grade in enumerate(grades[:TOP], start=1))


def precision(rows: list[Row]) -> Ratio:
    return (sum(relevant for _, _, relevant in ranked(rows)[:TOP]) / TOP, 1.0) if relevant_in(rows) else NOTHING


def recall_at_one(rows: list[Row]) -> Ratio:
    return (float(ranked(rows)[0][2]) / relevant_in(rows), 1.0) if relevant_in(rows) else NOTHING


def reciprocal_rank(rows: list[Row]) -> Ratio:
    return next(((1 / rank, 1.0) for rank, (_, _, relevant) in enumerate(ranked(rows), start=1) if relevant), NOTHING)


def relevant_in(rows: list[Row]) -> int:
    return sum(relevant for _, _, relevant in rows)


def roc_auc(rows: list[Row]) -> Ratio:
    pairs = [right(one[0], other[0]) for one, other in permutations(rows, 2) if one[2] and not other[2]]
    return (sum(pairs) / len(pairs), 1.0) if pairs else NOTHING


def right(higher: float, lower: float) -> float:
    return 1.0 if higher > lower else 0.5 if higher == lower else 0.0


def better_first(rows: list[Row]) -> list[tuple[Row, Row]]:
    """Return every pair of different grades, the better grade first."""
    return [(a, b) if a[1] > b[1] else (b, a) for a, b in combinations(rows, 2) if a[1] != b[1]]


def pairwise_loss(rows: list[Row]) -> Ratio:
    lost = sum((better[1] - worse[1]) * (1 - right(better[0], worse[0])) for better, worse in better_first(rows))
    return lost, float(sum(better[1] - worse[1] for better, worse in better_first(rows)))


def easy_accuracy(rows: list[Row]) -> Ratio:
    return accuracy([(better, worse) for better, worse in better_first(rows) if better[1] >= 4 and worse[1] <= 2])


def hard_accuracy(rows: list[Row]) -> Ratio:
    return accuracy([(better, worse) for better, worse in better_first(rows) if worse[1] >= 4])


def accuracy(pairs: list[tuple[Row, Row]]) -> Ratio:
    return sum(right(better[0], worse[0]) for better, worse in pairs), float(len(pairs))


BY_NAME = {
    "ap": average_precision,
    "ndcg_10": ndcg,
    "p_10": precision,
    "r_1": recall_at_one,
    "mrr": reciprocal_rank,
    "roc_auc": roc_auc,
    "loss_within_brief": pairwise_loss,
    "loss_within_profile": pairwise_loss,
    "easy_accuracy": easy_accuracy,
    "hard_accuracy": hard_accuracy,
}
