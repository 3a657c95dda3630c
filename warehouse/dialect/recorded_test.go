package dialect_test

import (
	"flag"
	"testing"

	"sanpin/warehouse/dialect/function"
	"sanpin/warehouse/engine"
)

var recordedFile = flag.String("recorded", "testdata/recorded.jsonl", "answers of a real Trino to hold the dialect to")

// TestRecorded holds each function, operator and cast to what a real Trino 476
// answered; testdata/README.md says how the answers are recorded. What is refused
// is refused by name; nothing may be answered otherwise.
func TestRecorded(t *testing.T) {
	db, err := engine.Open("", engine.Options{Functions: function.Scalars()})
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	counts := map[string]int{}
	for _, want := range readRecorded(t, *recordedFile) {
		verdict, why := judge(t, db, want)
		counts[verdict]++
		switch verdict {
		case "equal":
		case "refused":
			t.Logf("refused %s: %s", want.SQL, why)
		default:
			t.Errorf("%s %s: %s", verdict, want.SQL, why)
		}
	}
	t.Logf("%v", counts)
}
