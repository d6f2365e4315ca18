/** Turns the bytes of an XML or JSON file into text: byte order mark, XML declaration, HTTP header, else UTF-8. */
export function decodeXml(bytes: Uint8Array, contentType: string | null): string {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 200));
  const marked =
    bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : null;
  const declared = /<\?xml[^>]{0,120}encoding\s*=\s*["']([\w.:-]{2,40})["']/u.exec(head)?.[1];
  const served = /charset\s*=\s*["']?([\w.:-]{2,40})/iu.exec(contentType ?? '')?.[1];
  for (const label of [marked, declared, served]) {
    if (!label) continue;
    try {
      return new TextDecoder(label).decode(bytes);
    } catch {
      continue;
    }
  }
  return new TextDecoder().decode(bytes);
}
