package meta

import (
	"context"
	"fmt"
	"regexp"
	"strings"

	"sanpin/warehouse/dialect/types"
)

// system is the catalog of the server itself.
var system *Catalog

// init makes it: its rows tell of itself, too.
func init() {
	system = New(SystemCatalog, []Schema{
		{Name: "jdbc", Tables: tablesOf(jdbcTables)},
		{Name: "metadata", Tables: tablesOf(metadataTables)},
		{Name: "runtime", Tables: tablesOf(runtimeTables)},
	})
}

// definition is a table as text: its columns, and where its rows come from. A
// column behind the bar is hidden.
type definition struct {
	name, columns string
	rows          rows
}

func tablesOf(list []definition) []Table {
	tables := make([]Table, len(list))
	for i, d := range list {
		tables[i] = Table{Name: d.name, Columns: columnsOf(d.columns), rows: d.rows}
	}
	return tables
}

var betweenColumns = regexp.MustCompile(`,\s+`)

func columnsOf(text string) (columns []Column) {
	shown, hidden, _ := strings.Cut(text, "|")
	for i, part := range []string{shown, hidden} {
		for _, column := range betweenColumns.Split(strings.TrimSpace(part), -1) {
			name, kind, ok := strings.Cut(column, " ")
			if !ok {
				continue
			}
			t, err := types.Parse(kind)
			if err != nil {
				panic(fmt.Sprintf("column %q: %v", column, err)) // unreachable: init reads all of them
			}
			columns = append(columns, Column{Name: name, Type: t, Hidden: i == 1})
		}
	}
	return columns
}

// none is the list of tables without rows: there are no procedures, roles,
// types of users.
func none(context.Context, World, func(string) bool) ([][]any, error) { return nil, nil }

// fixed are rows that are always the same.
func fixed(list ...[]any) rows {
	return func(context.Context, World, func(string) bool) ([][]any, error) { return list, nil }
}

// The tables of Trino 476, with their columns in its order.
var (
	jdbcTables = []definition{
		{"attributes", `type_cat varchar, type_schem varchar, type_name varchar, attr_name varchar, data_type bigint, attr_type_name varchar,
			attr_size bigint, decimal_digits bigint, num_prec_radix bigint, nullable bigint, remarks varchar, attr_def varchar,
			sql_data_type bigint, sql_datetime_sub bigint, char_octet_length bigint, ordinal_position bigint, is_nullable varchar,
			scope_catalog varchar, scope_schema varchar, scope_table varchar, source_data_type bigint`, none},
		{"catalogs", "table_cat varchar", jdbcCatalogs},
		{"columns", `table_cat varchar, table_schem varchar, table_name varchar, column_name varchar, data_type bigint, type_name varchar,
			column_size bigint, buffer_length bigint, decimal_digits bigint, num_prec_radix bigint, nullable bigint, remarks varchar,
			column_def varchar, sql_data_type bigint, sql_datetime_sub bigint, char_octet_length bigint, ordinal_position bigint,
			is_nullable varchar, scope_catalog varchar, scope_schema varchar, scope_table varchar, source_data_type bigint,
			is_autoincrement varchar, is_generatedcolumn varchar`, jdbcColumns},
		{"procedure_columns", `procedure_cat varchar, procedure_schem varchar, procedure_name varchar, column_name varchar, column_type bigint,
			data_type bigint, type_name varchar, precision bigint, length bigint, scale bigint, radix bigint, nullable bigint,
			remarks varchar, column_def varchar, sql_data_type bigint, sql_datetime_sub bigint, char_octet_length bigint,
			ordinal_position bigint, is_nullable varchar, specific_name varchar`, none},
		{"procedures", `procedure_cat varchar, procedure_schem varchar, procedure_name varchar, remarks varchar, procedure_type bigint,
			specific_name varchar`, none},
		{"pseudo_columns", `table_cat varchar, table_schem varchar, table_name varchar, column_name varchar, data_type bigint,
			column_size bigint, decimal_digits bigint, num_prec_radix bigint, column_usage varchar, remarks varchar,
			char_octet_length bigint, is_nullable bigint`, none},
		{"schemas", "table_schem varchar, table_catalog varchar", jdbcSchemas},
		{"super_tables", "table_cat varchar, table_schem varchar, table_name varchar, supertable_name varchar", none},
		{"super_types", `type_cat varchar, type_schem varchar, type_name varchar, supertype_cat varchar, supertype_schem varchar,
			supertype_name varchar`, none},
		{"table_types", "table_type varchar", fixed([]any{"TABLE"}, []any{"VIEW"})},
		{"tables", `table_cat varchar, table_schem varchar, table_name varchar, table_type varchar, remarks varchar, type_cat varchar,
			type_schem varchar, type_name varchar, self_referencing_col_name varchar, ref_generation varchar`, jdbcTableRows},
		{"types", `type_name varchar, data_type bigint, precision bigint, literal_prefix varchar, literal_suffix varchar,
			create_params varchar, nullable bigint, case_sensitive boolean, searchable bigint, unsigned_attribute boolean,
			fixed_prec_scale boolean, auto_increment boolean, local_type_name varchar, minimum_scale bigint, maximum_scale bigint,
			sql_data_type bigint, sql_datetime_sub bigint, num_prec_radix bigint`, jdbcTypes},
		{"udts", `type_cat varchar, type_schem varchar, type_name varchar, class_name varchar, data_type varchar, remarks varchar,
			base_type varchar`, none},
	}
	metadataTables = []definition{
		{"analyze_properties", propertyColumns, none},
		{"catalogs", "catalog_name varchar, connector_id varchar, connector_name varchar", metadataCatalogs},
		{"column_properties", propertyColumns, none},
		{"materialized_view_properties", propertyColumns, none},
		{"materialized_views", `catalog_name varchar, schema_name varchar, name varchar, storage_catalog varchar, storage_schema varchar,
			storage_table varchar, freshness varchar, last_fresh_time timestamp(9) with time zone, comment varchar, definition varchar`, none},
		{"schema_properties", propertyColumns, none},
		{"table_comments", "catalog_name varchar, schema_name varchar, table_name varchar, comment varchar", tableComments},
		{"table_properties", propertyColumns, none},
	}
	runtimeTables = []definition{
		{"nodes", "node_id varchar, http_uri varchar, node_version varchar, coordinator boolean, state varchar", nodes},
		{"optimizer_rule_stats", "rule_name varchar, invocations bigint, matches bigint, failures bigint, average_time double, time_distribution_percentiles map(double,double)", none},
		{"queries", `query_id varchar, state varchar, user varchar, source varchar, query varchar, resource_group_id array(varchar),
			queued_time_ms bigint, analysis_time_ms bigint, planning_time_ms bigint, created timestamp(3) with time zone,
			started timestamp(3) with time zone, last_heartbeat timestamp(3) with time zone, end timestamp(3) with time zone,
			error_type varchar, error_code varchar`, queries},
		{"tasks", `node_id varchar, task_id varchar, stage_id varchar, query_id varchar, state varchar, splits bigint, queued_splits bigint,
			running_splits bigint, completed_splits bigint, split_scheduled_time_ms bigint, split_cpu_time_ms bigint,
			split_blocked_time_ms bigint, raw_input_bytes bigint, raw_input_rows bigint, processed_input_bytes bigint,
			processed_input_rows bigint, output_bytes bigint, output_rows bigint, physical_input_bytes bigint,
			physical_written_bytes bigint, created timestamp(3) with time zone, start timestamp(3) with time zone,
			last_heartbeat timestamp(3) with time zone, end timestamp(3) with time zone`, none},
		{"transactions", `transaction_id varchar, isolation_level varchar, read_only boolean, auto_commit_context boolean,
			create_time timestamp(3) with time zone, idle_time_secs bigint, written_catalog varchar, catalogs array(varchar)`, none},
	}
	informationTables = []definition{
		{"applicable_roles", "grantee varchar, grantee_type varchar, role_name varchar, is_grantable varchar", none},
		{"columns", `table_catalog varchar, table_schema varchar, table_name varchar, column_name varchar, ordinal_position bigint,
			column_default varchar, is_nullable varchar, data_type varchar | comment varchar, extra_info varchar`, informationColumns},
		{"enabled_roles", "role_name varchar", none},
		{"roles", "role_name varchar", none},
		{"schemata", "catalog_name varchar, schema_name varchar", schemata},
		{"table_privileges", `grantor varchar, grantor_type varchar, grantee varchar, grantee_type varchar, table_catalog varchar,
			table_schema varchar, table_name varchar, privilege_type varchar, is_grantable varchar, with_hierarchy varchar`, none},
		{"tables", "table_catalog varchar, table_schema varchar, table_name varchar, table_type varchar | table_comment varchar", informationTableRows},
		{"views", "table_catalog varchar, table_schema varchar, table_name varchar, view_definition varchar", views},
	}
)

const propertyColumns = "catalog_name varchar, property_name varchar, default_value varchar, type varchar, description varchar"

// informationSchema is the information_schema of a catalog: its tables tell of
// that catalog only.
func informationSchema(catalog string) Schema {
	tables := tablesOf(informationTables)
	for i := range tables {
		all := tables[i].rows
		tables[i].rows = func(ctx context.Context, w World, _ func(string) bool) ([][]any, error) {
			return all(ctx, w, func(name string) bool { return name == catalog })
		}
	}
	return Schema{Name: InformationSchema, Tables: tables}
}
