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
	"strings"
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

// Error is what is wrong with one field. Its class is one of those above.
type Error struct {
	Class error
	What  string   // number, unit, period, region …
	Text  string   // as filed
	Why   string   // more than the class says: of names in Chinese, for those who file them
	Near  []string // known names one character away: a suggestion, never a decision
}

// Error gives region "内蒙占": did you mean 内蒙古?: unknown name.
func (e *Error) Error() string {
	why := e.Why
	if len(e.Near) > 0 {
		why = "did you mean " + strings.Join(e.Near, " or ") + "?"
	}
	if why != "" {
		why += ": "
	}
	return fmt.Sprintf("%s %q: %s%v", e.What, e.Text, why, e.Class)
}

// Unwrap gives the class.
func (e *Error) Unwrap() error { return e.Class }

// fail makes the error of a class: number "12k": bad syntax.
func fail(class error, what, text, why string) error {
	return &Error{Class: class, What: what, Text: text, Why: why}
}

// failNear makes the error of an unknown name that looks like known ones.
func failNear(what, text string, near []string) error {
	return &Error{Class: ErrUnknown, What: what, Text: text, Near: near}
}
