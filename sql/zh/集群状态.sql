-- One row as in mart.cluster_status, with Chinese names: 称号状态每变动一次一行，状态保持到该称号的下一行；不依赖当前日期。
CREATE VIEW zh."集群状态" AS
SELECT
    title AS "称号",
    place AS "地点",
    region_code AS "行政区划代码",
    trade AS "行业",
    issued_on AS "发文日",
    expires_on AS "到期日",
    status AS "状态",
    status_on AS "状态起",
    next_status_on AS "下一状态起",
    term_years AS "期限（年）",
    edition AS "办法版本",
    issued_precision AS "发文日精度",
    notice_no AS "文号",
    has_undated_act AS "有无日期事项",
    region_name AS "地区",
    province_name AS "省份",
    kind AS "数据性质",
    title_id AS "称号编号",
    event_id AS "事件编号"
FROM mart.cluster_status;
COMMENT ON VIEW zh."集群状态" IS '称号状态每变动一次一行，状态保持到该称号的下一行；不依赖当前日期';
COMMENT ON COLUMN zh."集群状态"."称号" IS '共建称号，按原文';
COMMENT ON COLUMN zh."集群状态"."地点" IS '原文地点';
COMMENT ON COLUMN zh."集群状态"."行政区划代码" IS 'GB/T 2260 行政区划代码；未写明的为空';
COMMENT ON COLUMN zh."集群状态"."行业" IS '称号的行业，按原文';
COMMENT ON COLUMN zh."集群状态"."发文日" IS '现行期限的起算日：最近一次授予或复评；只印年月的取第一天';
COMMENT ON COLUMN zh."集群状态"."到期日" IS '期限最后一天（当日仍有效）：发文日加期限';
COMMENT ON COLUMN zh."集群状态"."状态" IS 'valid 在效、expired 到期待复评（逾期两年以内）、cancellable 应取消（逾期超过两年）、cancelled 已取消（须有公告）、renamed 已更名、withdrawn 已撤销';
COMMENT ON COLUMN zh."集群状态"."状态起" IS '状态的第一天';
COMMENT ON COLUMN zh."集群状态"."下一状态起" IS '下一状态的第一天；空为无。某日D的状态：状态起<=D，且下一状态起为空或>D';
COMMENT ON COLUMN zh."集群状态"."期限（年）" IS '有效期限，年';
COMMENT ON COLUMN zh."集群状态"."办法版本" IS '给出期限的共建管理办法版本；空为文件写明期限';
COMMENT ON COLUMN zh."集群状态"."发文日精度" IS 'day 日、month 月、year 年';
COMMENT ON COLUMN zh."集群状态"."文号" IS '文号';
COMMENT ON COLUMN zh."集群状态"."有无日期事项" IS 'true：该称号有一项事件没有日期，未能计入，状态可能更新';
COMMENT ON COLUMN zh."集群状态"."地区" IS '行政区划的现用名称';
COMMENT ON COLUMN zh."集群状态"."省份" IS '所属省、自治区、直辖市';
COMMENT ON COLUMN zh."集群状态"."数据性质" IS 'actual 实际、estimate 初步、plan 计划、forecast 预测、sample 示例';
COMMENT ON COLUMN zh."集群状态"."称号编号" IS '称号编号';
COMMENT ON COLUMN zh."集群状态"."事件编号" IS '此行所依据的事件编号';
