"""Random well-typed queries in Trino's SQL: generate.py COUNT [SEED] prints one statement a line.

A query reads VALUES with a column of each type and is one of: a list of expressions with a condition, an aggregation by a key, window functions over
a unique order. Expressions are built from RULES: a result type, a template, the types of its parts.
"""
import random
import sys

LEAVES = {
    "int": ["0", "1", "-3", "7", "100", "i", "i", "i"],
    "big": ["bigint '5'", "-92233720368", "b", "b", "cast(i as bigint)"],
    "dec": ["1.5", "-0.005", "12345.6789", "d", "d", "cast(i as decimal(10,2))"],
    "dbl": ["1.5e0", "-0e0", "nan()", "infinity()", "0.1e0", "x", "x", "x"],
    "str": ["'abc'", "''", "'a,b,,c'", "'品牌 2024年'", "' É '", "s", "s", "s"],
    "date": ["date '2024-02-29'", "date '1970-01-01'", "dt", "dt", "dt"],
    "ts": ["timestamp '2024-12-31 23:59:59.999'", "ts", "ts", "ts"],
    "tz": ["timestamp '2024-03-10 01:30:00.5 America/New_York'", "timestamp '2024-07-01 00:00:00 UTC'", "tz", "tz"],
    "bool": ["true", "f", "f", "i > 0"],
    "arr": ["array[1,2,null,3]", "a", "a", "array[i, 5]"],
    "sarr": ["array['x','品',null]", "split(s, ',')"],
    "map": ["map(array['a','b'], array[1,null])", "map(array[coalesce(s,'k')], array[i])"],
    "json": ["json '{\"a\":[1,2.50,\"x\",null],\"b\":{\"c\":true}}'", "json '[1,\"2\",3.0]'", "cast(a as json)", "cast(s as json)"],
    "ivl": ["interval '1' day", "interval '-90' minute", "(ts - timestamp '2024-01-01 00:00:00')"],
    "ivm": ["interval '1' month", "interval '-14' month"],
}

UNIT = ["year", "quarter", "month", "week", "day"]
CLOCK = UNIT + ["hour", "minute", "second", "millisecond"]

RULES = [
    ("int", "({} + {})", "int int"), ("int", "({} - {})", "int int"), ("int", "({} * {})", "int int"), ("int", "({} / {})", "int int"), ("int", "({} % {})", "int int"),
    ("int", "abs({})", "int"), ("int", "sign({})", "int"), ("int", "-({})", "int"), ("int", "coalesce({}, {})", "int int"), ("int", "if({}, {}, {})", "bool int int"),
    ("int", "nullif({}, {})", "int int"), ("int", "greatest({}, {})", "int int"), ("int", "least({}, {}, 3)", "int int"), ("int", "cast({} as integer)", "str"),
    ("int", "round({}, -1)", "int"), ("int", "cast({} as integer)", "dbl"), ("int", "cast({} as integer)", "dec"), ("int", "element_at({}, {})", "arr int"), ("int", "{}[1]", "arr"),
    ("int", "element_at({}, 'a')", "map"), ("int", "array_max({})", "arr"), ("int", "array_min({})", "arr"), ("int", "reduce({}, 0, (p, q) -> p + coalesce(q, 1), p -> p)", "arr"),
    ("int", "case {} when 1 then {} when 7 then 2 else {} end", "int int int"), ("int", "mod({}, {})", "int int"), ("int", "bitwise_left_shift({}, 2)", "int"),
    ("big", "({} + {})", "big int"), ("big", "({} * {})", "big big"), ("big", "({} / {})", "big int"), ("big", "length({})", "str"), ("big", "cardinality({})", "arr"), ("big", "cardinality({})", "map"),
    ("big", "year({})", "date"), ("big", "quarter({})", "ts"), ("big", "week({})", "date"), ("big", "day_of_week({})", "ts"), ("big", "year_of_week({})", "date"), ("big", "doy({})", "tz"), ("big", "hour({})", "tz"),
    ("big", "minute({})", "ts"), ("big", "millisecond({})", "ts"), ("big", "date_diff('%U', {}, {})", "date date"), ("big", "date_diff('%C', {}, {})", "ts ts"), ("big", "date_diff('%C', {}, {})", "tz tz"),
    ("big", "strpos({}, {})", "str str"), ("big", "levenshtein_distance({}, {})", "str str"), ("big", "bitwise_and({}, {})", "big int"), ("big", "array_position({}, {})", "arr int"),
    ("big", "json_array_length({})", "json"), ("big", "to_milliseconds({})", "ivl"), ("big", "extract(day from {})", "date"), ("big", "regexp_count({}, '[a-z]')", "str"), ("big", "cast({} as bigint)", "dec"),
    ("big", "floor({})", "big"), ("big", "width_bucket({}, 0e0, 10e0, 4)", "dbl"), ("big", "json_size({}, '$.a')", "json"), ("big", "crc32(to_utf8({}))", "str"),
    ("dec", "({} + {})", "dec dec"), ("dec", "({} - {})", "dec int"), ("dec", "({} / {})", "dec dec"), ("dec", "({} % {})", "dec dec"), ("dec", "abs({})", "dec"), ("dec", "cast({} as decimal(18,4))", "dbl"),
    ("dec", "cast({} as decimal(12,3))", "dec"), ("dec", "round({}, 2)", "dec"), ("dec", "truncate({}, 1)", "dec"), ("dec", "ceil({})", "dec"), ("dec", "floor({})", "dec"), ("dec", "round({})", "dec"),
    ("dec", "cast({} as decimal(20,2))", "int"), ("dec", "coalesce({}, {})", "dec dec"), ("dec", "cast({} as decimal(10,1))", "str"), ("dec", "if({}, {}, {})", "bool dec int"), ("dec", "cast({} * {} as decimal(20,4))", "dec dec"),
    ("dbl", "({} + {})", "dbl dbl"), ("dbl", "({} * {})", "dbl int"), ("dbl", "({} / {})", "dbl dbl"), ("dbl", "({} - {})", "dbl dec"), ("dbl", "sqrt({})", "dbl"), ("dbl", "round({}, 2)", "dbl"), ("dbl", "cast({} as double)", "dec"),
    ("dbl", "cast({} as double)", "str"), ("dbl", "abs({})", "dbl"), ("dbl", "ceil({})", "dbl"), ("dbl", "truncate({})", "dbl"), ("dbl", "ln({})", "dbl"), ("dbl", "power({}, 2)", "dbl"), ("dbl", "to_unixtime({})", "tz"),
    ("dbl", "greatest({}, {})", "dbl dbl"), ("dbl", "sign({})", "dbl"), ("dbl", "({} / {})", "int dbl"), ("dbl", "least({}, {})", "dbl dbl"), ("dbl", "cast({} as double)", "big"),
    ("str", "upper({})", "str"), ("str", "lower({})", "str"), ("str", "substr({}, {})", "str int"), ("str", "substr({}, {}, 2)", "str int"), ("str", "({} || {})", "str str"), ("str", "trim({})", "str"), ("str", "reverse({})", "str"),
    ("str", "replace({}, {}, 'z')", "str str"), ("str", "lpad({}, 6, '中x')", "str"), ("str", "rpad({}, 4, '-')", "str"), ("str", "split_part({}, ',', 2)", "str"), ("str", "cast({} as varchar)", "int"), ("str", "cast({} as varchar)", "dec"),
    ("str", "cast({} as varchar)", "dbl"), ("str", "cast({} as varchar)", "ts"), ("str", "cast({} as varchar)", "tz"), ("str", "cast({} as varchar)", "bool"), ("str", "cast({} as varchar)", "date"), ("str", "date_format({}, '%Y-%m-%d %H:%i:%s.%f %a %b')", "ts"),
    ("str", "format_datetime({}, 'yyyy/MM/dd HH:mm:ss.SSS ZZ EEE')", "tz"), ("str", "array_join({}, '-', '?')", "arr"), ("str", "array_join({}, ',')", "sarr"), ("str", "json_extract_scalar({}, '$.a[2]')", "json"), ("str", "json_format({})", "json"),
    ("str", "regexp_replace({}, '([a-c])', '<$1>')", "str"), ("str", "regexp_extract({}, '[a-z]+')", "str"), ("str", "coalesce({}, {})", "str str"), ("str", "to_hex(md5(to_utf8({})))", "str"), ("str", "concat_ws('/', {}, {})", "str str"),
    ("str", "translate({}, 'abc', 'xy')", "str"), ("str", "to_base({}, 16)", "big"), ("str", "url_encode({})", "str"), ("str", "cast({} as varchar)", "ivl"), ("str", "case when {} then {} else 'other' end", "bool str"), ("str", "to_iso8601({})", "ts"),
    ("str", "typeof({})", "dec"), ("str", "cast({} as varchar(3))", "str"), ("str", "normalize({}, NFKC)", "str"), ("str", "greatest({}, {})", "str str"),
    ("date", "({} + {})", "date ivm"), ("date", "date_add('%U', {}, {})", "int date"), ("date", "date_trunc('%U', {})", "date"), ("date", "cast({} as date)", "ts"), ("date", "last_day_of_month({})", "date"), ("date", "date({})", "tz"),
    ("date", "({} + interval '3' day)", "date"), ("date", "coalesce({}, {})", "date date"), ("date", "greatest({}, {})", "date date"), ("date", "cast({} as date)", "str"),
    ("ts", "({} + {})", "ts ivl"), ("ts", "({} - {})", "ts ivm"), ("ts", "date_trunc('%C', {})", "ts"), ("ts", "date_add('%C', {}, {})", "int ts"), ("ts", "cast({} as timestamp(3))", "date"), ("ts", "cast({} as timestamp(3))", "tz"), ("ts", "cast({} as timestamp(3))", "ts"),
    ("tz", "({} + {})", "tz ivl"), ("tz", "({} + {})", "tz ivm"), ("tz", "date_trunc('%C', {})", "tz"), ("tz", "({} at time zone 'Asia/Shanghai')", "tz"), ("tz", "from_unixtime({})", "int"), ("tz", "date_add('%C', {}, {})", "int tz"),
    ("tz", "with_timezone({}, 'Europe/Paris')", "ts"), ("tz", "cast({} as timestamp(3) with time zone)", "ts"),
    ("bool", "({} = {})", "int int"), ("bool", "({} < {})", "dec int"), ("bool", "({} >= {})", "dbl dbl"), ("bool", "({} <> {})", "str str"), ("bool", "({} > {})", "date date"), ("bool", "({} <= {})", "ts date"), ("bool", "({} = {})", "tz tz"), ("bool", "({} < {})", "str str"),
    ("bool", "({} and {})", "bool bool"), ("bool", "({} or {})", "bool bool"), ("bool", "(not {})", "bool"), ("bool", "({} is null)", "str"), ("bool", "({} between {} and {})", "int int int"), ("bool", "({} in ({}, {}))", "int int int"), ("bool", "({} like '%a%')", "str"),
    ("bool", "({} is distinct from {})", "dbl dbl"), ("bool", "contains({}, {})", "arr int"), ("bool", "any_match({}, q -> q > {})", "arr int"), ("bool", "({} = {})", "arr arr"), ("bool", "regexp_like({}, '^[ab]')", "str"), ("bool", "starts_with({}, {})", "str str"),
    ("bool", "({} not in ({}, 'abc'))", "str str"), ("bool", "arrays_overlap({}, {})", "arr arr"), ("bool", "all_match({}, q -> q is not null)", "arr"), ("bool", "({} = {})", "dbl int"), ("bool", "({} between {} and {})", "dbl dbl dbl"), ("bool", "({} in ({}, {}))", "dbl dbl dbl"),
    ("arr", "array_distinct({})", "arr"), ("arr", "array_sort({})", "arr"), ("arr", "transform({}, q -> q * {})", "arr int"), ("arr", "filter({}, q -> q > {})", "arr int"), ("arr", "array_union({}, {})", "arr arr"), ("arr", "array_except({}, {})", "arr arr"),
    ("arr", "array_intersect({}, {})", "arr arr"), ("arr", "({} || {})", "arr arr"), ("arr", "reverse({})", "arr"), ("arr", "slice({}, 2, 2)", "arr"), ("arr", "array_remove({}, {})", "arr int"), ("arr", "array[{}, {}]", "int int"), ("arr", "zip_with({}, {}, (p, q) -> p + q)", "arr arr"),
    ("arr", "map_values({})", "map"), ("sarr", "map_keys({})", "map"), ("sarr", "transform({}, q -> upper(q))", "sarr"), ("sarr", "transform({}, q -> cast(q as varchar))", "arr"), ("sarr", "array_sort({})", "sarr"), ("sarr", "regexp_extract_all({}, '[a-z]')", "str"), ("sarr", "regexp_split({}, ',')", "str"),
    ("map", "map_filter({}, (k, v) -> v > {})", "map int"), ("map", "transform_values({}, (k, v) -> v + {})", "map int"), ("map", "map_concat({}, {})", "map map"),
    ("json", "cast({} as json)", "map"), ("json", "cast({} as json)", "dbl"), ("json", "json_extract({}, '$.b')", "json"), ("json", "cast(row({}, {}) as json)", "int str"), ("json", "cast({} as json)", "sarr"), ("json", "cast({} as json)", "dec"),
    ("ivl", "({} * {})", "ivl int"), ("ivl", "({} - {})", "date date"), ("ivl", "({} - {})", "ts ts"), ("ivl", "({} + {})", "ivl ivl"), ("ivl", "({} - {})", "tz tz"), ("ivm", "({} * {})", "ivm int"),
]

BY_TYPE = {}
for result, template, parts in RULES:
    BY_TYPE.setdefault(result, []).append((template, parts.split()))

ROWS = [
    "1, bigint '10', 1.25, 0.5e0, 'abc', date '2024-01-31', timestamp '2024-01-31 10:11:12.345', timestamp '2024-01-31 10:11:12.345 UTC', true, array[1, 2, 3]",
    "2, bigint '-7', -3.75, -2.5e0, '品牌,b', date '2023-12-31', timestamp '1969-07-20 20:17:40.000', timestamp '2024-11-03 01:30:00.000 America/New_York', false, array[3, null, 1, 3]",
    "3, bigint '0', 0.00, nan(), '', date '2024-02-29', timestamp '2024-02-29 00:00:00.001', timestamp '2024-03-10 03:00:00.000 Asia/Shanghai', null, array[]",
    "4, null, null, null, null, null, null, null, true, null",
    "7, bigint '9000000000', 9999.99, 1e10, 'Zaa 12', date '1999-12-27', timestamp '2000-01-01 12:00:00.000', timestamp '2020-06-30 23:59:59.999 UTC', false, array[7]",
]
TABLE = "(VALUES " + ", ".join(f"({r})" for r in ROWS) + ") AS t(i, b, d, x, s, dt, ts, tz, f, a)"

AGGREGATES = [
    ("count({})", "str"), ("count(distinct {})", "int"), ("sum({})", "int"), ("sum({})", "dec"), ("avg({})", "dec"), ("avg({})", "int"), ("min({})", "str"), ("max({})", "dbl"), ("max({})", "tz"), ("min({})", "date"),
    ("count_if({})", "bool"), ("bool_or({})", "bool"), ("bool_and({})", "bool"), ("array_agg({} order by i)", "int"), ("array_agg(distinct i order by i) filter (where i > 1)", None), ("max_by({}, i)", "str"), ("min_by({}, i)", "int"),
    ("stddev(cast({} as double))", "int"), ("var_pop(cast({} as double))", "int"), ("listagg({}, ';') within group (order by i)", "str"), ("approx_percentile({}, 0.5)", "int"), ("histogram({})", "bool"), ("map_agg(i, {})", "str"),
    ("sum({})", "big"), ("max({}, 2)", "int"), ("geometric_mean({})", "big"), ("approx_distinct({})", "str"), ("arbitrary(i) filter (where i = 2)", None), ("sum({})", "ivl"), ("bitwise_or_agg({})", "big"), ("every({})", "bool"),
]
WINDOWS = [
    ("row_number()", None), ("sum({})", "int"), ("sum({})", "dec"), ("avg({})", "dec"), ("lag({})", "str"), ("lead({}, 1)", "int"), ("first_value({})", "date"), ("last_value({})", "str"), ("count({})", "int"), ("max({})", "dbl"), ("min({})", "ts"), ("rank()", None),
    ("ntile(2)", None), ("percent_rank()", None), ("cume_dist()", None), ("nth_value({}, 2)", "int"), ("array_agg({})", "int"),
]
FRAMELESS = ["row_number", "rank", "ntile", "percent_rank", "cume_dist", "lag", "lead"]
FRAMES = ["", "", " rows between 1 preceding and 1 following", " rows between unbounded preceding and unbounded following", " range between 1 preceding and current row"]


def expression(r, kind, depth):
    if depth == 0 or r.random() < 0.15 or kind not in BY_TYPE:
        return r.choice(LEAVES[kind])
    template, parts = r.choice(BY_TYPE[kind])
    template = template.replace("%U", r.choice(UNIT)).replace("%C", r.choice(CLOCK))
    return template.format(*(expression(r, p, depth - 1) for p in parts))


def called(r, choices):
    template, kind = r.choice(choices)
    return template.format(expression(r, kind, r.randint(0, 2))) if kind else template


def windowed(r):
    call = called(r, WINDOWS)
    frame = "" if call.split("(")[0] in FRAMELESS else r.choice(FRAMES)
    return f"{call} OVER ({'partition by f ' if r.random() < 0.4 else ''}order by i{frame})"


def statement(r):
    shape = r.random()
    if shape < 0.7:
        items = [expression(r, r.choice(list(LEAVES)), r.randint(1, 3)) for _ in range(r.randint(1, 4))]
        sql = "SELECT " + ", ".join(items) + " FROM " + TABLE
        if r.random() < 0.3:
            sql += " WHERE " + expression(r, "bool", 2)
        return sql
    if shape < 0.87:
        key = r.choice(["i % 2", "f", "coalesce(s, '')", "dt", "1 + 1"])
        items = [called(r, AGGREGATES) for _ in range(r.randint(1, 3))]
        return f"SELECT {key} AS k, " + ", ".join(items) + f" FROM {TABLE} GROUP BY {key if key != '1 + 1' else '1'}"
    items = [windowed(r) for _ in range(r.randint(1, 3))]
    return "SELECT i, " + ", ".join(items) + " FROM " + TABLE


if __name__ == "__main__":
    count, seed = int(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 1
    source = random.Random(seed)
    for _ in range(count):
        print(statement(source))
