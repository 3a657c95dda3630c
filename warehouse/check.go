package warehouse

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"strconv"
	"strings"
	"time"

	"sanpin/sql"
	"sanpin/warehouse/engine"
	"sanpin/warehouse/lake"
)

// Check checks the claims in sql/tests on the open release, as [Build] did
// when it was made; the model may have learned new ones since.
func (w *Warehouse) Check(ctx context.Context) ([]lake.CheckResult, error) {
	conn, err := w.session(ctx, false)
	if err != nil {
		return nil, err
	}
	defer conn.Close()
	return runChecks(ctx, conn, sql.FS, func(string, time.Time) {})
}

// runChecks runs each file below tests: a query for the rows that break the
// claim which is its first line. A query that fails is an error: a claim that
// cannot be checked does not hold. done is told of each.
func runChecks(ctx context.Context, conn *engine.Conn, files fs.FS, done func(what string, begun time.Time)) ([]lake.CheckResult, error) {
	var results []lake.CheckResult
	err := fs.WalkDir(files, "tests", func(file string, entry fs.DirEntry, err error) error {
		if errors.Is(err, fs.ErrNotExist) && file == "tests" {
			return nil // a model without claims
		}
		if err != nil || entry.IsDir() || path.Ext(file) != ".sql" {
			return err
		}
		text, err := fs.ReadFile(files, file)
		if err != nil {
			return err
		}
		begun := time.Now()
		result, err := runCheck(ctx, conn, string(text))
		if err != nil {
			return fmt.Errorf("check sql/%s: %w", file, err)
		}
		result.Check = strings.TrimSuffix(strings.TrimPrefix(file, "tests/"), ".sql")
		results = append(results, result)
		done(file, begun)
		return nil
	})
	return results, err
}

func runCheck(ctx context.Context, conn *engine.Conn, text string) (lake.CheckResult, error) {
	result, err := claimOf(text)
	if err != nil {
		return result, err
	}
	query := "(" + strings.TrimRight(strings.TrimSpace(text), ";") + "\n)" // its last line may be a comment
	count, err := readColumn(ctx, conn, "SELECT count(*)::VARCHAR FROM "+query)
	if err != nil {
		return result, err
	}
	if result.Rows, err = strconv.ParseInt(count[0], 10, 64); err != nil || result.Rows == 0 {
		return result, err
	}
	first, err := readColumn(ctx, conn, "SELECT to_json(breaking)::VARCHAR FROM "+query+" AS breaking LIMIT 1")
	if err == nil && len(first) > 0 {
		result.Example = first[0]
	}
	return result, err
}

// claimOf reads the comment that a test starts with: the claim, then maybe a
// line that makes breaking it a warning.
func claimOf(text string) (lake.CheckResult, error) {
	result := lake.CheckResult{Severity: "error"}
	for line := range strings.Lines(strings.TrimSpace(text)) {
		comment, found := strings.CutPrefix(strings.TrimSpace(line), "--")
		if !found {
			break
		}
		comment = strings.TrimSpace(comment)
		severity, found := strings.CutPrefix(comment, "severity:")
		switch {
		case found:
			result.Severity = strings.TrimSpace(severity)
		case result.Claim == "":
			result.Claim = comment
		}
	}
	if result.Claim == "" {
		return result, errors.New("its first line is not a comment that says the claim")
	}
	if result.Severity != "error" && result.Severity != "warning" {
		return result, fmt.Errorf("severity %q: want error or warning", result.Severity)
	}
	return result, nil
}
