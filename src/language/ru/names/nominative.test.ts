import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { readMorphology } from '../morphology/read-morphology.ts';
import { createNameMorphology } from './attested-forms.ts';
import { nominative } from './nominative.ts';

const morphology = readMorphology(readFileSync(new URL('../../../../models/ru-morphology.bin', import.meta.url)));

/** Words → nominative; an equals sign alone: they stay. */
const cases = `
# people
Игорем Вишневским → Игорь Вишневский
Ольгой Савицкой → Ольга Савицкая
В. В. Петровым → В. В. Петров
Анной Ковальчук → Анна Ковальчук
Олегом Ковальчуком → Олег Ковальчук
Семёну Гнатко → Семён Гнатко
Джорджу Смиту-младшему → Джордж Смит-младший
Пак Чон Хуном → Пак Чон Хун
Еленой Юрковой-Зорко → Елена Юркова-Зорко
министром обороны Иваном Петровым → министр обороны Иван Петров
Майя Лесну =
Хироси Мураяма =
Хироси Мураямой → Хироси Мураяма
Тимур Асадов =
Тимуром Асадовым → Тимур Асадов
Рашида Салеха аль-Масри → Рашид Салех аль-Масри
# organisations, posts and other phrases
Федеральной службе по охране границ → Федеральная служба по охране границ
Министерством обороны и внутренних дел → Министерство обороны и внутренних дел
первым заместителем министра → первый заместитель министра
президентом и премьер-министром → президент и премьер-министр
вице-премьеру → вице-премьер
нынешнему вице-консулу → нынешний вице-консул
Чрезвычайного и Полномочного Посла → Чрезвычайный и Полномочный Посол
Вооружённых сил Лесного края → Вооружённые силы Лесного края
ГОСУДАРСТВЕННОЙ ДУМЫ → ГОСУДАРСТВЕННАЯ ДУМА
концерном "Алмазный край" → концерн "Алмазный край"
АО "Концерн "Звезда" =
МИД Варонии =
договора о гарантиях безопасности → договор о гарантиях безопасности
75-й годовщины освобождения → 75-я годовщина освобождения
48-летнего машиниста → 48-летний машинист
27-летнюю лётчицу → 27-летняя лётчица
соперником Петрова → соперник Петрова
Врач Анны Савицкой =
Сыном Ивана Петрова → Сын Ивана Петрова
самого обвиняемого → сам обвиняемый
ранее осуждённого → ранее осуждённый
самого посла → сам посол
самого крупного порта → самый крупный порт
несколько рыбаков =
военно‑воздушных сил → военно‑воздушные силы
городом-героем → город-герой
# places
городе Минске → город Минск
Ростова-на-Дону → Ростов-на-Дону
Северо-Кавказского округа → Северо-Кавказский округ
США =
`
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'))
  .map((line) => (line.endsWith(' =') ? [line.slice(0, -2), line.slice(0, -2)] : line.split(' → ')));

for (const [words = '', expected = ''] of cases) {
  test(`${words} → ${expected}`, () => assert.equal(nominative(morphology, words), expected));
}

test('the forms that the news knows decide between guesses', () => {
  const news = new Set(['боннар', 'боннаром', 'тавита', 'тавитой']);
  const names = createNameMorphology(morphology, (form) => news.has(form));
  const found = ['Боннара', 'Тавиту'].map((name) => nominative(names, name, { kind: 'phrase' }));
  assert.deepEqual(found, ['Боннар', 'Тавита']);
  assert.equal(nominative(names, 'Ларри Боннару', { kind: 'person' }), 'Ларри Боннар');
});

test('of two guesses the one whose nominative the news knows', () => {
  const names = createNameMorphology(morphology, (form) => ['орнесота', 'орнесоту', 'орнесоты'].includes(form));
  assert.equal(nominative(names, 'Орнесоте', { kind: 'phrase' }), 'Орнесота');
});

test('a first name in -ы is a genitive, whatever the surname', () => {
  const names = createNameMorphology(morphology, (form) => form === 'тавита');
  assert.equal(nominative(names, 'Тавиты Уильямс', { kind: 'person' }), 'Тавита Уильямс');
});

test('a town abroad ends as towns there do', () => {
  const names = createNameMorphology(morphology, () => false);
  assert.equal(nominative(names, 'Эбервилле', { kind: 'phrase' }), 'Эбервилл');
});

test('a tagger decides between cases that look the same', () => {
  const hints = [{ start: 0, features: { case: 'Nom', number: 'Plur' } as const }];
  assert.equal(nominative(morphology, 'главы ведомств', { kind: 'phrase', hints }), 'главы ведомств');
  assert.equal(nominative(morphology, 'главы ведомств', { kind: 'phrase' }), 'глава ведомств');
});
