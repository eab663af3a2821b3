"""Measuring the matcher on judged data: metrics, intervals, baselines."""
