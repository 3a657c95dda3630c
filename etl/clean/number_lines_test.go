package clean

import "testing"

// Two numbers in the lines of one cell are not one number.
func TestNumbersInTwoLines(t *testing.T) {
	for _, text := range []string{"10\n200", "10\r\n 200", "1,000\n2,000"} {
		if n, err := ParseNumber(text); err == nil {
			t.Errorf("%q was read as %v", text, n.Value)
		}
	}
	if n, err := ParseNumber("\n10 200\n"); err != nil || n.Value.String() != "10200" {
		t.Errorf("digits grouped by a space: %v, %v", n.Value, err)
	}
}
