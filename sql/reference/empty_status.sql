-- One row per word by which a view says why a measure is empty, with the standard word that it stands for.
CREATE TABLE reference.empty_status (word varchar, standard varchar, meaning_zh varchar, meaning_en varchar);
COMMENT ON TABLE reference.empty_status IS 'One row per word by which a view says why a measure is empty: sanpin why reads it';
COMMENT ON COLUMN reference.empty_status.word IS 'Word in a status or reason column';
COMMENT ON COLUMN reference.empty_status.standard IS 'not_reported, suppressed, quarantined, not_applicable, not_yet_due or non_derivable';
COMMENT ON COLUMN reference.empty_status.meaning_zh IS 'What it means, in Chinese';
COMMENT ON COLUMN reference.empty_status.meaning_en IS 'What it means; a trap is named by its id in the domain report';
