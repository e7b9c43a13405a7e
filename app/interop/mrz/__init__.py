"""Machine-readable lines of passports, identity cards and visas (ICAO 9303 parts 3 to 7)."""
