import type { Features, PartOfSpeech } from '../../src/language/analysis.ts';
import { wordFlags } from '../../src/language/ru/morphology/word-analysis.ts';
import type { Lexeme, OpenCorpora, Paradigm, ParadigmForm } from './read-opencorpora.ts';
import { universalReadings } from './universal-readings.ts';

/** Paradigms in the terms of Universal Dependencies, in flat arrays as the file has them. */
export interface ParadigmTable {
  readonly endings: string[];
  readonly tags: { readonly pos: PartOfSpeech; readonly features: Readonly<Record<string, string>> }[];
  readonly readings: (readonly [tag: number, flags: number, weight: number])[];
  /** Forms of each paradigm, for the other builders. */
  readonly paradigms: (readonly TableForm[])[];
  readonly arrays: {
    readonly paradigmStarts: number[];
    readonly formEndings: number[];
    readonly formReadings: number[];
    readonly formLemmas: number[];
  };
}

export interface TableForm {
  readonly prefix: string;
  readonly suffix: string;
  readonly ending: number;
  readonly reading: number;
  readonly lemma: number;
  /** Tag of OpenCorpora. */
  readonly source: string;
}

/** Words whose readings hang on the word itself, not on its paradigm. */
const closed = /^(?:CONJ|PRCL|NPRO|NUMR|COMP|ADVB)|Apro|^(?:INFN|VERB)/u;

export function buildParadigms(dictionary: OpenCorpora): { readonly lexemes: Lexeme[]; readonly table: ParadigmTable } {
  const table: ParadigmTable = {
    endings: [],
    tags: [],
    readings: [],
    paradigms: [],
    arrays: { paradigmStarts: [0], formEndings: [], formReadings: [], formLemmas: [] },
  };
  const intern = interner(table);
  const known = new Map<string, number>();
  const lexemes = dictionary.lexemes.flatMap(({ stem, paradigm: source }) => {
    const forms = dictionary.paradigms[source] ?? [];
    const first = forms[0];
    if (!first || forms.length === 0) return [];
    const lemma = first.prefix + stem + first.suffix;
    const key = `${source} ${closed.test(first.tag) || /^(?:друг|должный)$/u.test(lemma) ? wordKey(first.tag, lemma) : ''}`;
    let paradigm = known.get(key);
    if (paradigm === undefined) {
      paradigm = intern.paradigm(forms, stem, lemma);
      known.set(key, paradigm);
    }
    return paradigm < 0 ? [] : [{ stem, paradigm }];
  });
  return { lexemes, table };
}

/** What of the word matters to its readings: for verbs, whether it is reflexive or «быть»; for the rest, the word. */
function wordKey(tag: string, lemma: string): string {
  if (!/^(?:INFN|VERB)/u.test(tag)) return lemma;
  return lemma === 'быть' ? lemma : /с[ья]$/u.test(lemma) ? 'ся' : '';
}

function interner(table: ParadigmTable): {
  readonly paradigm: (forms: Paradigm, stem: string, lemma: string) => number;
} {
  const endings = new Map<string, number>();
  const tags = new Map<string, number>();
  const readings = new Map<string, number>();
  const paradigms = new Map<string, number>();
  return {
    paradigm: (forms, stem, lemma) => {
      const drafts = forms.flatMap((form, i) => drafted(form, i, stem, lemma));
      const rows = drafts.map((draft): TableForm => {
        const { form, pos, features, flags, weight } = draft;
        const tag = numberOf(tags, tagKey(pos, features), table.tags, {
          pos,
          features: features as Record<string, string>,
        });
        const share = Math.max(1, Math.round(weight * 100));
        return {
          prefix: form.prefix,
          suffix: form.suffix,
          ending: numberOf(endings, `${form.prefix}|${form.suffix}`, table.endings, `${form.prefix}|${form.suffix}`),
          reading: numberOf(readings, `${tag} ${flags} ${share}`, table.readings, [tag, flags, share] as const),
          lemma: Math.max(0, lemmaIndex(drafts, forms, draft, lemma)),
          source: form.tag,
        };
      });
      if (rows.length === 0) return -1;
      const key = rows.map((row) => `${row.ending},${row.reading},${row.lemma}`).join(' ');
      const found = paradigms.get(key);
      if (found !== undefined) return found;
      paradigms.set(key, table.paradigms.length);
      table.paradigms.push(rows);
      for (const row of rows) {
        table.arrays.formEndings.push(row.ending);
        table.arrays.formReadings.push(row.reading);
        table.arrays.formLemmas.push(row.lemma);
      }
      table.arrays.paradigmStarts.push(table.arrays.formEndings.length);
      return table.paradigms.length - 1;
    },
  };
}

interface DraftForm {
  readonly form: ParadigmForm;
  readonly pos: PartOfSpeech;
  readonly features: Features;
  readonly flags: number;
  readonly weight: number;
  /** Index of the source form. */
  readonly index: number;
}

function drafted(form: ParadigmForm, index: number, stem: string, lemma: string): DraftForm[] {
  const word = form.prefix + stem + form.suffix;
  return universalReadings(form.tag, lemma, word).map(({ pos, features, flags, weight }) => ({
    form,
    index,
    pos,
    features,
    flags,
    weight,
  }));
}

/**
 * The row that gives the lemma of a draft, as the treebanks write it: the first form of the paradigm; for women's surnames and
 * patronymics the feminine nominative («Захаровой» → «захарова»), for superlatives their own («лучших» → «лучший»), for a
 * comparative adverb the adverb («чаще» → «часто»), for «должна» «должен», for «то», «это», «все» standing alone
 * their own nominative.
 */
function lemmaIndex(drafts: readonly DraftForm[], forms: Paradigm, draft: DraftForm, lemma: string): number {
  const test = lemmaTest(forms[draft.index]?.tag ?? '', draft, lemma);
  const before = test === null ? -1 : forms.findLastIndex((form, i) => i <= draft.index && test(form));
  const wanted =
    test === null
      ? 0
      : before >= 0
        ? before
        : Math.max(
            0,
            forms.findIndex((form) => test(form)),
          );
  const row = drafts.findIndex((it) => it.index === wanted);
  return row >= 0 ? row : drafts.findIndex((it) => (it.flags & wordFlags.rare) === 0);
}

type FormTest = (form: ParadigmForm) => boolean;

function lemmaTest(tag: string, draft: DraftForm, lemma: string): FormTest | null {
  if (/Surn|Patr/u.test(tag) && /femn/u.test(tag))
    return (form) => /femn/u.test(form.tag) && /sing,nomn/u.test(form.tag);
  if (/Supr/u.test(tag)) return (form) => form.prefix === draft.form.prefix && /Supr.* masc,sing,nomn/u.test(form.tag);
  if (lemma === 'должный' && tag.startsWith('ADJS')) return (form) => /^ADJS.* masc/u.test(form.tag);
  if (tag.startsWith('COMP') && draft.pos === 'ADV') return (form) => /^ADJS.* neut,sing/u.test(form.tag);
  if (draft.pos === 'PRON' && /^(?:тот|этот|весь)$/u.test(lemma)) {
    if (draft.features.gender === 'Neut') return (form) => /neut,sing,nomn/u.test(form.tag);
    if (draft.features.number === 'Plur' && lemma === 'весь') return (form) => /plur,nomn/u.test(form.tag);
  }
  return null;
}

export function tagKey(pos: string, features: Features): string {
  const names = Object.keys(features).sort() as (keyof Features)[];
  return `${pos} ${names.map((name) => `${name}=${features[name]}`).join(' ')}`;
}

function numberOf<T>(known: Map<string, number>, key: string, list: T[], value: T): number {
  const found = known.get(key);
  if (found !== undefined) return found;
  known.set(key, list.length);
  list.push(value);
  return list.length - 1;
}
