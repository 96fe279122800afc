"""Interactive HTML maps in one file each, without any server."""
