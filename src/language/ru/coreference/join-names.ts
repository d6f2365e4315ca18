import type { Mention, MentionKind } from '../../analysis.ts';
import { bodies, bodyByKey, stateByKey, states } from '../gazetteer/gazetteer.ts';
import type { Draft, Resolution } from './drafts.ts';
import { addDraft, createDraft, lastChain, link, tokensOf } from './drafts.ts';

const stateByName = new Map(states.map((state) => [state.name, state.key]));
const bodyByName = new Map(bodies.map((body) => [body.name, body.key]));
const capitalByName = new Map(states.flatMap((state) => (state.capital ? [[state.capital, state] as const] : [])));

/** States and international bodies that the gazetteers know, by key: «Российская Федерация», «РФ», «российский» are one. */
export function joinKnown(it: Resolution): void {
  for (const [i, mention] of it.mentions.entries()) {
    if (mention.form !== 'name') continue;
    const key =
      mention.kind === 'state'
        ? stateByName.get(mention.name)
        : mention.kind === 'organisation'
          ? bodyByName.get(mention.name)
          : undefined;
    if (key === undefined) continue;
    link(it, i, chainOfKnown(it, key), mention.why);
  }
}

/** The chain of a key of the gazetteers; made where the document has not named it so far. */
export function chainOfKnown(it: Resolution, key: string): number {
  const found = it.drafts.findIndex((draft) => draft.known === key && draft.kind !== 'place');
  if (found >= 0) return found;
  const kind = stateByKey.has(key) ? 'state' : 'organisation';
  const name = stateByKey.get(key)?.name ?? bodyByKey.get(key)?.name ?? key;
  return addDraft(it, createDraft(kind, name, key));
}

/** The state of a capital: «Минск» → Беларусь; `null` for another town. */
export function stateOfCapital(name: string): string | null {
  return capitalByName.get(name)?.key ?? null;
}

const nameKinds: ReadonlySet<MentionKind> = new Set([
  'organisation',
  'place',
  'state',
  'facility',
  'agreement',
  'exercise',
  'equipment',
  'event',
  'other',
]);

/** Other names: the same words in any case, a quoted title, an abbreviation in brackets, a name cut short. */
export function joinNames(it: Resolution): void {
  for (const [i, mention] of it.mentions.entries()) {
    if (mention.form !== 'name' || !nameKinds.has(mention.kind) || (it.links[i]?.chain ?? -1) >= 0) continue;
    const keys = keysOf(it, mention);
    const same = lastChain(
      it,
      Infinity,
      (draft) => draft.kind === mention.kind && keys.some((key) => draft.keys.has(key)),
    );
    const short =
      same >= 0 ? -1 : lastChain(it, mention.start, (draft) => draft.kind === mention.kind && isShortFor(keys, draft));
    const chain = same >= 0 ? same : short >= 0 ? short : addNamed(it, mention);
    for (const key of keys) it.drafts[chain]?.keys.add(key);
    const abbreviation = abbreviationAfter(it.text, mention.stop);
    if (abbreviation) it.drafts[chain]?.keys.add(normalise(abbreviation));
    link(it, i, chain, same >= 0 ? 'same name' : short >= 0 ? `short for ${it.drafts[short]?.name ?? ''}` : 'name');
  }
}

function addNamed(it: Resolution, mention: Mention): number {
  const known = mention.kind === 'place' ? (capitalByName.get(mention.name)?.capitalKey ?? null) : null;
  return addDraft(it, createDraft(mention.kind, mention.name, known));
}

/** «Федеральная служба по военно-техническому сотрудничеству (ФСВТС)», «… (далее — Договор)» */
function abbreviationAfter(text: string, stop: number): string | null {
  return (
    /^\s?\((?:далее\s?[—–-]\s?)?[«"]?(?<short>\p{Lu}[\p{L}\d-]{1,14})[»"]?[),;]/u.exec(text.slice(stop, stop + 40))
      ?.groups?.['short'] ?? null
  );
}

/** What a name is found again by: its lemmas, its quoted title, and the usual long form of a ministry's short name. */
function keysOf(it: Resolution, mention: Mention): readonly string[] {
  const words = tokensOf(it, mention).filter((token) => token.kind === 'word' || token.kind === 'number');
  const key = words.map((token) => expandMinistry(token.text, token.lemma)).join(' ');
  const quoted = /[«"„“](?<title>[^«»"„“”]{2,80})[»"”“]/u.exec(it.text.slice(mention.start, mention.stop))?.groups?.[
    'title'
  ];
  const keys = [normalise(key), normalise(mention.name)];
  if (quoted && mention.kind !== 'agreement') keys.push(normalise(quoted));
  return [...new Set(keys)];
}

function normalise(words: string): string {
  return words
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replaceAll(/[^\p{L}\p{N} -]/gu, '')
    .trim();
}

/** Short names of ministries and what they stand for; the Russian press uses both in one text. */
const ministries: Readonly<Record<string, string>> = {
  мид: 'министерство иностранный дело',
  мвд: 'министерство внутренний дело',
  мчс: 'министерство чрезвычайный ситуация',
  минобороны: 'министерство оборона',
  минфин: 'министерство финансы',
  минэнерго: 'министерство энергетика',
  минюст: 'министерство юстиция',
  минздрав: 'министерство здравоохранение',
  минтранс: 'министерство транспорт',
  минсельхоз: 'министерство сельский хозяйство',
  минэкономики: 'министерство экономика',
  совбез: 'совет безопасность',
  генпрокуратура: 'генеральный прокуратура',
  госдума: 'государственный дума',
  центробанк: 'центральный банк',
  цб: 'центральный банк',
};

function expandMinistry(text: string, lemma: string): string {
  return ministries[text.toLowerCase()] ?? ministries[lemma] ?? lemma;
}

/** «МИД» after «МИД России», «Совбез» after «Совет Безопасности Беларуси»: the beginning of a name that was given before. */
function isShortFor(keys: readonly string[], draft: Draft): boolean {
  return keys.some((key) => key.length > 2 && [...draft.keys].some((other) => other.startsWith(`${key} `)));
}
