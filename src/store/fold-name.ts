/** The form in which names are looked up: «Пётр  Первый» → `петр первый`. */
export function foldName(name: string): string {
  return name.normalize('NFC').toLowerCase().replaceAll('ё', 'е').replaceAll(/\s+/gu, ' ').trim();
}
