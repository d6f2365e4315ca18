import { optional } from '../../../pattern/rule.ts';
import { firstWord, stopOf } from '../../../pattern/site.ts';
import type { PhraseRule, Reading } from '../../phrases/reading.ts';
import { K, rule, slot, timeReading, word } from '../../phrases/reading.ts';

/** Holidays of several words; single words are in the lexicon. */
export const holidayRules: readonly PhraseRule[] = [
  // под Новый год · на Новый год · в новогоднюю ночь
  rule('old-new-year', [word('старый'), word('новый'), slot(K.unit, (u) => u.unit === 'year')], () =>
    holiday('old-new-year'),
  ),
  rule('new-year', [word('новый'), slot(K.unit, (u) => u.unit === 'year' && u.form === 'singular')], (_, site) =>
    firstWord(site).startsWith('Нов') || site.context.profile.name !== 'news' || site.nodes.length < 4
      ? holiday('new-year')
      : null,
  ),
  // День Победы · День России · День защитника Отечества · Международный женский день · День знаний
  rule('victory-day', [word('день'), word('победа')], (_, site) =>
    /^\s+над\s/u.test(site.text.slice(stopOf(site), stopOf(site) + 6)) ? null : holiday('victory'),
  ),
  rule('russia-day', [word('день'), word('россия')], () => holiday('russia')),
  rule('defender-day', [word('день'), word('защитник'), optional(word('отечество'))], () => holiday('defender')),
  rule('women-day', [optional(word('международный')), word('женский'), word('день')], () => holiday('women')),
  rule('labour-day', [word('день'), word('труд')], () => holiday('labour')),
  rule('knowledge-day', [word('день'), word('знание')], () => holiday('knowledge')),
  rule('cosmonautics-day', [word('день'), word('космонавтика', 'космос')], () => holiday('cosmonautics')),
  rule('constitution-day', [word('день'), word('конституция')], () => holiday('constitution')),
  rule('unity-day', [word('день'), word('народный'), word('единство')], () => holiday('unity')),
  // Рождество Христово · на Пасху · Сочельник
  rule('christmas', [slot(K.holiday), optional(word('рождество-христово'))], ([h]) => holiday(h.name)),
  rule('christmas-eve', [word('канунный')], () => holiday('christmas-eve')),
];

function holiday(name: string): Reading {
  return timeReading({ type: 'holiday', name });
}
