// Package generate makes up filings and releases of any size, for benchmarks,
// load tests and demonstrations. Nothing in them is real: every name begins
// with 示例 and every row has the kind sample.
//
// The one idea: a figure is a function of the seed, the subject, the indicator
// and the period, computed when it is written. Nothing is remembered, so that a
// release of any size streams in the order of its files in bounded memory, and
// the same seed gives the same bytes, in filings as in a release.
//
// The shape is the domain's: firms over clusters by a power law and their sizes
// lognormal; figures of the year to date with a season and without a January;
// restated figures as later vintages; firms that begin late, filers that leave
// out, values that cannot be loaded; titles that run out; two publishers that
// differ; limits of 规模以上 and classifications that change with the years.
package generate

import (
	"fmt"
	"time"

	"sanpin/warehouse/lake"
)

// Config says how much is made. All but Seed must be at least 1.
type Config struct {
	Clusters    int
	Enterprises int // of all clusters together
	Years       int // full years, the last of them LastYear
	Seed        uint64
}

// LastYear is the last year of what is made up: fixed, so that equal seeds give
// equal bytes at any time.
const LastYear = 2025

// Check says what is wrong with a configuration.
func (c Config) Check() error {
	switch {
	case c.Clusters < 1 || c.Enterprises < 1 || c.Years < 1:
		return fmt.Errorf("clusters %d, enterprises %d, years %d: want at least 1 of each", c.Clusters, c.Enterprises, c.Years)
	case c.Years > 40:
		return fmt.Errorf("years %d: want at most 40", c.Years)
	case c.Clusters > 100_000 || c.Enterprises > 10_000_000:
		return fmt.Errorf("clusters %d, enterprises %d: want at most 100,000 and 10,000,000", c.Clusters, c.Enterprises)
	}
	return nil
}

// sample is the kind of every row.
const sample = "sample"

// The publishers. Their names say that they are none.
const (
	association = "示例轻工业协会"
	bureau      = "示例统计局"
)

func day(year int, month time.Month, d int) lake.Date {
	date, err := lake.NewDate(year, month, d)
	if err != nil {
		panic(err) // unreachable: days are made of constants and calendar months
	}
	return date
}

// monthEnd is the last day of a month.
func monthEnd(year, month int) lake.Date {
	return lake.Date(time.Date(year, time.Month(month)+1, 0, 0, 0, 0, 0, time.UTC).Unix() / 86400)
}
