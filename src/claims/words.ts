/** A list of lemmas written as running text: `` words(`подписать подписание`) ``. */
export function words(list: string): readonly string[] {
  return list.trim().split(/\s+/u);
}
