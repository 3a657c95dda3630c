package clean

import "github.com/govalues/decimal"

// Canonical gives a number of a column in the canonical unit of what it counts:
// Value, Lower and Upper with six decimals, Unit that unit, Rounded if one of
// them had more. A unit in the field stands before that of the column (the zero
// Unit if it has none), but must have its dimension: 35% in a column of 万元 is
// [ErrUnit], as is a number without any unit. 3万 in a column of 万元 is
// [ErrAmbiguous]: it may be 3万元 or 3万万元.
func (n Number) Canonical(column Unit) (Number, error) {
	u := column
	if n.Unit != "" {
		u, _ = LookupUnit(n.Unit)
	}
	switch {
	case n.Unit != "" && !column.IsZero() && column.Dimension != u.Dimension:
		return Number{}, fail(ErrUnit, "unit", n.Unit, "not what a column of "+column.Name+" counts")
	case u.IsZero():
		return Number{}, fail(ErrUnit, "unit", "", "neither the field nor the column has one")
	case n.State > Range:
		n.Unit = u.Canonical
		return n, nil
	case n.Magnitude != "" && n.Unit == "" && u.isMultiple():
		return Number{}, fail(ErrAmbiguous, "unit", n.Magnitude, "a multiplier in a column of "+u.Name)
	}
	for _, v := range [...]struct {
		known bool
		value *decimal.Decimal
	}{{n.State == Value, &n.Value}, {n.Lower.Known, &n.Lower.Value}, {n.Upper.Known, &n.Upper.Value}} {
		if !v.known {
			continue
		}
		converted, rounded, err := u.ToCanonical(*v.value)
		if err != nil {
			return Number{}, err
		}
		*v.value, n.Rounded = converted, n.Rounded || rounded
	}
	n.Unit, n.Magnitude = u.Canonical, ""
	return n, nil
}

// isMultiple tells 万元 and 千家; 千克 and 千瓦 are units of their own.
func (u Unit) isMultiple() bool {
	magnitude, _, base := cutMagnitude(u.Name)
	b := lookup(base)
	return magnitude != "" && b != nil && b.Dimension == u.Dimension && (magnitude != "千" || u.Kind != "physical")
}
