import type { Span } from '../model/span.ts';
import { menuLine } from './furniture.data.ts';
import { outlets, type Outlet } from './outlets.data.ts';

/** A place where a text says from whom it has its words. */
export interface AgencyMark extends Span {
  /** The name as the table has it, or as the text writes it where the table does not know it. */
  readonly name: string;
  /** The mark that gave it: `dateline`, `correspondent`, `reports`, `cites`, `note`, `bracket`. */
  readonly form: 'dateline' | 'correspondent' | 'reports' | 'cites' | 'note' | 'bracket';
}

/** A name as press writes it: in quotation marks, as a host, or a run of capitalised words that stays short. */
const mediumName =
  '(?:[«"„“](?<quoted>[^«»"“”\\n]{2,50})[»"”“]|(?<host>[\\p{L}\\p{N}][\\p{L}\\p{N}-]*(?:\\.[\\p{L}\\p{N}-]+)*\\.\\p{L}{2,8})|(?<bare>(?:ИА\\s+)?(?:\\p{Lu}[\\p{L}\\p{N}-]*)(?:\\.[\\p{L}\\p{N}]{2,})?(?:\\s\\p{Lu}[\\p{L}-]+){0,2}))(?![\\p{L}\\p{N}])';

const says =
  'сообща(?:ет|ют|л[аои]?)|сообщил[аои]?|переда(?:[её]т|ют|л[аои]?)|пиш(?:ет|ут)|информиру(?:ет|ют)|отмеча(?:ет|ют)';
const medium =
  '(?<medium>(?:информационное\\s+)?агентств[оа]\\s+|информагентств[оа]\\s+|ИА\\s+|издани[ея]\\s+|газет[аы]\\s+|портал\\s+|телеканал\\s+|журнал\\s+|сайт\\s+)';

const forms: readonly (readonly [form: AgencyMark['form'], pattern: RegExp])[] = [
  // Корр. АБВ, передает корреспондент АБВ, сообщили корреспонденту «Вестника порта»
  [
    'correspondent',
    new RegExp(
      `(?<!\\p{L})(?:[Кк]орр\\.|(?:соб(?:ственный|\\.)\\s+)?[Кк]орреспондент(?:у|а|ом|ы)?)\\s+${medium}?${mediumName}`,
      'gu',
    ),
  ],
  // (Мост открыт. — Прим. АБВ)
  ['note', new RegExp(`(?<!\\p{L})[Пп]рим(?:\\.|ечание)\\s+(?:ред(?:\\.|акции)\\s+)?${mediumName}`, 'gu')],
  // …, сообщает Port.example; пишет газета «Вестник порта»
  ['reports', new RegExp(`(?<!\\p{L})(?:${says})\\s+${medium}?${mediumName}`, 'gu')],
  // со ссылкой на АБВ, по данным агентства «Север»
  ['cites', new RegExp(`(?<!\\p{L})со\\s+ссылкой\\s+на\\s+${medium}?${mediumName}`, 'gu')],
  // Как сообщал «Вестник порта», как ранее писало агентство «Север»
  [
    'reports',
    new RegExp(
      `(?<!\\p{L})[Кк]ак\\s+(?:уже\\s+|ранее\\s+)?(?:сообщал(?:ось)?|писал)[аои]?\\s+${medium}?${mediumName}`,
      'gu',
    ),
  ],
  // (Reuters), /АБВ/
  ['bracket', /[(/]\s*(?<bare>\p{Lu}[\p{L}\p{N}. -]{1,24})\s*[)/]/gu],
];

/** Datelines as agencies open their copy; the group is what stands where the agency's name does. */
const datelines: readonly RegExp[] = [
  // Порт-Север. 5 мая. ABC.EXAMPLE - Мост …; ПОРТ-СЕВЕР, 5 мая — АБВ. Мост …; ПОРТ, 5 мая - АБВ, Иван Ломов. Мост …
  /^\p{Lu}[\p{L}\s.,-]{1,60}?[.,]\s*\d{1,2}\s+\p{L}{3,9}\.?(?:\s+\d{4}(?:\s+г(?:ода|\.)?)?)?\s*[.,]?\s*[-–—/]?\s*(?<bare>\d{0,2}\p{Lu}[\p{L}\p{N}. -]{1,30}?)\s*(?:[–—/]|(?<=\s)-|-(?=\s)|[.:](?=\s+\p{Lu})|,(?=\s\p{Lu}\p{Ll}+\s\p{Lu}\p{Ll}+\.\s))/u,
  // ПОРТ, 5 мая – 1ABC.EXAMPLE
  /^\p{Lu}[\p{L}\s-]{1,40},\s*\d{1,2}\s+\p{L}{3,9}\.?\s*[-–—]\s*(?<bare>\d{0,2}\p{Lu}[\p{L}\p{N}.-]{1,30})$/u,
  // 5 мая, Порт-Север /Корр. АБВ/.
  /^\d{1,2}\s+\p{L}{3,9},\s+\p{Lu}[\p{L}\s-]{1,40}\/\s*(?:[Кк]орр\.\s+)?(?<bare>[^/\n]{2,30})\s*\//u,
  // ПОРТ, 5 мая 2024 года — «Утренний вестник». Мост …; 5 мая, агентство «Маяк-информ». Мост …
  /^(?:\p{Lu}[\p{L}\s-]{1,40}[.,]\s*)?\d{1,2}\s+\p{L}{3,9}\.?(?:\s+\d{4}(?:\s+г(?:ода|\.)?)?)?\s*[,–—-]\s*(?:\p{Ll}{3,20}\s+)?«(?<quoted>[^«»\n]{2,40})»(?=\s*(?:\.|[-–—]\s|$))/u,
  // АБВ, 5 мая. Мост …
  /^(?<bare>\p{Lu}[\p{L}\p{N}. -]{1,24}),\s*\d{1,2}\s+\p{L}{3,9}\.\s/u,
  // PORT NORTH (ABC) — The bridge …
  /^(?:\p{Lu}[\p{L}\s.,-]{1,50}\s*)?\((?<bare>\p{Lu}[\p{L}\s.-]{1,30})\)\s*[-–—]/u,
];

/** Finds the marks of agencies and outlets in a text, in the order of the text. */
export function findAgencies(text: string): readonly AgencyMark[] {
  const opening = findDateline(text);
  const others = forms.flatMap(([form, pattern]) =>
    [...text.matchAll(pattern)].flatMap((match): readonly AgencyMark[] => {
      const found = groupOf(match);
      const known = found === null ? null : knownOutlet(found);
      if (found === null || (form === 'bracket' && !known?.agency)) return [];
      // «сообщил Михеев» names a speaker: a bare name counts as a medium where the table knows it or a word calls it one.
      if (form === 'reports' && !known && match.groups?.['bare'] && !match.groups['medium']) return [];
      const start = match.index + match[0].lastIndexOf(found);
      return [{ start, stop: start + found.length, name: known?.name ?? found, form }];
    }),
  );
  const marks = [...opening, ...others].toSorted((a, b) => a.start - b.start || a.stop - b.stop);
  return marks.filter((mark, n) => n === 0 || mark.start >= (marks[n - 1]?.stop ?? 0));
}

function findDateline(text: string): readonly AgencyMark[] {
  const lines = text.split('\n', 4);
  let offset = 0;
  for (const line of lines) {
    for (const pattern of datelines) {
      const match = pattern.exec(line.slice(0, 160));
      const found = match && groupOf(match);
      // «Набережная (Quay Street) — …» is no dateline: without a day, the name must be one that is known.
      if (match && found && !menuLine.test(found) && (/\d/u.test(match[0]) || knownOutlet(found))) {
        const start = offset + match[0].lastIndexOf(found);
        // «АБВ-Порт»: of an outlet the table knows its edition for a town
        const known = knownOutlet(found) ?? knownOutlet(found.split('-', 1)[0] ?? '');
        return [{ start, stop: start + found.length, name: known?.name ?? found, form: 'dateline' }];
      }
    }
    offset += line.length + 1;
  }
  return [];
}

function groupOf(match: RegExpExecArray | RegExpMatchArray): string | null {
  const groups = match.groups ?? {};
  const found = (groups['quoted'] ?? groups['host'] ?? groups['bare'] ?? '').trim();
  return found === '' ? null : found;
}

const byName: ReadonlyMap<string, Outlet> = new Map(
  outlets.flatMap((outlet) =>
    [outlet.name, ...outlet.aliases, ...outlet.hosts].flatMap((spelling) => [
      [spelling.toLowerCase(), outlet] as const,
      [stemOf(spelling.toLowerCase()), outlet] as const,
    ]),
  ),
);

/** The outlet of the table with this name or spelling, in any case: «БЕЛТА», «tass.ru», «ИА Регнум», «Известиям». */
export function knownOutlet(name: string): Outlet | null {
  const lower = name
    .toLowerCase()
    .replace(/^www\./u, '')
    .replaceAll(/[«»"“”]/gu, '')
    .trim();
  const plain = lower.replace(/^(?:иа|агентство|информагентство)\s+/u, '');
  return byName.get(lower) ?? byName.get(plain) ?? byName.get(stemOf(plain)) ?? null;
}

/** Words of six letters and more without their endings: «Комсомольской правде» and «Комсомольская правда» are one. */
function stemOf(name: string): string {
  return name
    .split(' ')
    .map((word) =>
      word.length < 6
        ? word
        : word.replace(
            /(?:ого|его|ому|ему|ыми|ими|ями|ами|ая|яя|ое|ее|ой|ей|ый|ий|ом|ем|ам|ям|ах|ях|ью|ия|ии|ию|[аяыиуюеоъьй])$/u,
            '',
          ),
    )
    .join(' ');
}
