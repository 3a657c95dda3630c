package function

import (
	"slices"
	"testing"
)

func TestList(t *testing.T) {
	list := List()
	for _, want := range []Listed{
		{"length", Scalar, "varchar(x)", "bigint"},
		{"count", Aggregate, "T", "bigint"},
	} {
		if !slices.Contains(list, want) {
			t.Errorf("%v is not listed", want)
		}
	}
	for _, l := range list {
		if l.Result == "" {
			t.Errorf("%s(%s) has no result", l.Name, l.Arguments)
		}
	}
}
