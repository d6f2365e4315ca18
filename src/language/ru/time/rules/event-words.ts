/**
 * The words of an event after «после», «до», «накануне»: adjectives in the genitive and their noun («парламентских
 * выборов»), `null` where no Russian word in small letters or name follows. Looks at 80 characters.
 */
export function readEvent(text: string, at: number): string | null {
  const found =
    /^[\s\u00a0]+((?:\p{Ll}+(?:ого|его|ой|ей|ых|их)[\s\u00a0]+){0,3}(?:«[^»\n]{1,50}»|\p{L}[\p{L}-]+))/u.exec(
      text.slice(at, at + 80),
    );
  return found?.[1] ?? null;
}
