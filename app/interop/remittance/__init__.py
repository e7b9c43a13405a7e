"""Payment files in: bank and card CSV, GOV.UK Pay, camt.053 (finance.md 7.5)."""
