package parse

import "strings"

// kind is what a token is.
type kind uint8

const (
	end  kind = iota // after the last character
	word             // keyword or symbol: see token.word
	identifier
	quoted
	backquoted
	digitIdentifier // 1a
	text
	unicodeText // U&'…'
	binary      // X'…'
	integer
	decimal
	double
	unknown // a character of no token
)

// token is a word of the text. Line and column count from 1, columns in
// characters.
type token struct {
	kind         kind
	word         string // of a keyword in upper case, or of a symbol
	start, stop  int    // bytes of the text
	line, column int
}

// reserved are the keywords that cannot be names.
var reserved = words(`ALTER AND AS AUTO BETWEEN BY CASE CAST CONSTRAINT CREATE CROSS CUBE CURRENT_CATALOG CURRENT_DATE
	CURRENT_PATH CURRENT_ROLE CURRENT_SCHEMA CURRENT_TIME CURRENT_TIMESTAMP CURRENT_USER DEALLOCATE DELETE DESCRIBE DISTINCT
	DROP ELSE END ESCAPE EXCEPT EXISTS EXTRACT FALSE FOR FROM FULL GROUP GROUPING HAVING IN INNER INSERT INTERSECT
	INTO IS JOIN JSON_ARRAY JSON_EXISTS JSON_OBJECT JSON_QUERY JSON_TABLE JSON_VALUE LEFT LIKE LISTAGG LOCALTIME
	LOCALTIMESTAMP NATURAL NORMALIZE NOT NULL ON OR ORDER OUTER PREPARE RECURSIVE RIGHT ROLLUP SELECT SKIP TABLE THEN TRIM
	TRUE UESCAPE UNION UNNEST USING VALUES WHEN WHERE WITH`)

// free are the keywords that are names as well.
var free = words(`ABSENT ADD ADMIN AFTER ALL ANALYZE ANY ARRAY ASC AT AUTHORIZATION BEGIN BERNOULLI BOTH CALL CALLED CASCADE
	CATALOG CATALOGS COLUMN COLUMNS COMMENT COMMIT COMMITTED CONDITIONAL COPARTITION COUNT CURRENT DATA DATE DAY DECLARE
	DEFAULT DEFINE DEFINER DENY DESC DESCRIPTOR DETERMINISTIC DISTRIBUTED DO DOUBLE ELSEIF EMPTY ENCODING ERROR EXCLUDING
	EXECUTE EXPLAIN FETCH FILTER FINAL FIRST FOLLOWING FORMAT FUNCTION FUNCTIONS GRACE GRANT GRANTED GRANTS GRAPHVIZ GROUPS HOUR IF
	IGNORE IMMEDIATE INCLUDING INITIAL INPUT INTERVAL INVOKER IO ISOLATION ITERATE JSON KEEP KEY KEYS LANGUAGE LAST LATERAL
	LEADING LEAVE LEVEL LIMIT LOCAL LOGICAL LOOP MAP MATCH MATCHED MATCHES MATCH_RECOGNIZE MATERIALIZED MEASURES MERGE MINUTE
	MONTH NESTED NEXT NFC NFD NFKC NFKD NO NONE NULLIF NULLS OBJECT OF OFFSET OMIT ONE ONLY OPTION ORDINALITY OUTPUT OVER
	OVERFLOW PARTITION PARTITIONS PASSING PAST PATH PATTERN PER PERIOD PERMUTE PLAN POSITION PRECEDING PRECISION PRIVILEGES
	PROPERTIES PRUNE QUOTES RANGE READ REFRESH RENAME REPEAT REPEATABLE REPLACE RESET RESPECT RESTRICT RETURN RETURNING
	RETURNS REVOKE ROLE ROLES ROLLBACK ROW ROWS RUNNING SCALAR SCHEMA SCHEMAS SECOND SECURITY SEEK SERIALIZABLE SESSION SET
	SETS SHOW SOME START STATS STRING SUBSET SUBSTRING SYSTEM TABLES TABLESAMPLE TEXT TIES TIME TIMESTAMP TO TRAILING
	TRANSACTION TRUNCATE TRY_CAST TYPE UNBOUNDED UNCOMMITTED UNCONDITIONAL UNIQUE UNKNOWN UNMATCHED UNTIL UPDATE USE USER
	UTF16 UTF32 UTF8 VALIDATE VALUE VERBOSE VERSION VIEW WHILE WINDOW WITHIN WITHOUT WORK WRAPPER WRITE YEAR ZONE`)

// keywords has every keyword; true says that it is a name as well.
var keywords = func() map[string]bool {
	all := map[string]bool{}
	for w := range reserved {
		all[w] = false
	}
	for w := range free {
		all[w] = true
	}
	return all
}()

const longestKeyword = 17 // CURRENT_TIMESTAMP

func words(list string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(list) {
		m[w] = true
	}
	return m
}

// Reserved returns whether a word is a keyword that cannot be a name unquoted.
func Reserved(name string) bool { return reserved[strings.ToUpper(name)] }

// symbols are the tokens that are no words, longest first.
var symbols = []string{"<>", "!=", "<=", ">=", "||", "->", "=>", "{-", "-}",
	"=", "<", ">", "+", "-", "*", "/", "%", "?", ";", "(", ")", "[", "]", ",", ".", ":", "|", "^", "$", "{", "}"}
