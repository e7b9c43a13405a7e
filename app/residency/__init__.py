"""From answers to a determination: who pays for which service, under which dated rule. Pure."""
