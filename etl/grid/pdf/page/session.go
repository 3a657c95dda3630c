package page

import (
	"bytes"
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"math"
	"strings"
	"sync/atomic"
	"time"

	"github.com/klippa-app/go-pdfium"
	"github.com/tetratelabs/wazero/api"

	"sanpin/etl/grid/sheet"
)

// session is one sandbox with one file. The first failure of a call ends it: the
// calls after it do nothing and give 0, so that a reader asks for err once, at
// its end.
type session struct {
	instance  pdfium.Pdfium
	module    api.Module
	functions map[string]api.Function
	stack     [8]uint64
	out       uint64 // memory in the sandbox that calls write their results to
	expired   atomic.Bool
	err       error
}

// outBytes is the memory for results: eight numbers of double precision.
const outBytes = 64

func newSession() (*session, error) {
	instance, module, err := newSandbox()
	if err != nil {
		return nil, err
	}
	s := &session{instance: instance, module: module, functions: map[string]api.Function{}}
	if s.out = s.call("malloc", outBytes); s.out == 0 {
		s.close()
		return nil, fmt.Errorf("start the reader of PDF files: no memory in the sandbox: %w", s.err)
	}
	return s, nil
}

func (s *session) close() { s.instance.Close() }

// limit ends the session when it works longer than d; stop ends the watch.
func (s *session) limit(d time.Duration) (stop func() bool) {
	return time.AfterFunc(d, func() {
		s.expired.Store(true)
		s.module.CloseWithExitCode(context.Background(), 1)
	}).Stop
}

func (s *session) late() bool { return s.expired.Load() }

// call calls a function of PDFium.
func (s *session) call(name string, args ...uint64) uint64 {
	if s.err != nil {
		return 0
	}
	f := s.functions[name]
	if f == nil {
		if f = s.module.ExportedFunction(name); f == nil {
			s.err = fmt.Errorf("PDFium has no function %s", name)
			return 0
		}
		s.functions[name] = f
	}
	copy(s.stack[:], args)
	if s.err = f.CallWithStack(context.Background(), s.stack[:]); s.err != nil {
		return 0
	}
	if len(f.Definition().ResultTypes()) == 0 {
		return 0
	}
	return s.stack[0]
}

// result gives the first n bytes that the last call wrote to out.
func (s *session) result(n uint32) []byte {
	b, ok := s.module.Memory().Read(uint32(s.out), n)
	if !ok || s.err != nil {
		return make([]byte, n)
	}
	return b
}

// floats gives the first n numbers of single precision that the last call wrote.
func (s *session) floats(n int) (v [6]float64) {
	b := s.result(uint32(4 * n))
	for i := range n {
		v[i] = float64(math.Float32frombits(binary.LittleEndian.Uint32(b[4*i:])))
	}
	return v
}

// doubles gives the two numbers of double precision that the last call wrote.
func (s *session) doubles() (a, b float64) {
	r := s.result(16)
	return math.Float64frombits(binary.LittleEndian.Uint64(r)), math.Float64frombits(binary.LittleEndian.Uint64(r[8:]))
}

// integers gives the first n numbers of 32 bits that the last call wrote.
func (s *session) integers(n int) (v [4]uint32) {
	b := s.result(uint32(4 * n))
	for i := range n {
		v[i] = binary.LittleEndian.Uint32(b[4*i:])
	}
	return v
}

// load opens the file with an empty password.
func (s *session) load(r io.ReaderAt, size int64) (doc uint64, err error) {
	at := s.call("malloc", uint64(size))
	if s.err != nil || at == 0 {
		return 0, tooLarge("", "no memory for a PDF of %d bytes", size)
	}
	memory, ok := s.module.Memory().Read(uint32(at), uint32(size))
	if !ok {
		return 0, damaged("", "the sandbox has no memory at %d", at)
	}
	if n, err := r.ReadAt(memory, 0); int64(n) < size {
		return 0, fmt.Errorf("read the file: %w", err)
	}
	doc = s.call("FPDF_LoadMemDocument", at, uint64(size), 0)
	if s.err != nil {
		if s.late() {
			return 0, tooLarge("", "the PDF took longer than %v to open", pageTime)
		}
		return 0, damaged("", "the PDF broke its reader: %v", firstLine(s.err))
	}
	if doc == 0 {
		return 0, refusal(s.call("FPDF_GetLastError"))
	}
	return doc, nil
}

// refusal tells why PDFium does not open a file.
func refusal(code uint64) error {
	switch code {
	case 4, 5: // a password, or a way of encryption that is not built in
		return sheet.Errorf(sheet.Encrypted, "", "the PDF is encrypted and needs a password").
			Advise("print it to a PDF without a password, or file the workbook (取消密码后重新报送)")
	case 3:
		return damaged("", "the file starts as a PDF but is none inside")
	}
	return damaged("", "the PDF cannot be opened (PDFium's error %d)", code)
}

// checkEnd refuses a file that was cut short: PDFium would repair it, and
// nothing would tell of the pages and tables that are missing.
func checkEnd(r io.ReaderAt, size int64) error {
	tail := make([]byte, min(size, 64<<10))
	if n, err := r.ReadAt(tail, size-int64(len(tail))); n < len(tail) {
		return fmt.Errorf("read the end of the file: %w", err)
	}
	if !bytes.Contains(tail, []byte("%%EOF")) && !bytes.Contains(tail, []byte("startxref")) {
		return damaged("", "the PDF was cut short: the mark of its end is missing")
	}
	return nil
}

// firstLine is what a person needs of an error that has a stack below it.
func firstLine(err error) error {
	line, _, _ := strings.Cut(err.Error(), "\n")
	return errors.New(strings.TrimSuffix(line, " (recovered by wazero)"))
}

func place(i int) string { return fmt.Sprintf("page %d", i+1) }
