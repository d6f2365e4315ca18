import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { Readable } from 'node:stream';

import { temporaryFolder } from '../../test/temporary-folder.ts';
import { writeFileSync } from 'node:fs';
import { openDossier } from './dossier.ts';
import { loadStages } from './load-stages.ts';
import { mergeDossier } from './merge-dossier.ts';
import { createInlineReader } from './reader.ts';
import { readSources } from './read-sources.ts';

const asOf = '2025-01-01';
const article = `Велория и Сомерия договорились о мостах

Ольмар. 6 декабря 2024 года. ВЕСТИ - Велория и Сомерия подписали договор о мостах. Об этом сообщила министр транспорта Анна Крылова. Посол Сомерии Павел Бирюков заявил, что договор о мостах вступит в силу в марте 2025 года. «Мы рады», — сказал Бирюков.
`;

test('statements are found by who speaks, by what they are about, and by the month they were published in', async (t) => {
  const folder = temporaryFolder(t);
  const [path, database] = [join(folder, 'article.txt'), join(folder, 'dossier.db')];
  writeFileSync(path, article);
  const reader = createInlineReader(loadStages(), mergeDossier);
  const now = (): string => '2024-12-07T00:00:00Z';
  await readSources({ database, paths: [path], stdin: Readable.from([]), readers: [reader], now });
  const dossier = await openDossier({ database });
  t.after(() => dossier.close());

  const { speakers, topics, months } = await dossier.statementFacets({ asOf });
  assert.deepEqual(new Set(speakers.map(({ entity }) => entity.name)), new Set(['Анна Крылова', 'Павел Бирюков']));
  const treaty = topics.find(({ entity }) => entity.type === 'agreement');
  assert.equal(treaty?.count, 2, 'by its own words, and by pointing back to the sentence before');
  assert.deepEqual(months, [{ month: '2024-12', count: 3 }]);

  const about = await dossier.statements({ asOf, topic: treaty?.entity.id ?? '' });
  assert.equal(about.total, 2);
  const back = about.lines.find(({ evidence }) => evidence.text.startsWith('Об этом'));
  assert.match(about.cited.passages.get(back?.id ?? '')?.before ?? '', /подписали договор о мостах\.$/u);

  const said = await dossier.statements({ asOf, speaker: 'Павел Бирюков' });
  assert.equal(said.total, 2);
  const narrowed = await dossier.statementFacets({ asOf, speaker: 'Павел Бирюков' });
  assert.equal(narrowed.speaker?.name, 'Павел Бирюков');
  assert.equal(narrowed.topics.find(({ entity }) => entity.id === treaty?.entity.id)?.count, 1);
  assert.equal(narrowed.speakers.length, 2, 'the others stay to be chosen');

  assert.equal((await dossier.statements({ asOf, from: '2024-12-01', to: '2024-12-31' })).total, 3);
  assert.equal((await dossier.statements({ asOf, to: '2024-11-30' })).total, 0);
  const topicsOf = await dossier.topicsOf(about.lines.map(({ id }) => id));
  assert.ok([...topicsOf.values()].every((list) => list.some(({ id }) => id === treaty?.entity.id)));
});
