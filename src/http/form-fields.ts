/** What a request's body was parsed into. */
export type Body = Readonly<Record<string, unknown>>;
export type Fields = Readonly<Record<string, string>>;

/** The text fields of a form, without blanks around them. */
export function fieldsOf(body: Body): Fields {
  return Object.fromEntries(
    Object.entries(body).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value.trim()]] : [])),
  );
}
