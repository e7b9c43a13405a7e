"""Letters on paper: estimate, invoice, credit note and receipt as PDF.

The drawing library is imported when the first page is drawn, never before, so that start-up
does not pay for it.
"""
