"""Files to records: reading, checking references, reconciling totals."""
