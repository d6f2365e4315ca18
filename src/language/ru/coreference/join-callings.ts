import type { Mention, Token } from '../../analysis.ts';
import type { Draft, Resolution } from './drafts.ts';
import { headOf, link } from './drafts.ts';

/** How many sentences back a calling may reach. */
const reach = 4;

/**
 * «Тавита Олессен выступила в Осло. … Певица поблагодарила», «знакомые артиста»: a calling alone is a person of the last
 * sentences: one who is called so elsewhere, else the one whom the text speaks of most.
 */
export function joinCallings(it: Resolution): void {
  for (const [i, mention] of it.mentions.entries()) {
    const head = headOf(it, mention);
    if (mention.kind !== 'post' || !head || (it.links[i]?.chain ?? -1) >= 0 || !callings.test(head.lemma)) continue;
    const chain = head.relation === 'conj' ? calledBesides(it, mention, head) : personCalled(it, mention, head);
    link(it, i, chain, `calling of ${it.drafts[chain]?.name ?? ''}`);
  }
}

/** One word, or one with adjectives, that stands for a person: no predicate («стал певцом»), none of many («каждый артист»). */
function isCalling(it: Resolution, mention: Mention, head: Token): boolean {
  const tokens = it.sentences[mention.sentence]?.tokens ?? [];
  if (head.features.number === 'Plur' || head.features.case === 'Ins') return false;
  if (head.relation === 'root' || /^(?:appos|xcomp|parataxis)/u.test(head.relation)) return false;
  const at = mention.head;
  return !tokens.some(
    (one) =>
      one.head === at &&
      (one.relation.startsWith('nmod') || one.relation === 'cop' || general.test(one.lemma) || one.pos === 'PROPN'),
  );
}

/** «памяти певца и композитора»: two callings of one person where no verb makes them two; -1 for others. */
function calledBesides(it: Resolution, mention: Mention, head: Token): number {
  const tokens = it.sentences[mention.sentence]?.tokens ?? [];
  const first = tokens[head.head];
  const isOne = first?.features.number === 'Sing' && !first.relation.startsWith('nsubj') && callings.test(first.lemma);
  if (!isOne || first.features.case !== head.features.case) return -1;
  const called = it.mentions.findIndex((one) => one.sentence === mention.sentence && one.head === head.head);
  return it.links[called]?.chain ?? -1;
}

const general = /^(?:кажд|люб|друг|никак|как|один|многи|весь|всяк|сам|молод)/u;

/** Callings by which the press speaks of somebody whom it has named; offices («министр», «директор») are posts. */
const callings =
  /^(?:певи?ц|певец|вокалист|фронтмен|солист|гитарист|акт[её]р|актрис|артист|музыкант|композитор|писател|поэт|художни|скульптор|философ|режисс[её]р|продюсер|сценарист|спортсмен|теннисист|футболист|хоккеист|баскетболист|бокс[её]р|боец|гимнаст|пловец|пловчих|л[её]гкоатлет|велогонщик|гонщик|фигурист|лыжник|биатлонист|шахматист|вратар|голкипер|полузащитник|защитник|нападающ|форвард|тренер|наставник|бизнесмен|предпринимател|миллиардер|миллионер|олигарх|банкир|журналист|телеведущ|ведущ|блогер|рэпер|модель|фотограф|уч[её]н|физик|математик|историк|экономист|врач|юрист|правозащитник|активист|оппозиционер|монарх|король|королев|императ|понтифик|принц|князь|правител|космонавт|астронавт|генерал|адмирал|маршал|полковник|подполковник|майор|капитан|лейтенант|офицер|сенатор|депутат|конгрессмен|губернатор|законодател|социалист|республикан|демократ|либерал|консерватор)/u;

function personCalled(it: Resolution, mention: Mention, head: Token): number {
  if (!isCalling(it, mention, head)) return -1;
  let best = -1;
  let most = 0;
  for (const [chain, draft] of it.drafts.entries()) {
    if (draft.person === null || !agrees(draft, head)) continue;
    const last = lastSentence(it, draft, mention);
    if (last < 0 || mention.sentence - last > reach) continue;
    const score = weigh(it, draft, mention, head) + 2 / (1 + mention.sentence - last);
    if (score <= most) continue;
    most = score;
    best = chain;
  }
  return best;
}

/** The sentence of a person's last mention before another; -1 where there is none. */
function lastSentence(it: Resolution, draft: Draft, mention: Mention): number {
  return draft.mentions.reduce((last, i) => {
    const one = it.mentions[i];
    return one && one.stop <= mention.start ? Math.max(last, one.sentence) : last;
  }, -1);
}

function weigh(it: Resolution, draft: Draft, mention: Mention, head: Token): number {
  const isCalledSo = draft.posts.some(({ mention: i }) => {
    const post = it.mentions[i];
    return post !== undefined && headOf(it, post)?.lemma === head.lemma;
  });
  const before = draft.mentions.filter((i) => (it.mentions[i]?.stop ?? Infinity) <= mention.start).length;
  return (isCalledSo ? 5 : 0) + Math.min(before, 5) * 0.5;
}

/** A woman is called in the feminine where there is one («певица»), so a masculine calling is rarely hers. */
function agrees(draft: Draft, head: Token): boolean {
  const { gender } = head.features;
  return draft.gender === null || (gender !== 'Fem' && gender !== 'Masc') || draft.gender === gender;
}
