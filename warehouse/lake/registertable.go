package lake

// registers are the tables of registers.go: sorted by year, then what they are
// about, then id.
var registers = []table{
	register(Projects, func(r *Rows) []Project { return r.Projects }, func(x *Project) (*int32, string, [3]string) {
		return x.Year, x.FilingID, [3]string{x.ProjectKind, x.Name, x.ProjectID}
	}),
	register(Ratings, func(r *Rows) []Rating { return r.Ratings }, func(x *Rating) (*int32, string, [3]string) {
		return x.Year, x.FilingID, [3]string{x.Scheme, x.SubjectName, x.RatingID}
	}),
	register(ChainNodes, func(r *Rows) []ChainNode { return r.ChainNodes }, func(x *ChainNode) (*int32, string, [3]string) {
		return x.Year, x.FilingID, [3]string{x.Chain, x.Node, x.NodeID}
	}),
	register(ChainLinks, func(r *Rows) []ChainLink { return r.ChainLinks }, func(x *ChainLink) (*int32, string, [3]string) {
		return x.Year, x.FilingID, [3]string{x.Chain, x.FromNode, x.LinkID}
	}),
	register(ChainRisks, func(r *Rows) []ChainRisk { return r.ChainRisks }, func(x *ChainRisk) (*int32, string, [3]string) {
		return x.Year, x.FilingID, [3]string{x.Chain, x.Item, x.RiskID}
	}),
	register(ProsperityIndexes, func(r *Rows) []ProsperityIndex { return r.ProsperityIndexes }, func(x *ProsperityIndex) (*int32, string, [3]string) {
		return x.Year, x.FilingID, [3]string{x.IndexName, x.Dimension, x.IndexID}
	}),
	register(Standards, func(r *Rows) []Standard { return r.Standards }, func(x *Standard) (*int32, string, [3]string) {
		return x.Year, x.FilingID, [3]string{x.Level, x.Name, x.StandardID}
	}),
	register(Platforms, func(r *Rows) []Platform { return r.Platforms }, func(x *Platform) (*int32, string, [3]string) {
		return x.Year, x.FilingID, [3]string{x.Level, x.Name, x.PlatformID}
	}),
	register(Enterprises, func(r *Rows) []Enterprise { return r.Enterprises }, func(x *Enterprise) (*int32, string, [3]string) {
		return x.Year, x.FilingID, [3]string{x.Name, x.EnterpriseID}
	}),
}

// register makes the schema of a register: of gives the year of a row, its
// filing, and the two names and the id that it is sorted by.
func register[T Row](name Table, rows func(*Rows) []T, of func(*T) (*int32, string, [3]string)) *schema[T] {
	return &schema[T]{
		table: name,
		rows:  rows,
		filing: func(x *T) string {
			_, filing, _ := of(x)
			return filing
		},
		order: func(x *T) order {
			year, _, names := of(x)
			return order{number(year), names[0], names[1], names[2]}
		},
	}
}

// Append adds the rows of another to r, table by table.
func (r *Rows) Append(other *Rows) {
	r.Filings = append(r.Filings, other.Filings...)
	r.Observations = append(r.Observations, other.Observations...)
	r.TitleEvents = append(r.TitleEvents, other.TitleEvents...)
	r.BrandValuations = append(r.BrandValuations, other.BrandValuations...)
	r.ListEntries = append(r.ListEntries, other.ListEntries...)
	r.Targets = append(r.Targets, other.Targets...)
	r.Projects = append(r.Projects, other.Projects...)
	r.Ratings = append(r.Ratings, other.Ratings...)
	r.ChainNodes = append(r.ChainNodes, other.ChainNodes...)
	r.ChainLinks = append(r.ChainLinks, other.ChainLinks...)
	r.ChainRisks = append(r.ChainRisks, other.ChainRisks...)
	r.ProsperityIndexes = append(r.ProsperityIndexes, other.ProsperityIndexes...)
	r.Standards = append(r.Standards, other.Standards...)
	r.Platforms = append(r.Platforms, other.Platforms...)
	r.Enterprises = append(r.Enterprises, other.Enterprises...)
	r.Rejects = append(r.Rejects, other.Rejects...)
}

// Facts counts the rows of all tables but filings and rejects.
func (r *Rows) Facts() int {
	n := len(r.Observations) + len(r.TitleEvents) + len(r.BrandValuations) + len(r.ListEntries) + len(r.Targets)
	return n + len(r.Projects) + len(r.Ratings) + len(r.ChainNodes) + len(r.ChainLinks) + len(r.ChainRisks) + len(r.ProsperityIndexes) + len(r.Standards) + len(r.Platforms) + len(r.Enterprises)
}
