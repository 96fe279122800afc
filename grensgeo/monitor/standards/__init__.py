"""The feed in the formats of statistics offices and portals, one module a standard."""
