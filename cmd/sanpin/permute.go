package main

import (
	"strings"

	"github.com/urfave/cli/v2"
)

// permute moves the flags of a command before its arguments, so that people
// may write `sanpin cite ID --json`: the flag parser stops at the first
// argument. What stands behind -- stays where it is.
func permute(app *cli.App, args []string) []string {
	if len(args) < 2 {
		return args
	}
	out := []string{args[0]}
	rest := args[1:]
	flags, commands := app.Flags, app.Commands
	for len(rest) > 0 && !strings.HasPrefix(rest[0], "-") {
		c := commandNamed(commands, rest[0])
		if c == nil {
			break
		}
		out = append(out, rest[0])
		rest, flags, commands = rest[1:], c.Flags, c.Subcommands
	}
	var moved, arguments []string
	for i := 0; i < len(rest); i++ {
		a := rest[i]
		if a == "--" {
			arguments = append(arguments, rest[i+1:]...)
			break
		}
		if a == "-" || !strings.HasPrefix(a, "-") {
			arguments = append(arguments, a)
			continue
		}
		moved = append(moved, a)
		if takesValue(flags, a) && i+1 < len(rest) {
			i++
			moved = append(moved, rest[i])
		}
	}
	out = append(out, moved...)
	for _, a := range arguments {
		if strings.HasPrefix(a, "-") && a != "-" {
			out = append(out, "--")
			break
		}
	}
	return append(out, arguments...)
}

func commandNamed(commands []*cli.Command, name string) *cli.Command {
	for _, c := range commands {
		if c.HasName(name) {
			return c
		}
	}
	return nil
}

// takesValue tells whether the argument behind a flag is its value.
func takesValue(flags []cli.Flag, arg string) bool {
	name := strings.TrimLeft(arg, "-")
	if strings.Contains(name, "=") {
		return false
	}
	for _, f := range flags {
		for _, n := range f.Names() {
			if n == name {
				_, isBool := f.(*cli.BoolFlag)
				return !isBool
			}
		}
	}
	return false
}
