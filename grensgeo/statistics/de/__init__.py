"""Readers of what German offices publish."""
