"""From a flagged registration to a decision a person stands behind. Pure."""
