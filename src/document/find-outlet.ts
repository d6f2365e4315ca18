import { knownOutlet, type AgencyMark } from './find-agencies.ts';
import { outlets } from './outlets.data.ts';
import { readSignedLine } from './read-signed-line.ts';

export interface FoundOutlet {
  readonly outlet: string | null;
  readonly reason: string;
}

export interface OutletClues {
  /** What a feed, a JSON line or the person who gives the text says. */
  readonly given: string | null;
  /** `og:site_name` or the publisher of JSON-LD. */
  readonly metadata: string | null;
  /** The host of the address; `null` for a file. */
  readonly host: string | null;
  readonly text: string;
  /** From whom the text says that it has its words. */
  readonly agencies: readonly AgencyMark[];
  /** Lines that were taken off the text: a call to follow «the channel of X» names X. */
  readonly removed: readonly string[];
}

type Clue = (clues: OutletClues) => FoundOutlet | null;

/** In the order of trust. */
const inOrder: readonly Clue[] = [
  ({ given }) => (given ? { outlet: given, reason: 'given with the text' } : null),
  ({ metadata, host }) =>
    metadata ? { outlet: fromTable(metadata, host), reason: 'the data of the page name it' } : null,
  ({ host }) => outletOfHost(host),
  ({ agencies }) => fromMark(agencies, ['dateline'], 'the dateline names it'),
  ({ text, removed }) => ownSignature([...removed, ...text.split('\n', 4)]),
  ({ removed, text }) => ownChannel([...removed, ...text.split('\n').slice(-3)]),
  ({ agencies }) => fromMark(agencies, ['correspondent', 'note'], 'the text speaks of its own correspondent or note'),
  ({ removed }) => ownRights(removed),
  ({ text, agencies }) => selfReport(text, agencies),
];

/**
 * Names who published a text, by what the text or its page shows: given data, the page's metadata, the host, the dateline,
 * a line that signs the text, calls to follow the outlet's own channel, its own correspondent, a line of rights, «сообщает X» in the first paragraph.
 * `outlet` is `null` where nothing tells; what another medium is cited for never names it.
 */
export function findOutlet(clues: OutletClues): FoundOutlet {
  for (const clue of inOrder) {
    const found = clue(clues);
    if (found) return found;
  }
  return { outlet: null, reason: 'neither page nor text names who published it' };
}

function fromTable(name: string, host: string | null): string {
  return (
    knownOutlet(name)?.name ??
    (/^(?:www\.)?[\p{L}\p{N}-]+\.\p{L}{2,}$/u.test(name) ? outletOfHost(host)?.outlet : null) ??
    name
  );
}

/** `www.port.example` → the outlet of the table with that host, or `port.example`. */
function outletOfHost(host: string | null): FoundOutlet | null {
  if (!host) return null;
  const bare = host.toLowerCase().replace(/^(?:www|m|amp|mobile|ru|rus|eng?|news)\.(?=.+\..+)/u, '');
  const known = outlets.find((o) => o.hosts.some((h) => bare === h || bare.endsWith(`.${h}`) || host === h));
  if (known) return { outlet: known.name, reason: `the host ${host} is its own` };
  return /\p{L}/u.test(bare.split('.').at(-1) ?? '') && bare.includes('.')
    ? { outlet: bare, reason: 'the host of the address' }
    : null;
}

function fromMark(
  marks: readonly AgencyMark[],
  forms: readonly AgencyMark['form'][],
  reason: string,
): FoundOutlet | null {
  // of the forms only a dateline has its name in the nominative
  const mark = marks.find(
    (m) => forms.includes(m.form) && (isNameOfOutlet(m.name) || (m.form === 'dateline' && pressWord.test(m.name))),
  );
  return mark ? { outlet: mark.name, reason } : null;
}

/** One that the table knows, an abbreviation, a Latin name or a host; Russian words may be in any case and of anything. */
function isNameOfOutlet(name: string): boolean {
  return (
    knownOutlet(name) !== null ||
    /^[\p{Lu}\p{N}.-]{2,}$/u.test(name) ||
    /^[\p{Script=Latin}\p{N}. -]+$/u.test(name) ||
    /\p{L}\.\p{L}/u.test(name)
  );
}

/** «Утренний вестник, 15 мая 2024 года», a line of its own: a name that is one of the press; a city or a photographer may sign likewise. */
function ownSignature(lines: readonly string[]): FoundOutlet | null {
  for (const line of lines) {
    const signed = readSignedLine(line)?.name;
    const name = signed?.replace(/^[^«]*«([^«»]+)»$/u, '$1');
    if (signed && name && (isNameOfOutlet(name) || pressWord.test(signed)))
      return { outlet: knownOutlet(name)?.name ?? name, reason: 'a line of its own signs the text with a day' };
  }
  return null;
}

/** The last part of a word counts too: «Севергазета», «Политновости». */
const pressWord =
  /(?:вестник|курьер|газета|новости|известия|правда|ведомости|обозрени[ея]|телеграф|агентство|пресса?|журнал|портал|радио|хроника|голос|коммерсант|ньюс|информ|медиа|инфо|тв|news|times|post|press|daily|herald|journal)(?!\p{L})/iu;

/** «Подписывайтесь на Telegram-канал «Вестник порта»» */
function ownChannel(lines: readonly string[]): FoundOutlet | null {
  const channel =
    /(?:канал[аеу]?|групп[аеу]|страниц[аеу]|рассылк[аеу]|приложени[ея]|сообществ[оеа])\s+(?:(?:издания|портала|газеты|агентства|журнала|сайта)\s+)?[«"„“](?<name>[^«»"“”\n]{2,40})[»"”“]/u;
  const inviting = /(?:чита|подпис|след|смотр|присоедин|узнав|оставай)\p{L}*/iu;
  for (const line of lines) {
    const name = inviting.test(line) ? channel.exec(line)?.groups?.['name'] : undefined;
    if (name) return { outlet: knownOutlet(name)?.name ?? name, reason: 'the page calls to follow its own channel' };
  }
  return null;
}

/** «© 2024 Вестник порта. Все права защищены», «При использовании материалов ссылка на «Вестник порта» обязательна» */
function ownRights(lines: readonly string[]): FoundOutlet | null {
  for (const line of lines.flatMap((text) => text.split('\n'))) {
    const name =
      /ссылка\s+на\s+[«"„“]?(?<name>[^«»"“”\n]{2,40}?)[»"”“]?\s+обязательна/iu.exec(line)?.groups?.['name'] ??
      /©\s*(?:\d{4}(?:\s*[-–—]\s*\d{4})?,?\s*)?[«"„“]?(?<name>\p{Lu}[^«»"“”.,\n]{1,40})/u.exec(line)?.groups?.['name'];
    if (name && !/фото|photo/iu.test(line))
      return { outlet: knownOutlet(name)?.name ?? name.trim(), reason: 'a line of rights names it' };
  }
  return null;
}

/**
 * «…, сообщает Port.example.» closing an opening paragraph; «передаёт Port.example со ссылкой на министерство»: who reports
 * with a source of its own is the outlet. «Пишет газета X со ссылкой на Y» is said of another.
 */
function selfReport(text: string, marks: readonly AgencyMark[]): FoundOutlet | null {
  const opening = text.split('\n').slice(0, 3).join('\n').length;
  for (const mark of marks) {
    if (mark.form !== 'reports' || mark.start >= Math.max(opening, 200)) continue;
    const after = text.slice(mark.stop, mark.stop + 30);
    const before = text.slice(Math.max(0, mark.start - 30), mark.start);
    const isHost = /^[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+$/u.test(mark.name);
    const closes = isHost && /^[\s»"”]*[.,]/u.test(after);
    const relays = /(?:сообща|переда)\p{L}+\s+\P{Ll}*$/u.test(before) && /^[\s»"”]*,?\s+(?:со\s+)?ссыл/u.test(after);
    if (closes || relays)
      return {
        outlet: mark.name,
        reason: closes
          ? 'an opening paragraph says that it reports this itself'
          : 'the text says that it relays what another source said',
      };
  }
  return null;
}
