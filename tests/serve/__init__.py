"""``cq-tui serve`` in a real browser, and what its tests share with those without one."""
