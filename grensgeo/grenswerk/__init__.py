"""Bringing people to work and learning across the border: placements, and places to meet."""
