"""Questions an analyst puts to a view: when, who through whom, what if, what changed, who had it from whom."""
