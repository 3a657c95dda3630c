package trino

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"runtime/debug"
	"sync"
	"time"

	"sanpin/warehouse/dialect/fault"
)

// State is how far a query is, in Trino's words.
type state string

const (
	stateQueued   state = "QUEUED"
	statePlanning state = "PLANNING"
	stateRunning  state = "RUNNING"
	stateFinished state = "FINISHED"
	stateFailed   state = "FAILED"
)

// answer is what a statement gives: columns and rows, or a change of the
// session.
type answer struct {
	columns []outputColumn // nil: the statement gives no rows
	rows    source         // nil: none
	update  string         // updateType: SET SESSION, USE …; "" of queries
	changes changes
	notices []string // what people must know of the rows: see [warehouse.Result]
}

// source gives rows.
type source interface {
	// next appends rows as JSON, separated by commas, until they are many or
	// some time has passed. It returns how many there are; io.EOF with the
	// last ones.
	next(dst []byte, size int, since time.Time) ([]byte, int64, error)
	// notes are what is known after the last row.
	notes() []string
	close()
}

// query is one statement from its arrival until its last page was fetched. A
// goroutine of its own runs it and prepares one page ahead of the client: it
// waits when the client does not come (back-pressure).
type query struct {
	id, slug string
	base     string // of the URLs that the client is told: http://host:port
	sql      string
	session  *session
	created  time.Time

	ctx    context.Context
	cancel context.CancelCauseFunc
	clock  *time.Timer   // stops the query when its time is over
	limit  time.Duration // that time, from created
	pages  chan *page    // the next one; closed after the last

	fetch sync.Mutex // one page is handed out at a time
	last  *page      // handed out last: the client may ask for it again

	mu      sync.Mutex
	state   state
	touched time.Time // by the client
	ended   time.Time
	err     *fault.Error
	columns []byte // of the answers, as JSON
	update  string
	changes changes
	notices []string
	rows    int64
	bytes   int64
	queued  time.Duration // how long it waited for its turn
}

// page is a whole answer to a GET.
type page struct {
	token int64
	body  *[]byte
	final bool
}

// Sizes of pages: the first ones are small, so that they come soon.
const (
	firstPage   = 64 << 10
	largestPage = 2 << 20
	pageAfter   = 400 * time.Millisecond // a slow query hands on what it has
	waitFor     = time.Second            // for a page, until the client is told to ask again
)

// run answers the statement, page by page.
func (q *query) run(answerTo func(context.Context, *query) (*answer, error)) {
	defer q.end()
	a, err := guarded(func() (*answer, error) { return answerTo(q.ctx, q) })
	if err != nil {
		var begun *failedUpdate
		if errors.As(err, &begun) {
			q.update = begun.update
		}
		q.fail(explain(q.ctx, err))
		q.send(q.errorPage(0))
		return
	}
	q.begin(a)
	defer q.release(a)
	for token, size := int64(0), firstPage; ; token, size = token+1, min(2*size, largestPage) {
		page := q.fill(a, token, size)
		if !q.send(page) || page.final {
			return
		}
	}
}

// guarded makes an error of a panic: a fault of the program in one query must
// not end the others.
func guarded[T any](do func() (T, error)) (result T, err error) {
	defer func() {
		if fault := recover(); fault != nil {
			err = fmt.Errorf("internal error: %v\n%s", fault, debug.Stack())
		}
	}()
	return do()
}

func (q *query) begin(a *answer) {
	q.mu.Lock()
	defer q.mu.Unlock()
	if q.state == stateFailed {
		return
	}
	q.state, q.update, q.changes, q.notices = stateRunning, a.update, a.changes, a.notices
	q.columns = appendColumns(nil, a.columns, q.session.parametric())
}

// fill makes the next page.
func (q *query) fill(a *answer, token int64, size int) *page {
	p := &page{token: token, body: buffers.Get().(*[]byte)}
	body := q.appendHead((*p.body)[:0])
	var n int64
	err := io.EOF
	if a.rows != nil {
		mark := len(body)
		body = append(body, `,"data":[`...)
		start := len(body)
		_, err = guarded(func() (_ struct{}, err error) {
			body, n, err = a.rows.next(body, start+size, time.Now())
			return struct{}{}, err
		})
		if body = append(body, ']'); n == 0 {
			body = body[:mark] // an empty list is left out
		}
		q.count(n, int64(len(body)-start))
	}
	if err != nil && err != io.EOF {
		q.fail(explain(q.ctx, err))
		*p.body = body
		buffers.Put(p.body)
		return q.errorPage(token)
	}
	if p.final = err == io.EOF; p.final {
		if a.rows != nil {
			q.note(a.rows.notes())
		}
		q.finish()
		q.release(a)
	} else {
		body = q.appendNext(body, token+1)
	}
	*p.body = q.appendTail(body)
	return p
}

// errorPage tells the client that the query failed.
func (q *query) errorPage(token int64) *page {
	p := &page{token: token, body: buffers.Get().(*[]byte), final: true}
	*p.body = q.appendTail(q.appendError(q.appendHead((*p.body)[:0])))
	return p
}

// release gives back what the rows come from, as soon as there are no more.
func (q *query) release(a *answer) {
	if a.rows != nil {
		a.rows.close()
		a.rows = nil
	}
}

// end is when no page will come any more.
func (q *query) end() {
	q.clock.Stop()
	close(q.pages)
	q.cancel(nil)
}

// send waits for the client to take the page. That time is the client's: it
// does not count against the limit of the query.
func (q *query) send(p *page) bool {
	start := time.Now()
	running := q.clock.Stop()
	defer func() {
		if running {
			q.limit += time.Since(start)
			q.clock.Reset(q.limit - time.Since(q.created))
		}
	}()
	select {
	case q.pages <- p:
		return true
	case <-q.ctx.Done():
		return false
	}
}

func (q *query) count(rows, bytes int64) {
	q.mu.Lock()
	q.rows += rows
	q.bytes += bytes
	q.mu.Unlock()
}

func (q *query) note(notices []string) {
	q.mu.Lock()
	defer q.mu.Unlock()
	if len(notices) > 0 {
		q.notices = notices
	}
}

// fail ends the query, if it has not ended.
func (q *query) fail(err *fault.Error) {
	q.mu.Lock()
	defer q.mu.Unlock()
	if q.state == stateFinished || q.state == stateFailed {
		return
	}
	q.state, q.err, q.ended = stateFailed, err, time.Now()
	q.cancel(err) // for good: what runs ends with this error
}

func (q *query) finish() {
	q.mu.Lock()
	defer q.mu.Unlock()
	if q.state != stateFailed {
		q.state, q.ended = stateFinished, time.Now()
	}
}

func (q *query) set(s state) {
	q.mu.Lock()
	defer q.mu.Unlock()
	if q.ended.IsZero() {
		q.state = s
	}
}

func (q *query) touch() {
	q.mu.Lock()
	q.touched = time.Now()
	q.mu.Unlock()
}

func (q *query) failed() bool {
	q.mu.Lock()
	defer q.mu.Unlock()
	return q.state == stateFailed
}

// errGone is the answer to a page that was handed out before the last one.
var (
	errGone   = errors.New("this page was fetched and is gone")
	errNoPage = errors.New("there is no such page yet")
)

// page gives the page with that number: the last one again, or the next one,
// for which it waits a little. nil: there is none yet. Call with fetch held.
func (q *query) page(ctx context.Context, token int64) (*page, error) {
	next := int64(0)
	if q.last != nil {
		next = q.last.token + 1
	}
	switch {
	case q.last != nil && (token == q.last.token || q.last.final):
		if token != q.last.token {
			return nil, errGone
		}
		return q.last, nil
	case token < next:
		return nil, errGone
	case token > next:
		return nil, errNoPage
	}
	wait := time.NewTimer(waitFor)
	defer wait.Stop()
	select {
	case p, ok := <-q.pages:
		if q.failed() { // what was prepared is not all
			p = q.errorPage(token)
		} else if !ok {
			return nil, errGone
		}
		q.hand(p)
		return p, nil
	case <-q.ctx.Done():
		if !q.failed() {
			return nil, errGone
		}
		p := q.errorPage(token)
		q.hand(p)
		return p, nil
	case <-wait.C:
		return nil, nil
	case <-ctx.Done():
		return nil, ctx.Err()
	}
}

// hand makes a page the last one; nobody asks for the one before it any more.
func (q *query) hand(p *page) {
	if q.last != nil {
		buffers.Put(q.last.body)
	}
	q.last = p
}

// headers are the changes that the statement makes in the client's session.
func (q *query) headers(h http.Header) {
	q.mu.Lock()
	defer q.mu.Unlock()
	for name, values := range q.changes {
		for _, value := range values {
			h.Add(q.session.prefix+name, value)
		}
	}
}

// waited tells how long the query waited for its turn.
func (q *query) waited(d time.Duration) {
	q.mu.Lock()
	q.queued += d
	q.mu.Unlock()
}
