"""Networks on disk: dossiers for people, packs for machines, and the checks between a file and the program."""
