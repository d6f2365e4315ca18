import type { Correction } from '../model/document.ts';

/** Matched at the start of a paragraph, or in brackets anywhere: «в материал внесены изменения» speaks of itself. */
const kinds: readonly (readonly [type: Correction['type'], pattern: RegExp])[] = [
  // Опровержение: сведения о закрытии порта не соответствуют действительности.
  [
    'retraction',
    /^\(?(?:опровержение|редакция\s+(?:приносит\s+извинения|отзывает)|(?:новость|материал|статья|сообщение|публикация)\s+(?:отозван|аннулирован|снят|удал[её]н)\p{L}*|аннулировать\s+сообщение|retraction|this\s+(?:story|article)\s+has\s+been\s+(?:retracted|withdrawn))(?!\p{L})/iu,
  ],
  // Исправлено: порт открыли 5 мая, а не 4 мая, как говорилось ранее.
  [
    'correction',
    /^[(*]*\s*(?:исправлено|исправление|поправка|уточнение|уточняется|внимание,?\s+исправ|корректировка|в\s+(?:первоначальн\p{L}+|предыдущ\p{L}+|более\s+ранн\p{L}+)\s+верси[ия]|в\s+(?:текст|материал|статью|новость|заметку)\s+внесен\p{L}*\s+(?:исправлени|изменени|уточнени|правк)\p{L}*|ранее\s+в\s+(?:тексте|материале|статье|новости)\s+(?:ошибочно|неверно|говорилось|сообщалось)|correction|clarification|editor[’']?s\s+note)(?!\p{L})/iu,
  ],
  // Обновлено в 15:40.
  [
    'update',
    /^[(*]*\s*(?:обновлено|обновление|обновляется|дополнено|добавлен[аоы]?|новость\s+(?:обновлена|дополнена|дополняется)|материал\s+(?:обновлен|обновлён|дополнен|дополняется)|updated?)(?!\p{L})/iu,
  ],
];

/** Finds the lines in which an outlet corrects, updates or withdraws its own text. Offsets count in `text`. */
export function findCorrections(text: string): readonly Correction[] {
  let offset = 0;
  return text.split('\n').flatMap((line): readonly Correction[] => {
    const start = offset;
    offset += line.length + 1;
    const kind = kinds.find(([, pattern]) => pattern.test(line));
    return kind ? [{ type: kind[0], text: line, start, stop: start + line.length }] : [];
  });
}
