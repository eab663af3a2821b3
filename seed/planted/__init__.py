"""Measuring the matcher on synthetic worlds whose answers are planted."""
