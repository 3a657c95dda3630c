package main

import (
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/urfave/cli/v2"

	"sanpin/cmd/sanpin/demo"
	"sanpin/etl"
	"sanpin/warehouse"
)

// demoData is where the demo keeps its data unless told otherwise: below the
// default data folder, which git ignores.
const demoData = "sanpin-data/demo"

func demoCommand() *cli.Command {
	return &cli.Command{
		Name:  "demo",
		Usage: "the main job in one command: sample filings -> release -> answers",
		Description: `Reads the filings that are built into the program (real published figures, each
with its source), publishes a release, and answers four questions from it.

   sanpin demo
   sanpin demo --data /tmp/demo`,
		Flags: []cli.Flag{&cli.StringFlag{Name: "data", Value: demoData, Usage: "data folder of the demo"}},
		Action: func(c *cli.Context) error {
			data := c.String("data")
			inbox := filepath.Join(data, "inbox")
			if err := unpack(demo.Files(), inbox); err != nil {
				return withCode(exitOutput, err)
			}
			out := c.App.Writer
			fmt.Fprintf(out, "1. Refresh: the filings in %s\n\n", inbox)
			report, err := etl.Refresh(c.Context, etl.Config{Data: data, Inbox: inbox, Version: version(),
				Progress: func(o etl.Outcome) { printOutcome(out, o) }})
			if report != nil {
				printChecks(c.App.ErrWriter, report.Checks)
			}
			if err != nil {
				return refreshError(err)
			}
			if err := printReport(c, report); err != nil {
				return err
			}
			return demoAnswers(c, data)
		},
	}
}

// unpack writes the embedded filings into a folder.
func unpack(files fs.FS, dir string) error {
	return fs.WalkDir(files, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		to := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(to), 0o755); err != nil {
			return err
		}
		text, err := fs.ReadFile(files, name)
		if err != nil {
			return err
		}
		return os.WriteFile(to, text, 0o644)
	})
}

// demoQuestions are what the product is for: brands, patents, R&D intensity
// and the three-products indicators, then the rows that were kept out.
var demoQuestions = []struct{ title, sql string }{
	{"2. 区域品牌价值：各评价机构最近一年的前列（万元；机构之间不可比）",
		`SELECT brand AS 品牌, provider AS 评价机构, list_year AS 榜单年份, value_wan_cny AS "品牌价值（万元）", strength AS 品牌强度, observation_id AS 编号
		FROM mart.brand_valuation AS v WHERE brand_kind = 'regional' AND value_wan_cny IS NOT NULL
			AND list_year = (SELECT max(w.list_year) FROM mart.brand_valuation AS w WHERE w.brand = v.brand AND w.provider = v.provider AND w.value_wan_cny IS NOT NULL)
		ORDER BY value_wan_cny DESC, brand, provider LIMIT 8`},
	{"3. 有效发明专利：与上年相比（件，期末数）",
		`SELECT subject_name AS 主体, year AS 年份, patent_count AS "有效发明专利（件）", computed_growth_pct AS "增长（%）", reason AS 说明, observation_id AS 编号
		FROM mart.patent_growth WHERE indicator = 'valid_invention_patent_count' AND computed_growth_pct IS NOT NULL
		ORDER BY patent_count DESC, subject_name, year LIMIT 6`},
	{"4. 研发投入强度：公布值与计算值并列，分母不同不可比（%）",
		`SELECT subject_name AS 主体, year AS 年份, denominator AS 分母, rd_wan_cny AS "R&D经费（万元）", published_pct AS "公布强度（%）", computed_pct AS "计算强度（%）", status AS 状态, observation_id AS 编号
		FROM mart.rd_intensity AS r WHERE published_pct IS NOT NULL AND rd_wan_cny IS NOT NULL
			AND (SELECT count(*) FROM mart.rd_intensity AS s WHERE s.denominator = r.denominator AND s.published_pct IS NOT NULL AND s.rd_wan_cny > r.rd_wan_cny AND s.year = r.year) < 3
		ORDER BY denominator, year DESC, rd_wan_cny DESC, subject_name LIMIT 12`},
	{"   轻工大类合计：ΣR&D ÷ Σ分母，不是强度的平均",
		`SELECT group_name AS 范围, year AS 年份, denominator AS 分母, member_count AS 成员数, counted_count AS 计入数, rd_wan_cny AS "R&D经费（万元）", intensity_pct AS "合计强度（%）", is_reconstructed AS 分母由强度反推
		FROM mart.rd_intensity_rollup WHERE group_code = 'light_division' ORDER BY year, denominator`},
	{"5. 三品指标：增品种、提品质、创品牌",
		`SELECT product_area AS 方面, subject_name AS 主体, period AS 时期, measure_name AS 指标, basis AS 依据, value AS 数值, unit AS 单位, observation_id AS 编号
		FROM (SELECT *, row_number() OVER (PARTITION BY product_area ORDER BY period DESC, measure, subject_name, observation_id) AS n FROM mart.three_products)
		WHERE n <= 4 ORDER BY product_area, n`},
	{"6. 未入库的数值及原因",
		`SELECT file_name AS 文件, cell AS 单元格, raw AS 原文, reason AS 原因, suggestion AS 建议 FROM mart.quarantine ORDER BY file_name, part, cell LIMIT 12`},
}

func demoAnswers(c *cli.Context, data string) error {
	w, err := warehouse.Open(c.Context, data, "", warehouse.Options{})
	if err != nil {
		return err
	}
	defer w.Close()
	out := c.App.Writer
	for _, q := range demoQuestions {
		fmt.Fprintf(out, "\n%s\n", q.title)
		if err := printAnswer(c, w, out, q.sql); err != nil {
			return err
		}
	}
	id, err := demoCitation(c, w, out)
	if err != nil {
		return err
	}
	_, err = fmt.Fprintf(out, `
8. What to type next

   sanpin query --data %[1]s "select * from zh.研发投入强度 limit 5"
   sanpin cite %[2]s --data %[1]s
   sanpin catalog --data %[1]s
   sanpin quarantine list --data %[1]s
   sanpin query --data %[1]s --sample "select * from mart.yoy"
   sanpin serve --data %[1]s
`, data, id)
	return withCode(exitOutput, err)
}

// printAnswer prints the rows of a question as a box.
func printAnswer(c *cli.Context, w *warehouse.Warehouse, out io.Writer, question string) error {
	result, err := w.Query(c.Context, warehouse.Request{SQL: question})
	if err != nil {
		return err
	}
	defer result.Close()
	return writeRows(out, result, "box")
}

// demoCitation shows where one published figure stands.
func demoCitation(c *cli.Context, w *warehouse.Warehouse, out io.Writer) (string, error) {
	const pick = `SELECT observation_id AS id FROM mart.rd_intensity WHERE published_pct IS NOT NULL ORDER BY year DESC, rd_wan_cny DESC NULLS LAST, observation_id LIMIT 1`
	found, err := records(c.Context, w, pick, nil)
	if err != nil || len(found) == 0 {
		return "", err
	}
	id := fmt.Sprint(found[0].values["id"])
	fmt.Fprintf(out, "\n7. Where a number comes from: sanpin cite %s\n\n", id)
	fact, err := citation(c.Context, w, id)
	if err != nil {
		return id, err
	}
	return id, printCitation(out, fact)
}
