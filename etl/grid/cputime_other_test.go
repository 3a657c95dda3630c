//go:build !unix

package grid

import "time"

var started = time.Now()

// cpuTime is the time that passes, where the system tells no other.
func cpuTime() time.Duration { return time.Since(started) }
