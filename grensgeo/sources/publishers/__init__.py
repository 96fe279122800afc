"""Readers of the publishers' own files: statistical offices, employment agencies, job boards.

Each gives a table of facts (:data:`grensgeo.schema.FACTS`) or of facts on a grid
(:data:`grensgeo.schema.GRID_FACTS`): the figure as published, the least and the most that it can
stand for, and the mark of the publisher where there was no figure.
"""
