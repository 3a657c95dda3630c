package lake

import (
	"fmt"
	"slices"

	"github.com/parquet-go/parquet-go"
	"github.com/parquet-go/parquet-go/format"
)

// columns returns the columns of the row type, as its Parquet files have them.
func (s *schema[T]) columns() []Column { return columnsOf(parquet.SchemaOf(new(T))) }

func columnsOf(schema *parquet.Schema) []Column {
	var columns []Column
	for _, f := range schema.Fields() {
		columns = append(columns, Column{ID: f.ID(), Name: f.Name(), Type: sqlType(f), Nullable: f.Optional()})
	}
	return columns
}

// covers says whether rows of the type can hold all that is in columns. They
// may lack columns that the type has since gained.
func (s *schema[T]) covers(columns []Column) error {
	known := s.columns()
	for _, c := range columns {
		if !slices.Contains(known, c) {
			return fmt.Errorf("table %s: column %d, %s %s, is not the same in this program: use the program that wrote it", s.table, c.ID, c.Name, c.Type)
		}
	}
	return nil
}

// sqlType names the type that DuckDB reads a column as.
func sqlType(n parquet.Node) string {
	var logical format.LogicalTypeValue
	if t := n.Type().LogicalType(); t != nil {
		logical = t.Value
	}
	switch t := logical.(type) {
	case *format.ListType:
		return sqlType(n.Fields()[0].Fields()[0]) + "[]"
	case *format.StringType:
		return "VARCHAR"
	case *format.DateType:
		return "DATE"
	case *format.TimestampType:
		return "TIMESTAMP WITH TIME ZONE"
	case *format.DecimalType:
		return fmt.Sprintf("DECIMAL(%d,%d)", t.Precision, t.Scale)
	}
	switch n.Type().Kind() {
	case parquet.Boolean:
		return "BOOLEAN"
	case parquet.Int32:
		return "INTEGER"
	case parquet.Int64:
		return "BIGINT"
	}
	return n.Type().String() // no row type has such a column
}
