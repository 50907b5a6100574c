-- What the model cannot say on SQLite. Run by SchemaUpdate after migrating, whenever this text changes: every statement may run again.

-- Search: an index alone; the texts stand in search_row, under the same number. Words come folded already, the engine must not fold again.
CREATE VIRTUAL TABLE IF NOT EXISTS search_words USING fts5(
  folded, marked, places, bands, content='', contentless_delete=1, tokenize="unicode61 remove_diacritics 0", prefix='2 3');
