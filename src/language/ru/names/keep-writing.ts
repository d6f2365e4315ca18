/**
 * A form of the same word in the writing of the source: its capitals, ё and stress marks stay as far as the letters are the same.
 * («САМОЛЕТОВ», «самолёты») → «САМОЛЕТЫ»; («Санкт-Петербургом», «санкт-петербург») → «Санкт-Петербург».
 */
export function keepWriting(source: string, form: string): string {
  if (!/[-‐‑]/u.test(source)) return keepPart(source, form);
  const sources = source.split(/[-‐‑]/u);
  const forms = form.split('-');
  if (sources.length !== forms.length) return keepPart(source, form);
  const marks = source.match(/[-‐‑]/gu) ?? [];
  return forms.map((part, i) => keepPart(sources[i] ?? '', part) + (marks[i] ?? '')).join('');
}

function keepPart(source: string, form: string): string {
  let same = 0;
  while (same < source.length && same < form.length && isSame(source.charAt(same), form.charAt(same))) same++;
  const rest = form.slice(same);
  if (isAllCapitals(source)) return source.slice(0, same) + rest.toUpperCase();
  return source.slice(0, same) + (same === 0 && isCapital(source) ? capitalised(rest) : rest);
}

function isSame(a: string, b: string): boolean {
  return a === b || fold(a) === fold(b);
}

function fold(letter: string): string {
  const lower = letter.toLowerCase();
  return lower === 'ё' ? 'е' : lower === '‑' || lower === '‐' ? '-' : lower;
}

function isAllCapitals(text: string): boolean {
  return text.length > 1 && text === text.toUpperCase() && text !== text.toLowerCase();
}

function isCapital(text: string): boolean {
  return /^\p{Lu}/u.test(text);
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
