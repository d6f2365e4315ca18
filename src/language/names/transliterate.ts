/** How Cyrillic is written in Latin letters: the passport's way, the British-American way, or one letter for one. */
export type Scheme = 'gost-2006' | 'bgn' | 'iso-9';

/**
 * Russian, Belarusian and Ukrainian Cyrillic in Latin letters. Whatever is no Cyrillic letter passes through.
 * `gost-2006`: GOST R 52535.1-2006, the table of ICAO passports («Щукин» → `Shchukin`); `bgn`: BGN/PCGN 1947
 * («Елена» → `Yelena`); `iso-9`: ISO 9:1995, reversible (`Ŝukin`).
 */
export function transliterate(text: string, scheme: Scheme): string {
  let out = '';
  let before = '';
  for (const letter of text) {
    const small = letter.toLowerCase();
    const latin = letterIn(small, before, scheme);
    out += latin === null ? letter : letter === small ? latin : latin.charAt(0).toUpperCase() + latin.slice(1);
    before = small;
  }
  return out;
}

/**
 * One key for all usual spellings of a name in either script: «Ильяшенко», `Ilyashenko`, `Iljaszenko` → equal keys.
 * Sounds that the schemes write in different ways are folded together, so the key is for comparing only.
 */
export function soundKey(name: string): string {
  const known = keys.get(name);
  if (known !== undefined) return known;
  if (keys.size >= mostKeys) keys.clear();
  const key = keyOf(name);
  keys.set(name, key);
  return key;
}

/** The names of a record are compared over and over, each with many others. */
const keys = new Map<string, string>();
const mostKeys = 50_000;

function keyOf(name: string): string {
  let key = transliterate(name.toLowerCase(), 'gost-2006')
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll('ł', 'l')
    .replaceAll(/[’'`ʹʺ"]/gu, '');
  for (const [from, to] of folds) key = key.replaceAll(from, to);
  return key.replaceAll(/(\p{L})\1+/gu, '$1');
}

/** Longer spellings first. */
const folds: readonly (readonly [from: RegExp, to: string])[] = [
  // «Щукин»: Shchukin, Schukin, Szczukin; `Sch` is also «Ш» of «Шойна», so that both are one
  [/shch|szcz|schtsch/gu, 's'],
  // «Шойна»: Shoina, Schoina, Szojna
  [/sch|sh|sz/gu, 's'],
  // «Чернов»: Chernov, Tchernov, Czernow, Tschernow
  [/tsch|tch|cz|ch/gu, 'q'],
  // «Жуков»: Zhukov, Joukov
  [/zh/gu, 'z'],
  // «Хворин»: Khvorin, Hvorin
  [/kh/gu, 'h'],
  // «Цой»: Tsoy, Tzoi
  [/ts|tz/gu, 'c'],
  // «Александр»: Aleksandr, Alexander
  [/ks/gu, 'x'],
  [/der(?!\p{L})/gu, 'dr'],
  [/ck/gu, 'k'],
  // «Владимир»: Wladimir
  [/w/gu, 'v'],
  // «Филипп»: Philip
  [/ph/gu, 'f'],
  // «Юрий»: Yuri, Iurii, Jurij; «Сергей»: Sergei, Sergey; «Мария»: Maria, Mariya
  [/(?:[iyj]){1,2}(?=[aeou])/gu, 'i'],
  [/[yj]/gu, 'i'],
  [/i+(?!\p{L})/gu, 'i'],
  // «Елена»: Yelena, Elena; «Фёдор»: Fyodor, Fedor
  [/ie/gu, 'e'],
  [/io(?=\p{L})/gu, 'e'],
];

const plain = tableOf(
  'а a б b в v г g д d е e ё e ж zh з z и i й i к k л l м m н n о o п p р r с s т t у u ф f х kh ц ts ч ch ш sh щ shch ' +
    'ъ ie ы y ь - э e ю iu я ia і i ї i є ie ґ g ў u',
);
const bgn = { ...plain, ...tableOf('ё ë й y ъ ” ь ’ ю yu я ya ў w є ye ї yi') };
const iso9 = {
  ...plain,
  ...tableOf('ё ë ж ž й j х h ц c ч č ш š щ ŝ ъ ʺ ь ʹ э è ю û я â і ì ї ï є ê ґ g̀ ў ǔ'),
};

/** Pairs of a Cyrillic letter and its Latin ones; `-` stands for none. */
function tableOf(pairs: string): Readonly<{ [letter: string]: string }> {
  const cells = pairs.split(' ');
  return Object.fromEntries(
    cells.flatMap((cell, i) => (i % 2 === 0 ? [[cell, (cells[i + 1] ?? '').replace('-', '')]] : [])),
  );
}

function letterIn(small: string, before: string, scheme: Scheme): string | null {
  if (scheme === 'iso-9') return iso9[small] ?? null;
  if (scheme === 'gost-2006') return plain[small] ?? null;
  // BGN: «Елена» → Yelena, «Андреев» → Andreyev: after a vowel, й, ъ, ь and at the beginning.
  const opens = before === '' || !/\p{L}/u.test(before) || 'аеёиоуыэюяйъь'.includes(before);
  if (small === 'е' && opens) return 'ye';
  if (small === 'ё' && opens) return 'yë';
  return bgn[small] ?? null;
}
