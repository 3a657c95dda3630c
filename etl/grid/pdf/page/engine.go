package page

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"reflect"
	"runtime"
	"sync"

	"github.com/klippa-app/go-pdfium"
	"github.com/klippa-app/go-pdfium/webassembly"
	"github.com/tetratelabs/wazero"
	"github.com/tetratelabs/wazero/api"
)

// engine is PDFium, compiled once a process and when it is first needed. It
// lives as long as the process; sandboxes come and go with the files.
var engine = sync.OnceValues(func() (pdfium.Pool, error) { return compile(cacheFolder()) })

// compile gives PDFium in machine code, from the cache in the folder if it is
// there: compiling takes seconds, loading milliseconds. A cache that cannot be
// used is thrown away and does no harm. Without a folder nothing is kept.
func compile(folder string) (pdfium.Pool, error) {
	config := wazero.NewRuntimeConfig().WithMemoryLimitPages(memoryPages).WithCloseOnContextDone(true)
	if folder != "" {
		if cache, err := wazero.NewCompilationCacheWithDir(folder); err == nil {
			pool, err := initPool(config.WithCompilationCache(cache))
			if err == nil {
				return pool, nil
			}
			cache.Close(context.Background())
			os.RemoveAll(folder)
		}
	}
	return initPool(config)
}

func initPool(config wazero.RuntimeConfig) (pdfium.Pool, error) {
	return webassembly.Init(webassembly.Config{
		MaxTotal:      max(2, runtime.GOMAXPROCS(0)),
		FSConfig:      wazero.NewFSConfig().WithFSMount(fonts(), "/"), // none of the machine's files
		Stdout:        io.Discard,
		Stderr:        io.Discard,
		RuntimeConfig: config,
	})
}

// cacheFolder is where machine code is kept between runs, or "". It is never in a
// folder that others can write to, as that of temporary files is: who writes
// there could have this process run code of theirs.
func cacheFolder() string {
	base, err := os.UserCacheDir()
	if err != nil {
		return ""
	}
	folder := filepath.Join(base, "sanpin", "pdfium")
	if os.MkdirAll(folder, 0o700) != nil {
		return ""
	}
	if info, err := os.Stat(folder); err != nil || runtime.GOOS != "windows" && info.Mode().Perm()&0o022 != 0 {
		return ""
	}
	return folder
}

// newSandbox gives a fresh instance of PDFium: memory of its own, no state of
// files read before. It waits while too many are in use.
//
// The interface of go-pdfium takes four times as long as the functions below
// it, because each of its calls allocates its results in the sandbox; a page is
// tens of thousands of calls. Its implementation has the module in a public
// field, but its type is internal, hence reflect.
func newSandbox() (instance pdfium.Pdfium, module api.Module, err error) {
	pool, err := engine()
	if err != nil {
		return nil, nil, fmt.Errorf("start the reader of PDF files: %w", err)
	}
	instance, err = pool.GetInstanceWithContext(context.Background())
	if err != nil {
		return nil, nil, fmt.Errorf("start the reader of PDF files: %w", err)
	}
	if v := reflect.Indirect(reflect.ValueOf(instance.GetImplementation())); v.Kind() == reflect.Struct {
		if field := v.FieldByName("Module"); field.IsValid() && field.CanInterface() {
			module, _ = field.Interface().(api.Module)
		}
	}
	if module == nil { // unreachable: the version in go.mod has the field
		instance.Close()
		return nil, nil, errors.New("start the reader of PDF files: this version of go-pdfium hides its module")
	}
	return instance, module, nil
}
