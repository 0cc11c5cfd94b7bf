import { readHref } from '../../../shared/messages/body/link.ts'

const SCHEME = /^[a-z][a-z0-9+.-]*:/i
const EMAIL = /^[^\s@:/]+@[^\s@:/]+\.[^\s@:/]+$/
const PHONE = /^\+?[\d\s()-]{5,}$/
const SITE = /^[^\s/:@]+\.[^\s/:@.]{2,}(:\d+)?([/?#]\S*)?$/

/** Whether a text may have a link that leads there. */
export function isLink(address: string): boolean {
  return readHref(address) !== null
}

/** The address that somebody meant by what was typed: `salon.ru`, `olga@salon.ru`, a phone; undefined: it leads nowhere, or where none may. */
export function linkOf(typed: string): string | undefined {
  const text = typed.trim()
  if (isLink(text)) return text
  if (EMAIL.test(text)) return `mailto:${text}`
  if (PHONE.test(text)) return `tel:${text.replace(/[^\d+]/g, '')}`
  return SITE.test(text) && !SCHEME.test(text.replace(/:\d+/, '')) ? `https://${text}` : undefined
}
