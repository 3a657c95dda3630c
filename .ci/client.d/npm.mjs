// What a Node program does with npm trino-client. usage: node npm.mjs URL CATALOG; exit 1 if an answer is not right.
import { BasicAuth, Trino } from 'trino-client';

const [url, catalog] = process.argv.slice(2);
const trino = Trino.create({ server: url, catalog, schema: 'mart', auth: new BasicAuth('ci') });
let failed = false;

async function rows(sql) {
  const all = [];
  for await (const page of await trino.query(sql)) {
    if (page.error) return page.error.errorName;
    all.push(...(page.data ?? []));
  }
  return all;
}

async function check(sql, right) {
  const got = await rows(sql);
  const ok = right(got);
  failed ||= !ok;
  console.log(ok ? 'ok  ' : 'FAIL', sql, ok ? '' : JSON.stringify(got));
}

await check('SELECT 1', (r) => r[0][0] === 1);
await check('SHOW CATALOGS', (r) => r.some((row) => row[0] === catalog));
await check("SELECT region_name FROM rd_intensity WHERE region_name = '广东省' LIMIT 1", (r) => r[0][0] === '广东省');
await check('SELECT nosuch FROM rd_intensity', (r) => r === 'COLUMN_NOT_FOUND');
await check('SELECT count(*) FROM core.observation', (r) => Number(r[0][0]) > 100);
process.exit(failed ? 1 : 0);
