"""Probable twins: deals that may be one deal told twice, found by blocks in the engine, weighed pair by pair."""
