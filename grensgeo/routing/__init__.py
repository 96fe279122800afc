"""Routing kernels: arrays in, arrays out, no pandas."""
