import type { PositionClaim } from '../model/claim.ts';
import { lemmaList } from './lemma-list.ts';

/** Where a post stands beside the word that tells of it: a case alone, or a preposition with a case. */
export type PostSlot = 'Ins' | 'Acc' | 'Gen' | 'на Acc' | 'на Loc' | 'в Loc' | 'в Acc' | 'с Gen' | 'с Ins' | 'от Gen';

/** One way to say that somebody takes, holds or leaves a post. */
export interface PostVerb {
  readonly name: string;
  readonly lemmas: readonly string[];
  readonly slot: PostSlot;
  /** Whether the post is a genitive under «пост», «должность», «обязанности», or the slot's own noun. */
  readonly carried: boolean;
  readonly who: 'agent' | 'patient';
  /** `by-verb`: the present holds the post, the past held it. */
  readonly tense: PositionClaim['tense'] | 'by-verb';
}

export const postVerbs: readonly PostVerb[] = [
  // «Верди стал председателем»
  {
    name: 'become',
    lemmas: lemmaList('стать становиться'),
    slot: 'Ins',
    carried: false,
    who: 'agent',
    tense: 'new',
  },
  // «президент назначил его послом», «послом назначен Верди», «после избрания Верди президентом»
  {
    name: 'appoint',
    lemmas: lemmaList(`
      назначить назначать избрать избирать утвердить переизбрать переизбирать выбрать сделать провозгласить назначение
      избрание утверждение переизбрание выбирать переназначить переназначать поставить
    `),
    slot: 'Ins',
    carried: false,
    who: 'patient',
    tense: 'new',
  },
  // «она работает советником», «он был послом»
  {
    name: 'be',
    lemmas: lemmaList(`являться работать служить оставаться быть проработать состоять прослужить отработать числиться`),
    slot: 'Ins',
    carried: false,
    who: 'agent',
    tense: 'by-verb',
  },
  // «во время работы послом», «за годы службы командиром»
  {
    name: 'serve',
    lemmas: lemmaList('работа служба'),
    slot: 'Ins',
    carried: false,
    who: 'agent',
    tense: 'former',
  },
  // «он избирался депутатом», «назначался послом»
  {
    name: 'be-chosen',
    lemmas: lemmaList('избираться назначаться переизбираться'),
    slot: 'Ins',
    carried: false,
    who: 'agent',
    tense: 'by-verb',
  },
  // «Верди остался послом»
  {
    name: 'stay',
    lemmas: ['остаться'],
    slot: 'Ins',
    carried: false,
    who: 'agent',
    tense: 'current',
  },
  // «остался на посту посла», «остался в должности министра»
  {
    name: 'stay-at',
    lemmas: ['остаться'],
    slot: 'на Loc',
    carried: true,
    who: 'agent',
    tense: 'current',
  },
  {
    name: 'stay-in',
    lemmas: ['остаться'],
    slot: 'в Loc',
    carried: true,
    who: 'agent',
    tense: 'current',
  },
  // «сохранил пост министра»
  {
    name: 'keep',
    lemmas: lemmaList(`сохранить удержать`),
    slot: 'Acc',
    carried: true,
    who: 'agent',
    tense: 'current',
  },
  // «занимает пост министра», «исполняет обязанности главы», «возглавлявший должность главы»
  {
    name: 'hold',
    lemmas: lemmaList(`занимать исполнять выполнять сохранять совмещать возглавлять замещать`),
    slot: 'Acc',
    carried: true,
    who: 'agent',
    tense: 'by-verb',
  },
  // «занял пост министра», «вступил в должность президента»
  {
    name: 'take',
    lemmas: lemmaList(`занять получить принять получать принимать`),
    slot: 'Acc',
    carried: true,
    who: 'agent',
    tense: 'new',
  },
  {
    name: 'enter',
    lemmas: lemmaList(`вступить вступать заступить заступать вступление`),
    slot: 'в Acc',
    carried: true,
    who: 'agent',
    tense: 'new',
  },
  // «заступил на пост министра», «в связи с вступлением Верди на пост президента»
  {
    name: 'enter-on',
    lemmas: lemmaList(`заступить заступать вступить вступление`),
    slot: 'на Acc',
    carried: true,
    who: 'agent',
    tense: 'new',
  },
  // «совмещает работу с должностью председателя»
  {
    name: 'combine',
    lemmas: ['совмещать'],
    slot: 'с Ins',
    carried: true,
    who: 'agent',
    tense: 'by-verb',
  },
  // «назначен на должность посла», «назначение Верди на пост посла»
  {
    name: 'put',
    lemmas: lemmaList(`
    назначить назначать избрать утвердить переизбрать перевести вернуть назначение избрание утверждение поставить
    переназначить переводить
  `),
    slot: 'на Acc',
    carried: true,
    who: 'patient',
    tense: 'new',
  },
  // «утвердил Верди на посту премьера», «утверждён в должности судьи»
  {
    name: 'confirm',
    lemmas: lemmaList('утвердить утверждать утверждение'),
    slot: 'на Loc',
    carried: true,
    who: 'patient',
    tense: 'new',
  },
  {
    name: 'confirm-in',
    lemmas: lemmaList('утвердить утверждать утверждение'),
    slot: 'в Loc',
    carried: true,
    who: 'patient',
    tense: 'new',
  },
  // «работал на посту министра», «остаётся в должности посла»
  {
    name: 'work-at',
    lemmas: lemmaList('работать находиться оставаться проработать быть служить пребывать'),
    slot: 'на Loc',
    carried: true,
    who: 'agent',
    tense: 'by-verb',
  },
  {
    name: 'work-in',
    lemmas: lemmaList('работать находиться оставаться проработать быть служить пребывать'),
    slot: 'в Loc',
    carried: true,
    who: 'agent',
    tense: 'by-verb',
  },
  // «принёс присягу в качестве министра», «присягнул в качестве президента»
  {
    name: 'swear',
    lemmas: ['принести', 'приносить', 'присягнуть'],
    slot: 'в Loc',
    carried: true,
    who: 'agent',
    tense: 'new',
  },
  // «вернулся на пост министра»
  {
    name: 'return',
    lemmas: lemmaList('вернуться возвратиться возвращение'),
    slot: 'на Acc',
    carried: true,
    who: 'agent',
    tense: 'new',
  },
  // «покинул пост министра»
  {
    name: 'leave',
    lemmas: lemmaList(`покинуть покидать оставить оставлять потерять сложить слагать утратить`),
    slot: 'Acc',
    carried: true,
    who: 'agent',
    tense: 'former',
  },
  // «лишился поста министра»
  {
    name: 'lose',
    lemmas: lemmaList(`лишиться лишаться`),
    slot: 'Gen',
    carried: true,
    who: 'agent',
    tense: 'former',
  },
  // «ушёл с поста премьера», «отставка Верди с поста премьера»
  {
    name: 'go',
    lemmas: lemmaList(`уйти уходить отставка уход уволиться увольняться`),
    slot: 'с Gen',
    carried: true,
    who: 'agent',
    tense: 'former',
  },
  // «подал в отставку с поста министра»
  {
    name: 'resign',
    lemmas: lemmaList('подать подавать'),
    slot: 'с Gen',
    carried: true,
    who: 'agent',
    tense: 'former',
  },
  // «уволил Верди с поста министра», «снят с должности командующего»
  {
    name: 'remove',
    lemmas: lemmaList(`
    уволить снять сместить отправить отстранить увольнение снятие смещение отстранение снимать смещать отстранять
    увольнять убрать
  `),
    slot: 'с Gen',
    carried: true,
    who: 'patient',
    tense: 'former',
  },
  // «освободил Верди от должности посла»
  {
    name: 'free',
    lemmas: lemmaList(`освободить отстранить освобождение отстранение освобождать отрешить отрешение`),
    slot: 'от Gen',
    carried: true,
    who: 'patient',
    tense: 'former',
  },
  // «сменил Бьянки на посту министра»: who comes
  {
    name: 'replace',
    lemmas: lemmaList('сменить сменять заменить заменять'),
    slot: 'на Loc',
    carried: true,
    who: 'agent',
    tense: 'new',
  },
  // «сменил Бьянки на посту министра»: who goes
  {
    name: 'replaced',
    lemmas: lemmaList('сменить заменить'),
    slot: 'на Loc',
    carried: true,
    who: 'patient',
    tense: 'former',
  },
];

/** Nouns under which a post stands in the genitive: «пост министра», «исполняет обязанности директора». */
export const postCarriers: ReadonlySet<string> = new Set(
  lemmaList('пост должность место кресло обязанность полномочие портфель роль качество звание функция титул сан'),
);

/** Verbs of standing at the head of a body: «компанию возглавляет Ренн», «руководит штабом». */
export const headVerbs: ReadonlyMap<
  string,
  { readonly tense: PositionClaim['tense'] | 'by-verb'; readonly post: string }
> = new Map([
  ['возглавлять', { tense: 'by-verb', post: 'глава' }],
  ['возглавить', { tense: 'new', post: 'глава' }],
  ['руководить', { tense: 'by-verb', post: 'руководитель' }],
  ['заведовать', { tense: 'by-verb', post: 'заведующий' }],
  ['командовать', { tense: 'by-verb', post: 'командующий' }],
]);
