-- What the model cannot say on PostgreSQL. Run by SchemaUpdate after migrating, whenever this text changes: every statement may run again.

-- Search: words (folded, and with marks, at the same positions) and places in one vector, so that the rarest of them leads.
ALTER TABLE search_row ADD COLUMN IF NOT EXISTS words tsvector;
CREATE INDEX IF NOT EXISTS ix_search_row_words ON search_row USING gin (words);
CREATE INDEX IF NOT EXISTS ix_search_row_bands ON search_row USING gin (bands);
-- Words an unfinished word may become: the index looks these up one by one instead of gathering a prefix whole.
CREATE TABLE IF NOT EXISTS search_word (word text COLLATE "C" PRIMARY KEY);
