"""The words every other room uses: money, identifiers, dates, people, errors and ports. Pure."""
