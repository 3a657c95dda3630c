package trino

import (
	"crypto/rand"
	"fmt"
	"slices"
	"strings"
	"sync"
	"time"

	"sanpin/warehouse/dialect/fault"
)

// How long queries are remembered.
const (
	keepPages   = time.Minute      // the last page, for a client that asks again
	keepQueries = 15 * time.Minute // what is told of a query that ended
	mostQueries = 500
)

// queries are those that run, and those that ended of late.
type queries struct {
	abandonAfter time.Duration
	suffix       string // tells the ids of this run of the server from those of another

	mu     sync.Mutex
	count  int
	byID   map[string]*query
	order  []*query // by age, oldest first
	closed bool
	idle   chan struct{} // closed when closed is true and none runs
}

func newQueries(abandonAfter time.Duration) *queries {
	return &queries{abandonAfter: abandonAfter, suffix: strings.ToLower(rand.Text()[:5]),
		byID: map[string]*query{}, idle: make(chan struct{})}
}

// add gives a query its id, 20261124_201557_00003_375zm, and remembers it.
func (qs *queries) add(q *query) error {
	qs.mu.Lock()
	defer qs.mu.Unlock()
	if qs.closed {
		return fault.New(shuttingDown, "The server is stopping: ask again when it is back")
	}
	q.id = fmt.Sprintf("%s_%05d_%s", q.created.UTC().Format("20060102_150405"), qs.count%100_000, qs.suffix)
	q.slug = "y" + strings.ToLower(rand.Text())
	qs.count++
	qs.byID[q.id] = q
	qs.order = append(qs.order, q)
	return nil
}

func (qs *queries) find(id string) *query {
	qs.mu.Lock()
	defer qs.mu.Unlock()
	return qs.byID[id]
}

func (qs *queries) all() []*query {
	qs.mu.Lock()
	defer qs.mu.Unlock()
	return slices.Clone(qs.order)
}

// sweep stops queries whose clients do not come any more, and forgets those
// that ended long ago.
func (qs *queries) sweep(now time.Time) {
	running := 0
	for _, q := range qs.all() {
		q.mu.Lock()
		ended, touched := q.ended, q.touched
		q.mu.Unlock()
		switch {
		case ended.IsZero() && now.Sub(touched) > qs.abandonAfter:
			q.fail(fault.New(abandoned, "Query %s was abandoned by the client: no page was asked for since %s", q.id, touched.UTC().Format(time.RFC3339)))
		case ended.IsZero():
			running++
		case now.Sub(ended) > keepPages && now.Sub(touched) > keepPages:
			q.cancel(nil) // a last page that nobody fetched
			q.forgetPage()
		}
	}
	qs.mu.Lock()
	defer qs.mu.Unlock()
	qs.order = slices.DeleteFunc(qs.order, func(q *query) bool {
		over := q.over(now.Add(-keepQueries)) || len(qs.byID) > mostQueries && q.over(now.Add(-keepPages))
		if over {
			delete(qs.byID, q.id)
		}
		return over
	})
	if qs.closed && running == 0 {
		select {
		case <-qs.idle:
		default:
			close(qs.idle)
		}
	}
}

// over tells whether a query ended before a time.
func (q *query) over(before time.Time) bool {
	q.mu.Lock()
	defer q.mu.Unlock()
	return !q.ended.IsZero() && q.ended.Before(before)
}

// forgetPage gives the memory of the last page back.
func (q *query) forgetPage() {
	if !q.fetch.TryLock() {
		return // it is being handed out
	}
	defer q.fetch.Unlock()
	if q.last != nil && q.last.body != nil {
		buffers.Put(q.last.body)
		q.last.body = nil
	}
}
