UPDATE lake.filing SET values_loaded = values_loaded + 1, values_read = values_read + 1 WHERE filing_id = 'f-rd';
