/** An answer of a shop, whose first line says what it is (SPEC WB23). */
export type ShopAnswer =
  | { readonly is: 'success' | 'progress'; readonly rest: readonly string[] }
  | { readonly is: 'failure'; readonly said: string }
  | { readonly is: 'other' }

/** Words of a shop are shown to people: not endlessly. */
const LONGEST = 300

export function readAnswer(text: string): ShopAnswer {
  const [first = '', ...rest] = text
    .replace(/^\ufeff/, '')
    .split(/\r\n?|\n/)
    .map((line) => line.trim())
  const is = first.toLowerCase()
  if (is === 'success' || is === 'progress') return { is, rest }
  if (is === 'failure') return { is, said: rest.filter(Boolean).join(' ').slice(0, LONGEST) }
  return { is: 'other' }
}

/** What a shop is ready for: whether files go packed, and in pieces of how many bytes; null: it has said neither. */
export function readInit(text: string): { readonly isZip: boolean; readonly limit: number } | null {
  const zip = /^zip=(yes|no)\s*$/im.exec(text)?.[1]
  const limit = /^file_limit=(\d{1,15})\s*$/im.exec(text)?.[1]
  if (zip === undefined && limit === undefined) return null
  return { isZip: zip?.toLowerCase() === 'yes', limit: Number(limit ?? 0) }
}

/** The cookie that a shop knows the session by, as checkauth has given it; null: it gave none. */
export function cookieIn({ rest }: { readonly rest: readonly string[] }): string | null {
  const [name = '', value = ''] = rest
  const isSound = (text: string) => /^[\w!#$%&'*+.^`|~/=:@-]{1,500}$/.test(text)
  return isSound(name) && isSound(value) && !name.includes('=') ? `${name}=${value}` : null
}
