import assert from 'node:assert/strict';
import { test } from 'node:test';

import { readNotation } from '../../test/claim-notation.ts';
import { mergeRecord } from './merge-record.ts';

/** Claims of each event, and what became of each commitment, by the first word of the evidence. */
function told(text: string) {
  const record = mergeRecord(readNotation(text), { asOf: '2024-12-01', engine: 'test' });
  const wordOf = new Map(record.claims.map((c) => [c.id, c.evidence.text.split(' ')[0] ?? '']));
  const words = (ids: readonly string[]) => ids.map((id) => wordOf.get(id)).toSorted();
  const joined = record.events.map((e) => words(e.claims).join(' ')).filter((line) => line.includes(' '));
  const outcomes = record.commitments.map((c) =>
    `${words(c.claims).join(' ')}: ${c.outcome.status} ${words(c.outcome.claims).join(' ')}`.trim(),
  );
  return { joined: joined.toSorted(), outcomes: outcomes.toSorted() };
}

test('one turn of office told as a measure and as an event is one; of another person or to another post it is not', () => {
  const text = `
a 2024-05-03 Вестник
  measure happened 2024-05-02 | уволен министр Лосский | target=person:Иван Лосский
  measure happened 2024-05-02 | назначен Вольден | target=person:Пётр Вольден; object=посол
b 2024-05-04 Пресса
  event happened - | Лосский покинул пост | actor=person:Иван Лосский; object=пост
  event happened - | Рудин покинул пост | actor=person:Илья Рудин; object=пост
  event happened - | Вольден возглавил банк | actor=person:Пётр Вольден; object=банк
`;
  assert.deepEqual(told(text).joined, ['Лосский уволен']);
});

test('who is appointed in one sentence and by whom in the next is one plan; a position tells what became of it', () => {
  const text = `
a 2024-05-03 Вестник
  measure planned - | Стахов назначит Вольдена | actor=person:Олег Стахов; target=person:Пётр Вольден; future=plan
  measure planned - | Вольден будет назначен скоро | target=person:Пётр Вольден; future=plan
  event planned - | Рудин уйдёт в отставку | actor=person:Илья Рудин; future=plan
b 2024-06-10 Пресса
  position new happened 2024-06-10 | послом стал Вольден | person=Пётр Вольден; post=посол
  position former happened - | бывший посол Рудин | person=Илья Рудин; post=посол
`;
  assert.deepEqual(told(text).outcomes, ['Вольден Стахов: kept послом', 'Рудин: open']);
});
