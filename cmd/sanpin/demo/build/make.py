#!/usr/bin/env python3
"""Makes the filings of the demo from the tables of facts in facts/.

    python3 -m venv venv && venv/bin/pip install -r requirements.txt
    venv/bin/python make.py          # writes ../filings

requirements.txt pins openpyxl 3.1.5 (.xlsx) and xlwt 1.3.0 (.xls); Python 3.11.
A rerun writes the same bytes, except where another zlib packs differently.

Every figure stands in facts/ with the key of its source in facts/source.csv,
and its filing prints that source. Where a figure had to be made up to show a
mechanism, the title of the filing says 示例, and no other filing has one.
"""

import csv
import pathlib
import shutil

import write
from write import Table

HERE = pathlib.Path(__file__).parent
OUT = HERE.parent / "filings"
MADE_FROM = "注：本表为演示用报表，由公开资料整理，数字照原文，未作改动。"
YEARBOOK = "资料来源：《中国科技统计年鉴{}》表{}（国家统计局社会科技和文化产业统计司、科学技术部编）"


def records(name):
    with open(HERE / "facts" / f"{name}.csv", encoding="utf-8", newline="") as f:
        return list(csv.reader(f))


SOURCES = {key: (what, day, address) for key, what, day, address in records("source")[1:]}


def source(keys):
    """The sources of a figure as a filer would write them."""
    out = []
    for key in keys.split("+"):
        what, day, address = SOURCES[key]
        out.append(what + (f"（{day}）" if day else "") + (address or "，未见网址"))
    return "；".join(out)


def facts(name):
    """Heading and rows of a table of facts; the key of the source becomes 来源."""
    head, *rows = records(name)
    if head[-1] != "src":
        return head, rows
    return head[:-1] + ["来源"], [r[:-1] + [source(r[-1])] for r in rows]


def listed(title, *names, sheet="Sheet1", notes=()):
    """A plain table of one or more tables of facts with the same heading."""
    head, rows = facts(names[0])
    for name in names[1:]:
        rows = rows + facts(name)[1]
    return Table(title, [head], rows, sheet, notes=[*notes, MADE_FROM])


def target(folder, name):
    path = OUT / folder
    path.mkdir(parents=True, exist_ok=True)
    return path / name


def brands():
    folder = "中国品牌建设促进会"
    write.xlsx(target(folder, "2020年中国品牌价值评价信息.xlsx"), [
        listed("2020年中国品牌价值评价信息（福建、江西部分品牌）", "brand_2020", sheet="2020年")])
    write.xlsx(target(folder, "区域品牌价值评价结果2019-2024年.xlsx"), [
        listed("区域品牌（地理标志）价值评价结果（2019—2024年，部分）", "brand_regional", sheet="区域品牌"),
        listed("中国品牌价值评价历年合计", "brand_total", sheet="历年合计",
               notes=["注：各年发布的品牌数不同，合计不可比。"])])
    write.page(target("世界品牌实验室", "中国500最具价值品牌山东上榜品牌2018-2023年.html"),
               listed("中国500最具价值品牌山东上榜品牌（2018—2023年，部分）", "brand_wbl"))
    tea = "浙江大学CARD中国农业品牌研究中心"
    write.delimited(target(tea, "茶叶区域公用品牌价值2010-2022年.csv"),
                    listed("", "brand_tea_region"), "gb18030")
    write.xls(target(tea, "2025中国茶叶企业产品品牌价值.xls"), [
        listed("2025年中国茶叶企业产品品牌价值（前26位）", "brand_tea_firm", sheet="2025")])
    write.delimited(target("其他评价机构", "其他机构品牌价值2011-2024年.csv"),
                    listed("", "brand_other"), "utf-8-sig")


def lists():
    folder = "工业和信息化部"
    write.xlsx(target(folder, "区域品牌与消费名品名单.xlsx"), [
        listed("产业集群区域品牌建设示范区名单（首批）", "list_demo_zone", sheet="示范区"),
        listed("中国消费名品名单（首批，部分）", "list_consumer", sheet="消费名品",
               notes=["注：首批共有企业品牌93个、区域品牌43个，本表只列公开报道点名的品牌。"]),
        listed("传统优势食品产区和地方特色食品产业重点培育名单（第一批，部分）", "list_food", sheet="特色食品")])
    write.delimited(target(folder, "中小企业特色产业集群名单.csv"), listed("", "list_sme_cluster"), "utf-8")
    write.delimited(target("中国轻工业联合会", "升级和创新消费品指南.csv"),
                    listed("升级和创新消费品指南（轻工，部分）", "guide", notes=[
                        "注：轻工第四批共有升级消费品20项、创新消费品17项，本表只列公开报道点名的产品。"]), "gb18030", titled=True)


def clusters():
    clii = "中国轻工业联合会"
    write.xlsx(target(clii, "特色区域和产业集群称号登记表.xlsx"), [
        listed("轻工业特色区域和产业集群称号登记表", "title_event", sheet="称号", notes=[
            "注：日期只见年份或月份的照原文填写；俗称、自称、美誉照报道列出，供核对。"])])
    write.xls(target("德化县", "德化陶瓷产业主要指标-2018年10月.xls"), [
        listed("德化陶瓷产业主要指标", "dehua_2018", sheet="主要指标")])
    write.delimited(target("德化县", "德化陶瓷产业主要指标-2025年2月.csv"),
                    listed("德化陶瓷产业主要指标", "dehua_2025", notes=[
                        "注：2023年12月公布2022年产值502亿元、近5年年均增长11.7%，据此推算2017年约288.7亿元，与2018年公布的228亿元不一致；推算数未填入本表。"]),
                    "utf-8", titled=True)
    write.xlsx(target(clii, "特色产业集群年度指标汇编.xlsx"), [
        listed("特色产业集群年度指标汇编", "cluster_long", sheet="指标", notes=[
            "注：邵东打火机2024年公布增速6.5%，与两年公布数之比（148/150）不一致，均照原文。",
            "注：景德镇规上企业数增幅28.43%为原文所印，由116家到128家实为10.34%。"])])
    write.page(target("广东省", "轻工产业集群规模.html"),
               listed("广东省轻工产业集群规模", "cluster_wide"))


def bulletin(year, day, address=""):
    """The source line of a national bulletin."""
    return f"资料来源：国家统计局、科学技术部、财政部《{year}年全国科技经费投入统计公报》{address}，发布日期：{day}"


def industry():
    nbs = "国家统计局"
    scope = "注：R&D经费投入强度为企业R&D经费与{}之比。"
    name = "{}年分行业规模以上工业企业研究与试验发展(R&D)经费情况"
    write.xls(target(nbs, "2021年分行业规模以上工业企业RD经费情况.xls"), [
        listed(name.format(2021), "rd_industry_2021", sheet="分行业", notes=[
            scope.format("营业收入"), bulletin(2021, "2022-08-31")])])
    write.page(target(nbs, "2012年分行业规模以上工业企业RD经费情况.html"),
               listed(name.format(2012), "rd_industry_2012", notes=[
                   scope.format("主营业务收入"), bulletin(2012, "2013-09-26")]), "gb2312")
    write.xlsx(target(nbs, "2022年轻工业相关行业规上企业专利情况.xlsx"), [
        yearbook("按行业分规上工业企业专利情况（2022年，轻工业相关行业）", "patent_industry_2022", "行业", "2022", PATENT, "单位：件",
                 YEARBOOK.format(2023, "2-25"))])


PATENT = (["专利申请数", "", "有效发明专利数"], ["", "#发明专利", ""])
PRODUCT = (["新产品开发项目数(项)", "新产品开发经费支出", "新产品销售收入", ""], ["", "", "", "#出口"])


def yearbook(title, name, label, sheet, head, unit, origin):
    """A table with a two-level heading, as the yearbook of science and technology has."""
    _, rows = facts(name)
    top, low = [label, *head[0]], ["", *head[1]]
    merges = [(0, c, 1, c) for c, text in enumerate(top) if text and not low[c] and (c + 1 == len(top) or top[c + 1])]
    merges += [(0, c, 0, c + 1) for c, text in enumerate(top[:-1]) if text and not top[c + 1]]
    return Table(title, [top, low], [[spaced(r[0])] + r[1:] for r in rows], sheet, unit,
                 [origin, MADE_FROM], merges, grouped=True)


def spaced(region):
    """北京 as yearbooks set it: 北 京."""
    return " ".join(region) if len(region) == 2 else region


def regions():
    nbs = "国家统计局"
    title = "{}年各地区研究与试验发展(R&D)经费情况"
    write.delimited(target(nbs, "2021年各地区RD经费情况.csv"), listed(title.format(2021), "rd_region_2021", notes=[
        bulletin(2021, "2022-08-31")]), "gb18030", titled=True)
    write.excel_page(target(nbs, "2022年各地区RD经费情况.xls"), listed(title.format(2022), "rd_region_2022", notes=[
        bulletin(2022, "2023-09-18", " http://51yz.com.cn/63930.html")]))
    head, rows = facts("rd_intensity_region")
    write.xlsx(target(nbs, "各地区RD经费投入强度2019-2023年.xlsx"), [
        Table("各地区研究与试验发展(R&D)经费投入强度", [head], [[spaced(r[0])] + r[1:] for r in rows], "1-8", "单位：%", [
            "注：R&D经费与国内生产总值之比，历年数已根据国内生产总值最新数据修订。",
            YEARBOOK.format(2024, "1-8") + "，发布日期：2024年", MADE_FROM])])
    write.xls(target(nbs, "各地区规上工业企业专利2020-2021年.xls"), [
        yearbook(f"各地区规上工业企业专利（{y}年）", f"patent_region_{y}", "地 区", str(y), PATENT, "单位：件",
                 YEARBOOK.format(y + 1, "2-26")) for y in (2020, 2021)])
    write.xlsx(target(nbs, "各地区规上工业企业新产品开发和销售2022-2023年.xlsx"), [
        yearbook(f"各地区规上工业企业新产品开发和销售情况（{y}年）", f"newproduct_region_{y}", "地 区", str(y), PRODUCT, "单位：万元",
                 YEARBOOK.format(y + 1, "2-23")) for y in (2022, 2023)])


def light_industry():
    clii = "中国轻工业联合会"
    write.xlsx(target(clii, "轻工业主要经济指标2013-2024年.xlsx"), [
        listed("轻工业主要经济指标（2013—2024年）", "light_industry", sheet="主要指标", notes=[
            "注：同一年有两个发布机构的，两个数均列出；同比增长为发布机构按可比口径公布的数，不由本表计算。"])])
    write.delimited(target("国家统计局", "规模以上工业企业利润总额.csv"), listed("", "industry_profit"), "utf-8")
    write.xlsx(target("工业和信息化部", "轻工业规划与方案目标.xlsx"), [
        listed("轻工业规划与方案目标", "target", sheet="目标", notes=["注：征求意见稿的目标不是正式目标。"])])
    write.page(target("国家市场监督管理总局", "产品质量国家监督抽查1994-2024年.html"),
               listed("产品质量国家监督抽查结果（1994—2024年，部分）", "quality"))


def samples():
    """Filings for mechanisms: their figures are made up, and their titles say 示例."""
    folder = "示例产业集群"
    note = "注：示例数据，不是公布数。"
    _, rows = facts("sample_quarter")
    spans = ["2024年1-3月", "2024年1-6月", "2024年1-9月", "2024年"]
    top, low = ["集群名称", "地区"], ["", ""]
    for span in spans:
        top, low = top + [span, ""], low + ["产值", "同比增长(%)"]
    merges = [(0, 0, 1, 0), (0, 1, 1, 1)] + [(0, c, 0, c + 1) for c in range(2, 10, 2)]
    write.xls(target(folder, "2024年产业集群运行情况_示例.xls"), [
        Table("2024年产业集群运行情况（示例）", [top, low], rows, "运行情况", "单位：亿元", [note], merges)])
    head, rows = facts("sample_correction")
    write.delimited(target(folder, "2024年产业集群运行情况更正_示例.csv"),
                    Table("2024年产业集群运行情况更正（示例）", [head], rows, notes=[note]), "utf-8", titled=True)
    head, rows = facts("sample_bad")
    rows.append(["合计", "", "2023年", f"=SUM(D3:D{len(rows) + 2})", "", "", "", "公式没有缓存结果"])
    write.xlsx(target(folder, "产业集群年报含错误单元格_示例.xlsx"), [
        Table("产业集群年报（示例：含有待改正的单元格）", [head], rows, "年报", notes=[note], hidden=(8,))])
    head, rows = facts("sample_nounit")
    write.delimited(target("待核对", "未写指标和单位的汇总表_示例.csv"),
                    Table("汇总表（示例）", [head], rows, notes=[note]), "gb18030", titled=True)
    write.picture(target("待核对", "申报表扫描件.xlsx"))


def main():
    shutil.rmtree(OUT, ignore_errors=True)
    for part in (brands, lists, clusters, industry, regions, light_industry, samples):
        part()


if __name__ == "__main__":
    main()
