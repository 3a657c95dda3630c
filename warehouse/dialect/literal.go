package dialect

import (
	"encoding/json"
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"

	"sanpin/warehouse/dialect/ast"
	"sanpin/warehouse/dialect/fault"
	"sanpin/warehouse/dialect/function"
	"sanpin/warehouse/dialect/types"
)

// constant is a value with its text.
func constant(typ types.Type, sql, text string) value {
	return value{sql: sql, typ: typ, text: text, isConst: true}
}

func null() value { return value{sql: "NULL", typ: types.Of(types.Unknown)} }

func textValue(s string) value {
	return constant(types.VarcharOf(utf8.RuneCountInString(s)), quote(s), s)
}

// varcharValue is text of the type varchar.
func varcharValue(s string) value {
	return value{sql: quote(s), typ: types.Text(), text: s, isConst: true}
}

func cast(sql string, t types.Type) string { return "CAST(" + sql + " AS " + t.DuckDB() + ")" }

func integerValue(n int64) value {
	typ := types.Of(types.Integer)
	if n != int64(int32(n)) {
		typ = types.Of(types.Bigint)
	}
	text := strconv.FormatInt(n, 10)
	return constant(typ, cast(text, typ), text)
}

// decimalValue is a number such as 1.50: leading zeros have no digit in its
// type. ok is false where it has too many.
func decimalValue(text string) (v value, ok bool) {
	digits := strings.TrimLeft(text, "+-")
	whole, fraction, _ := strings.Cut(digits, ".")
	whole = strings.TrimLeft(whole, "0")
	precision := max(len(whole)+len(fraction), 1)
	if precision > types.MaxPrecision || strings.Trim(whole+fraction, "0123456789") != "" || digits == "" || digits == "." {
		return value{}, false
	}
	typ := types.DecimalOf(precision, len(fraction))
	return constant(typ, cast(quote(strings.TrimPrefix(text, "+")), typ), text), true
}

func doubleValue(f float64, text string) value {
	typ := types.Of(types.Double)
	return constant(typ, cast(text, typ), text)
}

// literal writes a literal, or returns false where e is none.
func (w *walker) literal(e ast.Expression) (value, bool) {
	switch e := e.(type) {
	case *ast.NullLiteral:
		return null(), true
	case *ast.BooleanLiteral:
		text := strconv.FormatBool(e.Value)
		return constant(types.Of(types.Boolean), text, text), true
	case *ast.StringLiteral:
		return textValue(e.Value), true
	case *ast.BinaryLiteral:
		return constant(types.Of(types.Varbinary), fmt.Sprintf("unhex('%X')", e.Value), string(e.Value)), true
	case *ast.IntegerLiteral:
		return integerValue(e.Value), true
	case *ast.DecimalLiteral:
		v, ok := decimalValue(e.Text)
		if !ok {
			w.t.fail(e, fault.InvalidLiteral, "'%s' is not a valid DECIMAL literal", e.Text)
		}
		return v, true
	case *ast.DoubleLiteral:
		f, err := strconv.ParseFloat(e.Text, 64)
		if err != nil {
			return value{}, false
		}
		return doubleValue(f, e.Text), true
	case *ast.TypedLiteral:
		return w.typedLiteral(e), true
	case *ast.IntervalLiteral:
		return w.interval(e), true
	}
	return value{}, false
}

// typedLiteral is TYPE 'text'.
func (w *walker) typedLiteral(e *ast.TypedLiteral) value {
	name := strings.ToLower(e.Type)
	v, ok, known := typedValue(name, e.Value)
	switch {
	case !known:
		w.t.check(e, refusedType(name))
		panic(fault.New(fault.TypeNotFound, "io.trino.spi.TrinoException: line %d:%d: Unknown resolvedType: %s", e.Line, e.Column, e.Type))
	case !ok:
		w.t.fail(e, fault.InvalidLiteral, "'%s' is not a valid %s literal", e.Value, strings.ToUpper(e.Type))
	}
	return v
}

// refusedType says that a type is Trino's and not held here.
func refusedType(name string) error {
	_, err := types.Parse(name)
	if e, is := err.(*types.Error); is && e.Name == string(fault.NotSupported) {
		return err
	}
	return nil
}

// typedValue is the value of a literal; ok says that its text is a value of
// the type, known that there is such a type.
func typedValue(name, text string) (v value, ok, known bool) {
	switch name {
	case "date":
		v, ok = dateText(text)
	case "time":
		v, ok = timeText(text)
	case "timestamp":
		v, ok = timestampText(text)
	case "decimal":
		v, ok = decimalValue(strings.TrimSpace(text))
	case "char":
		n := utf8.RuneCountInString(text)
		v, ok = constant(types.CharOf(n), quote(text), text), true
	case "varchar":
		v, ok = varcharValue(text), true
	case "json":
		ok = json.Valid([]byte(text))
		call, err := function.Resolve("json_parse", []function.Arg{function.Const(types.Text(), quote(text), text)})
		if err != nil {
			return v, ok, false
		}
		v = value{sql: call.SQL(function.Clause{}), typ: types.Of(types.JSON)}
	case "uuid":
		ok = function.UUIDPattern.MatchString(text)
		v = constant(types.Of(types.UUID), "CAST("+quote(strings.ToLower(text))+" AS UUID)", text)
	case "boolean":
		b, err := strconv.ParseBool(strings.ToLower(text))
		v, ok = constant(types.Of(types.Boolean), strconv.FormatBool(b), strconv.FormatBool(b)), err == nil
	default:
		return numberText(name, text)
	}
	return v, ok, true
}

var integerBits = map[string]int{"tinyint": 8, "smallint": 16, "integer": 32, "int": 32, "bigint": 64}

func numberText(name, text string) (v value, ok, known bool) {
	text = strings.TrimSpace(text)
	if bits := integerBits[name]; bits > 0 {
		typ, _ := types.Parse(name)
		n, err := strconv.ParseInt(text, 10, bits)
		s := strconv.FormatInt(n, 10)
		return constant(typ, cast(s, typ), s), err == nil, true
	}
	if name != "real" && name != "double" {
		return value{}, false, false
	}
	typ, _ := types.Parse(name)
	_, err := strconv.ParseFloat(text, 64)
	return constant(typ, cast(quote(text), typ), text), err == nil, true
}
