"""What an analyst's Python does with the Trino driver and SQLAlchemy: queries,
parameters, errors, reflection, pandas.

usage: python.py HOST PORT CATALOG; exit 1 if something is not as it must be.
"""
import datetime
import decimal
import sys
import warnings

import pandas
import sqlalchemy
import trino

host, port, catalog = sys.argv[1], int(sys.argv[2]), sys.argv[3]
failed = []


def check(what, got, want):
    print("ok  " if got == want else "FAIL", what)
    if got != want:
        print("  got", got, "\n  want", want)
        failed.append(what)


def driver():
    with trino.dbapi.connect(host=host, port=port, user="ci", catalog=catalog, schema="mart") as connection:
        cursor = connection.cursor()
        cursor.execute("SELECT 1")
        check("SELECT 1", cursor.fetchall(), [[1]])
        cursor.execute("SELECT CAST(1.20 AS decimal(10,2)), DATE '2024-01-01', TIMESTAMP '2024-01-01 08:00:00.123456', '襄阳市', NULL")
        check("types", cursor.fetchall(), [[decimal.Decimal("1.20"), datetime.date(2024, 1, 1),
                                            datetime.datetime(2024, 1, 1, 8, 0, 0, 123456), "襄阳市", None]])
        cursor.execute("SELECT region_name FROM rd_intensity WHERE region_name = ? AND year = ? AND denominator = 'gdp'", ("广东省", 2023))
        check("parameters", cursor.fetchall()[:1], [["广东省"]])
        check("description", [c[0] for c in cursor.description], ["region_name"])
        try:
            cursor.execute("SELECT nosuch FROM rd_intensity")
            cursor.fetchall()
            check("an error", None, "TrinoUserError")
        except trino.exceptions.TrinoUserError as e:
            check("an error", (e.error_name, e.message), ("COLUMN_NOT_FOUND", "line 1:8: Column 'nosuch' cannot be resolved"))
        cursor.execute("SELECT * FROM rd_intensity")
        cursor.fetchone()
        cursor.cancel()
        check("cancel", True, True)


def alchemy():
    engine = sqlalchemy.create_engine(f"trino://ci@{host}:{port}/{catalog}/mart")
    seen = sqlalchemy.inspect(engine)
    check("schemas", {"mart", "zh", "core", "reference", "information_schema"} - set(seen.get_schema_names()), set())
    views = seen.get_view_names(schema="mart")
    check("views", "rd_intensity" in views, True)
    check("tables", "rd_intensity" in seen.get_table_names(schema="mart"), False)  # SQLAlchemy lists base tables apart
    check("has_table", seen.has_table("rd_intensity", schema="mart"), True)
    check("no table", seen.has_table("nosuch", schema="mart"), False)
    columns = {c["name"]: c for c in seen.get_columns("rd_intensity", schema="mart")}
    check("columns", isinstance(columns["year"]["type"], sqlalchemy.types.Integer) or str(columns["year"]["type"]), True)
    check("comments", bool(columns["published_pct"]["comment"]), True)
    check("comment of the view", bool(seen.get_table_comment("rd_intensity", schema="mart")["text"]), True)
    check("definition", "SELECT" in seen.get_view_definition("rd_intensity", schema="mart"), True)
    check("keys", (seen.get_pk_constraint("rd_intensity", schema="mart")["constrained_columns"], seen.get_foreign_keys("rd_intensity", schema="mart")), ([], []))
    table = sqlalchemy.Table("rd_intensity", sqlalchemy.MetaData(), schema="mart", autoload_with=engine)
    query = sqlalchemy.select(table.c.region_name, table.c.year, table.c.published_pct).where(
        table.c.denominator == "gdp", table.c.year == 2023).order_by(table.c.region_name).offset(2).limit(3)
    with engine.connect() as connection:
        check("a reflected query", len(connection.execute(query).fetchall()), 3)
        frame = pandas.read_sql(sqlalchemy.text("SELECT region_name, year, published_pct FROM rd_intensity WHERE denominator = 'gdp'"), connection)
    check("pandas", list(frame.columns), ["region_name", "year", "published_pct"])
    check("pandas has rows", len(frame) > 30, True)


warnings.simplefilter("ignore")
driver()
alchemy()
sys.exit(1 if failed else 0)
