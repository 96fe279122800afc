"""Readers of what Dutch offices publish."""
