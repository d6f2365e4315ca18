import type { Claim, ClaimType, Figure, Future, Role, RoleName, Stage, Status } from '../model/claim.ts';
import type { Document } from '../model/document.ts';
import { compareText } from './clustering.ts';
import { countOf, type Counted } from './counted.ts';
import { indicatorOf, type Indicator } from './indicator.ts';
import { nameKey, sameStem, stemOf, stemsOf, stemsOfWords, wordsOf, yearsOf } from './name-key.ts';
import { parsePersonName } from './person-name.ts';
import { turnOf, type Turn } from './turn-of-office.ts';
import { knownDay, windowOf, type Window } from './window.ts';

/** What a claim speaks of, taken apart for comparing; nothing in it depends on other documents but the entities. */
export interface Happening {
  readonly claim: string;
  readonly document: string;
  readonly type: ClaimType;
  readonly stage: Stage | null;
  readonly status: Status;
  /** The future of a claim that has one. */
  readonly future: Future | null;
  /** Its words, or a cancelled claim beside it, say that something was put off. */
  readonly moved: boolean;
  readonly window: Window | null;
  readonly known: string | null;
  /** The last day on which its document may have come out; `null` where it is not known. */
  readonly knownBy: string | null;
  /** Entity ids, or name keys where the record knows no entity, by role. */
  readonly fillers: ReadonlyMap<RoleName, readonly string[]>;
  /**
   * Everybody who takes part: actors, parties, speakers, persons, bodies, suppliers and recipients. Entity ids; whom the record
   * knows as no entity («лидеры») has a key of this document alone.
   */
  readonly participants: readonly string[];
  readonly people: readonly string[];
  /** By participant who is a person: the key of the surname, and whether the claim gives nothing but it. */
  readonly surnames: readonly { readonly of: string; readonly surname: string; readonly alone: boolean }[];
  /** States and bodies that the document gives these people to. */
  readonly sides: readonly string[];
  /** States that the document's claims name anywhere, for claims that do not say whose matter it is. */
  readonly states: readonly string[];
  /** Who says it, with the states and bodies of their posts: «мы» in what they promise. */
  readonly voices: readonly string[];
  /** Who and what of a name of its own the claim names, with the sides of these: what ties it to claims of other documents. */
  readonly named: readonly string[];
  /** States that the document names, for what a claim may leave to its document: the sides of supplies, where elections are. */
  readonly around: readonly string[];
  /** Stems of object, target and indicator, without counts, ordinals and words of money. */
  readonly matter: readonly string[];
  /** The names in them, those of states apart: Варония, and «лескен», of «консульство Варонии в Лескене». */
  readonly called: { readonly states: readonly string[]; readonly others: readonly string[] };
  /** Stems of the evidence. */
  readonly words: readonly string[];
  readonly quote: readonly string[];
  /** «вторая встреча» → 2; `null` where it is not counted. */
  readonly ordinal: number | null;
  /** Its words begin with «в ходе», «накануне», «по итогам»: it is told as the occasion of something else. */
  readonly isOccasion: boolean;
  /** It ends what a measure or a deployment began: «снимет ограничения», «выведет войска». */
  readonly lifts: boolean;
  /** Stems of what a ban or a duty is on, without names: «запрет на ввоз рыбы из Мередии» → рыб. */
  readonly goods: readonly string[];
  /** Of a deployment, what tells its troops from others: «российские миротворцы» of Russia → миротвор; none of «войска». */
  readonly troops: readonly string[];
  /** Of a deployment, the words of each of its places: «Нагорный Карабах» may be told as «Карабах». */
  readonly grounds: readonly (readonly string[])[];
  /** Sums of what a measure is about: «кредит в 1,5 млрд долларов». */
  readonly sums: readonly string[];
  /** A call or a letter, by the words of the claim; `null` for whatever is met in person or not said. */
  readonly channel: 'call' | 'letter' | null;
  /** Who comes into an office by it or leaves one. */
  readonly turn: Turn | null;
  readonly years: readonly string[];
  /** Of how much a supply or a deployment is told: «40 катеров», «3 млрд кубометров». */
  readonly count: Counted | null;
  /** Of a supply or a deployment: «первые катера», «часть войск». */
  readonly ofMany: boolean;
  readonly figure: Figure | null;
  /** What a figure measures, and whose; `null` for all else. */
  readonly indicator: Indicator | null;
  /** Changes whenever the entities do that it was made with; all else hangs on the claim and its document. */
  readonly signature: string;
}

/** What the claims of one document say around each of them. */
export interface Around {
  /** By a person's entity, the states and bodies of the posts that the document gives. */
  readonly affiliations: ReadonlyMap<string, readonly string[]>;
  /** Entities of the states that the document names, in ascending order. */
  readonly states: readonly string[];
  /** Their names' stems, each with its entity. */
  readonly stateStems: readonly { readonly stem: string; readonly state: string }[];
  /** Its figures, each with its words. */
  readonly figures: readonly { readonly words: string; readonly figure: Figure }[];
}

/** Roles whose fillers take part in what happens. */
const participating: ReadonlySet<RoleName> = new Set([
  'actor',
  'party',
  'speaker',
  'person',
  'supplier',
  'recipient',
  'organisation',
]);

/**
 * Takes a claim apart. `claim` has its entities resolved; `around` is what the claims of its document say beside it.
 */
export function happeningOf(claim: Claim, document: Document, around: Around): Happening {
  const fillers = new Map<RoleName, readonly string[]>();
  for (const role of claim.roles) {
    // «пошлины на ввоз рыбы», «… рыбы и соли»: a thing is matter, and other words for it are no other target
    if (role.role === 'target' && role.entity === null && isMatter(claim, role)) continue;
    const filler = role.entity ?? nameKey(role.name);
    const known = fillers.get(role.role) ?? [];
    if (!known.includes(filler)) fillers.set(role.role, [...known, filler].toSorted(compareText));
  }
  const taking = claim.roles.filter((r) => participating.has(r.role));
  const participants = unique(taking.map((r) => participantOf(r, document)));
  const people = unique(taking.flatMap((r) => (r.type === 'person' && r.entity !== null ? [r.entity] : [])));
  const matterNames = claim.roles.filter((r) => isMatter(claim, r)).map((r) => r.name);
  const evidence = wordsOf(claim.evidence.text);
  const indicator = claim.type === 'figure' ? indicatorOf(matterNames[0] ?? '', around.stateStems) : null;
  const sides = unique([
    ...people.flatMap((p) => around.affiliations.get(p) ?? []),
    ...taking.flatMap((r) => (standsForState(claim, r) ? statesOf(r.name, around) : [])),
  ]);
  const happening = {
    claim: claim.id,
    document: claim.document,
    type: claim.type,
    stage: claim.type === 'agreement' ? claim.stage : null,
    status: claim.status,
    future: claim.future,
    moved: claim.status === 'cancelled' || moving.test(claim.evidence.text),
    window: windowOf(claim, document),
    known: knownDay(document),
    knownBy: document.published?.to ?? document.published?.from ?? null,
    fillers,
    participants,
    people,
    surnames: taking.flatMap((r) => surnameIn(r, document)).toSorted((a, b) => compareText(a.of, b.of)),
    sides,
    named: unique([...claim.roles.flatMap((r) => (hasOwnName(r) ? (r.entity ?? []) : [])), ...sides]),
    states: claim.type === 'figure' || participants.length === 0 ? around.states : [],
    voices: unique(
      claim.attribution.flatMap(({ role, entity }) =>
        role === 'speaker' && entity !== null ? [entity, ...(around.affiliations.get(entity) ?? [])] : [],
      ),
    ),
    around: leftToDocument.has(claim.type) ? around.states : [],
    isOccasion: occasion.test(claim.evidence.text),
    lifts: (claim.type === 'deployment' ? withdrawing : lifting).test(claim.evidence.text),
    troops: claim.type === 'deployment' ? unique(troopsIn(claim, around)) : [],
    grounds:
      claim.type === 'deployment' ? claim.roles.flatMap((r) => (r.role === 'place' ? [stemsOf(r.name)] : [])) : [],
    goods: claim.type === 'measure' ? unique(matterNames.flatMap(goodsIn)) : [],
    sums: claim.type === 'measure' ? unique(sumsIn(claim, around)) : [],
    matter: indicator
      ? unique([...indicator.measure, ...indicator.parties.map((p) => p.stem)])
      : unique(matterNames.flatMap((name) => matterStems(wordsOf(name.replaceAll(dollars, ''))))),
    called: namesIn(leftToDocument.has(claim.type) ? matterNames : [], around),
    words: unique(matterStems(evidence)),
    quote: claim.type === 'statement' && claim.quote !== null ? unique(stemsOf(claim.quote)) : [],
    ordinal: ordinalIn(evidence) ?? ordinalIn(wordsOf(matterNames.join(' '))),
    channel: channelIn(claim.evidence.text),
    turn: turnOf(claim),
    years: unique(matterNames.flatMap(yearsOf)),
    count: claim.type === 'supply' || claim.type === 'deployment' ? (countOf(claim) ?? amountIn(claim, around)) : null,
    ofMany: (claim.type === 'supply' || claim.type === 'deployment') && beginning.test(claim.evidence.text),
    figure: claim.type === 'figure' ? claim.figure : null,
    indicator,
  };
  return { ...happening, signature: signatureOf(happening) };
}

/** Types whose claims may leave it to their document whose matter it is: «выборы пройдут в апреле». */
const leftToDocument: ReadonlySet<ClaimType> = new Set(['supply', 'measure', 'event', 'institution', 'deployment']);

/**
 * What something is about. Of measures and events that is what is done, not to whom or where: «Рудина выдали» and «Рудину
 * предъявили обвинения» share nothing.
 */
function isMatter(claim: Claim, { role, type }: Role): boolean {
  if (!['object', 'target', 'indicator'].includes(role)) return false;
  const isDeed = claim.type === 'measure' || claim.type === 'event';
  return !isDeed || type === null || type === 'other' || type === 'equipment' || type === 'facility';
}

/** «Форум», «Ми-8», not «решение», «завод», of which each document may have its own. */
function hasOwnName({ entity, known, name }: Role): boolean {
  return entity !== null && (known !== null || /[\p{Lu}\d]/u.test(name));
}

/**
 * «президент Варонии», «варонский министр» without a name stand for the state; so do «Минторг Варонии», «парламент Варонии» in
 * what they do alone.
 */
function standsForState(claim: Claim, { type, entity }: Role): boolean {
  return type === 'person' ? entity === null : type === 'organisation' && actsForState.has(claim.type);
}

/** Types whose actor is one side, so that a body and its state are no two that meet. */
const actsForState: ReadonlySet<ClaimType> = new Set(['measure', 'event', 'deployment', 'institution']);

/** The states in a name, where the document names them. */
function statesOf(name: string, { stateStems }: Around): readonly string[] {
  const stems = stemsOf(name);
  return stateStems.filter(({ stem }) => stems.some((s) => sameStem(s, stem))).map(({ state }) => state);
}

function namesIn(matter: readonly string[], around: Around): Happening['called'] {
  const words = matter.flatMap((name) => name.match(/(?<=\p{L}[»"”]? [«"„“]?)\p{Lu}[\p{L}\p{N}-]*/gu) ?? []);
  const named = words.map((word) => ({ stems: stemsOf(word), states: statesOf(word, around) }));
  return {
    states: unique(named.flatMap(({ states }) => states)),
    others: unique(named.flatMap(({ stems, states }) => (states.length > 0 ? [] : stems))),
  };
}

/** Keys of the surnames of those who take part, kept apart from ids by a mark. */
export function surnamesOf(h: Happening): readonly string[] {
  return unique(h.surnames.map((s) => `~${s.surname}`));
}

/** «лидеры обсудят»: whoever has no name is somebody of this document. */
function participantOf({ entity, name }: Role, document: Document): string {
  return entity ?? `${document.id} ${nameKey(name)}`;
}

function surnameIn(role: Role, document: Document): Happening['surnames'] {
  const person = role.type === 'person' ? parsePersonName(role.name) : null;
  if (person === null) return [];
  return [{ of: participantOf(role, document), surname: person.surname, alone: person.first === null }];
}

// «телефонный разговор», «направил телеграмму»
function channelIn(text: string): Happening['channel'] {
  if (/телефон|созвон|позвон|видеосвяз/iu.test(text)) return 'call';
  return /телеграмм|письм|послани/iu.test(text) ? 'letter' : null;
}

function signatureOf({
  fillers,
  participants,
  people,
  sides,
  named,
  states,
  voices,
  around,
  indicator,
}: Omit<Happening, 'signature'>): string {
  return [
    [...fillers.values()].flat(),
    participants,
    people,
    sides,
    named,
    states,
    voices,
    around,
    indicator?.parties.flatMap((p) => p.state ?? []) ?? [],
  ]
    .map((part) => part.join(' '))
    .join('|');
}

/** «вторую партию», «третий раунд», «2-я встреча»: the count of a thing that recurs. «первый заместитель» is none. */
function ordinalIn(words: readonly string[]): number | null {
  for (const [i, word] of words.entries()) {
    // `wordsOf` makes two words of «14-й»
    const counted = /^\d{1,2}$/u.test(word) && /^(?:й|я|го|ю|ой|ом|м|е)$/u.test(words[i + 1] ?? '');
    const number = counted ? Number(word) : ordinalOf(word);
    if (number !== null && words.slice(i + 1, i + 4).some((w) => recurring.test(w))) return number;
  }
  return null;
}

function ordinalOf(word: string): number | null {
  const at = ordinalStems.findIndex((stem) => word.startsWith(stem) && ordinalEnding.test(word.slice(stem.length)));
  return at < 0 ? null : at + 1;
}

const ordinalStems =
  'перв втор трет четверт пят шест седьм восьм девят десят одиннадцат двенадцат тринадцат четырнадцат пятнадцат шестнадцат семнадцат восемнадцат девятнадцат двадцат'.split(
    ' ',
  );
const ordinalEnding = /^(?:ый|ая|ое|ой|ую|ого|ому|ом|ым|ые|ых|ий|ья|ье|ьей|ью|ьего|ьем|ьим)$/u;
const recurring =
  /^(?:встреч|раунд|заседан|консультац|парти|этап|переговор|саммит|визит|поставк|транш|пакет|очеред|учени|сесси|самол|отправк)/u;

// «в ходе заседания», «на полях саммита»
const occasion = /^(?:в ходе|во время|по итогам|по результатам|накануне|в преддверии|на полях|в кулуарах)(?!\p{L})/iu;

// «первые катера», «первых пять катеров», «часть войск»
const beginning = /(?<!\p{L})(?:первы(?:е|х|ми)|част(?:ь|и|ью)) (?!раз(?!\p{L}))/iu;

// «снимем ограничения», «отмена пошлин»
const lifting = /(?<!\p{L})(?:сня|сним|отмен|смягч)/iu;

// «вывод войск», «отвели части»
const withdrawing = /(?<!\p{L})(?:выв(?:од|ед|ест|[её]л)|отв(?:од|ед|ест|[её]л))/iu;

// «кредит в 2 млрд долларов США»: whose the money is does not say what it is for
const dollars = /(?<=доллар\p{L}{0,3}) США/gu;

// «перенесены», «отложили», «поставка задерживается», «позже, чем обещали»
const moving = /перенес|перенос|отлож|откладыва|задерж|сдвин|сдвига|отсроч|позднее|позже/u;

/**
 * Marks what a document's other claims say was put off: «Поставка катеров задерживается. Первые четыре обещают до конца
 * сентября»: the second sentence moves a due day too; «Встречу министров перенесли: она пройдёт в мае».
 */
export function markMoved(all: readonly Happening[]): readonly Happening[] {
  const moved = all.filter((h) => h.moved || (h.status === 'denied' && h.future === null));
  return all.map((h) => {
    if (h.moved || h.future === null) return h;
    const beside = moved.some((m) => m.type === h.type && isOfSame(m, h));
    return beside ? { ...h, moved: true, signature: `${h.signature} moved` } : h;
  });
}

/** Two claims of a document about one thing, or about the same company. */
function isOfSame(a: Happening, b: Happening): boolean {
  const company = a.participants.filter((p) => b.participants.includes(p));
  return company.length > 1 || a.matter.some((w) => b.matter.includes(w));
}

/** «кредит в 2,4 млрд долларов»: the sums within the words of a claim. */
function sumsIn(claim: Claim, around: Around): readonly string[] {
  const money = figuresIn(claim, around).filter(({ unit }) => /^[A-Z]{3}$/u.test(unit));
  return money.map(({ value, unit }) => `${value} ${unit}`);
}

function figuresIn({ evidence }: Claim, { figures }: Around): readonly Figure[] {
  return figures.filter(({ words }) => evidence.text.includes(words)).map(({ figure }) => figure);
}

/** «миротворцы», «миротворческий контингент», «российские миротворцы» of Russia: without whose they are and words for any troops. */
function troopsIn({ roles }: Claim, { stateStems }: Around): readonly string[] {
  const actors = new Set(roles.flatMap((r) => (r.role === 'actor' ? [r.entity] : [])));
  const own = stateStems.filter(({ state }) => actors.has(state));
  const stems = matterStems(wordsOf(roles.flatMap((r) => (r.role === 'object' ? [r.name] : [])).join(' ')));
  return stems
    .filter((s) => !anyTroops.has(s) && !own.some(({ stem }) => sameStem(stem, s)))
    .map((s) => s.replace(/(?<=\p{L}{6})(?:ческ|ц)$/u, ''));
}

const anyTroops = new Set(
  'войска силы военный военные военнослужащий солдат контингент подразделение часть состав вооруженный'
    .split(' ')
    .map(stemOf),
);

/** «поставит 3 млрд кубометров газа»: the only figure within the words of a claim, where that counts no things. */
function amountIn(claim: Claim, around: Around): Counted | null {
  const [only, another] = figuresIn(claim, around);
  if (!only || another || only.change) return null;
  return { value: only.value, noun: only.unit, approx: only.approx };
}

function goodsIn(name: string): readonly string[] {
  const on = /(?<!\p{L})(?:ввоз|вывоз|импорт|экспорт)(?:а|у|ом|е)? (.+)$/u.exec(name)?.[1] ?? '';
  return matterStems(wordsOf(on.replaceAll(/\p{Lu}[\p{L}-]*/gu, ''))).filter((stem) => !anyGoods.has(stem));
}

const anyGoods = new Set(
  'товар продукция группа категория вид позиция ряд часть весь другой некоторый'.split(' ').map(stemOf),
);

/** Stems of what something is about, designations («Су-30») among them; counts, ordinals and «партия» are left out. */
function matterStems(words: readonly string[]): readonly string[] {
  const telling = words.filter((word) => !recurring.test(word) && ordinalOf(word) === null);
  return stemsOfWords(telling).filter((s) => !/^\d+$/u.test(s) && !counts.has(s));
}

function unique(values: readonly string[]): readonly string[] {
  return [...new Set(values)].toSorted(compareText);
}

const counts = new Set(
  'один два две три четыре пять шесть семь восемь девять десять одиннадцать двенадцать пятнадцать двадцать тридцать сорок сто тысяча миллион миллиард двух трех четырех пяти шести семи восьми десяти двенадцати несколько около более порядка страна сторона оба обе размер сумма доллар рубль евро юань тыс млн млрд трлн'
    .split(' ')
    .map(stemOf),
);
