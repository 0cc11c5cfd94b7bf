/** Why somebody leaves, of what the page of unsubscribing offers. */
export const LEAVING = ['often', 'dull', 'never', 'other'] as const

export type Leaving = (typeof LEAVING)[number]

const LONGEST = 500
const KEPT = /^(often|dull|never)(?:: |$)/

/** A reason as it is kept: what was offered as its code, for readers of either language, and what was typed as it is. */
export function writeReason(chosen: string, typed: string): string {
  const code = LEAVING.find((one) => one === chosen && one !== 'other')
  return [code, typed.trim()].filter(Boolean).join(': ').slice(0, LONGEST)
}

/** A kept reason in words. */
export function reasonIn(wordsOf: (chosen: Leaving) => string, kept: string): string {
  const code = KEPT.exec(kept)?.[1] as Leaving | undefined
  return code === undefined ? kept : wordsOf(code) + kept.slice(code.length)
}
