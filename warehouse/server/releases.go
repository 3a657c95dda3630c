package server

import (
	"context"
	"errors"
	"log/slog"
	"slices"
	"sync"
	"time"

	"sanpin/warehouse"
	"sanpin/warehouse/lake"
)

const (
	retryPolls = 15              // looks at a release that could not be opened, before it is tried again
	maxKept    = 4               // releases open beside the current one
	keptIdle   = 5 * time.Minute // such a release is closed when nobody asked for it for so long
)

// open is a release in use. Its counts belong to the releases' mutex.
type open struct {
	Release
	id      string
	users   int
	retired bool // to be closed by its last user
	used    time.Time
}

// releases keeps the current release open, and kept ones while they are asked for.
type releases struct {
	Config
	looked chan struct{} // closed when the first look is over

	opening sync.Mutex // one at a time: the first one may build a file
	failed  string     // release that could not be opened, under opening
	again   time.Time  // when to try that one again

	mu      sync.Mutex
	current *open
	kept    map[string]*open
	trouble error // why the current release of the lake is not the one open here
	closed  bool
}

func newReleases(config Config) *releases {
	return &releases{Config: config, looked: make(chan struct{}), kept: map[string]*open{}}
}

func (r *releases) currentID() string {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.current == nil {
		return ""
	}
	return r.current.id
}

// state says which release is current here, and what is wrong with a newer one.
func (r *releases) state() (id string, trouble error) {
	id = r.currentID()
	r.mu.Lock()
	defer r.mu.Unlock()
	return id, r.trouble
}

// poll looks for a new release until ctx ends.
func (r *releases) poll(ctx context.Context) {
	r.look(ctx)
	close(r.looked)
	for {
		select {
		case <-ctx.Done():
			return
		case <-time.After(r.Poll):
			r.look(ctx)
		}
	}
}

// look opens the release that is current now, if it is another one than here.
// What goes wrong is kept for health, and logged when it is new.
func (r *releases) look(ctx context.Context) {
	r.opening.Lock()
	defer r.opening.Unlock()
	r.closeIdle(time.Now())
	err := r.follow(ctx)
	r.mu.Lock()
	before := r.trouble
	r.trouble = err
	r.mu.Unlock()
	if err != nil && ctx.Err() == nil && (before == nil || before.Error() != err.Error()) {
		r.Log.Error("the current release cannot be opened", slog.String("serving", r.currentID()), slog.Any("error", err))
	}
}

// follow is called with opening held.
func (r *releases) follow(ctx context.Context) error {
	latest, err := r.Lake.Current()
	if err != nil {
		return err
	}
	before := r.currentID()
	if latest.ID == before {
		return nil
	}
	start := time.Now()
	if latest.ID == r.failed && start.Before(r.again) { // trying may be long work
		_, trouble := r.state()
		return trouble
	}
	next, err := r.take(ctx, latest.ID)
	if err != nil {
		r.failed, r.again = latest.ID, start.Add(retryPolls*r.Poll)
		return err
	}
	r.mu.Lock()
	old := r.current
	r.current = next
	r.mu.Unlock()
	r.Log.Info("release", slog.String("id", next.id), slog.String("before", before), slog.String("opened_in", time.Since(start).Round(time.Millisecond).String()))
	if old != nil {
		r.retire(old)
	}
	return nil
}

// take returns the release out of those that are kept open, or opens it.
func (r *releases) take(ctx context.Context, id string) (*open, error) {
	r.mu.Lock()
	o := r.kept[id]
	delete(r.kept, id)
	r.mu.Unlock()
	if o != nil {
		return o, nil
	}
	release, err := r.Open(ctx, id)
	if err != nil {
		return nil, err
	}
	return &open{Release: release, id: id, used: time.Now()}, nil
}

// acquire returns an open release, the current one when id is "". Give it back.
func (r *releases) acquire(ctx context.Context, id string) (*open, error) {
	if o := r.find(id); o != nil {
		return o, nil
	}
	if id == "" {
		return r.first(ctx)
	}
	r.opening.Lock()
	defer r.opening.Unlock()
	if o := r.find(id); o != nil { // opened while this one waited
		return o, nil
	}
	if err := r.room(); err != nil {
		return nil, err
	}
	o, err := r.take(ctx, id)
	if err != nil {
		return nil, err
	}
	r.mu.Lock()
	closed := r.closed
	if !closed {
		r.kept[id] = o
		o.users++
	}
	r.mu.Unlock()
	if closed { // meanwhile
		r.end(o)
		return nil, notServing(nil)
	}
	return o, nil
}

// first waits for the first release to be open.
func (r *releases) first(ctx context.Context) (*open, error) {
	select {
	case <-r.looked:
	case <-ctx.Done():
		return nil, notServing(errors.New("it is still being opened"))
	}
	if o := r.find(""); o != nil {
		return o, nil
	}
	_, trouble := r.state()
	return nil, notServing(trouble)
}

// notServing is the error where no release is open.
func notServing(trouble error) error {
	if trouble == nil {
		return stopping()
	}
	return &warehouse.Error{Kind: warehouse.KindBusy, Message: "no release is served yet: " + trouble.Error(),
		Hint: "publish one with sanpin refresh; it is found within seconds", Err: trouble}
}

// find returns a release that is open, with one more user.
func (r *releases) find(id string) *open {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.closed {
		return nil
	}
	o := r.kept[id]
	if r.current != nil && (id == "" || id == r.current.id) {
		o = r.current
	}
	if o == nil {
		return nil
	}
	o.users++
	o.used = time.Now()
	return o
}

func (r *releases) giveBack(o *open) {
	r.mu.Lock()
	o.users--
	o.used = time.Now()
	last := o.retired && o.users == 0
	r.mu.Unlock()
	if last {
		r.end(o)
	}
}

// retire closes a release, now or by its last user.
func (r *releases) retire(o *open) {
	r.mu.Lock()
	o.retired = true
	idle := o.users == 0
	r.mu.Unlock()
	if idle {
		r.end(o)
	}
}

func (r *releases) end(o *open) {
	if err := o.Close(); err != nil {
		r.Log.Warn("release not closed", slog.String("id", o.id), slog.Any("error", err))
		return
	}
	r.Log.Info("release closed", slog.String("id", o.id))
}

// closeIdle closes the kept releases that nobody asked for of late.
func (r *releases) closeIdle(now time.Time) {
	r.drop(func(o *open) bool { return now.Sub(o.used) > keptIdle })
}

// room makes place for one more kept release: the one not used for longest goes.
func (r *releases) room() error {
	r.mu.Lock()
	var idle []*open
	full := len(r.kept) >= maxKept
	for _, o := range r.kept {
		if o.users == 0 {
			idle = append(idle, o)
		}
	}
	r.mu.Unlock()
	if !full {
		return nil
	}
	if len(idle) == 0 {
		return busy("%d older releases are in use", maxKept)
	}
	oldest := slices.MinFunc(idle, func(a, b *open) int { return a.used.Compare(b.used) })
	r.drop(func(o *open) bool { return o == oldest })
	return nil
}

// drop closes the kept releases that nobody uses and that are chosen.
func (r *releases) drop(chosen func(*open) bool) {
	r.mu.Lock()
	var gone []*open
	for id, o := range r.kept {
		if o.users == 0 && chosen(o) {
			delete(r.kept, id)
			gone = append(gone, o)
		}
	}
	r.mu.Unlock()
	for _, o := range gone {
		r.end(o)
	}
}

// close ends all, those in use by their last user.
func (r *releases) close() error {
	r.mu.Lock()
	r.closed = true
	all := []*open{}
	if r.current != nil {
		all = append(all, r.current)
	}
	for _, o := range r.kept {
		all = append(all, o)
	}
	r.current, r.kept = nil, map[string]*open{}
	r.mu.Unlock()
	for _, o := range all {
		r.retire(o)
	}
	return nil
}

var _ Lake = (*lake.Lake)(nil)
