package docx
import ("testing";"os";"fmt";"encoding/json";"strings";"bytes";"regexp";"sanpin/etl/grid/sheet")
func TestZZ(t *testing.T){ b,_:=os.ReadFile("/tmp/pd/rnd/exp.json"); var exp map[string][][][][2]any; if err:=json.Unmarshal(b,&exp);err!=nil{t.Fatal(err)}
 dir:=os.Getenv("ZZ"); ok,bad:=0,0; multi:=regexp.MustCompile(`\n+`)
 norm:=func(s string)string{ return strings.Trim(multi.ReplaceAllString(s,"\n"),"\n \t")}
 for k,tabs:=range exp{ d,err:=os.ReadFile(dir+"/"+k+".docx"); if err!=nil{continue}
  book,err:=Open(bytes.NewReader(d),int64(len(d)),sheet.Limits{}); if err!=nil{t.Error(k,err);continue}
  var grids []*sheet.Grid
  for s,err:=range book.Sheets(){ if err!=nil{t.Error(err)}; g,_:=sheet.Hold(s,sheet.Limits{}); grids=append(grids,g)}
  if len(grids)!=len(tabs){ fmt.Println(k,"tables",len(grids),len(tabs)); continue}
  for i,T:=range tabs{ g:=grids[i]
   for r,row:=range T{ for c,cell:=range row{ fr,fc:=r,c; for _,s:=range g.Spans{ if r>=s.R0&&r<=s.R1&&c>=s.C0&&c<=s.C1 {fr,fc=s.R0,s.C0} }
     // expected first cell of merged
     er,ec:=-1,-1; for r2,row2:=range T{ for c2,x:=range row2{ if x[1]==cell[1]&&er<0{er,ec=r2,c2}}}
     if norm(g.At(fr,fc).Text)!=norm(cell[0].(string)) || fr!=er||fc!=ec { bad++; if bad<20{fmt.Printf("%s t%d r%dc%d got %q@%d,%d want %q@%d,%d\n",k,i,r,c,g.At(fr,fc).Text,fr,fc,cell[0],er,ec)}} else {ok++} }}}
 }
 fmt.Println("ok",ok,"bad",bad)}
