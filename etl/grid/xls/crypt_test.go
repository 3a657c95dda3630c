package xls

import (
	"crypto/md5"
	"crypto/rc4"
	"crypto/sha1"
	"math/bits"
	"testing"

	"sanpin/etl/grid/sheet"
)

// encryptStream applies f to the data of every record but those that stay
// clear. It is given where in the stream they lie.
func encryptStream(stream []byte, f func(data []byte, at int)) []byte {
	for at := 0; at < len(stream); {
		id, n := le.Uint16(stream[at:]), int(le.Uint16(stream[at+2:]))
		data := stream[at+4 : at+4+n]
		switch id {
		case recBOF, recFilePass:
		case recBoundSheet:
			place := string(data[:4])
			f(data, at+4)
			copy(data, place)
		default:
			f(data, at+4)
		}
		at += 4 + n
	}
	return stream
}

// streamKey makes the whole key stream of RC4, block by block.
func streamKey(n int, key func(block uint32) []byte) func(data []byte, at int) {
	var pad []byte
	for block := uint32(0); len(pad) < n; block++ {
		c, _ := rc4.NewCipher(key(block))
		part := make([]byte, 1024)
		c.XORKeyStream(part, part)
		pad = append(pad, part...)
	}
	return func(data []byte, at int) {
		for i := range data {
			data[i] ^= pad[at+i]
		}
	}
}

// filePass encrypts a check with the key of the first block, as FILEPASS has it.
func filePass(key, verifier, hash []byte) []byte {
	c, _ := rc4.NewCipher(key)
	both := append([]byte{}, append(verifier, hash...)...)
	c.XORKeyStream(both, both)
	return both
}

const salt = "0123456789abcdef"

var verifier = []byte("a verifier of 16")

func encryptRC4(w workbook, password string) []byte {
	h := md5.Sum(wide(password))
	var again []byte
	for range 16 {
		again = append(append(again, h[:5]...), salt...)
	}
	h = md5.Sum(again)
	key := func(block uint32) []byte {
		k := md5.Sum(pack(h[:5], block))
		return k[:]
	}
	hash := md5.Sum(verifier)
	s := w.with(rec(recFilePass, 1, 1, 1, salt, filePass(key(0), verifier, hash[:])), w.globals).stream()
	return encryptStream(s, streamKey(len(s), key))
}

func encryptCryptoAPI(w workbook, password string, keyBits int) []byte {
	h := sha1.Sum(pack(salt, wide(password)))
	key := func(block uint32) []byte {
		k := sha1.Sum(pack(h[:], block))
		if keyBits == 40 || keyBits == 0 {
			return append(append([]byte{}, k[:5]...), make([]byte, 11)...)
		}
		return k[:keyBits/8]
	}
	hash := sha1.Sum(verifier)
	check := filePass(key(0), verifier, hash[:])
	name := wide("Microsoft Base Cryptographic Provider v1.0\x00")
	header := pack(uint32(4), uint32(0), uint32(0x6801), uint32(0x8004), uint32(keyBits), uint32(1), uint32(0), uint32(0), name)
	s := w.with(rec(recFilePass, 1, 2, 2, uint32(4), uint32(len(header)), header, uint32(16), salt, check[:16], uint32(20), check[16:]), w.globals).stream()
	return encryptStream(s, streamKey(len(s), key))
}

func encryptXOR(w workbook, key, check int) []byte {
	pass := pack(0, key, check)
	if w.version != 0 {
		pass = pass[2:] // BIFF5 has no kind
	}
	return encryptStream(w.with(rec(recFilePass, pass), w.globals).stream(), func(data []byte, at int) {
		for i := range data {
			data[i] = bits.RotateLeft8(data[i], 5) ^ xorArray[(at+i+len(data))%16]
		}
	})
}

func TestEncrypted(t *testing.T) {
	var body [][]byte
	var cells []string
	for row := range 300 { // several blocks
		body = append(body, label(row, 0, "三品"))
		cells = append(cells, sheet.A1(row, 0)+" text 三品")
	}
	w := one(append(body, rec(recLabelSST, 300, 0, 0, uint32(0)))...).with(rec(recSST, uint32(1), uint32(1), str16("密")))
	cells = append(cells, "A301 text 密")
	want(t, "RC4", encryptRC4(w, defaultPassword), cells...)
	for _, bits := range []int{0, 40, 56, 128} {
		want(t, "CryptoAPI", encryptCryptoAPI(w, defaultPassword, bits), cells...)
	}
	want(t, "XOR", encryptXOR(w, xorKey, xorCheck), cells...)
	five := workbook{version: 0x0500, sheets: []worksheetPart{{name: "s", body: rec(recLabel, 0, 0, 0, 2, "ab")}}}
	want(t, "XOR in BIFF5", encryptXOR(five, xorKey, xorCheck), "A1 text ab")

	for name, data := range map[string][]byte{
		"RC4": encryptRC4(w, "secret"), "CryptoAPI": encryptCryptoAPI(w, "secret", 128), "XOR": encryptXOR(w, 0x1234, 0x5678),
		"AES":   w.with(rec(recFilePass, 1, 4, 4, make([]byte, 100))).stream(),
		"agile": w.with(rec(recFilePass, 7, 1, 1, make([]byte, 100))).stream(),
	} {
		wantError(t, name, data, sheet.Limits{}, sheet.Encrypted, "clear the password")
	}
	for name, pass := range map[string][]byte{
		"nothing": pack(1), "no salt": pack(1, 1, 1, uint32(0)), "no header": pack(1, 2, 2, uint32(0)), "header beyond": pack(1, 2, 2, uint32(0), uint32(0xFFFFFFFF), make([]byte, 90)),
		"XOR": pack(0, 1),
	} {
		wantError(t, name, w.with(rec(recFilePass, pass)).stream(), sheet.Limits{}, sheet.Damaged, "FILEPASS")
	}
}
