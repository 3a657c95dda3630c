package clean
import ("testing";"os";"strings";"fmt")
func TestCorpus(t *testing.T){
 for _,f:=range []string{"raws","seeds"} {
  b,_:=os.ReadFile("/tmp/clean_x/"+f+".txt")
  for _,l:=range strings.Split(string(b),"\n") { p:=strings.Split(l,"\t"); n,err:=ParseNumber(p[0]); fmt.Println(f,p, "=>",show(n),err) }
 }
 b,_:=os.ReadFile("/tmp/clean_x/corpus.txt")
 for _,l:=range strings.Split(string(b),"\n") { l=strings.ReplaceAll(l,"⏎","\n")
  if n,err:=ParseNumber(l); err==nil && !(strings.Trim(l,"-0123456789.,")=="") { fmt.Printf("NUM %q => %s\n",l,show(n)) }
  if u,rest,ok:=FindUnit(l); ok { fmt.Printf("UNIT %q => %s | %s\n",l,u.Name,rest) }
  if p,err:=FindPeriod(l); err==nil || !strings.HasSuffix(err.Error(),": blank") { fmt.Printf("PERIOD %q => %s %v\n",l,p,err) }
 }
}
