package function

// refused are Trino's functions that are known and have no exact form here,
// each with the reason: the first half of the table of differences.
var refused = map[string]string{}

// refuseAll notes one reason for several functions.
func refuseAll(reason string, names ...string) {
	for _, name := range names {
		refused[name] = reason
	}
}

func init() {
	refuseAll("sketches have no exact equal in DuckDB", "approx_set", "empty_approx_set", "merge", "qdigest_agg", "tdigest_agg",
		"value_at_quantile", "values_at_quantiles", "quantile_at_value", "make_set_digest", "merge_set_digest", "hash_counts",
		"intersection_cardinality", "jaccard_index", "numeric_histogram")
	refuseAll("a terminal's colours are not served", "bar", "color", "render", "rgb")
	refuseAll("its hash is not built here", "murmur3", "xxhash64", "spooky_hash_v2_32", "spooky_hash_v2_64", "checksum")
	refuseAll("its distribution is not built here", "beta_cdf", "inverse_beta_cdf", "t_cdf", "t_pdf")
	refuseAll("it needs a stemmer", "word_stem")
}
