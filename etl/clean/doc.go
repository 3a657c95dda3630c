// Package clean turns the text of one filing field into a typed value.
//
// A function returns a value it is sure of or an error; it never guesses and
// never logs. Whether a bad field costs the row or only the field is for the
// caller to say.
//
// Numbers and units stay apart: [ParseNumber] keeps the value and the unit as
// printed ("1.2万亿元" is 1.2 in 万亿元), [Unit.ToCanonical] converts, exactly.
// What a word says about a number (余, 近, 以上) becomes bounds; the word is kept.
//
// An error about a number, a unit, a period or a date is one of [ErrBlank],
// [ErrSyntax], [ErrRange], [ErrUnit], [ErrContext] and [ErrAmbiguous], wrapped
// with the text that caused it; those about places and trades stand with them.
package clean

import (
	"errors"
	"fmt"
)

// Classes of errors.
var (
	ErrBlank     = errors.New("blank")                            // nothing was filed: not the same as zero
	ErrSyntax    = errors.New("bad syntax")                       // text that no rule here reads
	ErrRange     = errors.New("out of range")                     // read, but too large or too long to keep exactly
	ErrUnit      = errors.New("unknown unit")                     // a number, then words that are no unit of reference.unit
	ErrContext   = errors.New("needs the period of the filing")   // 本年, 1-9月: which year is not in the text
	ErrAmbiguous = errors.New("can be read in more than one way") // two periods in one title, two places of one name
)

// classOf gives the class of an error of this package.
func classOf(err error) error {
	for _, class := range [...]error{ErrBlank, ErrSyntax, ErrRange, ErrUnit, ErrContext, ErrAmbiguous} {
		if errors.Is(err, class) {
			return class
		}
	}
	return err
}

// fail wraps class with what was being read: number "12k": bad syntax.
func fail(class error, what, text, why string) error {
	if why == "" {
		return fmt.Errorf("%s %q: %w", what, text, class)
	}
	return fmt.Errorf("%s %q: %s: %w", what, text, why, class)
}
