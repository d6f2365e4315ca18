/** A list of lemmas written as running text: `` lemmaList(`подписать подписание`) ``. */
export function lemmaList(list: string): readonly string[] {
  return list.trim().split(/\s+/u);
}
