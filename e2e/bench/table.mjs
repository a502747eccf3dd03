/**
 * Prints rows under a heading, first column left, the others right.
 *
 * @param {string} title
 * @param {string[]} columns
 * @param {(string | number)[][]} rows
 */
export function printTable(title, columns, rows) {
  const cells = [columns, ...rows].map((row) => row.map(String));
  const widths = columns.map((_, column) => Math.max(...cells.map((row) => row[column].length)));
  const line = (row) =>
    row.map((cell, column) => (column ? cell.padStart(widths[column]) : cell.padEnd(widths[column]))).join('  ');
  console.log(`\n${title}`);
  console.log(line(cells[0]));
  console.log(widths.map((width) => '-'.repeat(width)).join('  '));
  for (const row of cells.slice(1)) console.log(line(row));
}

/**
 * Prints which conditions hold; one that is not judged is only noted.
 *
 * @param {{ what: string, value: number, limit: number, holds: boolean, judged?: boolean }[]} checks
 */
export function printChecks(checks) {
  console.log('');
  for (const { what, value, limit, holds, judged } of checks) {
    const word = holds ? 'ok' : judged === false ? 'noted' : 'MISSED';
    console.log(`${word.padEnd(6)}  ${what}: ${value} (limit ${limit})`);
  }
}
