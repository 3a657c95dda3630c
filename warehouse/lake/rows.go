// Package lake is a release on disk: the row types of its tables, their
// Parquet files, the manifest that makes a set of files one release, and
// CURRENT, the name of the release that readers open.
//
// The row types are the whole contract between the ETL that writes a release
// and the warehouse that answers from it. A field's id never changes and is
// never used again: files of different releases are told apart by ids only.
package lake

// Date is a calendar day, in days since 1970-01-01.
type Date int32

// Decimal is an exact number with six decimals: 1.5 is 1500000. It holds what
// DECIMAL(18,6) holds: at most twelve digits before the point.
type Decimal int64

// Source is where a fact was read. Locator is Part and Cell in one text
// ("表2-14!C7"), Printed the text of the cell as written, RowHeading and
// ColumnHeading what stands beside and above it, levels joined by " / ".
type Source struct {
	FilingID      string `parquet:"filing_id,id(101),dict"`
	Part          string `parquet:"part,id(102),dict"`
	Cell          string `parquet:"cell,id(103)"`
	Locator       string `parquet:"locator,id(104)"`
	Printed       string `parquet:"printed,id(105)"`
	RowHeading    string `parquet:"row_heading,id(106),dict"`
	ColumnHeading string `parquet:"column_heading,id(107),dict"`
	Kind          string `parquet:"kind,id(108),dict"`   // actual, plan, forecast, estimate, sample (示例)
	Origin        string `parquet:"origin,id(109),dict"` // where the filer took it from (来源): document or address as printed, "" for none
}

// Observation is one number of one subject: the long fact table. Its grain is
// subject x indicator x scope x cohort x period x publisher x vintage.
type Observation struct {
	ObservationID  string   `parquet:"observation_id,id(1)"`      // stable: made of the filing's bytes and the cell
	SubjectKind    string   `parquet:"subject_kind,id(2),dict"`   // region, industry, cluster, sector, brand, product, cohort
	SubjectCode    *string  `parquet:"subject_code,id(3),dict"`   // code in its code list, where there is one
	SubjectName    string   `parquet:"subject_name,id(4),dict"`   // as printed, white space removed
	RegionCode     *string  `parquet:"region_code,id(5),dict"`    // GB/T 2260, valid in the period
	IndustryCode   *string  `parquet:"industry_code,id(6),dict"`  // GB/T 4754
	Classification *string  `parquet:"classification,id(7),dict"` // edition of GB/T 4754: 2002, 2011, 2017
	Indicator      string   `parquet:"indicator,id(8),dict"`      // code in reference.indicator
	Scope          string   `parquet:"scope,id(9),dict"`          // all, above_scale (规模以上), large_medium, … : reference.scope
	Cohort         *string  `parquet:"cohort,id(10),dict"`        // list and year that the subject is a sum over
	PeriodStart    Date     `parquet:"period_start,id(11),date"`
	PeriodEnd      Date     `parquet:"period_end,id(12),date"`
	Accumulation   string   `parquet:"accumulation,id(13),dict"` // point (期末), flow, ytd (累计), average
	Value          *Decimal `parquet:"value,id(14),decimal(6:18)"`
	LowerBound     *Decimal `parquet:"lower_bound,id(15),decimal(6:18)"` // of 470余: 470
	UpperBound     *Decimal `parquet:"upper_bound,id(16),decimal(6:18)"` // of 470余: 480, not reached
	Unit           string   `parquet:"unit,id(17),dict"`                 // canonical unit of the indicator's dimension
	Qualifier      *string  `parquet:"qualifier,id(18),dict"`            // the word: 约 余 近 以上 …
	Status         string   `parquet:"status,id(19),dict"`               // reported, nil (-), tiny (…), withheld
	PrintedUnit    string   `parquet:"printed_unit,id(20),dict"`
	Decimals       int32    `parquet:"decimals,id(21)"`   // digits after the point as printed, in the printed unit
	IsRounded      bool     `parquet:"is_rounded,id(22)"` // the value had more than six decimals
	Publisher      string   `parquet:"publisher,id(23),dict"`
	PublishedOn    *Date    `parquet:"published_on,id(24),date"`
	Warning        *string  `parquet:"warning,id(25),dict"` // reason codes that do not keep a value out, joined by ", "
	Source
}

// TitleEvent is one act on a registered title (共建称号): grant, re-evaluation,
// notice of cancellation, renaming.
type TitleEvent struct {
	EventID        string  `parquet:"event_id,id(1)"`
	Title          string  `parquet:"title,id(2)"`
	Place          string  `parquet:"place,id(3)"`
	RegionCode     *string `parquet:"region_code,id(4),dict"`
	Trade          *string `parquet:"trade,id(5),dict"`
	Event          string  `parquet:"event,id(6),dict"` // apply review grant reevaluate rename withdraw cancel held
	EventWord      string  `parquet:"event_word,id(7),dict"`
	EventOn        *Date   `parquet:"event_on,id(8),date"`        // first day where only month or year is printed
	EventPrecision string  `parquet:"event_precision,id(9),dict"` // day month year none
	Grantors       string  `parquet:"grantors,id(10)"`            // joined by 、
	TermYears      *int32  `parquet:"term_years,id(11)"`          // printed term, else NULL: the edition decides
	NoticeNo       *string `parquet:"notice_no,id(12)"`
	NewTitle       *string `parquet:"new_title,id(13)"` // of a renaming
	Publisher      string  `parquet:"publisher,id(14),dict"`
	PublishedOn    *Date   `parquet:"published_on,id(15),date"`
	Source
}

// BrandValuation is one brand on one provider's list of one year.
type BrandValuation struct {
	ValuationID string   `parquet:"valuation_id,id(1)"`
	Brand       string   `parquet:"brand,id(2)"`
	BrandKind   string   `parquet:"brand_kind,id(3),dict"` // enterprise, regional, total (a list's sum)
	RegionCode  *string  `parquet:"region_code,id(4),dict"`
	Place       *string  `parquet:"place,id(5)"`
	Product     *string  `parquet:"product,id(6)"`
	Provider    string   `parquet:"provider,id(7),dict"`
	ListName    string   `parquet:"list_name,id(8),dict"`
	ListYear    int32    `parquet:"list_year,id(9)"`
	Rank        *int32   `parquet:"rank,id(10)"`
	Value       *Decimal `parquet:"value,id(11),decimal(6:18)"`
	Unit        string   `parquet:"unit,id(12),dict"` // 万元 or 万美元
	PrintedUnit string   `parquet:"printed_unit,id(13),dict"`
	Qualifier   *string  `parquet:"qualifier,id(14),dict"`
	Strength    *Decimal `parquet:"strength,id(15),decimal(6:18)"` // 品牌强度, on the provider's own scale
	Status      string   `parquet:"status,id(16),dict"`
	Publisher   string   `parquet:"publisher,id(17),dict"`
	PublishedOn *Date    `parquet:"published_on,id(18),date"`
	Source
}

// ListEntry is one member of one published list: product guides, lists of
// cities, firms, brands. A list says nothing but that the member is on it.
type ListEntry struct {
	EntryID     string  `parquet:"entry_id,id(1)"`
	ListName    string  `parquet:"list_name,id(2),dict"`
	Issuer      string  `parquet:"issuer,id(3),dict"`
	ListYear    *int32  `parquet:"list_year,id(4)"`
	Batch       *string `parquet:"batch,id(5),dict"`
	MemberName  string  `parquet:"member_name,id(6)"`
	MemberKind  string  `parquet:"member_kind,id(7),dict"` // enterprise product brand regional_brand region cluster base
	Rank        *int32  `parquet:"rank,id(8)"`
	Category    *string `parquet:"category,id(9),dict"` // 升级消费品, 创新消费品 …
	Firm        *string `parquet:"firm,id(10)"`
	RegionCode  *string `parquet:"region_code,id(11),dict"`
	Place       *string `parquet:"place,id(12)"`
	NoticeNo    *string `parquet:"notice_no,id(13)"`
	PublishedOn *Date   `parquet:"published_on,id(14),date"`

	Score      *Decimal `parquet:"score,id(15),decimal(6:18)"`
	Level      *string  `parquet:"level,id(16),dict"` // 国家级, 省级 …: as printed
	Trade      *string  `parquet:"trade,id(17),dict"`
	ValidFrom  *Date    `parquet:"valid_from,id(18),date"`
	ValidUntil *Date    `parquet:"valid_until,id(19),date"`
	Source
}

// Target is one number that a policy document sets.
type Target struct {
	TargetID      string   `parquet:"target_id,id(1)"`
	Document      string   `parquet:"document,id(2),dict"`
	DocStatus     string   `parquet:"doc_status,id(3),dict"` // draft final superseded undated
	SubjectName   string   `parquet:"subject_name,id(4)"`
	Indicator     *string  `parquet:"indicator,id(5),dict"` // NULL where the dictionary knows none
	IndicatorText string   `parquet:"indicator_text,id(6)"` // as printed
	Scope         string   `parquet:"scope,id(7),dict"`
	Comparator    string   `parquet:"comparator,id(8),dict"` // >= > <= < = ~= increase decrease
	Value         *Decimal `parquet:"value,id(9),decimal(6:18)"`
	Unit          string   `parquet:"unit,id(10),dict"`
	TargetType    string   `parquet:"target_type,id(11),dict"` // level, stock, per_year, average_growth, relative_growth, direction
	BasePeriod    *string  `parquet:"base_period,id(12)"`
	DueYear       *int32   `parquet:"due_year,id(13)"`
	PublishedOn   *Date    `parquet:"published_on,id(14),date"`
	Source
}

// Filing is one received file, loaded or refused. It is known by its bytes.
type Filing struct {
	FilingID       string   `parquet:"filing_id,id(1)"` // first 16 hex digits of sha256
	SHA256         string   `parquet:"sha256,id(2)"`
	FileName       string   `parquet:"file_name,id(3)"`  // path below the inbox
	Filer          string   `parquet:"filer,id(4),dict"` // folder below the inbox
	ReceivedAt     int64    `parquet:"received_at,id(5),timestamp(microsecond)"`
	Bytes          int64    `parquet:"bytes,id(6)"`
	Format         string   `parquet:"format,id(7),dict"`
	Encoding       *string  `parquet:"encoding,id(8),dict"`
	Form           *string  `parquet:"form,id(9),dict"` // forms that read it, joined by ", "
	Title          *string  `parquet:"title,id(10)"`
	Publisher      *string  `parquet:"publisher,id(11),dict"`
	PublishedOn    *Date    `parquet:"published_on,id(12),date"`
	Kind           string   `parquet:"kind,id(13),dict"`   // actual, sample
	Status         string   `parquet:"status,id(14),dict"` // loaded, refused
	Reason         *string  `parquet:"reason,id(15),dict"` // of a refusal
	Detail         *string  `parquet:"detail,id(16)"`      // for people: why it was refused, or how its layout drifted
	ValuesRead     int64    `parquet:"values_read,id(17)"`
	ValuesLoaded   int64    `parquet:"values_loaded,id(18)"`
	ValuesRejected int64    `parquet:"values_rejected,id(19)"`
	BlankCells     int64    `parquet:"blank_cells,id(20)"`
	Supersedes     *string  `parquet:"supersedes,id(21)"`                                 // filing of the same name received before
	SourceNote     *string  `parquet:"source_note,id(22)"`                                // 资料来源 and notes as printed
	Partitions     []string `parquet:"partitions,id(23),list" parquet-element:",id(123)"` // partitions of the release that hold its rows
}

// Reject is one value, row or filing that was read and not loaded, and why.
type Reject struct {
	RejectID      string `parquet:"reject_id,id(1)"`
	FilingID      string `parquet:"filing_id,id(2),dict"`
	Part          string `parquet:"part,id(3),dict"`
	Cell          string `parquet:"cell,id(4)"`
	Raw           string `parquet:"raw,id(5)"`
	Reason        string `parquet:"reason,id(6),dict"` // code: reference.reason
	Detail        string `parquet:"detail,id(7)"`
	Suggestion    string `parquet:"suggestion,id(8)"`
	RowHeading    string `parquet:"row_heading,id(9),dict"`
	ColumnHeading string `parquet:"column_heading,id(10),dict"`
	Values        int32  `parquet:"values,id(11)"` // values that this row stands for
	Kind          string `parquet:"kind,id(12),dict"`
}

// CheckResult is one SQL test run on the release before it was published.
type CheckResult struct {
	Check    string `parquet:"check,id(1)"`
	Severity string `parquet:"severity,id(2),dict"` // error, warning
	Rows     int64  `parquet:"rows,id(3)"`          // that break the claim
	Claim    string `parquet:"claim,id(4)"`
	Example  string `parquet:"example,id(5)"` // first row that breaks it, as JSON
}
