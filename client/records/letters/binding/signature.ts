import { readPhone } from '../../../../shared/phones/phone.ts'

/** So many lines from the end of what was written a signature has at most, and so many phones. */
const LINES = 12
const MOST = 4
/** What may be a phone: a plus or a digit, then digits with what stands between them. */
const PHONE = /\+?\d[\d\s().\u2011-]{8,20}\d/gu

/** The phones that stand under a letter's words, as they are written, each once; what is quoted is another's. */
export function phonesIn(text: string): readonly string[] {
  const own = text.split('\n').filter((line) => !/^\s*>/.test(line) && line.trim() !== '')
  const found = new Map<string, string>()
  for (const line of own.slice(-LINES)) {
    for (const [phone] of line.matchAll(PHONE)) {
      // So many digits without a sign between them are the number of something else.
      if (/^\d+$/.test(phone) && phone.length !== 11) continue
      const { normal, spaced } = readPhone(phone) ?? { normal: null, spaced: '' }
      if (normal !== null && !found.has(normal)) found.set(normal, spaced)
    }
  }
  return [...found.values()].slice(0, MOST)
}
