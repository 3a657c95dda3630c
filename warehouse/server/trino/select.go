package trino

import (
	"context"
	"sync"
	"time"

	"sanpin/warehouse"
	"sanpin/warehouse/dialect/ast"
	"sanpin/warehouse/server/trino/meta"
)

// query answers a query: from memory what is there, all else from a release.
func (c *call) query(x *ast.Query) (*answer, error) {
	if a, ok, err := c.remembered(x); err != nil || ok {
		return a, err
	}
	p, err := c.translate(x, false)
	if err != nil {
		return nil, err
	}
	return c.run(p)
}

// remembered answers a query from memory, if it can be.
func (c *call) remembered(x *ast.Query) (*answer, bool, error) {
	s := c.session.forMeta()
	about := meta.Names(x, s)
	if !about && len(meta.Tables(x, s)) > 0 {
		return nil, false, nil
	}
	r, err := meta.Evaluate(c, c.meta, s, x, c.params)
	return c.fromMemory(r, err, about)
}

func (s *session) forMeta() meta.Session {
	return meta.Session{Catalog: s.catalog, Schema: s.schema, User: s.user, Zone: s.zone, Version: Version}
}

// run starts a query of the engine.
func (c *call) run(p *plan) (*answer, error) {
	t := &turn{ctx: c, enter: c.host.Enter}
	if err := t.take(); err != nil {
		return nil, err
	}
	c.q.waited(t.waited)
	querier, done, err := c.host.Acquire(c, p.release)
	if err != nil {
		t.give()
		return nil, err
	}
	result, err := querier.Query(c, warehouse.Request{SQL: p.SQL, Dialect: warehouse.Trino, Translated: true})
	if err != nil {
		t.give()
		done()
		return nil, err
	}
	rows := newBatches(result, p.output, !c.session.parametric(), c.Rows, t, done)
	return &answer{columns: p.output, rows: rows, notices: append(p.notices, result.Notices...)}, nil
}

// turn is a query's turn at the gate. It is given back while the query waits
// for its client, so that slow clients do not hold up others.
type turn struct {
	ctx    context.Context
	enter  func(context.Context) (func(), error)
	leave  func()
	waited time.Duration
}

func (t *turn) take() error {
	if t.leave != nil {
		return nil
	}
	start := time.Now()
	leave, err := t.enter(t.ctx)
	if err != nil {
		return err
	}
	t.leave, t.waited = sync.OnceFunc(leave), time.Since(start)
	return nil
}

func (t *turn) give() {
	if t.leave != nil {
		t.leave()
		t.leave = nil
	}
}
