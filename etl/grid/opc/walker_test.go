package opc

import (
	"errors"
	"io"
	"strings"
	"testing"

	"sanpin/etl/grid/sheet"
)

// outline writes elements as name@space, texts as they are.
type outline struct {
	w   *Walker
	out strings.Builder
}

func (o *outline) element() error {
	if string(o.w.Name) == "skip" {
		return o.w.Skip()
	}
	o.out.WriteString("<" + string(o.w.Name) + "@" + string(rune('0'+o.w.Space)))
	err := Content(o.w, o, (*outline).element, (*outline).text)
	o.out.WriteString(">")
	return err
}

func (o *outline) text() error {
	o.out.Write(o.w.AppendToken(nil))
	return nil
}

func TestWalker(t *testing.T) {
	for _, test := range []struct{ in, want string }{
		{`<!-- c --> <a xmlns="one" xmlns:p="two">x<p:b>y</p:b><skip xmlns="two"><b/></skip><c xmlns=""/><d/></a>`, "<a@1x<b@2y><c@0><d@1>>"},
		{`<p:a xmlns:p="two"/>`, "<a@2>"},
		{`<a xmlns="one"><b></a>`, "<a@1<b@1>>: "},
	} {
		s := NewScanner(sheet.Limits{}.WithDefaults(), "a.xml")
		if err := s.Hold([]byte(test.in)); err != nil {
			t.Fatal(err)
		}
		o := &outline{w: NewWalker(s, map[string]int{"one": 1, "two": 2})}
		err := o.w.Start()
		if err == nil {
			err = o.element()
		}
		got := o.out.String()
		if err != nil {
			got += ": "
			checkRefused(t, err, sheet.Damaged, "ends inside an element")
		} else if err := o.w.Start(); !errors.Is(err, io.EOF) {
			t.Errorf("%s: %v behind the root", test.in, err)
		}
		if got != test.want {
			t.Errorf("%s: %s, want %s", test.in, got, test.want)
		}
		s.Release()
	}
}
