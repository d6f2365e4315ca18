import type { TagTable } from './tag-table.ts';
import { wordFlags, type WordAnalysis } from './word-analysis.ts';

/**
 * Readings of a capitalised word as a name where it has none or is unknown: a common noun may name somebody («Мороз», «Дюна»), so
 * may an adjective («Белый», «Разумовскому»), and an unknown word may not be declined at all («Рафферти», «Меркель»).
 */
export function withNameReadings(
  tags: TagTable,
  analyses: readonly WordAnalysis[],
  lower: string,
): readonly WordAnalysis[] {
  const isKnown = analyses[0]?.isKnown === true;
  const hasName = analyses.some((it) => it.pos === 'PROPN');
  if (isKnown && hasName) return analyses;
  const lands = isKnown ? [] : feminine(analyses, lower);
  const isNamed = lands.some((it) => it.pos === 'PROPN');
  if (lands.length > 0) return shared([...lands, ...(isNamed ? [] : twins(tags, lands, isKnown))]);
  const added = [...(hasName ? [] : twins(tags, analyses, isKnown)), ...(isKnown ? [] : undeclined(tags, lower))];
  return shared([...analyses, ...added]);
}

/** The same readings, best first, with scores that sum to one. */
function shared(readings: readonly WordAnalysis[]): readonly WordAnalysis[] {
  const sum = readings.reduce((total, it) => total + it.score, 0);
  return readings
    .map(({ lemma, pos, features, tag, flags, score, isKnown: known, prefix, stem, paradigm, form }) =>
      Object.freeze({
        lemma,
        pos,
        features,
        tag,
        flags,
        score: score / sum,
        isKnown: known,
        prefix,
        stem,
        paradigm,
        form,
      }),
    )
    .sort((a, b) => b.score - a.score || a.tag - b.tag);
}

/**
 * «Гелторию», «Арвения»: an unknown capitalised word in -ия is the name of a land, a town, a firm or a woman, no genitive of a
 * word in -ий and no plural, unless a word of actions is inside it («Довнедрения»). The readings in -ия alone; empty for others.
 */
function feminine(analyses: readonly WordAnalysis[], lower: string): readonly WordAnalysis[] {
  if (!/^[а-яё]{3,}и(?:я|и|ю|ей)$/u.test(lower)) return [];
  const isOfAction = ({ prefix, features }: WordAnalysis) =>
    prefix !== '' && features.gender === 'Neut' && lower.length - prefix.length >= 8;
  if (analyses.some(isOfAction)) return [];
  return analyses.filter(
    (it) => it.features.gender === 'Fem' && it.features.number === 'Sing' && it.lemma.endsWith('ия'),
  );
}

/** The same forms as names of people and of things. */
function twins(tags: TagTable, analyses: readonly WordAnalysis[], isKnown: boolean): WordAnalysis[] {
  const added: WordAnalysis[] = [];
  for (const it of analyses) {
    if ((it.pos !== 'NOUN' && it.pos !== 'ADJ') || it.features.variant === 'Short' || it.features.case === undefined)
      continue;
    for (const animacy of ['Anim', 'Inan'] as const) {
      if (it.features.animacy === 'Anim' && it.features.case === 'Acc' && animacy === 'Inan') continue;
      const tag = tags.nameTwin(it, animacy);
      if (tag && !added.some((other) => other.tag === tag.id && other.lemma === it.lemma)) {
        added.push({
          ...it,
          pos: tag.pos,
          features: tag.features,
          tag: tag.id,
          score: it.score * (isKnown ? 0.05 : 0.5),
        });
      }
    }
  }
  return added;
}

/** One indeclinable reading a case and gender. */
function undeclined(tags: TagTable, lower: string): WordAnalysis[] {
  const share = /[уиеэоыю]$/u.test(lower) ? 0.5 : 0.05;
  const lemma = lower.replaceAll('ё', 'е');
  return tags.undeclined.map((tag) => ({
    lemma,
    pos: tag.pos,
    features: tag.features,
    tag: tag.id,
    flags: wordFlags.indeclinable,
    score: share / 24,
    isKnown: false,
    prefix: '',
    stem: lower,
    paradigm: -1,
    form: -1,
  }));
}
