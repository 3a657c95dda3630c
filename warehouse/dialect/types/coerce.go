package types

// integerDigits are the digits that the values of an integer type need.
var integerDigits = map[Kind]int{Tinyint: 3, Smallint: 5, Integer: 10, Bigint: 19}

// Digits gives the decimal type that holds every value of an integer type.
func (t Type) Digits() Type { return DecimalOf(integerDigits[t.Kind], 0) }

// Common is the type that both turn into by themselves (Trino's common super
// type), or false.
func Common(a, b Type) (Type, bool) {
	switch {
	case a.Equal(b):
		return a, true
	case a.Kind == Unknown:
		return b, true
	case b.Kind == Unknown:
		return a, true
	case a.Kind == b.Kind:
		return commonParameters(a, b)
	}
	if c, ok := ToKind(a, b.Kind); ok {
		return commonParameters(c, b)
	}
	if c, ok := ToKind(b, a.Kind); ok {
		return commonParameters(a, c)
	}
	return Type{}, false
}

// commonParameters is Common for two types of one kind.
func commonParameters(a, b Type) (Type, bool) {
	switch a.Kind {
	case Decimal:
		scale := max(a.Scale, b.Scale)
		return DecimalOf(min(MaxPrecision, max(a.N-a.Scale, b.N-b.Scale)+scale), scale), true
	case Varchar, Char, Time, TimeTZ, Timestamp, TimestampTZ:
		return Type{Kind: a.Kind, N: max(a.N, b.N)}, true
	case Array, Map, Row:
		return commonFields(a, b)
	}
	return a, a.Equal(b)
}

func commonFields(a, b Type) (Type, bool) {
	if len(a.Fields) != len(b.Fields) {
		return Type{}, false
	}
	c := Type{Kind: a.Kind, Fields: make([]Field, len(a.Fields))}
	for i, f := range a.Fields {
		t, ok := Common(f.Type, b.Fields[i].Type)
		if !ok {
			return Type{}, false
		}
		c.Fields[i].Type = t
		if f.Name == b.Fields[i].Name {
			c.Fields[i].Name = f.Name
		}
	}
	return c, true
}

// ToKind turns a type into the nearest one of another kind that takes all its
// values, where Trino does that by itself.
func ToKind(t Type, k Kind) (Type, bool) {
	switch {
	case t.Kind == k || t.Kind == Unknown:
		return t, true
	case t.IsInteger() && k == Decimal:
		return t.Digits(), true
	case t.IsInteger() && (k > t.Kind && k <= Bigint || k == Real || k == Double),
		t.Kind == Decimal && (k == Real || k == Double),
		t.Kind == Real && k == Double:
		return Of(k), true
	case t.Kind == Date && (k == Timestamp || k == TimestampTZ):
		return TimeOf(k, 0), true
	case t.Kind == Time && k == TimeTZ, t.Kind == Timestamp && k == TimestampTZ:
		return TimeOf(k, t.N), true
	case t.Kind == Varchar && k == Char:
		return CharOf(min(t.N, 65536)), true
	}
	return Type{}, false
}

// Coerces says whether a value of the first type is taken where the second is
// asked for, without a cast being written.
func Coerces(from, to Type) bool {
	c, ok := Common(from, to)
	return ok && c.Equal(to)
}
