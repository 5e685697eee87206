"""Reading: a report becomes sentences, a parse, names, quantities, times and attributions."""
