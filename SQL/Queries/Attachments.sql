-- name: ofApplication
-- The files of one application, the first first; without those of a completion that is not sent in.
SELECT id, application_id, name, kind, description, size, content_hash, added_by, added_at, scan_state, scanned_at,
       scan_finding
  FROM application_attachments
 WHERE application_id = :application_id
   AND (completion_id IS NULL
        OR EXISTS (SELECT FROM completion_requests AS request
                    WHERE request.id = completion_id AND request.ending = 'completed'))
 ORDER BY added_at, id;

-- name: ofCompletion
-- The files that an applicant has added in answer to a request and not sent in. For the applicant's eyes only.
SELECT id, application_id, name, kind, description, size, content_hash, added_by, added_at, scan_state, scanned_at,
       scan_finding
  FROM application_attachments
 WHERE completion_id = :completion_id
   AND EXISTS (SELECT FROM completion_requests AS request WHERE request.id = completion_id AND request.ended_at IS NULL)
 ORDER BY added_at, id;

-- name: insert
INSERT INTO application_attachments (id, application_id, name, kind, description, size, content_hash, added_by,
                                     scan_state, completion_id)
VALUES (:id, :application_id, :name, :kind, :description, :size, :content_hash, :added_by, :scan_state,
        :completion_id::uuid);

-- name: insertPiece
INSERT INTO attachment_pieces (attachment_id, application_id, position, bytes)
VALUES (:attachment_id, :application_id, :position::integer, :bytes);

-- name: piece
-- One piece of a file, so that no more than one is held beside the whole.
SELECT bytes
  FROM attachment_pieces
 WHERE attachment_id = :attachment_id AND position = :position::integer;

-- name: deletePieces
DELETE FROM attachment_pieces
 WHERE attachment_id = :attachment_id;

-- name: delete
DELETE FROM application_attachments
 WHERE id = :id;

-- name: deletePiecesOfCompletions
-- What was added to a completion that nobody has sent in is nobody's document.
DELETE FROM attachment_pieces
 WHERE attachment_id IN (
       SELECT attachment.id
         FROM application_attachments AS attachment
         JOIN completion_requests AS request ON request.id = attachment.completion_id
        WHERE attachment.application_id = :application_id AND request.ending IN ('overdue', 'withdrawn'));

-- name: deleteOfCompletions
DELETE FROM application_attachments AS attachment
 USING completion_requests AS request
 WHERE request.id = attachment.completion_id AND attachment.application_id = :application_id
   AND request.ending IN ('overdue', 'withdrawn');

-- name: claimForScan
-- The file that has waited longest, for whoever asks and for nobody else until the lease ends: a scanner that is away,
-- or an instance that dies, loses no file.
UPDATE application_attachments AS attachment
   SET scan_tried_at = clock_timestamp()
 WHERE attachment.id = (
       SELECT waiting.id
         FROM application_attachments AS waiting
        WHERE waiting.scan_state IN ('quarantined', 'unscanned')
          AND (waiting.scan_tried_at IS NULL
               OR waiting.scan_tried_at < clock_timestamp() - make_interval(secs => :lease::double precision))
        ORDER BY waiting.scan_tried_at NULLS FIRST, waiting.id
        LIMIT 1
          FOR UPDATE SKIP LOCKED)
RETURNING attachment.id, attachment.application_id, attachment.name, attachment.kind, attachment.description,
          attachment.size, attachment.content_hash, attachment.added_by, attachment.added_at, attachment.scan_state,
          attachment.scanned_at, attachment.scan_finding;

-- name: setScan
-- What the scanner said. A file that has been called infected stays so.
UPDATE application_attachments
   SET scan_state = :scan_state, scanned_at = clock_timestamp(), scan_finding = :scan_finding::text
 WHERE id = :id AND scan_state IN ('quarantined', 'unscanned');
