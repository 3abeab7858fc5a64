"""What changed in the archive since an older edition: which edition, what differs, and a record of either."""
