-- name: ofApplication
-- The records of what came in, version by version, with the hashes of what is kept of each.
SELECT paper.id, paper.application_id, paper.application_version, received.taken_at, paper.content_hash, print.pdf_hash,
       octet_length(print.pdf) AS pdf_size
  FROM received_papers AS paper
  JOIN application_snapshots AS received
    ON received.application_id = paper.application_id AND received.application_version = paper.application_version
  LEFT JOIN received_prints AS print ON print.paper_id = paper.id
 WHERE paper.application_id = :application_id
 ORDER BY paper.application_version;

-- name: content
SELECT content
  FROM received_papers
 WHERE id = :id;

-- name: pdf
SELECT pdf
  FROM received_prints
 WHERE paper_id = :paper_id;

-- name: insert
INSERT INTO received_papers (id, application_id, application_version, content, content_hash)
VALUES (:id, :application_id, :application_version, :content, :content_hash);

-- name: insertPrint
INSERT INTO received_prints (paper_id, pdf, pdf_hash)
VALUES (:paper_id, :pdf, :pdf_hash)
ON CONFLICT (paper_id) DO NOTHING;

-- name: casesWithout
-- Cases of which a version came in without a record, as those of the demo region do.
SELECT DISTINCT received.application_id AS id
  FROM application_snapshots AS received
 WHERE NOT EXISTS (SELECT FROM received_papers AS paper
                    WHERE paper.application_id = received.application_id
                      AND paper.application_version = received.application_version)
 ORDER BY received.application_id;
