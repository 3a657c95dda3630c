package engine

/*
#include <stdlib.h>
#include <stdint.h>
extern void sanpinScalarCall(void *info, void *chunk, void *result);
extern void sanpinScalarFree(void *extra);
*/
import "C"

import (
	"fmt"
	"runtime/cgo"
	"unsafe"

	b "github.com/duckdb/duckdb-go-bindings"
)

// Function is a scalar function in Go that SQL can call by name.
//
// Values are nil for NULL, and bool; int64 for every integer up to BIGINT, for
// DATE (days), TIME and TIMESTAMP (microseconds); float64 for FLOAT and DOUBLE;
// *big.Int for HUGEINT and, unscaled, for DECIMAL; string for VARCHAR, BLOB and
// ENUM, valid only during the call where it is an argument; []any for lists and
// structs; of a map, a list of its entries, each a struct of key and value.
type Function struct {
	Name     string
	Params   []string // DuckDB types: BIGINT, VARCHAR[], STRUCT(t TIMESTAMP, z VARCHAR), MAP(VARCHAR, VARCHAR), ANY
	Result   string   // not ANY
	Nulls    bool     // called with NULL arguments too; else NULL is the answer to one
	Volatile bool     // another answer to each call
	Eval     func(args []any) (any, error)
}

// register makes the functions known to the whole database.
func (db *DB) register(functions []Function) error {
	if len(functions) == 0 {
		return nil
	}
	var conn b.Connection
	if b.Connect(db.db, &conn) == b.StateError {
		return fmt.Errorf("connect: DuckDB refused a new connection")
	}
	defer b.Disconnect(&conn)
	for i := range functions {
		if err := functions[i].register(conn); err != nil {
			return fmt.Errorf("function %s: %w", functions[i].Name, err)
		}
	}
	return nil
}

func (f *Function) register(conn b.Connection) error {
	handle := b.CreateScalarFunction()
	defer b.DestroyScalarFunction(&handle)
	b.ScalarFunctionSetName(handle, f.Name)
	for _, text := range f.Params {
		if err := withType(text, func(t b.LogicalType) { b.ScalarFunctionAddParameter(handle, t) }); err != nil {
			return err
		}
	}
	if err := withType(f.Result, func(t b.LogicalType) { b.ScalarFunctionSetReturnType(handle, t) }); err != nil {
		return err
	}
	b.ScalarFunctionSetSpecialHandling(handle) // so that NULLs come here, where a row with one is skipped
	if f.Volatile {
		b.ScalarFunctionSetVolatile(handle)
	}
	extra := (*C.uintptr_t)(C.malloc(C.sizeof_uintptr_t))
	*extra = C.uintptr_t(cgo.NewHandle(f))
	b.ScalarFunctionSetExtraInfo(handle, unsafe.Pointer(extra), C.sanpinScalarFree)
	b.ScalarFunctionSetFunction(handle, C.sanpinScalarCall)
	if b.RegisterScalarFunction(conn, handle) == b.StateError {
		return fmt.Errorf("DuckDB refused it")
	}
	return nil
}

//export sanpinScalarFree
func sanpinScalarFree(extra unsafe.Pointer) {
	cgo.Handle(*(*C.uintptr_t)(extra)).Delete()
	C.free(extra)
}

//export sanpinScalarCall
func sanpinScalarCall(info, chunk, result unsafe.Pointer) {
	call := b.FunctionInfo{Ptr: info}
	f := cgo.Handle(*(*C.uintptr_t)(b.ScalarFunctionGetExtraInfo(call))).Value().(*Function)
	defer func() { // a panic may not cross into C
		if r := recover(); r != nil {
			b.ScalarFunctionSetError(call, fmt.Sprintf("function %s: %v", f.Name, r))
		}
	}()
	if err := f.run(b.DataChunk{Ptr: chunk}, b.Vector{Ptr: result}); err != nil {
		b.ScalarFunctionSetError(call, err.Error())
	}
}

// run answers one chunk of calls.
func (f *Function) run(chunk b.DataChunk, result b.Vector) error {
	n := int(b.DataChunkGetSize(chunk))
	params := make([]*input, len(f.Params))
	for i := range params {
		in, done := openInput(b.DataChunkGetVector(chunk, b.IdxT(i)), n)
		defer done()
		params[i] = in
	}
	out := newOutput(result)
	args := make([]any, len(params))
rows:
	for row := range n {
		for i, p := range params {
			args[i] = p.value(row)
			if args[i] == nil && !f.Nulls {
				out.set(row, nil)
				continue rows
			}
		}
		value, err := f.Eval(args)
		if err != nil {
			return err
		}
		out.set(row, value)
	}
	return nil
}
