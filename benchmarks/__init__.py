"""Ratios against named peers, measured in one run. A benchmark is not a test."""
