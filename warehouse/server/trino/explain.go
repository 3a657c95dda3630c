package trino

import (
	"encoding/json"
	"fmt"
	"io"
	"reflect"
	"strings"
	"time"

	"sanpin/warehouse/dialect/ast"
	"sanpin/warehouse/dialect/fault"
	"sanpin/warehouse/dialect/types"
	"sanpin/warehouse/server/trino/meta"
)

// explain answers EXPLAIN: the columns of a statement, and how it is answered.
func (c *call) explain(x *ast.Explain) (*answer, error) {
	inner := x.Statement
	if e, ok := inner.(*ast.Execute); ok {
		var err error
		if inner, err = c.prepared(e.Name); err != nil {
			return nil, err
		}
		c.params = e.Args
	}
	p, err := c.planOf(inner)
	if err != nil {
		return nil, err
	}
	switch {
	case x.Analyze:
		return c.analyze(inner, p)
	case x.Type == "VALIDATE":
		return rowsOf([]outputColumn{{"Valid", types.Of(types.Boolean)}}, [][]any{{true}}), nil
	case x.Type == "IO":
		return explained(ioText(c.session, inner))
	case x.Format == "JSON":
		return explained(p.json())
	case x.Format == "GRAPHVIZ":
		return explained(fmt.Sprintf("digraph plan {\nn0[label=%q];\nn1[label=%q];\nn0 -> n1;\n}\n", "Output["+strings.Join(p.names(), ", ")+"]", p.how))
	}
	return explained(p.text())
}

func explained(text string) (*answer, error) {
	rows := [][]any{{text}}
	return rowsOf(fitted(textColumns("Query Plan"), rows), rows), nil
}

// shownPlan is what is told of how a statement is answered.
type shownPlan struct {
	columns []outputColumn
	how     string // Memory, DuckDB
	detail  string
}

// planOf resolves a statement without running it.
func (c *call) planOf(x ast.Statement) (*shownPlan, error) {
	switch x := x.(type) {
	case *ast.Query:
		if a, ok, err := c.remembered(x); err != nil || ok {
			if err != nil {
				return nil, err
			}
			return &shownPlan{columns: a.columns, how: "Memory"}, nil
		}
		p, err := c.translate(x, false)
		if err != nil {
			return nil, err
		}
		return &shownPlan{columns: p.output, how: "DuckDB", detail: p.SQL}, nil
	case *ast.Write:
		_, err := c.refuse(x)
		return &shownPlan{how: x.Kind}, err
	}
	if a, err, ok := c.showing(x); ok {
		if err != nil {
			return nil, err
		}
		return &shownPlan{columns: a.columns, how: "Memory"}, nil
	}
	return &shownPlan{how: reflect.TypeOf(x).Elem().Name()}, nil
}

func (p *shownPlan) names() (names []string) {
	for _, c := range p.columns {
		names = append(names, c.name)
	}
	return names
}

func (p *shownPlan) text() string {
	var layout []string
	for _, c := range p.columns {
		layout = append(layout, c.name+":"+c.kind.String())
	}
	lines := []string{
		"Trino version: " + Version,
		"Fragment 0 [SINGLE]",
		"    Output layout: [" + strings.Join(p.names(), ", ") + "]",
		"    Output partitioning: SINGLE []",
		"    Output[columnNames = [" + strings.Join(p.names(), ", ") + "]]",
		"    │   Layout: [" + strings.Join(layout, ", ") + "]",
		"    └─ " + p.how + "[]",
	}
	if p.detail != "" {
		lines = append(lines, "           "+p.detail)
	}
	return strings.Join(lines, "\n") + "\n\n"
}

// planNode is a node of a plan as FORMAT JSON has it.
type planNode struct {
	ID         string            `json:"id"`
	Name       string            `json:"name"`
	Descriptor map[string]string `json:"descriptor"`
	Outputs    []planOutput      `json:"outputs"`
	Details    []string          `json:"details"`
	Estimates  []any             `json:"estimates"`
	Children   []planNode        `json:"children"`
}

type planOutput struct {
	Type string `json:"type"`
	Name string `json:"name"`
}

func (p *shownPlan) json() string {
	outputs := []planOutput{}
	for _, c := range p.columns {
		outputs = append(outputs, planOutput{c.kind.String(), c.name})
	}
	details := []string{}
	if p.detail != "" {
		details = append(details, p.detail)
	}
	return indented(planNode{ID: "0", Name: "Output", Descriptor: map[string]string{"columnNames": "[" + strings.Join(p.names(), ", ") + "]"},
		Outputs: outputs, Details: []string{}, Estimates: []any{}, Children: []planNode{
			{ID: "1", Name: p.how, Descriptor: map[string]string{}, Outputs: outputs, Details: details, Estimates: []any{}, Children: []planNode{}}}})
}

func indented(v any) string {
	text, err := json.MarshalIndent(v, "", "  ")
	if err != nil {
		panic(fmt.Sprintf("plan: %v", err)) // unreachable: texts only
	}
	return string(text)
}

// ioText says which tables a statement reads. Nothing is estimated: NaN, as
// Trino writes what it does not know.
func ioText(s *session, x ast.Statement) string {
	type names struct {
		Schema string `json:"schema"`
		Table  string `json:"table"`
	}
	type table struct {
		Catalog     string `json:"catalog"`
		SchemaTable names  `json:"schemaTable"`
	}
	type constraint struct {
		None    bool  `json:"none"`
		Columns []any `json:"columnConstraints"`
	}
	type estimate struct {
		Rows    string `json:"outputRowCount"`
		Size    string `json:"outputSizeInBytes"`
		CPU     string `json:"cpuCost"`
		Memory  string `json:"maxMemory"`
		Network string `json:"networkCost"`
	}
	type input struct {
		Table      table      `json:"table"`
		Constraint constraint `json:"constraint"`
		Estimate   estimate   `json:"estimate"`
	}
	unknown := estimate{"NaN", "NaN", "NaN", "NaN", "NaN"}
	out := struct {
		Inputs   []input  `json:"inputTableColumnInfos"`
		Estimate estimate `json:"estimate"`
	}{[]input{}, unknown}
	if q, ok := x.(*ast.Query); ok {
		for _, t := range meta.Tables(q, s.forMeta()) {
			out.Inputs = append(out.Inputs, input{table{t[0], names{t[1], t[2]}}, constraint{Columns: []any{}}, unknown})
		}
	}
	return indented(out)
}

// analyze runs a query, throws its rows away, and tells how long it took.
func (c *call) analyze(x ast.Statement, p *shownPlan) (*answer, error) {
	q, ok := x.(*ast.Query)
	if !ok {
		return nil, fault.New(fault.NotSupported, "EXPLAIN ANALYZE of this statement is not supported")
	}
	start := time.Now()
	a, err := c.query(q)
	if err != nil {
		return nil, err
	}
	defer a.rows.close()
	rows, buffer := int64(0), []byte(nil)
	for {
		made, n, err := a.rows.next(buffer[:0], firstPage, time.Now())
		buffer, rows = made, rows+n
		if err == io.EOF {
			break
		}
		if err != nil {
			return nil, err
		}
	}
	text := p.text() + fmt.Sprintf("Output: %d rows, Execution: %s\n", rows, time.Since(start).Round(time.Microsecond))
	return rowsOf(textColumns("Query Plan"), [][]any{{text}}), nil
}
