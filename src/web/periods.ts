import type { DayRange } from '../model/time.ts';
import { formatMonth } from './format.ts';
import { html, type Html } from './html.ts';
import type { View } from './view.ts';
import { words } from './words.data.ts';

/** Lines that stand in the order of time, drawn under a heading for each month; for the year where no month is known. */
export function byPeriod<Line>(
  view: View,
  lines: readonly Line[],
  timeOf: (line: Line) => DayRange | null,
  render: (line: Line) => Html,
): readonly Html[] {
  const runs: { key: string | null; lines: Line[] }[] = [];
  for (const line of lines) {
    const key = periodOf(timeOf(line));
    const last = runs.at(-1);
    if (last !== undefined && last.key === key) last.lines.push(line);
    else runs.push({ key, lines: [line] });
  }
  return runs.map((run, i) => {
    const id = `period-${i}`;
    return html`<section class="period" aria-labelledby="${id}">
      <h2 id="${id}">${titleOf(view, run.key)}</h2>
      <div>${run.lines.map(render)}</div>
    </section>`;
  });
}

/** `2024-12`, `2024` for what is known by the year alone, `null` for what is undated. What spans years stands at its begin. */
function periodOf(time: DayRange | null): string | null {
  const [from, to] = [time?.from ?? time?.to ?? null, time?.to ?? time?.from ?? null];
  if (from === null || to === null) return null;
  const withinYear = from.slice(0, 4) === to.slice(0, 4) && from.slice(0, 7) !== to.slice(0, 7);
  return withinYear ? from.slice(0, 4) : from.slice(0, 7);
}

function titleOf(view: View, key: string | null): string {
  if (key === null) return words[view.language].unknownTime;
  return key.length === 4 ? key : formatMonth(`${key}-01`, view.language);
}
