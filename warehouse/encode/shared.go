package encode

// AppendString writes text as a JSON string. Text that is no UTF-8 gets U+FFFD.
func AppendString(dst []byte, s string) []byte { return appendString(dst, s) }

// AppendDate writes days since 1970-01-01 as 2023-01-31; years before 1 and
// after 9999 have a sign.
func AppendDate(dst []byte, days int64) []byte { return appendDate(dst, days) }

// AppendTime writes a time of the day as 08:00:00.000: seconds, and their
// fraction as a number of that many decimals, 0 to 18.
func AppendTime(dst []byte, second, fraction int64, decimals int) []byte {
	return appendClock(dst, second, fraction, decimals)
}
