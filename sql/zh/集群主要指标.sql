-- One row as in mart.cluster_figure, with Chinese names: 每个集群、口径、年份一行：主要指标并列，各附空缺原因。
CREATE VIEW zh."集群主要指标" AS
SELECT
    cluster AS "集群",
    region_code AS "行政区划代码",
    region_name AS "地区",
    province_name AS "省份",
    scope AS "口径",
    year AS "年份",
    gross_output_wan_cny AS "工业总产值（万元）",
    gross_output_status AS "产值空缺原因",
    revenue_wan_cny AS "营业收入（万元）",
    revenue_status AS "收入空缺原因",
    profit_wan_cny AS "利润总额（万元）",
    profit_status AS "利润空缺原因",
    export_wan_usd AS "出口额（万美元）",
    export_status AS "出口空缺原因",
    firm_count AS "企业数（个）",
    firm_status AS "企业数空缺原因",
    employee_count AS "从业人员（人）",
    employee_status AS "从业人员空缺原因",
    rd_wan_cny AS "研发经费（万元）",
    rd_status AS "研发空缺原因",
    valid_invention_count AS "有效发明专利（件）",
    valid_invention_status AS "专利空缺原因",
    figure_count AS "指标数（个）",
    kind AS "数据性质",
    observation_id AS "事实编号"
FROM mart.cluster_figure;
COMMENT ON VIEW zh."集群主要指标" IS '每个集群、口径、年份一行：主要指标并列，各附空缺原因';
COMMENT ON COLUMN zh."集群主要指标"."集群" IS '集群';
COMMENT ON COLUMN zh."集群主要指标"."行政区划代码" IS 'GB/T 2260 行政区划代码；未写明的为空';
COMMENT ON COLUMN zh."集群主要指标"."地区" IS '行政区划的现用名称';
COMMENT ON COLUMN zh."集群主要指标"."省份" IS '所属省、自治区、直辖市';
COMMENT ON COLUMN zh."集群主要指标"."口径" IS '统计口径代码：all 全部、above_scale 规模以上等，见 reference.scope；不同口径不可比';
COMMENT ON COLUMN zh."集群主要指标"."年份" IS '时期最后一天所在的年份';
COMMENT ON COLUMN zh."集群主要指标"."工业总产值（万元）" IS '工业总产值（万元）';
COMMENT ON COLUMN zh."集群主要指标"."产值空缺原因" IS '空缺原因，见 reference.empty_status';
COMMENT ON COLUMN zh."集群主要指标"."营业收入（万元）" IS '营业收入（万元）';
COMMENT ON COLUMN zh."集群主要指标"."收入空缺原因" IS '空缺原因，见 reference.empty_status';
COMMENT ON COLUMN zh."集群主要指标"."利润总额（万元）" IS '利润总额（万元）';
COMMENT ON COLUMN zh."集群主要指标"."利润空缺原因" IS '空缺原因，见 reference.empty_status';
COMMENT ON COLUMN zh."集群主要指标"."出口额（万美元）" IS '出口额（万美元）';
COMMENT ON COLUMN zh."集群主要指标"."出口空缺原因" IS '空缺原因，见 reference.empty_status';
COMMENT ON COLUMN zh."集群主要指标"."企业数（个）" IS '企业数（个）';
COMMENT ON COLUMN zh."集群主要指标"."企业数空缺原因" IS '空缺原因，见 reference.empty_status';
COMMENT ON COLUMN zh."集群主要指标"."从业人员（人）" IS '从业人员（人）';
COMMENT ON COLUMN zh."集群主要指标"."从业人员空缺原因" IS '空缺原因，见 reference.empty_status';
COMMENT ON COLUMN zh."集群主要指标"."研发经费（万元）" IS '研发经费（万元）';
COMMENT ON COLUMN zh."集群主要指标"."研发空缺原因" IS '空缺原因，见 reference.empty_status';
COMMENT ON COLUMN zh."集群主要指标"."有效发明专利（件）" IS '有效发明专利（件）';
COMMENT ON COLUMN zh."集群主要指标"."专利空缺原因" IS '空缺原因，见 reference.empty_status';
COMMENT ON COLUMN zh."集群主要指标"."指标数（个）" IS '指标数（个）';
COMMENT ON COLUMN zh."集群主要指标"."数据性质" IS 'actual 实际、estimate 初步、plan 计划、forecast 预测、sample 示例';
COMMENT ON COLUMN zh."集群主要指标"."事实编号" IS '事实编号，出处见 zh.出处';
