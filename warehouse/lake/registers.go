package lake

// The registers: rows that say what there is, not how much. All end alike, in
// the columns 91 to 98: the cluster, trade and place that a row belongs to, as
// printed; the region's code; the year that the register is of; who says so and
// when; a note. They are written out: the Parquet library loses the difference
// between NULL and "" in an embedded struct.

// Project is one undertaking: an investment, a relocation of industry, a
// cooperation, a technology to be solved, a result transferred, a subsidy, a
// visit. What was planned and what came of it are never in one column.
type Project struct {
	ProjectID     string   `parquet:"project_id,id(1)"`
	ProjectKind   string   `parquet:"project_kind,id(2),dict"` // investment industry_transfer cooperation technology tech_transfer subsidy service
	Name          string   `parquet:"name,id(3)"`
	Owner         *string  `parquet:"owner,id(4)"`      // investor, organiser, or whose technology it is
	Partner       *string  `parquet:"partner,id(5)"`    // the other side
	Stage         *string  `parquet:"stage,id(6),dict"` // 签约, 在建, 投产 …: as printed
	Content       *string  `parquet:"content,id(7)"`
	Capacity      *string  `parquet:"capacity,id(8)"` // as printed
	StartedOn     *Date    `parquet:"started_on,id(9),date"`
	FinishedOn    *Date    `parquet:"finished_on,id(10),date"`
	PlannedAmount *Decimal `parquet:"planned_amount,id(11),decimal(6:18)"`
	ActualAmount  *Decimal `parquet:"actual_amount,id(12),decimal(6:18)"`
	PlannedOutput *Decimal `parquet:"planned_output,id(13),decimal(6:18)"` // 预计新增产值
	ActualOutput  *Decimal `parquet:"actual_output,id(14),decimal(6:18)"`
	Unit          string   `parquet:"unit,id(15),dict"`      // of the four: 万元, 万美元; "" without any
	Qualifier     *string  `parquet:"qualifier,id(16),dict"` // of the first of the four that has one

	Cluster     *string `parquet:"cluster,id(91),dict"`
	Trade       *string `parquet:"trade,id(92),dict"`
	RegionCode  *string `parquet:"region_code,id(93),dict"`
	Place       *string `parquet:"place,id(94),dict"`
	Year        *int32  `parquet:"year,id(95)"`
	Publisher   string  `parquet:"publisher,id(96),dict"`
	PublishedOn *Date   `parquet:"published_on,id(97),date"`
	Note        *string `parquet:"note,id(98)"`
	Source
}

// Rating is one verdict of one body on one subject: a credit rating, a
// certification, a guarantee, an evaluation, a stage of development.
type Rating struct {
	RatingID      string   `parquet:"rating_id,id(1)"`
	RatingKind    string   `parquet:"rating_kind,id(2),dict"` // credit certification guarantee evaluation stage
	Scheme        string   `parquet:"scheme,id(3),dict"`      // 绿色工厂, AAA 信用评价 …: the name of what was judged by
	SubjectKind   string   `parquet:"subject_kind,id(4),dict"`
	SubjectName   string   `parquet:"subject_name,id(5)"`
	Issuer        string   `parquet:"issuer,id(6),dict"`
	Grade         *string  `parquet:"grade,id(7),dict"` // as printed
	Score         *Decimal `parquet:"score,id(8),decimal(6:18)"`
	Amount        *Decimal `parquet:"amount,id(9),decimal(6:18)"` // guaranteed, or the line of credit
	Unit          string   `parquet:"unit,id(10),dict"`           // of the amount
	CertificateNo *string  `parquet:"certificate_no,id(11)"`
	Status        *string  `parquet:"status,id(12),dict"` // 有效, 撤销 …: as printed
	IssuedOn      *Date    `parquet:"issued_on,id(13),date"`
	ValidUntil    *Date    `parquet:"valid_until,id(14),date"`

	Cluster     *string `parquet:"cluster,id(91),dict"`
	Trade       *string `parquet:"trade,id(92),dict"`
	RegionCode  *string `parquet:"region_code,id(93),dict"`
	Place       *string `parquet:"place,id(94),dict"`
	Year        *int32  `parquet:"year,id(95)"`
	Publisher   string  `parquet:"publisher,id(96),dict"`
	PublishedOn *Date   `parquet:"published_on,id(97),date"`
	Note        *string `parquet:"note,id(98)"`
	Source
}

// ChainNode is one link-point of an industrial chain (产业链环节).
type ChainNode struct {
	NodeID         string   `parquet:"node_id,id(1)"`
	Chain          string   `parquet:"chain,id(2),dict"`
	Node           string   `parquet:"node,id(3),dict"`
	Position       *string  `parquet:"position,id(4),dict"` // 上游, 中游, 下游: as printed
	State          string   `parquet:"state,id(5),dict"`    // present weak missing, "" where nothing is said
	StateWord      *string  `parquet:"state_word,id(6),dict"`
	SupplierCount  *int32   `parquet:"supplier_count,id(7)"`
	LocalSuppliers *int32   `parquet:"local_suppliers,id(8)"`
	Suppliers      *string  `parquet:"suppliers,id(9)"`
	LocalRate      *Decimal `parquet:"local_rate,id(10),decimal(6:18)"` // 本地配套率, %

	Cluster     *string `parquet:"cluster,id(91),dict"`
	Trade       *string `parquet:"trade,id(92),dict"`
	RegionCode  *string `parquet:"region_code,id(93),dict"`
	Place       *string `parquet:"place,id(94),dict"`
	Year        *int32  `parquet:"year,id(95)"`
	Publisher   string  `parquet:"publisher,id(96),dict"`
	PublishedOn *Date   `parquet:"published_on,id(97),date"`
	Note        *string `parquet:"note,id(98)"`
	Source
}

// ChainLink says that one node of a chain supplies another.
type ChainLink struct {
	LinkID   string  `parquet:"link_id,id(1)"`
	Chain    string  `parquet:"chain,id(2),dict"`
	FromNode string  `parquet:"from_node,id(3),dict"`
	ToNode   string  `parquet:"to_node,id(4),dict"`
	LinkKind *string `parquet:"link_kind,id(5),dict"`
	Supplier *string `parquet:"supplier,id(6)"`
	Customer *string `parquet:"customer,id(7)"`

	Cluster     *string `parquet:"cluster,id(91),dict"`
	Trade       *string `parquet:"trade,id(92),dict"`
	RegionCode  *string `parquet:"region_code,id(93),dict"`
	Place       *string `parquet:"place,id(94),dict"`
	Year        *int32  `parquet:"year,id(95)"`
	Publisher   string  `parquet:"publisher,id(96),dict"`
	PublishedOn *Date   `parquet:"published_on,id(97),date"`
	Note        *string `parquet:"note,id(98)"`
	Source
}

// ChainRisk is one technology or product of a list of risks (风险技术和产品清单).
type ChainRisk struct {
	RiskID     string  `parquet:"risk_id,id(1)"`
	Chain      string  `parquet:"chain,id(2),dict"`
	Node       *string `parquet:"node,id(3),dict"`
	Item       string  `parquet:"item,id(4)"`
	ItemKind   string  `parquet:"item_kind,id(5),dict"`  // technology product, "" where nothing is said
	RiskLevel  string  `parquet:"risk_level,id(6),dict"` // high medium low, "" where nothing is said
	LevelWord  *string `parquet:"level_word,id(7),dict"`
	Cause      *string `parquet:"cause,id(8)"`
	Supplier   *string `parquet:"supplier,id(9)"` // who supplies it now, or the country
	Substitute *string `parquet:"substitute,id(10)"`

	Cluster     *string `parquet:"cluster,id(91),dict"`
	Trade       *string `parquet:"trade,id(92),dict"`
	RegionCode  *string `parquet:"region_code,id(93),dict"`
	Place       *string `parquet:"place,id(94),dict"`
	Year        *int32  `parquet:"year,id(95)"`
	Publisher   string  `parquet:"publisher,id(96),dict"`
	PublishedOn *Date   `parquet:"published_on,id(97),date"`
	Note        *string `parquet:"note,id(98)"`
	Source
}

// ProsperityIndex is one dimension of a prosperity index in one month. Its
// publisher gives the band as a word and no cut-offs: the word is kept.
type ProsperityIndex struct {
	IndexID       string   `parquet:"index_id,id(1)"`
	IndexName     string   `parquet:"index_name,id(2),dict"`
	Month         Date     `parquet:"month,id(3),date"`             // its first day
	Dimension     string   `parquet:"dimension,id(4),dict"`         // 总指数, 营业收入, 家电, 浙江 …: as printed
	DimensionKind string   `parquet:"dimension_kind,id(5),dict"`    // total component industry region
	Value         *Decimal `parquet:"value,id(6),decimal(6:18)"`    // points
	Band          *string  `parquet:"band,id(7),dict"`              // 稳定, 渐冷 …: as printed
	Previous      *Decimal `parquet:"previous,id(8),decimal(6:18)"` // of the month before, as printed beside it

	Cluster     *string `parquet:"cluster,id(91),dict"`
	Trade       *string `parquet:"trade,id(92),dict"`
	RegionCode  *string `parquet:"region_code,id(93),dict"`
	Place       *string `parquet:"place,id(94),dict"`
	Year        *int32  `parquet:"year,id(95)"`
	Publisher   string  `parquet:"publisher,id(96),dict"`
	PublishedOn *Date   `parquet:"published_on,id(97),date"`
	Note        *string `parquet:"note,id(98)"`
	Source
}

// Standard is one standard that a firm, cluster or trade led or took part in.
type Standard struct {
	StandardID  string  `parquet:"standard_id,id(1)"`
	StandardNo  *string `parquet:"standard_no,id(2)"` // GB/T 39905-2021
	Name        string  `parquet:"name,id(3)"`
	Level       string  `parquet:"level,id(4),dict"` // international national industry local group enterprise
	Role        string  `parquet:"role,id(5),dict"`  // lead join, "" where nothing is said
	Drafter     *string `parquet:"drafter,id(6)"`
	Status      *string `parquet:"status,id(7),dict"` // 现行, 在编, 废止: as printed
	IssuedOn    *Date   `parquet:"issued_on,id(8),date"`
	EffectiveOn *Date   `parquet:"effective_on,id(9),date"`
	Replaces    *string `parquet:"replaces,id(10)"`

	Cluster     *string `parquet:"cluster,id(91),dict"`
	Trade       *string `parquet:"trade,id(92),dict"`
	RegionCode  *string `parquet:"region_code,id(93),dict"`
	Place       *string `parquet:"place,id(94),dict"`
	Year        *int32  `parquet:"year,id(95)"`
	Publisher   string  `parquet:"publisher,id(96),dict"`
	PublishedOn *Date   `parquet:"published_on,id(97),date"`
	Note        *string `parquet:"note,id(98)"`
	Source
}

// Platform is one platform of innovation or public service: a laboratory, a
// design centre, a testing station.
type Platform struct {
	PlatformID   string   `parquet:"platform_id,id(1)"`
	Name         string   `parquet:"name,id(2)"`
	PlatformKind *string  `parquet:"platform_kind,id(3),dict"` // 重点实验室, 工业设计中心 …: as printed
	Level        string   `parquet:"level,id(4),dict"`         // national provincial city county industry enterprise, "" where nothing is said
	LevelWord    *string  `parquet:"level_word,id(5),dict"`
	Host         *string  `parquet:"host,id(6)"`
	Approver     *string  `parquet:"approver,id(7),dict"`
	ApprovedOn   *Date    `parquet:"approved_on,id(8),date"`
	Status       *string  `parquet:"status,id(9),dict"`
	Funding      *Decimal `parquet:"funding,id(10),decimal(6:18)"`
	Unit         string   `parquet:"unit,id(11),dict"` // of the funding

	Cluster     *string `parquet:"cluster,id(91),dict"`
	Trade       *string `parquet:"trade,id(92),dict"`
	RegionCode  *string `parquet:"region_code,id(93),dict"`
	Place       *string `parquet:"place,id(94),dict"`
	Year        *int32  `parquet:"year,id(95)"`
	Publisher   string  `parquet:"publisher,id(96),dict"`
	PublishedOn *Date   `parquet:"published_on,id(97),date"`
	Note        *string `parquet:"note,id(98)"`
	Source
}

// Enterprise is one firm as a register names it.
type Enterprise struct {
	EnterpriseID  string  `parquet:"enterprise_id,id(1)"`
	Name          string  `parquet:"name,id(2)"`
	USCC          *string `parquet:"uscc,id(3)"` // 统一社会信用代码
	GroupName     *string `parquet:"group_name,id(4)"`
	Size          *string `parquet:"size,id(5),dict"` // 大型, 中型, 小型, 微型, 规模以上: as printed
	IndustryCode  *string `parquet:"industry_code,id(6),dict"`
	MainProduct   *string `parquet:"main_product,id(7)"`
	Brands        *string `parquet:"brands,id(8)"`
	Status        *string `parquet:"status,id(9),dict"`
	EstablishedOn *Date   `parquet:"established_on,id(10),date"`

	Cluster     *string `parquet:"cluster,id(91),dict"`
	Trade       *string `parquet:"trade,id(92),dict"`
	RegionCode  *string `parquet:"region_code,id(93),dict"`
	Place       *string `parquet:"place,id(94),dict"`
	Year        *int32  `parquet:"year,id(95)"`
	Publisher   string  `parquet:"publisher,id(96),dict"`
	PublishedOn *Date   `parquet:"published_on,id(97),date"`
	Note        *string `parquet:"note,id(98)"`
	Source
}
