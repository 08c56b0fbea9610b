"""Where actors stand: pure, seeded layouts from a plan to positions in points; one algorithm a file, numpy alone."""
