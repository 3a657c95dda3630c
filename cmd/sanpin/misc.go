package main

import (
	"encoding/json"
	"fmt"
	"runtime"

	"github.com/urfave/cli/v2"

	"sanpin/warehouse/engine"
)

// completions are the scripts that shells load; each asks the program for the
// words that may follow.
var completions = map[string]string{
	"bash": `_sanpin() { COMPREPLY=($(compgen -W "$("${COMP_WORDS[@]:0:$COMP_CWORD}" --generate-bash-completion)" -- "${COMP_WORDS[COMP_CWORD]}")); }
complete -o bashdefault -o default -F _sanpin sanpin
`,
	"zsh": `#compdef sanpin
_sanpin() { local -a words_; words_=("${(@f)$("${words[@]:0:$#words-1}" --generate-bash-completion)}"); _describe sanpin words_ || _files }
compdef _sanpin sanpin
`,
	"fish": `complete -c sanpin -f -a '(begin; set -l t (commandline -opc); $t --generate-bash-completion; end)'
`,
}

func completionCommand() *cli.Command {
	return &cli.Command{
		Name: "completion", Usage: "print the completion script of a shell", ArgsUsage: "bash|zsh|fish",
		Description: "   source <(sanpin completion bash)",
		Action: func(c *cli.Context) error {
			script, ok := completions[c.Args().First()]
			if !ok {
				return usage("completion: bash, zsh or fish")
			}
			_, err := fmt.Fprint(c.App.Writer, script)
			return withCode(exitOutput, err)
		},
	}
}

func versionCommand() *cli.Command {
	return &cli.Command{
		Name: "version", Usage: "print versions", Flags: []cli.Flag{jsonFlag()},
		Action: func(c *cli.Context) error {
			v := map[string]string{"sanpin": version(), "duckdb": engine.Version(), "go": runtime.Version()}
			if c.Bool("json") {
				return withCode(exitOutput, json.NewEncoder(c.App.Writer).Encode(v))
			}
			_, err := fmt.Fprintf(c.App.Writer, "sanpin %s\nDuckDB %s\n%s\n", v["sanpin"], v["duckdb"], v["go"])
			return withCode(exitOutput, err)
		},
	}
}
