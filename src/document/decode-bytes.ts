export type Decoded =
  | { readonly kind: 'text'; readonly text: string; readonly charset: string; readonly why: string }
  | { readonly kind: 'rejected'; readonly reason: string };

/**
 * Turns bytes into text: byte order mark, then the charset that the HTTP header names, then the one that the page's own
 * `<meta>` or XML declaration names, then valid UTF-8, then detection among UTF-16 and the Cyrillic charsets.
 * A declared charset that the bytes contradict is passed over, with the reason in `why`.
 */
export function decodeBytes(bytes: Uint8Array, contentType: string | null): Decoded {
  const mark = decodeMarked(bytes);
  if (mark) return mark;
  const declared: readonly (readonly [label: string | null, where: string])[] = [
    [charsetOf(contentType ?? ''), 'the HTTP header names it'],
    [declaredInside(bytes), 'the page names it'],
  ];
  const utf8 = tryDecode(bytes, 'utf-8');
  const multibyte = utf8 !== null && bytes.some((b) => b > 127);
  for (const [label, where] of declared) {
    if (!label) continue;
    if (multibyte && label !== 'utf-8') {
      return {
        kind: 'text',
        text: utf8,
        charset: 'utf-8',
        why: `the bytes are valid UTF-8, although ${label} is declared`,
      };
    }
    const text = tryDecode(bytes, label);
    if (text !== null && !text.includes('\0')) return { kind: 'text', text, charset: label, why: where };
  }
  if (utf8 !== null && !utf8.includes('\0'))
    return { kind: 'text', text: utf8, charset: 'utf-8', why: 'the bytes are valid UTF-8' };
  return detect(bytes);
}

const marks: readonly (readonly [charset: string, mark: readonly number[]])[] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];

function decodeMarked(bytes: Uint8Array): Decoded | null {
  const mark = marks.find(([, start]) => start.every((b, n) => bytes[n] === b));
  const text = mark && tryDecode(bytes, mark[0]);
  return mark && typeof text === 'string' ? { kind: 'text', text, charset: mark[0], why: 'a byte order mark' } : null;
}

/** `text/html; charset="windows-1251"` → `windows-1251`, as the platform's decoder calls it; `null` for one it does not know. */
function charsetOf(text: string): string | null {
  const label = /charset\s*=\s*["']?\s*([\w.:-]{2,40})/iu.exec(text)?.[1];
  return label ? knownCharset(label) : null;
}

/** Looks only where browsers look: in the first 2,048 bytes. UTF-16 named in bytes that could be read as ASCII is UTF-8. */
function declaredInside(bytes: Uint8Array): string | null {
  const head = latin1.decode(bytes.subarray(0, 2048));
  if (!head.includes('<')) return null;
  const xml = /^\s*<\?xml[^>]{0,200}encoding\s*=\s*["']([\w.:-]{2,40})["']/iu.exec(head)?.[1];
  const meta = /<meta[^>]{0,300}charset\s*=\s*["']?\s*([\w.:-]{2,40})/iu.exec(head)?.[1];
  const label = meta ?? xml;
  const known = label ? knownCharset(label) : null;
  return known?.startsWith('utf-16') ? 'utf-8' : known;
}

/** Made once: a decoder of single bytes begins with a table of all of them. */
const latin1 = new TextDecoder('latin1');

function knownCharset(label: string): string | null {
  const plain = label.trim().toLowerCase();
  const name = /^(?:cp|win)-?(125[0-8])$/u.exec(plain);
  try {
    return new TextDecoder(name ? `windows-${name[1] ?? ''}` : plain === 'cp866' ? 'ibm866' : plain).encoding;
  } catch {
    return null;
  }
}

function tryDecode(bytes: Uint8Array, charset: string): string | null {
  try {
    return new TextDecoder(charset, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

const cyrillic = ['windows-1251', 'koi8-r', 'ibm866', 'iso-8859-5', 'x-mac-cyrillic'] as const;

function detect(bytes: Uint8Array): Decoded {
  const wide = detectWide(bytes);
  if (wide) return wide;
  if (bytes.includes(0))
    return { kind: 'rejected', reason: 'these bytes are no text: they hold zero bytes; give a text or an HTML file' };
  const sample = bytes.subarray(0, 65_536);
  const scored = cyrillic
    .map((charset) => ({ charset, score: russianness(new TextDecoder(charset).decode(sample)) }))
    .toSorted((a, b) => b.score - a.score);
  const best = scored[0];
  if (best && best.score > 0.5) {
    const text = new TextDecoder(best.charset).decode(bytes);
    return {
      kind: 'text',
      text,
      charset: best.charset,
      why: `no charset is declared; as ${best.charset} it reads as Russian`,
    };
  }
  const high = sample.reduce((n, b) => n + (b > 127 ? 1 : 0), 0) / Math.max(1, sample.length);
  const latin = tryDecode(bytes, 'windows-1252');
  return latin !== null && high < 0.08 && !/[^\P{Cc}\s\u{80}-\u{9F}]/u.test(latin.slice(0, 4096))
    ? { kind: 'text', text: latin, charset: 'windows-1252', why: 'no charset is declared; nearly all bytes are ASCII' }
    : {
        kind: 'rejected',
        reason: 'not UTF-8 and no known charset: save the file as UTF-8, or name its charset in the page',
      };
}

/** UTF-16 without a mark: every second byte is one of two or three values (0x04 for Cyrillic, 0x00 for ASCII). */
function detectWide(bytes: Uint8Array): Decoded | null {
  const sample = bytes.subarray(0, 4096);
  if (bytes.length % 2 !== 0 || bytes.length < 16) return null;
  for (const [charset, offset] of [
    ['utf-16le', 1],
    ['utf-16be', 0],
  ] as const) {
    const highs = sample.filter((b, n) => n % 2 === offset && (b === 4 || b === 0 || b === 0x20)).length;
    const text = highs > sample.length * 0.45 ? tryDecode(bytes, charset) : null;
    if (text !== null)
      return { kind: 'text', text, charset, why: 'no charset is declared; every second byte is that of UTF-16' };
  }
  return null;
}

/**
 * How much the letters beyond ASCII are those of Russian running text: 1 for it, below 0 for the wrong charset, where
 * capitals stand inside words and box drawing inside lines.
 */
function russianness(text: string): number {
  const letters = text.match(/\P{ASCII}/gu)?.length ?? 0;
  if (letters < 8) return 0;
  const usual = text.match(/[оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфъ]/gu)?.length ?? 0;
  const frequent = text.match(/[оеаинтсрвл]/gu)?.length ?? 0;
  const wrong = text.match(/\p{Ll}\p{Lu}|[\u{2500}-\u{259F}\u{80}-\u{9F}]|[ЂЃѓЉЊЌЋЏђљњќћџ]/gu)?.length ?? 0;
  return (usual + frequent * 0.5) / (letters * 1.35) - (wrong * 2) / letters;
}
