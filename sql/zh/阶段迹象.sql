-- One row as in mart.stage_proxy, with Chinese names: 每个集群、年份一行：所处阶段的可量迹象，不是阶段判定。
CREATE VIEW zh."阶段迹象" AS
SELECT
    cluster AS "集群",
    region_code AS "行政区划代码",
    year AS "年份",
    firm_count AS "企业数（个）",
    firm_status AS "企业数空缺原因",
    above_scale_firm_count AS "规上企业数（个）",
    above_scale_status AS "规上企业数空缺原因",
    brand_count AS "品牌数（个）",
    brand_status AS "品牌数空缺原因",
    rd_institution_count AS "研发机构数（个）",
    rd_institution_status AS "研发机构数空缺原因",
    platform_count AS "平台数（个）",
    local_rate_pct AS "本地配套率（%）",
    local_rate_status AS "本地配套率空缺原因",
    kind AS "数据性质",
    observation_id AS "事实编号"
FROM mart.stage_proxy;
COMMENT ON VIEW zh."阶段迹象" IS '每个集群、年份一行：所处阶段的可量迹象，不是阶段判定';
COMMENT ON COLUMN zh."阶段迹象"."集群" IS '集群';
COMMENT ON COLUMN zh."阶段迹象"."行政区划代码" IS 'GB/T 2260 行政区划代码；未写明的为空';
COMMENT ON COLUMN zh."阶段迹象"."年份" IS '时期最后一天所在的年份';
COMMENT ON COLUMN zh."阶段迹象"."企业数（个）" IS '企业数（个）';
COMMENT ON COLUMN zh."阶段迹象"."企业数空缺原因" IS '空缺原因，见 reference.empty_status';
COMMENT ON COLUMN zh."阶段迹象"."规上企业数（个）" IS '规上企业数（个）';
COMMENT ON COLUMN zh."阶段迹象"."规上企业数空缺原因" IS '空缺原因，见 reference.empty_status';
COMMENT ON COLUMN zh."阶段迹象"."品牌数（个）" IS '品牌数（个）';
COMMENT ON COLUMN zh."阶段迹象"."品牌数空缺原因" IS '空缺原因，见 reference.empty_status';
COMMENT ON COLUMN zh."阶段迹象"."研发机构数（个）" IS '研发机构数（个）';
COMMENT ON COLUMN zh."阶段迹象"."研发机构数空缺原因" IS '空缺原因，见 reference.empty_status';
COMMENT ON COLUMN zh."阶段迹象"."平台数（个）" IS '平台数（个）';
COMMENT ON COLUMN zh."阶段迹象"."本地配套率（%）" IS '本地配套率（%）';
COMMENT ON COLUMN zh."阶段迹象"."本地配套率空缺原因" IS '空缺原因，见 reference.empty_status';
COMMENT ON COLUMN zh."阶段迹象"."数据性质" IS 'actual 实际、estimate 初步、plan 计划、forecast 预测、sample 示例';
COMMENT ON COLUMN zh."阶段迹象"."事实编号" IS '事实编号，出处见 zh.出处';
