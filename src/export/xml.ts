/** Text as it stands in XML 1.0, in elements and attributes alike; characters that XML cannot hold become `□`. */
export function xmlText(text: string): string {
  return visible(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/** Characters that XML has no place for, not even escaped, as boxes. */
export function visible(text: string): string {
  return text.replaceAll(notInXml, '□');
}

/** Controls but tab and line ends, halves of surrogate pairs, and the two last code points of the first plane. */
const notInXml = /[[\p{Cc}--[\t\n\r\x7F-\x9F]]\uFFFE\uFFFF\p{Surrogate}]/gv;
