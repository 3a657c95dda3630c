package function

import (
	"context"
	"testing"

	"sanpin/warehouse/engine"
)

// TestScalars opens a database with all of them.
func TestScalars(t *testing.T) {
	db, err := engine.Open("", engine.Options{Functions: Scalars()})
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	conn, err := db.Conn(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	defer conn.Close()
	if err := conn.Exec(context.Background(), "SELECT trino_upper('a')"); err != nil {
		t.Error(err)
	}
}
