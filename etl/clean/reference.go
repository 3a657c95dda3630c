package clean

import (
	"encoding/csv"
	"fmt"
	"io"
	"slices"

	"sanpin/sql"
)

// readReference reads reference/NAME.csv of the model and returns the named
// columns of each row, in that order. A column that is missing is an error: the
// code and the data of one binary always come from one commit.
func readReference(name string, columns ...string) (rows [][]string, err error) {
	defer wrap(&err, "reference table %s", name)
	f, err := sql.FS.Open("reference/" + name + ".csv")
	if err != nil {
		return nil, err
	}
	defer f.Close()
	all, err := csv.NewReader(f).ReadAll()
	if err == nil && len(all) == 0 {
		err = io.ErrUnexpectedEOF
	}
	if err != nil {
		return nil, err
	}
	at := make([]int, len(columns))
	for i, column := range columns {
		if at[i] = slices.Index(all[0], column); at[i] < 0 {
			return nil, fmt.Errorf("no column %s", column)
		}
	}
	for _, record := range all[1:] {
		row := make([]string, len(columns))
		for i, j := range at {
			row[i] = record[j]
		}
		rows = append(rows, row)
	}
	return rows, nil
}

// wrap puts what was being done before *err, if there is one. Use it with
// defer, so that each level is named just once.
func wrap(err *error, format string, args ...any) {
	if *err != nil {
		*err = fmt.Errorf(format+": %w", append(args, *err)...)
	}
}
