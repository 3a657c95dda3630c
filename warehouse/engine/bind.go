package engine

import (
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"math"
	"math/big"
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	b "github.com/duckdb/duckdb-go-bindings"
)

// Named gives a statement's parameters ($name) by name. It is the only
// argument then; every parameter must be there and every name be used.
type Named map[string]any

// Date is a calendar day, in days since 1970-01-01.
type Date int32

// Decimal is an exact number as text: "-12.50" is a DECIMAL(4,2), so its scale
// is the number of digits written after the point. At most 38 digits.
type Decimal string

// ParameterError says what is wrong with the values given for a statement's
// parameters, and names the parameter.
type ParameterError struct{ Message string }

func (e *ParameterError) Error() string { return e.Message }

func badParameter(format string, args ...any) error {
	return &ParameterError{fmt.Sprintf(format, args...)}
}

// bind gives args to the prepared statement. Go values become: nil NULL; bool
// BOOLEAN; integers BIGINT or UBIGINT; *big.Int HUGEINT or UHUGEINT; float32
// FLOAT; float64 DOUBLE; string VARCHAR; []byte BLOB; time.Time TIMESTAMP WITH
// TIME ZONE, cut to microseconds; [Date] DATE; [Decimal] DECIMAL; json.Number
// BIGINT, HUGEINT, DECIMAL or DOUBLE, the first that holds it.
func (s *statement) bind(args []any) error {
	count := int(b.NParams(s.prepared))
	if len(args) == 1 {
		if named, ok := args[0].(Named); ok {
			return s.bindNamed(count, named)
		}
	}
	if count != len(args) {
		return badParameter("the statement has %d parameters and %d were given", count, len(args))
	}
	for i, arg := range args {
		if err := s.bindOne(i+1, arg); err != nil {
			return badParameter("parameter $%s: %v", b.ParameterName(s.prepared, b.IdxT(i+1)), err)
		}
	}
	return nil
}

func (s *statement) bindNamed(count int, named Named) error {
	left := make(map[string]any, len(named)) // names are the same whatever their case, as in DuckDB
	for name, value := range named {
		left[strings.ToLower(name)] = value
	}
	for i := 1; i <= count; i++ {
		name := b.ParameterName(s.prepared, b.IdxT(i))
		value, found := left[strings.ToLower(name)]
		if !found {
			return badParameter("parameter $%s has no value", name)
		}
		delete(left, strings.ToLower(name))
		if err := s.bindOne(i, value); err != nil {
			return badParameter("parameter $%s: %v", name, err)
		}
	}
	if len(left) > 0 {
		names := slices.Sorted(maps.Keys(left))
		return badParameter("the statement has no parameter $%s", strings.Join(names, ", $"))
	}
	return nil
}

func (s *statement) bindOne(index int, arg any) error {
	value, err := valueOf(arg)
	if err != nil {
		return err
	}
	defer b.DestroyValue(&value)
	if b.BindValue(s.prepared, b.IdxT(index), value) == b.StateError {
		return parseError(b.PrepareError(s.prepared))
	}
	return nil
}

// valueOf makes the DuckDB value of a Go value; the caller destroys it.
func valueOf(arg any) (b.Value, error) {
	switch x := arg.(type) {
	case nil:
		return b.CreateNullValue(), nil
	case bool:
		return b.CreateBool(x), nil
	case float32:
		return b.CreateFloat(x), nil
	case float64:
		return b.CreateDouble(x), nil
	case string:
		return textValue(x)
	case []byte:
		return b.CreateBlob(x), nil
	case Date:
		return b.CreateDate(b.NewDate(int32(x))), nil
	case Decimal:
		return decimalValue(string(x))
	case json.Number:
		return numberValue(x)
	case time.Time:
		return timeValue(x)
	case *big.Int:
		return bigValue(x)
	}
	return integerValue(arg)
}

func integerValue(arg any) (b.Value, error) {
	switch x := arg.(type) {
	case int:
		return b.CreateInt64(int64(x)), nil
	case int8:
		return b.CreateInt64(int64(x)), nil
	case int16:
		return b.CreateInt64(int64(x)), nil
	case int32:
		return b.CreateInt64(int64(x)), nil
	case int64:
		return b.CreateInt64(x), nil
	case uint8:
		return b.CreateInt64(int64(x)), nil
	case uint16:
		return b.CreateInt64(int64(x)), nil
	case uint32:
		return b.CreateInt64(int64(x)), nil
	case uint:
		return b.CreateUInt64(uint64(x)), nil
	case uint64:
		return b.CreateUInt64(x), nil
	}
	return b.Value{}, fmt.Errorf("a value of Go type %T cannot be given to SQL", arg)
}

func textValue(text string) (b.Value, error) {
	if !utf8.ValidString(text) {
		return b.Value{}, errors.New("the text is not valid UTF-8")
	}
	return b.CreateVarcharLength(text, b.IdxT(len(text))), nil
}

func timeValue(t time.Time) (b.Value, error) {
	// UnixMicro is undefined outside of int64; DuckDB's range is inside of it.
	if t.Year() < -290307 || t.Year() > 294246 {
		return b.Value{}, fmt.Errorf("the year %d is out of the range of a timestamp", t.Year())
	}
	return b.CreateTimestampTZ(b.NewTimestamp(t.UnixMicro())), nil
}

var (
	two64      = new(big.Int).Lsh(big.NewInt(1), 64)
	maxHuge    = new(big.Int).Sub(new(big.Int).Lsh(big.NewInt(1), 127), big.NewInt(1))
	minHuge    = new(big.Int).Neg(new(big.Int).Lsh(big.NewInt(1), 127))
	maxUHuge   = new(big.Int).Sub(new(big.Int).Lsh(big.NewInt(1), 128), big.NewInt(1))
	maxDecimal = new(big.Int).Exp(big.NewInt(10), big.NewInt(38), nil) // not reached
)

// halves splits x, of at most 128 bits, into two's complement words.
func halves(x *big.Int) (low, high uint64) {
	var upper, lower big.Int
	upper.DivMod(x, two64, &lower) // Euclidean: the lower word is never negative
	if upper.Sign() < 0 {
		return lower.Uint64(), uint64(upper.Int64())
	}
	return lower.Uint64(), upper.Uint64()
}

func bigValue(x *big.Int) (b.Value, error) {
	switch {
	case x == nil:
		return b.CreateNullValue(), nil
	case x.Cmp(minHuge) < 0 || x.Cmp(maxUHuge) > 0:
		return b.Value{}, fmt.Errorf("the integer %s needs more than 128 bits", x)
	}
	low, high := halves(x)
	if x.Cmp(maxHuge) > 0 {
		return b.CreateUHugeInt(b.NewUHugeInt(low, high)), nil
	}
	return b.CreateHugeInt(b.NewHugeInt(low, int64(high))), nil
}

func decimalValue(text string) (b.Value, error) {
	unscaled, scale, ok := splitDecimal(text)
	if !ok {
		return b.Value{}, fmt.Errorf("%q is not a decimal number such as -12.50", text)
	}
	if scale > 38 || new(big.Int).Abs(unscaled).Cmp(maxDecimal) >= 0 {
		return b.Value{}, fmt.Errorf("the decimal %s has more than 38 digits", text)
	}
	width := min(max(len(new(big.Int).Abs(unscaled).String()), scale+1), 38) // one for the 0 of 0.5
	low, high := halves(unscaled)
	return b.CreateDecimal(b.NewDecimal(uint8(width), uint8(scale), b.NewHugeInt(low, int64(high)))), nil
}

// splitDecimal reads [-+]digits[.digits].
func splitDecimal(text string) (unscaled *big.Int, scale int, ok bool) {
	whole, fraction, point := strings.Cut(text, ".")
	digits := strings.TrimLeft(whole, "+-")
	if len(whole)-len(digits) > 1 || digits == "" || (point && fraction == "") {
		return nil, 0, false
	}
	for _, r := range digits + fraction {
		if r < '0' || r > '9' {
			return nil, 0, false
		}
	}
	unscaled, ok = new(big.Int).SetString(whole+fraction, 10)
	return unscaled, len(fraction), ok
}

func numberValue(n json.Number) (b.Value, error) {
	if i, err := n.Int64(); err == nil {
		return b.CreateInt64(i), nil
	}
	if i, ok := new(big.Int).SetString(string(n), 10); ok {
		return bigValue(i)
	}
	if value, err := decimalValue(string(n)); err == nil {
		return value, nil
	}
	f, err := n.Float64()
	if err != nil || math.IsInf(f, 0) || math.IsNaN(f) {
		return b.Value{}, fmt.Errorf("%q is not a number", string(n))
	}
	return b.CreateDouble(f), nil
}
