package xlsx

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"sanpin/etl/grid/sheet"
)

// Every workbook that was filed opens and is read to its end.
func TestFilings(t *testing.T) {
	root := filepath.Join("..", "..", "..", "..", "shared", "filings")
	if _, err := os.Stat(root); err != nil {
		t.Skipf("no filings here: %v", err)
	}
	files := 0
	err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		if err != nil || !strings.EqualFold(filepath.Ext(path), ".xlsx") {
			return err
		}
		files++
		data, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		cells, err := read(data, sheet.Limits{})
		if err != nil || len(cells) == 0 {
			t.Errorf("%s: %d cells, %v", path, len(cells), err)
		}
		return nil
	})
	if err != nil || files == 0 {
		t.Errorf("%d workbooks under %s, %v", files, root, errors.Join(err))
	}
}
