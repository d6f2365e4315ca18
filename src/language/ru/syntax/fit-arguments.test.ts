import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fitArguments } from './fit-arguments.ts';
import type { FittedTree } from './fit-bundles.ts';
import { fitHeadedBy } from './fit-headed-by.ts';
import { fitClauses } from './fit-clauses.ts';
import { fitCoordination } from './fit-coordination.ts';
import { fitBounds } from './fit-bounds.ts';
import { fitDates } from './fit-dates.ts';
import { fitNounPrepositions } from './fit-noun-prepositions.ts';
import { fitParticiples } from './fit-participles.ts';
import { fitRelativeClauses } from './fit-relative-clauses.ts';
import type { Bundle } from './read-syntax.ts';

/** «word TAG head relation», a line for each word, heads from 1; what changes, as «word head relation». */
const cases: readonly { readonly fit: (tree: FittedTree) => void; readonly rows: string; readonly changed: string }[] =
  [
    {
      fit: fitArguments,
      rows: `по ADP 2 case
           итогам NOUN|Case=Dat 4 obl
           лидеры NOUN|Animacy=Anim|Case=Nom|Number=Plur 2 nmod
           ушли VERB|Number=Plur|VerbForm=Fin 0 root`,
      changed: 'лидеры 4 nsubj',
    },
    {
      fit: fitArguments,
      rows: `дал VERB|VerbForm=Fin 0 root
           чем SCONJ 3 mark
           просили VERB|VerbForm=Fin 1 advcl
           сославшись VERB|VerbForm=Conv 3 advcl`,
      changed: 'сославшись 1 advcl',
    },
    {
      fit: fitArguments,
      rows: `подписал VERB|Number=Sing|VerbForm=Fin|Voice=Act 0 root
           договор NOUN|Case=Acc 1 obl`,
      changed: 'договор 1 obj',
    },
    {
      fit: fitArguments,
      rows: `купил VERB|Number=Sing|VerbForm=Fin|Voice=Act 0 root
           24 NUM 3 nummod:gov
           лодки NOUN|Case=Gen|Number=Sing 1 obl`,
      changed: 'лодки 1 obj',
    },
    {
      fit: fitArguments,
      rows: `весил VERB|Number=Sing|VerbForm=Fin|Voice=Act 0 root
           24 NUM 3 nummod:gov
           тонны NOUN|Case=Gen|Number=Sing 1 obl`,
      changed: '',
    },
    {
      fit: fitArguments,
      rows: `договор NOUN|Animacy=Inan|Case=Acc|Number=Sing 3 obj
           стороны NOUN|Animacy=Inan|Case=Gen|Number=Sing 1 nmod
           подписали VERB|Number=Plur|VerbForm=Fin|Voice=Act 0 root`,
      changed: 'стороны 3 nsubj',
    },
    {
      fit: fitArguments,
      rows: `послы NOUN|Animacy=Anim|Case=Nom|Number=Plur 3 nsubj
           стороны NOUN|Animacy=Inan|Case=Gen|Number=Sing 1 nmod
           ушли VERB|Number=Plur|VerbForm=Fin|Voice=Act 0 root`,
      changed: '',
    },
    {
      fit: fitArguments,
      rows: `решение NOUN|Animacy=Inan|Case=Nom|Gender=Neut|Number=Sing 2 nsubj
           принял VERB|Gender=Masc|Number=Sing|VerbForm=Fin|Voice=Act 0 root
           на ADP 4 case
           сессии NOUN|Case=Loc 2 obl
           совет NOUN|Animacy=Inan|Case=Acc|Gender=Masc|Number=Sing 4 nmod`,
      changed: 'решение 2 obj, совет 2 nsubj',
    },
    {
      fit: fitArguments,
      rows: `как SCONJ 2 mark
           сообщил VERB|Number=Sing|VerbForm=Fin|Voice=Act 6 advcl
           министр NOUN|Animacy=Anim|Case=Nom|Number=Sing 6 nsubj
           , PUNCT 3 punct
           речь NOUN|Animacy=Inan|Case=Nom|Number=Sing 6 nsubj
           идёт VERB|Number=Sing|VerbForm=Fin|Voice=Act 0 root`,
      changed: 'министр 2 nsubj',
    },
    {
      fit: fitArguments,
      rows: `ждал VERB|Number=Sing|VerbForm=Fin|Voice=Act 0 root
           неделю NOUN|Case=Acc 1 obl`,
      changed: '',
    },
    {
      fit: fitArguments,
      rows: `мэра NOUN|Animacy=Anim|Case=Acc|Number=Sing 2 nsubj
             обвиняют VERB|Number=Plur|VerbForm=Fin|Voice=Act 0 root`,
      changed: 'мэра 2 obj',
    },
    {
      fit: fitArguments,
      rows: `оплатил VERB|Number=Sing|VerbForm=Fin|Voice=Act 0 root
             поставку NOUN|Case=Acc 1 obj
             в ADP 4 case
             Геную PROPN|Case=Acc 2 nmod
             катеров NOUN|Case=Gen|Number=Plur 1 obj`,
      changed: 'катеров 2 nmod',
    },
    {
      fit: fitArguments,
      rows: `министр NOUN|Animacy=Anim|Case=Nom|Number=Sing 4 nsubj
             порта NOUN|Case=Gen|Number=Sing 1 nmod
             Верди PROPN|Animacy=Anim|Case=Nom|Number=Sing 4 nsubj
             ушёл VERB|Number=Sing|VerbForm=Fin 0 root`,
      changed: 'Верди 1 appos',
    },
    {
      fit: fitArguments,
      rows: `назначил VERB|Number=Sing|VerbForm=Fin|Voice=Act 0 root
             министром NOUN|Animacy=Anim|Case=Ins|Number=Sing 1 obj
             обороны NOUN|Animacy=Inan|Case=Gen|Number=Sing 2 nmod
             Паоло PROPN|Animacy=Anim|Case=Gen|Number=Sing 3 appos
             Верди PROPN|Animacy=Anim|Case=Gen|Number=Sing 4 flat:name`,
      changed: 'министром 1 xcomp, Паоло 1 obj',
    },
    {
      fit: fitArguments,
      rows: `избрали VERB|Number=Plur|VerbForm=Fin|Voice=Act 0 root
             мэром NOUN|Animacy=Anim|Case=Ins|Number=Sing 1 xcomp
             врача NOUN|Animacy=Anim|Case=Gen|Number=Sing 2 nmod
             Верди PROPN|Animacy=Anim|Case=Gen|Number=Sing 3 appos`,
      changed: 'врача 1 obj',
    },
    {
      fit: fitArguments,
      rows: `назначил VERB|Number=Sing|VerbForm=Fin|Voice=Act 0 root
             его PRON|Animacy=Anim|Case=Acc|Number=Sing 1 obj
             помощником NOUN|Animacy=Anim|Case=Ins|Number=Sing 1 xcomp
             Верди PROPN|Animacy=Anim|Case=Gen|Number=Sing 3 nmod`,
      changed: '',
    },
    {
      fit: fitArguments,
      rows: `призыв NOUN|Case=Nom|Number=Sing 0 root
             в ADP 3 case
             армию NOUN|Case=Acc|Number=Sing 1 nmod
             новых ADJ|Case=Gen|Number=Plur 5 amod
             врачей NOUN|Case=Gen|Number=Plur 1 nmod`,
      changed: '',
    },
    {
      fit: fitArguments,
      rows: `сделка NOUN|Case=Nom|Number=Sing 0 root
             на ADP 3 case
             поставку NOUN|Case=Acc|Number=Sing 1 nmod
             новых ADJ|Case=Gen|Number=Plur 5 amod
             лодок NOUN|Case=Gen|Number=Plur 1 nmod`,
      changed: 'лодок 3 nmod',
    },
    {
      fit: fitClauses,
      rows: `главой NOUN|Case=Ins|Number=Sing 2 xcomp
             был AUX|Number=Sing|VerbForm=Fin 0 root
             Верди PROPN|Case=Nom|Number=Sing 2 nsubj`,
      changed: 'главой 0 root, был 1 cop, Верди 1 nsubj',
    },
    {
      fit: fitClauses,
      rows: `ясно ADJ 0 root
             вернулся VERB|VerbForm=Fin 1 ccomp
             а CCONJ 4 cc
             заявил VERB|VerbForm=Fin 1 ccomp`,
      changed: 'заявил 2 conj',
    },
    {
      fit: fitParticiples,
      rows: `забыл VERB|Number=Sing|VerbForm=Fin 0 root
             про ADP 5 case
             прошедшую VERB|Case=Acc|Gender=Fem|Number=Sing|VerbForm=Part 1 acl
             в ADP 5 case
             Вене PROPN|Case=Loc|Gender=Fem|Number=Sing 3 obl
             встречу NOUN|Case=Acc|Gender=Fem|Number=Sing 5 nmod`,
      changed: 'про 6 case, прошедшую 6 acl, встречу 1 obl',
    },
    {
      fit: fitParticiples,
      rows: `толпа NOUN|Case=Nom|Gender=Fem|Number=Sing 6 nsubj
             , PUNCT 3 punct
             занявшая VERB|Case=Nom|Gender=Fem|Number=Sing|VerbForm=Part 6 acl
             вчера ADV 3 advmod
             площадь NOUN|Case=Nom|Gender=Fem|Number=Sing 3 obj
             ушла VERB|Number=Sing|VerbForm=Fin 0 root`,
      changed: '',
    },
    {
      fit: fitParticiples,
      rows: `хвалил VERB|Number=Sing|VerbForm=Fin 0 root
             прошедшую VERB|Case=Acc|Gender=Fem|Number=Sing|VerbForm=Part 1 obj
             в ADP 4 case
             зале NOUN|Case=Loc|Gender=Masc|Number=Sing 1 obl
             порта NOUN|Case=Gen|Gender=Masc|Number=Sing 4 nmod
             ярмарку NOUN|Case=Acc|Gender=Fem|Number=Sing 5 nmod`,
      changed: 'прошедшую 6 acl, зале 2 obl, ярмарку 1 obj',
    },
    {
      fit: fitParticiples,
      rows: `видел VERB|Number=Sing|VerbForm=Fin 0 root
             спасённых VERB|Case=Acc|Number=Plur|VerbForm=Part 1 obj
             с ADP 4 case
             катеров NOUN|Case=Gen|Gender=Masc|Number=Plur 2 obl`,
      changed: '',
    },
    {
      fit: fitCoordination,
      rows: `замена NOUN|Case=Nom|Number=Sing 0 root
             судов NOUN|Case=Gen|Number=Plur 1 nmod
             и CCONJ 4 cc
             пирса NOUN|Case=Gen|Number=Sing 1 conj`,
      changed: 'пирса 2 conj',
    },
    {
      fit: fitCoordination,
      rows: `замена NOUN|Case=Nom|Number=Sing 0 root
             судов NOUN|Case=Gen|Number=Plur 1 nmod
             и CCONJ 4 cc
             ремонт NOUN|Case=Nom|Number=Sing 1 conj`,
      changed: '',
    },
    {
      fit: fitCoordination,
      rows: `покупка NOUN|Case=Nom|Number=Sing 0 root
             катеров NOUN|Case=Gen|Number=Plur 1 nmod
             ( PUNCT 4 punct
             завод NOUN|Case=Nom|Number=Sing 2 appos
             Чайка PROPN|Case=Nom|Number=Sing 4 appos
             ) PUNCT 4 punct
             и CCONJ 8 cc
             буксиров NOUN|Case=Gen|Number=Plur 4 conj`,
      changed: 'буксиров 2 conj',
    },
    {
      fit: fitHeadedBy,
      rows: `приехала VERB 0 root
           делегация NOUN 1 nsubj
           во ADP 4 case
           главе NOUN 1 obl
           с ADP 6 case
           послом NOUN 4 nmod`,
      changed: 'во 6 case, главе 3 fixed, послом 2 nmod',
    },
    {
      fit: fitHeadedBy,
      rows: `делегация NOUN 3 nsubj
           во ADP 3 case
           главе NOUN 0 root
           с ADP 5 case
           послом NOUN 3 nmod`,
      changed: '',
    },
    {
      fit: fitNounPrepositions,
      rows: `во ADP 3 case
           время NOUN 1 fixed
           отпуска NOUN 4 obl
           заболел VERB 0 root`,
      changed: 'во 2 case, время 4 obl, отпуска 2 nmod',
    },
    {
      fit: fitNounPrepositions,
      rows: `выросло VERB 0 root
           по ADP 5 case
           сравнению NOUN 2 fixed
           с ADP 2 fixed
           маем NOUN 1 obl`,
      changed: 'по 3 case, сравнению 1 obl, с 5 case, маем 3 nmod',
    },
    {
      fit: fitNounPrepositions,
      rows: `в ADP 3 advmod
           частности NOUN 1 fixed
           уехал VERB 0 root`,
      changed: 'в 2 case, частности 3 obl',
    },
    {
      fit: fitNounPrepositions,
      rows: `в ADP 3 case
           течение NOUN 1 fixed
           года NOUN 0 root`,
      changed: '',
    },
    {
      fit: fitRelativeClauses,
      rows: `встречи NOUN|Gender=Fem|Number=Plur 0 root
           группы NOUN|Gender=Fem|Number=Sing 1 nmod
           которую PRON|Gender=Fem|Number=Sing 4 obj
           возглавляет VERB 1 acl:relcl
           посол NOUN 4 nsubj`,
      changed: 'возглавляет 2 acl:relcl',
    },
    {
      fit: fitRelativeClauses,
      rows: `действует VERB 0 root
           договор NOUN|Gender=Masc|Number=Sing 1 nsubj
           о ADP 4 case
           реках NOUN|Gender=Fem|Number=Plur 1 obl
           который PRON|Gender=Masc|Number=Sing 6 obj
           заключили VERB 4 acl:relcl`,
      changed: 'реках 2 nmod, заключили 2 acl:relcl',
    },
    {
      fit: fitArguments,
      rows: `сообщал VERB|Gender=Masc|Number=Sing|VerbForm=Fin|Voice=Act 0 root
           «Лесник» NOUN|Case=Nom|Gender=Masc|Number=Sing 1 obl`,
      changed: '«Лесник» 1 nsubj',
    },
    {
      fit: fitArguments,
      rows: `сообщала VERB|Gender=Fem|Number=Sing|VerbForm=Fin|Voice=Act 0 root
           «Лесник» NOUN|Case=Nom|Gender=Masc|Number=Sing 1 obl`,
      changed: '',
    },
    {
      fit: fitArguments,
      rows: `до ADP 2 case
           назначения NOUN|Case=Gen 4 obl
           министром NOUN|Case=Ins 4 iobj
           служил VERB|VerbForm=Fin|Voice=Act 0 root`,
      changed: 'министром 2 nmod',
    },
    {
      fit: fitArguments,
      rows: `снизить VERB 0 root
           пошлины NOUN|Case=Acc 1 obj
           на ADP 4 case
           ввоз NOUN|Case=Acc 1 obl`,
      changed: 'ввоз 2 nmod',
    },
    {
      fit: fitArguments,
      rows: `снизить VERB 0 root
           пошлины NOUN|Case=Acc 1 obj
           на ADP 5 case
           пять NUM 5 nummod:gov
           тонн NOUN|Case=Acc 1 obl`,
      changed: '',
    },
    {
      fit: fitArguments,
      rows: `ушла VERB 0 root
           жена NOUN|Case=Nom 1 nsubj
           Петра PROPN|Case=Gen 2 appos`,
      changed: 'Петра 2 nmod',
    },
    {
      fit: fitArguments,
      rows: `видел VERB 0 root
           мэра NOUN|Case=Gen 1 obj
           Петра PROPN|Case=Gen 2 appos`,
      changed: '',
    },
    {
      fit: fitDates,
      rows: `10 NUM 5 nummod
           – PUNCT 3 punct
           16 ADJ 1 nmod
           мая NOUN|Case=Gen 3 flat
           Греция PROPN|Case=Nom 6 nsubj
           проведёт VERB|VerbForm=Fin 0 root`,
      changed: '10 6 obl',
    },
    {
      fit: fitBounds,
      rows: `построили VERB|VerbForm=Fin 0 root
           как SCONJ 5 case
           минимум ADV 2 fixed
           три NUM 5 nummod:gov
           моста NOUN|Case=Gen 1 obj`,
      changed: 'как 4 advmod',
    },
    {
      fit: fitBounds,
      rows: `вырос VERB|VerbForm=Fin 0 root
           как SCONJ 3 case
           минимум NOUN|Case=Nom 1 obl`,
      changed: '',
    },
    {
      fit: fitDates,
      rows: `12 ADJ 3 obl
           мая NOUN|Case=Gen 1 flat
           ушли VERB|VerbForm=Fin 0 root`,
      changed: '',
    },
  ];

for (const { fit, rows, changed } of cases) {
  test(`${fit.name}: ${rows.replaceAll(/\s+/gu, ' ')}`, () => {
    const tree = treeOf(rows);
    const before = written(tree);
    fit(tree);
    const after = written(tree).filter((row, i) => row !== before[i]);
    assert.equal(after.join(', '), changed);
  });
}

function written({ texts, heads, relations }: FittedTree): readonly string[] {
  return texts.map((text, i) => `${text} ${(heads[i] ?? -1) + 1} ${relations[i]}`);
}

function treeOf(rows: string): FittedTree {
  const columns = rows.split('\n').map((line) => line.trim().split(' '));
  return {
    texts: columns.map(([text = '']) => text),
    bundles: columns.map(([, tag = 'X']) => bundleOf(tag)),
    heads: Int32Array.from(columns, ([, , head]) => Number(head) - 1),
    relations: columns.map(([, , , relation = '']) => relation),
  };
}

function bundleOf(tag: string): Bundle {
  const [pos = 'X', ...pairs] = tag.split('|');
  const features = pairs
    .map((pair) => pair.split('='))
    .map(([name = '', value]) => [name.charAt(0).toLowerCase() + name.slice(1), value]);
  return { pos, written: pairs.join('|'), features: Object.fromEntries(features) } as Bundle;
}
