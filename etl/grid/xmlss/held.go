package xmlss

import "sanpin/etl/grid/sheet"

// held keeps the cells of a sheet in little memory: in chunks, which are never
// copied to a larger place, and without pointers.
type held struct {
	chunks [][]heldCell
	texts  [][]byte
	n      int
}

// heldCell is a cell whose text is size bytes of a chunk of texts, and what is
// stored the bytes behind them.
type heldCell struct {
	col          uint16
	kind         sheet.Kind
	flags        sheet.Flag
	chunk, start uint32
	size, stored uint32
}

const (
	chunkCells = 1 << 12
	chunkBytes = 64 << 10
)

func (h *held) add(c *sheet.Cell) {
	if h.n%chunkCells == 0 {
		h.chunks = append(h.chunks, make([]heldCell, 0, chunkCells))
	}
	h.n++
	size := len(c.Text) + len(c.Stored)
	if last := len(h.texts) - 1; last < 0 || cap(h.texts[last])-len(h.texts[last]) < size {
		h.texts = append(h.texts, make([]byte, 0, max(size, chunkBytes)))
	}
	k := len(h.texts) - 1
	start := len(h.texts[k])
	h.texts[k] = append(append(h.texts[k], c.Text...), c.Stored...)
	last := &h.chunks[len(h.chunks)-1]
	*last = append(*last, heldCell{uint16(c.Col), c.Kind, c.Flags, uint32(k), uint32(start), uint32(len(c.Text)), uint32(len(c.Stored))})
}

// cell gives the cell with a number.
func (h *held) cell(i int) sheet.Cell {
	at := &h.chunks[i/chunkCells][i%chunkCells]
	texts := h.texts[at.chunk]
	end := at.start + at.size
	c := sheet.Cell{Col: int(at.col), Kind: at.kind, Flags: at.flags, Text: texts[at.start:end:end]}
	if at.stored > 0 {
		c.Stored = texts[end : end+at.stored : end+at.stored]
	}
	return c
}
