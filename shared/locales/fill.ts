/** Puts values into the places of a phrase: `{{name}}` becomes the value of that name, or nothing. */
export function fill(phrase: string, values: Readonly<Record<string, string | number>>): string {
  return phrase.replace(/{{\s*(\w+)\s*}}/g, (_, name: string) => String(values[name] ?? ''))
}
