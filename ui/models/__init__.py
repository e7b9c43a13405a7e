"""What screens show and ask services for: no widgets here, only values and signals."""
