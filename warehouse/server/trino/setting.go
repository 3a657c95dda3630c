package trino

import (
	"crypto/rand"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"sanpin/warehouse/dialect/ast"
	"sanpin/warehouse/dialect/fault"
	"sanpin/warehouse/server/trino/meta"
)

// setting answers the statements that change the client's session. The server
// keeps nothing: it tells the client what to send from now on.
func (c *call) setting(x ast.Statement) (*answer, error, bool) {
	a, err := (*answer)(nil), error(nil)
	switch x := x.(type) {
	case *ast.Use:
		a, err = c.use(x)
	case *ast.Prepare:
		a, err = prepare(x)
	case *ast.Deallocate:
		if _, err = c.prepared(x.Name); err == nil {
			a = done("DEALLOCATE", changes{headerDeallocated: {escape(x.Name.Value)}})
		}
	case *ast.SetSession:
		a, err = c.setSession(x)
	case *ast.ResetSession:
		a, err = resetSession(x)
	case *ast.SetTimeZone:
		a, err = c.setTimeZone(x)
	case *ast.SetPath:
		names := make([]string, len(x.Elements))
		for i, e := range x.Elements {
			names[i] = e.String()
		}
		a = done("SET PATH", changes{headerSetPath: {escape(strings.Join(names, ","))}})
	case *ast.SetRole:
		a, err = setRole(x)
	case *ast.SetSessionAuthorization:
		err = fault.New(fault.NotSupported, "SET SESSION AUTHORIZATION not supported by client")
	case *ast.ResetSessionAuthorization:
		err = fault.New(fault.NotSupported, "RESET SESSION AUTHORIZATION not supported by client")
	case *ast.StartTransaction:
		a, err = c.startTransaction(x)
	case *ast.Commit:
		a, err = c.endTransaction("COMMIT")
	case *ast.Rollback:
		a, err = c.endTransaction("ROLLBACK")
	case *ast.CallProcedure:
		a, err = c.procedure(x)
	default:
		return nil, nil, false
	}
	return a, err, true
}

func (c *call) use(x *ast.Use) (*answer, error) {
	catalog, schema := c.session.catalog, strings.ToLower(x.Schema.Value)
	set := changes{}
	if x.Catalog != nil {
		catalog = strings.ToLower(x.Catalog.Value)
		set.set(headerSetCatalog, escape(catalog))
	}
	if catalog == "" {
		return nil, fault.At(x.Pos(), fault.MissingCatalog, "Catalog must be specified when session catalog is not set")
	}
	found, err := c.catalog(catalog)
	if err != nil {
		return nil, err
	}
	if found == nil {
		return nil, fault.New(fault.CatalogNotFound, "Catalog '%s' not found", catalog)
	}
	if found.Schema(schema) == nil {
		return nil, fault.New(fault.NotFound, "Schema does not exist: %s.%s", catalog, schema)
	}
	set.set(headerSetSchema, escape(schema))
	return done("USE", set), nil
}

func prepare(x *ast.Prepare) (*answer, error) {
	kind := ""
	switch x.Statement.(type) {
	case *ast.Prepare:
		kind = "PREPARE"
	case *ast.Execute, *ast.ExecuteImmediate:
		kind = "EXECUTE"
	case *ast.Deallocate:
		kind = "DEALLOCATE"
	}
	if kind != "" {
		return nil, fault.New(fault.NotSupported, "Invalid statement type for prepared statement: %s", kind)
	}
	return done("PREPARE", changes{headerPrepared: {escape(x.Name.Value) + "=" + escape(x.Text)}}), nil
}

// literal is the text of a constant, and its type's name.
func literal(x ast.Expression) (text, kind string, ok bool) {
	switch x := x.(type) {
	case *ast.StringLiteral:
		return x.Value, fmt.Sprintf("varchar(%d)", len([]rune(x.Value))), true
	case *ast.IntegerLiteral:
		kind = "integer"
		if int64(int32(x.Value)) != x.Value {
			kind = "bigint"
		}
		return strconv.FormatInt(x.Value, 10), kind, true
	case *ast.BooleanLiteral:
		return strconv.FormatBool(x.Value), "boolean", true
	case *ast.DecimalLiteral:
		return x.Text, "decimal", true
	case *ast.DoubleLiteral:
		return x.Text, "double", true
	case *ast.Unary:
		if text, kind, ok := literal(x.Value); ok && x.Operator == "-" && kind != "boolean" && !strings.HasPrefix(kind, "varchar") {
			return "-" + text, kind, true
		}
	}
	return "", "", false
}

// value is the constant that an expression is, also by a parameter.
func (c *call) value(x ast.Expression) (text, kind string, ok bool) {
	if p, isParameter := x.(*ast.Parameter); isParameter && p.Index < len(c.params) {
		x = c.params[p.Index]
	}
	return literal(x)
}

func (c *call) setSession(x *ast.SetSession) (*answer, error) {
	name, at := x.Name.String(), x.Value.Pos()
	if catalog, _, ok := strings.Cut(name, "."); ok {
		found, err := c.catalog(catalog)
		if err != nil {
			return nil, err
		}
		if found == nil {
			return nil, fault.At(at, fault.CatalogNotFound, "Catalog '%s' not found", catalog)
		}
	}
	p, ok := properties[name]
	if !ok {
		return nil, fault.At(at, fault.InvalidSessionProperty, "Session property '%s' does not exist", name)
	}
	text, kind, ok := c.value(x.Value)
	if !ok {
		return nil, fault.At(at, fault.NotSupported, "SET SESSION takes a constant")
	}
	base, _, _ := strings.Cut(kind, "(")
	if base != p.kind && !(p.kind == "bigint" && base == "integer") && !(p.kind == "double" && base != "varchar" && base != "boolean") {
		if base == "varchar" {
			text = "'" + text + "'"
		}
		return nil, fault.New(fault.InvalidSessionProperty, "Unable to set session property '%s' to '%s': Cannot cast type %s to %s", name, text, kind, p.kind)
	}
	if what := p.wrong(text); what != "" {
		e := fault.At(at, fault.InvalidSessionProperty, "%s", what)
		return nil, &failedUpdate{e, "SET SESSION"}
	}
	return done("SET SESSION", changes{headerSetSession: {name + "=" + escape(text)}}), nil
}

// failedUpdate is an error of a statement that had begun to change something:
// the client is told what.
type failedUpdate struct {
	err    *fault.Error
	update string
}

func (f *failedUpdate) Error() string { return f.err.Error() }
func (f *failedUpdate) Unwrap() error { return f.err }

func resetSession(x *ast.ResetSession) (*answer, error) {
	name := x.Name.String()
	if _, ok := properties[name]; !ok {
		return nil, fault.At(x.Pos(), fault.InvalidSessionProperty, "Session property '%s' does not exist", name)
	}
	return done("RESET SESSION", changes{headerClear: {name}}), nil
}

func (c *call) setTimeZone(x *ast.SetTimeZone) (*answer, error) {
	if x.Zone == nil {
		return done("SET TIME ZONE", changes{headerClear: {zoneProperty}}), nil
	}
	zone := ""
	if i, ok := x.Zone.(*ast.IntervalLiteral); ok {
		var err error
		if zone, err = intervalZone(i); err != nil {
			return nil, err
		}
	} else {
		text, kind, ok := c.value(x.Zone)
		switch {
		case !ok:
			return nil, fault.New(fault.NotSupported, "SET TIME ZONE takes a constant")
		case !strings.HasPrefix(kind, "varchar"):
			return nil, fault.New(fault.TypeMismatch, "Expected expression of varchar or interval day-time type, but '%s' has %s type", text, kind)
		}
		zone = text
	}
	if location(zone) == nil {
		return nil, fault.New(fault.NotSupported, "Time zone not supported: %s", zone)
	}
	return done("SET TIME ZONE", changes{headerSetSession: {zoneProperty + "=" + escape(zone)}}), nil
}

// intervalZone is +10:30 of INTERVAL '10:30' HOUR TO MINUTE.
func intervalZone(x *ast.IntervalLiteral) (string, error) {
	text := strings.TrimSpace(x.Value)
	negative := x.Negative
	if rest, ok := strings.CutPrefix(text, "-"); ok {
		text, negative = rest, !negative
	}
	hours, minutes, _ := strings.Cut(text, ":")
	h, err := strconv.Atoi(hours)
	m := 0
	if err == nil && minutes != "" {
		m, err = strconv.Atoi(minutes)
	}
	switch {
	case x.From == "SECOND" || x.To == "SECOND":
		return "", fault.New(fault.InvalidLiteral, "Invalid TIME ZONE offset interval: interval contains seconds")
	case err != nil || x.From != "HOUR" && x.From != "MINUTE":
		return "", fault.New(fault.NotSupported, "SET TIME ZONE takes an interval of hours and minutes")
	case x.From == "MINUTE":
		h, m = h/60, h%60
	}
	offset := h*60 + m
	if negative {
		offset = -offset
	}
	if offset > 14*60 || offset < -14*60 {
		return "", fault.New(fault.InvalidFunctionArg, "Invalid offset minutes %d", offset)
	}
	return string(appendOffset(nil, offset)), nil
}

func setRole(x *ast.SetRole) (*answer, error) {
	if x.Catalog != nil {
		return nil, fault.At(x.Pos(), fault.NotSupported, "Catalog '%s' does not support role management", strings.ToLower(x.Catalog.Value))
	}
	if x.Kind == "ROLE" {
		return nil, fault.At(x.Pos(), roleNotFound, "Role '%s' does not exist", strings.ToLower(x.Role.Value))
	}
	return done("SET ROLE", changes{headerSetRole: {"system=" + x.Kind}}), nil
}

// Transactions change nothing: all that can be read is one release, which does
// not change. A client is given an id and sends it until it ends the
// transaction.
func (c *call) startTransaction(x *ast.StartTransaction) (*answer, error) {
	switch c.session.transaction {
	case "":
		return nil, fault.New(fault.IncompatibleClient, "Client does not support transactions")
	case "NONE":
	default:
		return nil, fault.New(fault.NotSupported, "Nested transactions not supported")
	}
	kinds := map[string]int{}
	for _, mode := range x.Modes {
		kind := "isolation levels"
		if strings.HasPrefix(mode, "READ") {
			kind = "transaction read modes"
		}
		if kinds[kind]++; kinds[kind] > 1 {
			return nil, fault.At(x.Pos(), fault.SyntaxError, "Multiple %s specified", kind)
		}
	}
	var id [16]byte
	_, _ = rand.Read(id[:]) // it never fails
	return done("START TRANSACTION", changes{headerStarted: {fmt.Sprintf("%x-%x-%x-%x-%x", id[:4], id[4:6], id[6:8], id[8:10], id[10:])}}), nil
}

func (c *call) endTransaction(update string) (*answer, error) {
	if c.session.transaction == "" || c.session.transaction == "NONE" {
		return nil, fault.New(fault.NotInTransaction, "No transaction in progress")
	}
	return done(update, changes{headerEnded: {"true"}}), nil
}

// checkTransaction refuses ids that cannot be of a transaction.
func (c *call) checkTransaction(ast.Statement) error {
	id := c.session.transaction
	if id == "" || id == "NONE" || len(id) == 36 {
		return nil
	}
	return fault.New(fault.UnknownTransaction, "Unknown transaction ID: %s", id)
}

// procedure answers CALL: there is one procedure, which stops a query.
func (c *call) procedure(x *ast.CallProcedure) (*answer, error) {
	parts := slices.Clone(x.Name.Parts)
	catalog, schema := c.session.catalog, c.session.schema
	if len(parts) == 3 {
		catalog = strings.ToLower(parts[0].Value)
		parts = parts[1:]
	}
	if len(parts) == 2 {
		schema = strings.ToLower(parts[0].Value)
	}
	found, err := c.catalog(catalog)
	switch {
	case err != nil:
		return nil, err
	case catalog == "":
		return nil, fault.At(x.Pos(), fault.MissingCatalog, "Catalog must be specified when session catalog is not set")
	case found == nil:
		return nil, fault.At(x.Pos(), fault.CatalogNotFound, "Catalog '%s' not found", catalog)
	case catalog != meta.SystemCatalog || schema != "runtime" || x.Name.Last() != "kill_query":
		return nil, fault.New(procedureUnknown, "Procedure not registered: %s.%s", schema, x.Name.Last())
	}
	return c.kill(x)
}

func (c *call) kill(x *ast.CallProcedure) (*answer, error) {
	names := []string{"query_id", "message"}
	args := map[string]string{}
	for i, a := range x.Args {
		if i >= len(names) {
			return nil, fault.At(x.Pos(), fault.InvalidArguments, "Too many arguments for procedure")
		}
		name := names[i]
		if a.Name != nil {
			name = strings.ToLower(a.Name.Value)
		}
		if !slices.Contains(names, name) {
			return nil, fault.At(a.Pos(), fault.InvalidArguments, "Unknown argument name: %s", strings.ToUpper(name))
		}
		text, kind, ok := c.value(a.Value)
		if _, null := a.Value.(*ast.NullLiteral); null {
			text, kind, ok = "", "varchar", true
		}
		switch {
		case !ok:
			return nil, fault.At(a.Pos(), fault.NotSupported, "CALL takes constants")
		case !strings.HasPrefix(kind, "varchar"):
			return nil, fault.At(a.Pos(), fault.TypeMismatch, "Cannot cast type %s to varchar", kind)
		}
		args[name] = text
	}
	id, ok := args["query_id"]
	if !ok {
		return nil, fault.At(x.Pos(), fault.InvalidArguments, "Required procedure argument 'QUERY_ID' is missing")
	}
	q := c.queries.find(id)
	switch {
	case q == nil:
		return nil, &failedUpdate{fault.New(fault.NotFound, "Target query not found: %s", id), "CALL"}
	case q.over(c.q.created):
		return nil, &failedUpdate{fault.New(fault.NotSupported, "Target query is not running: %s", id), "CALL"}
	}
	why := "No message provided."
	if args["message"] != "" {
		why = "Message: " + args["message"]
	}
	q.fail(fault.New(killed, "Query killed. %s", why))
	return done("CALL", nil), nil
}
