-- One row as in mart.conflict, with Chinese names: 每处矛盾一行：两个发布者、两次发布、水平与增速、合计与分项、一名两地、多年不变的数、预测当作事实；两方并列，各有出处。
CREATE VIEW zh."矛盾" AS
SELECT
    subject_name AS "主体",
    measure_name AS "所述事项",
    conflict_name AS "矛盾种类",
    nature AS "性质",
    period_a AS "甲方时期",
    value_a AS "甲方数值",
    text_a AS "甲方文字",
    period_b AS "乙方时期",
    value_b AS "乙方数值",
    text_b AS "乙方文字",
    unit AS "单位",
    difference AS "差额",
    difference_pct AS "差额（%）",
    tolerance AS "容差",
    explanation AS "说明代码",
    meaning_zh AS "含义",
    publisher_a AS "甲方发布单位",
    published_on_a AS "甲方发布日期",
    printed_a AS "甲方原文",
    file_a AS "甲方文件",
    locator_a AS "甲方位置",
    publisher_b AS "乙方发布单位",
    published_on_b AS "乙方发布日期",
    printed_b AS "乙方原文",
    file_b AS "乙方文件",
    locator_b AS "乙方位置",
    conflict_kind AS "矛盾种类代码",
    measure AS "度量代码",
    scope AS "口径",
    subject_kind AS "主体类别",
    region_code AS "行政区划代码",
    expected_b AS "应有值",
    kind AS "数据性质",
    observation_id AS "甲方事实编号",
    other_id AS "乙方事实编号",
    third_id AS "第三事实编号"
FROM mart.conflict;
COMMENT ON VIEW zh."矛盾" IS '每处矛盾一行：两个发布者、两次发布、水平与增速、合计与分项、一名两地、多年不变的数、预测当作事实；两方并列，各有出处';
COMMENT ON COLUMN zh."矛盾"."主体" IS '主体名称，按原文，去空白';
COMMENT ON COLUMN zh."矛盾"."所述事项" IS '所述的指标、称号、品牌价值或名次';
COMMENT ON COLUMN zh."矛盾"."矛盾种类" IS '矛盾种类名称，见 reference.conflict_kind';
COMMENT ON COLUMN zh."矛盾"."性质" IS 'contradiction：两者不能同真；definition：两者含义不同；doubt：其一可能陈旧、误抄或误计';
COMMENT ON COLUMN zh."矛盾"."甲方时期" IS '甲方的时期或日期';
COMMENT ON COLUMN zh."矛盾"."甲方数值" IS '甲方数值，单位见“单位”';
COMMENT ON COLUMN zh."矛盾"."甲方文字" IS '甲方的文字；为数值时为空';
COMMENT ON COLUMN zh."矛盾"."乙方时期" IS '乙方的时期或日期';
COMMENT ON COLUMN zh."矛盾"."乙方数值" IS '乙方数值，单位见“单位”';
COMMENT ON COLUMN zh."矛盾"."乙方文字" IS '乙方的文字；为数值时为空';
COMMENT ON COLUMN zh."矛盾"."单位" IS '数值的单位';
COMMENT ON COLUMN zh."矛盾"."差额" IS '乙方减甲方（或减应有值），单位同左；百分数以个百分点计';
COMMENT ON COLUMN zh."矛盾"."差额（%）" IS '差额与应有值之比，%';
COMMENT ON COLUMN zh."矛盾"."容差" IS '因印刷位数而允许的误差';
COMMENT ON COLUMN zh."矛盾"."说明代码" IS '规则所见的情形，见 reference.conflict_kind';
COMMENT ON COLUMN zh."矛盾"."含义" IS '该种矛盾的含义';
COMMENT ON COLUMN zh."矛盾"."甲方发布单位" IS '甲方由谁发布';
COMMENT ON COLUMN zh."矛盾"."甲方发布日期" IS '甲方发布日期';
COMMENT ON COLUMN zh."矛盾"."甲方原文" IS '甲方原文';
COMMENT ON COLUMN zh."矛盾"."甲方文件" IS '甲方所在文件';
COMMENT ON COLUMN zh."矛盾"."甲方位置" IS '甲方在文件中的位置';
COMMENT ON COLUMN zh."矛盾"."乙方发布单位" IS '乙方由谁发布';
COMMENT ON COLUMN zh."矛盾"."乙方发布日期" IS '乙方发布日期';
COMMENT ON COLUMN zh."矛盾"."乙方原文" IS '乙方原文';
COMMENT ON COLUMN zh."矛盾"."乙方文件" IS '乙方所在文件';
COMMENT ON COLUMN zh."矛盾"."乙方位置" IS '乙方在文件中的位置';
COMMENT ON COLUMN zh."矛盾"."矛盾种类代码" IS '矛盾种类代码，见 reference.conflict_kind';
COMMENT ON COLUMN zh."矛盾"."度量代码" IS '度量：指标代码，或对名单的计数';
COMMENT ON COLUMN zh."矛盾"."口径" IS '统计口径代码：all 全部、above_scale 规模以上等，见 reference.scope；不同口径不可比';
COMMENT ON COLUMN zh."矛盾"."主体类别" IS '数字所说的对象：region 地区、industry 行业、cluster 集群、sector 部门、brand 品牌、product 产品、cohort 名单合计、list 名单';
COMMENT ON COLUMN zh."矛盾"."行政区划代码" IS 'GB/T 2260 行政区划代码；未写明的为空';
COMMENT ON COLUMN zh."矛盾"."应有值" IS '甲方为真时乙方应有的数';
COMMENT ON COLUMN zh."矛盾"."数据性质" IS 'actual 实际、estimate 初步、plan 计划、forecast 预测、sample 示例';
COMMENT ON COLUMN zh."矛盾"."甲方事实编号" IS '甲方的事实编号，出处见 zh.出处';
COMMENT ON COLUMN zh."矛盾"."乙方事实编号" IS '乙方的事实编号，出处见 zh.出处';
COMMENT ON COLUMN zh."矛盾"."第三事实编号" IS '规则用到的第三个数的事实编号';
