package warehouse
import ("testing";"context";"sanpin/sql";"time";"sanpin/warehouse/engine";"syscall";"fmt";"sanpin/warehouse/lake";"os")
func cpu() time.Duration { var r syscall.Rusage; syscall.Getrusage(0, &r); return time.Duration(r.Utime.Nano()+r.Stime.Nano()) }
func TestTmp(t *testing.T){
	views, err := sql.Views(); if err != nil { t.Fatal(err)}
	rows := sampleRows(t)
	n := 0
	fmt.Sscan(os.Getenv("N"), &n)
	inds := []string{"rd_expenditure","revenue","profit","rd_expenditure_yoy","patent_valid_invention"}
	for i := range n {
		o := observation(t, "f-actual", fmt.Sprintf("x-%07d", i), fmt.Sprint(2000+i%20), lake.Decimal(i*1000), "actual")
		o.Indicator = inds[i/20%5]
		o.RegionCode = ptr(fmt.Sprint(110000+i/100%3000))
		o.SubjectName = *o.RegionCode
		rows.Observations = append(rows.Observations, o)
	}
	rows.Filings[0].ValuesRead += int64(n); rows.Filings[0].ValuesLoaded += int64(n)
	c0 := cpu()
	_, rel, _ := publish(t, rows, BuildOptions{}, model{sql.FS, views})
	st, _ := os.Stat(rel.Serving())
	t.Log("build cpu", cpu()-c0, st.Size()>>20)
	ctx := context.Background()
	w, err := openRelease(ctx, rel, Options{Threads:2})
	if err != nil { t.Fatal(err)}
	c, _ := w.Catalog(ctx)
	var tot time.Duration
	for _, s := range c.Schemas { for _, v := range s.Views {
		c0 := cpu()
		q := "SELECT * FROM "+engine.QuoteName(v.Schema)+"."+engine.QuoteName(v.Name)
		if n > 0 { q = "SELECT count(*) FROM ("+q+")" }
		_, _, err := answerText(w, Request{SQL: q})
		d := cpu()-c0
		tot += d
		if d > 50*time.Millisecond { t.Log(v.Schema, v.Name, d, err) }
	}}
	t.Log("total", tot)
}
