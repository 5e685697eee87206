"""The algebra of quantities, times and names: pure functions on values, without state."""
