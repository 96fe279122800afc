"""The kinds of modifications of a scenario, a module each."""
