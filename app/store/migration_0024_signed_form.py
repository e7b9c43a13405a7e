"""Step 24: whoever copies a clinician's word from a form keeps the form's own copy with the case.

`document_ref` of such a record names the paper that was copied; records made before this step
keep what they said.
"""

from __future__ import annotations

STATEMENTS: tuple[str, ...] = (
    """CREATE TRIGGER urgency_transcribed_from_its_copy BEFORE INSERT ON urgency_records
       WHEN new.transcribed AND NOT EXISTS (
           SELECT 1 FROM document_images i
           WHERE i.evidence_id = new.document_ref AND i.registration_id = new.registration_id
             AND NOT EXISTS (SELECT 1 FROM image_removals r WHERE r.image_id = i.image_id))
       BEGIN SELECT RAISE(ABORT, 'a transcribed form is kept with its case'); END""",
)
