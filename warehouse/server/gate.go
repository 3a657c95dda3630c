package server

import (
	"context"
	"fmt"

	"sanpin/warehouse"
)

// gate lets so many queries run at once and so many wait.
type gate struct {
	turns chan struct{}
	queue chan struct{}
}

func newGate(turns, queue int) *gate {
	return &gate{make(chan struct{}, turns), make(chan struct{}, queue)}
}

// enter waits until there is a turn, which leave ends. It does not wait where
// too many wait already.
func (g *gate) enter(ctx context.Context) (leave func(), err error) {
	leave = func() { <-g.turns }
	select {
	case g.turns <- struct{}{}:
		return leave, nil
	default:
	}
	select {
	case g.queue <- struct{}{}:
		defer func() { <-g.queue }()
	default:
		return nil, busy("%d queries run and %d wait: the queue is full", cap(g.turns), cap(g.queue))
	}
	select {
	case g.turns <- struct{}{}:
		return leave, nil
	case <-ctx.Done():
		if ctx.Err() == context.Canceled {
			return nil, ctx.Err()
		}
		return nil, busy("the query's time was over before its turn came; %d run at once", cap(g.turns))
	}
}

func busy(format string, args ...any) error {
	return &warehouse.Error{Kind: warehouse.KindBusy, Message: fmt.Sprintf(format, args...), Hint: "ask again in a moment"}
}
