/** The longest address of a link. */
const LONGEST = 2_000
const SCHEMES = ['http:', 'https:', 'mailto:', 'tel:']

/**
 * Where a link may lead (SPEC TX2): the web, mail, a phone; null for anything else. Of signs that browsers pass over in a scheme
 * there may be none: `java\nscript:` is read by them as what it hides.
 */
export function readHref(href: unknown): string | null {
  if (typeof href !== 'string' || href.length > LONGEST || hasOddSign(href)) return null
  const typed = href.trim()
  return URL.canParse(typed) && SCHEMES.includes(new URL(typed).protocol) ? typed : null
}

function hasOddSign(text: string): boolean {
  return [...text].some((sign) => sign < ' ' || sign === '\u007f')
}
