-- name: ofApplication
-- The files of one application, the first first.
SELECT id, application_id, name, kind, description, size, content_hash, added_by, added_at, scan_state, scanned_at,
       scan_finding
  FROM application_attachments
 WHERE application_id = :application_id
 ORDER BY added_at, id;

-- name: insert
INSERT INTO application_attachments (id, application_id, name, kind, description, size, content_hash, added_by,
                                     scan_state)
VALUES (:id, :application_id, :name, :kind, :description, :size, :content_hash, :added_by, :scan_state);

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

-- name: claimForScan
-- The file that has waited longest, for whoever asks and for nobody else until the lease ends: a scanner that is away, or
-- an instance that dies, loses no file.
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
