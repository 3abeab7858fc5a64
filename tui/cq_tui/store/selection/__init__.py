"""Kind, filter and order to records, counts, sums and facets."""
