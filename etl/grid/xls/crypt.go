package xls

import (
	"bytes"
	"crypto/md5"
	"crypto/rc4"
	"crypto/sha1"
	"crypto/subtle"
	"math/bits"
	"unicode/utf16"
)

// defaultPassword is what Excel encrypts with when a workbook is protected but
// needs no password to open. Every reader opens such books silently.
const defaultPassword = "VelvetSweatshop"

// cipher decrypts the data of one record, which lie at byte at of the stream.
type cipher interface {
	decrypt(dst, src []byte, at int64)
}

// newCipher reads FILEPASS: which obfuscation or encryption, and the check of
// the password. Each call of open gives a cipher with its own state.
func newCipher(filePass []byte, biff8 bool) (open func() cipher, err error) {
	d, kind := filePass, uint16(0)
	if biff8 {
		kind, d = le.Uint16(d), d[2:]
	}
	if len(d) < 4 {
		return nil, damaged("FILEPASS", "it has only %d bytes", len(filePass))
	}
	if kind == 0 {
		return newXOR(le.Uint16(d), le.Uint16(d[2:]))
	}
	switch major, minor := le.Uint16(d), le.Uint16(d[2:]); {
	case kind == 1 && major == 1 && minor == 1:
		return newRC4(d[4:])
	case kind == 1 && major >= 2 && major <= 4 && minor == 2:
		return newCryptoAPI(d[4:])
	}
	return nil, encrypted("the workbook is encrypted in an unknown way")
}

func needsPassword() error { return encrypted("the workbook needs a password to open") }

// The XOR obfuscation ([MS-OFFCRYPTO] 2.3.7) of the default
// password: the key and the check that FILEPASS holds, and the array that
// follows from key and password.
const (
	xorKey   = 0xB359
	xorCheck = 0x9A0A
)

var xorArray = [16]byte{0x87, 0x6B, 0x9A, 0xE2, 0x1E, 0xE3, 0x05, 0x62, 0x1E, 0x69, 0x96, 0x60, 0x98, 0x6E, 0x94, 0x04}

type xorCipher struct{}

func newXOR(key, check uint16) (func() cipher, error) {
	if key != xorKey || check != xorCheck {
		return nil, needsPassword()
	}
	return func() cipher { return xorCipher{} }, nil
}

func (xorCipher) decrypt(dst, src []byte, at int64) {
	k := int(at) + len(src)
	for i, c := range src {
		dst[i] = bits.RotateLeft8(c^xorArray[(k+i)&15], 3)
	}
}

// blockBytes is after how much of the stream RC4 starts with a new key.
const blockBytes = 1024

// rc4Cipher keeps the key stream of one block.
type rc4Cipher struct {
	key   func(block uint32) []byte
	block int64
	pad   [blockBytes]byte
}

func openRC4(key func(block uint32) []byte) func() cipher {
	return func() cipher { return &rc4Cipher{key: key, block: -1} }
}

func (c *rc4Cipher) decrypt(dst, src []byte, at int64) {
	for len(src) > 0 {
		if block := at / blockBytes; block != c.block {
			c.block = block
			clear(c.pad[:])
			xorRC4(c.key(uint32(block)), c.pad[:])
		}
		n := subtle.XORBytes(dst, src, c.pad[at%blockBytes:])
		dst, src, at = dst[n:], src[n:], at+int64(n)
	}
}

func xorRC4(key, data []byte) {
	c, _ := rc4.NewCipher(key) // unreachable error: keys have 5 to 20 bytes
	c.XORKeyStream(data, data)
}

// newRC4 is Office binary document RC4 encryption ([MS-OFFCRYPTO] 2.3.6).
func newRC4(d []byte) (func() cipher, error) {
	if len(d) < 48 {
		return nil, damaged("FILEPASS", "it is cut short")
	}
	h := md5.Sum(utf16LE(defaultPassword))
	h = md5.Sum(bytes.Repeat(append(h[:5:5], d[:16]...), 16))
	key := func(block uint32) []byte {
		k := md5.Sum(le.AppendUint32(h[:5:5], block))
		return k[:]
	}
	check := bytes.Clone(d[16:48])
	xorRC4(key(0), check)
	if got := md5.Sum(check[:16]); !bytes.Equal(got[:], check[16:]) {
		return nil, needsPassword()
	}
	return openRC4(key), nil
}

// newCryptoAPI is RC4 CryptoAPI encryption ([MS-OFFCRYPTO] 2.3.5): a header with
// the length of the key, then the salt and the check.
func newCryptoAPI(d []byte) (func() cipher, error) {
	const fixed = 32 // of the header, before the name of the provider
	if len(d) < 8 || le.Uint32(d[4:]) < fixed || uint64(len(d)) < 8+uint64(le.Uint32(d[4:]))+4+16+16+4+sha1.Size {
		return nil, damaged("FILEPASS", "it is cut short")
	}
	header, verifier := d[8:], d[8+le.Uint32(d[4:]):]
	keyBytes := le.Uint32(header[16:]) / 8
	if keyBytes == 0 {
		keyBytes = 5
	}
	if algorithm := le.Uint32(header[8:]); algorithm != 0 && algorithm != 0x6801 || keyBytes > sha1.Size {
		return nil, encrypted("the workbook is encrypted with an unknown algorithm")
	}
	h := sha1.Sum(append(bytes.Clone(verifier[4:20]), utf16LE(defaultPassword)...))
	key := func(block uint32) []byte {
		k := sha1.Sum(le.AppendUint32(h[:], block))
		if keyBytes == 5 { // 40 bits are filled up with zeros
			return append(k[:5:5], make([]byte, 11)...)
		}
		return k[:keyBytes]
	}
	check := append(bytes.Clone(verifier[20:36]), verifier[40:40+sha1.Size]...)
	xorRC4(key(0), check)
	if got := sha1.Sum(check[:16]); !bytes.Equal(got[:], check[16:]) {
		return nil, needsPassword()
	}
	return openRC4(key), nil
}

func utf16LE(s string) (b []byte) {
	for _, u := range utf16.Encode([]rune(s)) {
		b = le.AppendUint16(b, u)
	}
	return b
}
