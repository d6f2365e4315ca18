import type { Role } from '../model/claim.ts';
import type { Span } from '../model/span.ts';
import {
  draftMatches,
  type Frame,
  type FrameDrafts,
  happeningDraft,
  indexFrames,
  type Match,
  matchFrames,
} from './frames.ts';
import type { Reading } from './reading.ts';
import { nominativeOf } from './roles.ts';
import { dependents, type Tree } from './tree.ts';
import { lemmaList } from './lemma-list.ts';

const givers = {
  kinds: ['state', 'organisation', 'person', 'post'],
  nouns: new Set(['компания', 'концерн', 'завод', 'сторона', 'предприятие', 'страна']),
} as const;
const takers = {
  kinds: ['state', 'organisation', 'place', 'person'],
  nouns: new Set(['армия', 'флот', 'сторона', 'войско', 'страна']),
} as const;

/** What is handed over when states and firms supply each other. */
const goods: ReadonlySet<string> = new Set(
  lemmaList(`
    товар продукция продовольствие овощ фрукт мясо вино рыба сахар молоко рис чай хлопок кукуруза удобрение
    автомобиль сырье металл алюминий сталь лес древесина нефтепродукт бензин мазут руда уран плутоний груз лекарство
    медикамент реактор эсминец крейсер подлодка фрегат беспилотник дрон снаряд пулемет автомат винтовка гаубица
    радар бомбардировщик штурмовик бронетехника спутник энергоноситель топливо энергия баррель тонна кубометр партия
    самолет вертолет танк газ нефть ракета комплекс система оружие вооружение истребитель катер корабль техника
    уголь зерно пшеница электроэнергия вакцина оборудование боеприпас станция лодка боеголовка миномет
    бронетранспортер бтр бмп лайнер авиалайнер трактор локомотив вагон труба турбина двигатель комплектующие
    запчасть соя ячмень масло табак кофе какао яблоко картофель сыр говядина свинина алмаз золото титан никель медь
    препарат палатка спг бронежилет прибор субмарина
  `),
);

const frames: readonly Frame[] = [
  // «Тальмар поставит Варонии двенадцать катеров»; «передал Варонии партию катеров»
  {
    name: 'supply.deliver',
    triggers: lemmaList(`
      поставить поставлять поставляться отгрузить экспортировать продать продавать отгружать перепродать
      реэкспортировать сбыть
    `),
    roles: [
      { role: 'supplier', from: ['agent', 'из Gen'], ...givers },
      { role: 'recipient', from: ['Dat', 'в Acc', 'на Acc', 'для Gen'], ...takers },
      { role: 'object', from: ['patient'] },
    ],
    least: 2,
  },
  // «Тальмар передал Варонии первые катера»
  {
    name: 'supply.hand-over',
    triggers: ['передать', 'передавать', 'предоставить', 'предоставлять', 'выделить', 'выделять'],
    roles: [
      { role: 'supplier', from: ['agent', 'из Gen'], ...givers },
      { role: 'recipient', from: ['Dat'], ...takers, required: true },
      { role: 'object', from: ['patient'], required: true },
    ],
  },
  // «Тальмар отправит повстанцам оружие»; «отправил корабль в залив» is a deployment
  {
    name: 'supply.send',
    triggers: lemmaList(`отправить отправлять направить направлять прислать присылать отдать отдавать`),
    roles: [
      { role: 'supplier', from: ['agent', 'из Gen'], ...givers },
      { role: 'recipient', from: ['Dat', 'для Gen'], ...takers, people: true, required: true },
      { role: 'object', from: ['patient'], nouns: goods, kinds: ['equipment', 'facility'], required: true },
    ],
  },
  // «нефть качают в Мередию», «зерно экспортировалось в Варонию»
  {
    name: 'supply.export',
    triggers: lemmaList(`качать прокачать прокачивать экспортироваться импортироваться завезти ввезти`),
    roles: [
      { role: 'supplier', from: ['agent', 'из Gen'], ...givers },
      { role: 'recipient', from: ['Dat', 'в Acc', 'на Acc', 'для Gen'], ...takers },
      { role: 'object', from: ['patient'], nouns: goods, kinds: ['equipment', 'facility'], required: true },
    ],
    least: 2,
  },
  // «Тальмар не передал катера»
  {
    name: 'supply.hand-over-goods',
    triggers: ['передать', 'передавать'],
    roles: [
      { role: 'supplier', from: ['agent'], ...givers },
      { role: 'object', from: ['patient'], kinds: ['equipment'], nouns: goods, required: true },
    ],
    least: 2,
  },
  // «вторая партия катеров ожидается в марте», «партия прибыла в порт»
  {
    name: 'supply.batch',
    triggers: ['партия'],
    roles: [
      { role: 'object', from: ['self'], required: true },
      { role: 'recipient', from: ['в Acc'], ...takers },
    ],
  },
  // «поставка Варонии катеров»; «контракт на поставку газа в Мередию»
  {
    name: 'supply.delivery',
    triggers: ['поставка', 'экспорт', 'отгрузка', 'продажа'],
    roles: [
      { role: 'supplier', from: ['agent', 'из Gen'], ...givers },
      { role: 'recipient', from: ['Dat', 'в Acc', 'на Acc', 'для Gen'], ...takers },
      { role: 'object', from: ['patient'] },
    ],
    least: 0,
  },
  // «Варония получит вторую партию катеров»; «купила у Тальмара катера»
  {
    name: 'supply.receive',
    triggers: lemmaList(`
      получить получать закупить закупать купить покупать приобрести приобретать импортировать закупка покупка
      заказать заказывать докупить
    `),
    roles: [
      { role: 'recipient', from: ['agent'], ...takers },
      { role: 'supplier', from: ['от Gen', 'у Gen', 'из Gen'], ...givers },
      {
        role: 'object',
        from: ['patient'],
        kinds: ['equipment', 'facility'],
        nouns: goods,
        required: true,
      },
    ],
    least: 2,
  },
];

const index = indexFrames(frames);

/** Deliveries, purchases and handovers of a sentence. */
export function findSupplies(reading: Reading, tree: Tree): FrameDrafts {
  return draftMatches(matchFrames(reading, tree, index), whyNot, (match) => ({
    ...happeningDraft(match, 'supply'),
    roles: rolesOf(reading, match),
  }));
}

/**
 * A batch is goods, whatever the tagger takes «партия» for. «Варония и Тальмар подписали контракт на поставку»: which of the
 * two supplies is not said.
 */
function rolesOf(reading: Reading, match: Match): readonly Role[] {
  const suppliers = match.roles.filter((r) => r.role === 'supplier').length;
  const untold = match.p.form === 'noun' && match.p.light < 0 && suppliers > 1;
  return match.roles.flatMap((role, i) => {
    if (untold && role.role === 'supplier') return [];
    const isBody = role.role === 'object' && role.type === 'organisation';
    const taken = asRecipient(match, isBody ? { ...role, type: 'other', known: null } : role);
    const isThing = taken.role === 'object' && taken.type === 'other';
    return [isThing ? asEquipment(reading, match, taken, match.fillers[i] ?? -1) : taken];
  });
}

/**
 * «вторую партию из шести катеров «Кайра»»: the words are kept, the name is that of what the batch consists of, and it is
 * equipment where a name or a designation is a part of it. «партия самолётов из Тальмара» ends before its supplier.
 */
function asEquipment(reading: Reading, match: Match, role: Role, token: number): Role {
  const { tree } = match.p;
  const batch = tree.tokens[token]?.lemma === 'партия' ? goodsAfter(tree, token) : null;
  if (batch) {
    const from = role.span?.start ?? tree.tokens[token]?.start ?? 0;
    const text = reading.analysis.text.slice(from, batch.stop);
    const name = nominativeOf(reading, tree, batch);
    return { ...role, text, span: { start: from, stop: batch.stop }, name, type: 'equipment' };
  }
  const cut = withDesignation(reading, withoutSides(match, role));
  const isNamed = namedGoods.test(cut.text) && cut.text.split(' ').length <= 7 && !/ и | ?[,(]/u.test(cut.text);
  return isNamed ? { ...cut, type: 'equipment' } : cut;
}

/** «партию из шести новых катеров «Кайра»»: the goods with their name or designation, as they stand after the batch. */
function goodsAfter(tree: Tree, batch: number): Span | null {
  const { tokens } = tree;
  let i = tokens[batch + 1]?.norm === 'из' ? batch + 2 : batch + 1;
  while (tokens[i]?.kind === 'number' || tokens[i]?.pos === 'NUM') i++;
  const first = i;
  while (tokens[i]?.pos === 'ADJ' && tokens[i]?.features.case === 'Gen') i++;
  if (tokens[i]?.pos !== 'NOUN' || tokens[i]?.features.case !== 'Gen') return null;
  const isQuoted = /^[«"„“]$/u.test(tokens[i + 1]?.text ?? '');
  const last = isQuoted ? tokens.findIndex((t, at) => at > i + 1 && /^[»"”“]$/u.test(t.text)) : i + 1;
  if (last < 0 || last > i + 6 || !(isQuoted || /\p{Lu}.*\d/u.test(tokens[last]?.text ?? ''))) return null;
  return { start: tokens[first]?.start ?? 0, stop: tokens[last]?.stop ?? 0 };
}

// «катеров «Кайра»», «самолётов Ту-9», «комплексов С-500»
const namedGoods = /\p{Ll} (?:[«"„“]\p{Lu}|\p{Lu}[\p{L}]{0,11}-\d)/u;

/** «истребителей нового поколения Ту-9М», «комплексов (ПВО) С-500 «Щит»»: the designation right behind the words belongs to them. */
function withDesignation(reading: Reading, role: Role): Role {
  const { span } = role;
  const behind = span ? (designation.exec(reading.analysis.text.slice(span.stop, span.stop + 60))?.[0] ?? '') : '';
  if (span === null || behind === '') return role;
  const text = role.text + behind;
  return { ...role, text, name: role.name + behind, span: { start: span.start, stop: span.stop + behind.length } };
}

const designation = /^ (?:[«"]?\p{Lu}\p{L}{0,11}-\d[\p{L}\d]{0,5}[»"]?)(?: [«"][^»"]{2,24}[»"])?/u;

/** The object's words up to where another role's filler or its preposition begins. */
function withoutSides(match: Match, role: Role): Role {
  const { span } = role;
  if (span === null) return role;
  const sides = match.roles.flatMap((r) =>
    r.role !== role.role && r.span && r.span.start > span.start ? [r.span.start] : [],
  );
  const first = Math.min(...sides.filter((start) => start < span.stop));
  if (!Number.isFinite(first)) return role;
  const text = role.text
    .slice(0, first - span.start)
    .replace(/ (?:из|в|на|от|для) $/u, '')
    .trimEnd();
  const name = role.name.slice(0, role.name.length - (role.text.length - text.length));
  return { ...role, text, name, span: { start: span.start, stop: span.start + text.length } };
}

/** «поставка Белоруссии станций»: the dative and the genitive of a state look alike; states are given to, not given. */
function asRecipient(match: Match, role: Role): Role {
  const taken = match.roles.some((r) => r.role === 'recipient');
  return role.role === 'object' && role.type === 'state' && !taken ? { ...role, role: 'recipient' } : role;
}

/** Things that are «supplied» only in a manner of speaking, and deliveries of which nothing is told. */
function whyNot(match: Match): string | null {
  const objects = match.roles.filter((r) => r.role === 'object');
  if (match.frame.name === 'supply.batch' && (match.p.light < 0 || !isBatch(match)))
    return 'a batch of which nothing is told';
  if (objects.some((r) => figurative.test(r.text.toLowerCase()))) return 'a manner of speaking';
  if (objects.some((r) => r.type === 'person' || /^(?:е[её]|его|их|он[аои]?)$/iu.test(r.text)))
    return 'people are no goods';
  const told = match.roles.length > 1 || match.time !== null || match.p.light >= 0 || match.reading.cues.length > 1;
  return told ? null : 'a delivery of which nothing is told';
}

/** «вторая партия», «партия катеров», not a political party. */
function isBatch(match: Match): boolean {
  const { tree, token } = match.p;
  const lemmas = dependents(tree, token, 'amod', 'nmod').map((c) => tree.tokens[c]?.lemma ?? '');
  return lemmas.some((lemma) => ordinals.has(lemma) || goods.has(lemma));
}

const ordinals: ReadonlySet<string> = new Set(lemmaList(`первый второй третий четвертый очередной новый последний`));

// «поставил задачу», «поставить точку», «передал привет»
const figurative =
  /(?<!\p{L})(?:задач|точк|вопрос|услови|цел[ьи]|ультиматум|привет|слов|полномочи|власт|подпис|контрол|кредит|за[её]?м(?!\p{L})|ссуд|убежищ|статус|гражданств|разрешени|лицензи|виз|гаранти|обвинени|поручени|указани|прав)/u;
