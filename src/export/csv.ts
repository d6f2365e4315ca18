import type { Record } from '../model/record.ts';
import { type Cell, type CsvTable, tableOf } from './tables.ts';

/**
 * One table of the record as CSV (RFC 4180, CRLF left to the caller), the column names first. A cell that a spreadsheet would
 * take for a formula is given an apostrophe before it: texts come from strangers.
 */
export function* renderCsv(record: Record, table: CsvTable): Iterable<string> {
  const { columns, rows } = tableOf(record, table);
  yield columns.map(([name]) => name).join(',');
  for (const row of rows) yield row.map(cellText).join(',');
}

/** A cell as CSV writes it. */
export function cellText(value: Cell): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const safe = /^[=+\-@\t\r]/u.test(value) ? `'${value}` : value;
  return /[",\r\n]/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
