/**
 * How a sentence begins whose matter stands in the one before it:
 * «Об этом заявил министр», «Такое мнение высказал посол», «С таким предложением выступила Велория».
 */
const beginnings =
  /^(?:об этом|о том же|это (?:сказал|заявил|сообщил)|так(?:ое|ую) (?:заявление|мнение|оценку|точку)|с так(?:им|ой) (?:заявлением|предложением|инициативой|призывом))/iu;

/** Whether a sentence tells who spoke, and the one before it what was said. */
export function pointsBack(sentence: string): boolean {
  return beginnings.test(sentence);
}
