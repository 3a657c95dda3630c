// Reads workbooks with SheetJS, dense: see own.go.
const XLSX = require("xlsx");
let cells = 0, texts = 0, sum = 0;
for (const name of process.argv.slice(2)) {
  const book = XLSX.readFile(name, { dense: true, cellDates: true });
  const sheet = book.Sheets[book.SheetNames[0]];
  for (const row of sheet["!data"] || sheet) {
    if (!row) continue;
    for (let c = 0; c < row.length; c++) {
      const cell = row[c];
      if (!cell || cell.t === "z") continue;
      cells++;
      if (cell.t !== "n" || c === 3) texts++;
      else if (c >= 4) sum += cell.v;
    }
  }
}
console.log(`${cells} ${texts} ${sum.toFixed(2)}`);
