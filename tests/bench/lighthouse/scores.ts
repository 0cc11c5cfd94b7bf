import lighthouse, { desktopConfig } from 'lighthouse'

const CATEGORIES = ['performance', 'accessibility', 'best-practices'] as const
export type Scores = Readonly<Record<(typeof CATEGORIES)[number], number>>

/** Lighthouse's scores of an address, from 0 to 100, in a browser that is signed in and listens for it at `port`. */
export async function scoresOf(url: string, port: number, form: 'desktop' | 'mobile'): Promise<Scores> {
  const flags = { port, onlyCategories: [...CATEGORIES], disableStorageReset: true, logLevel: 'error' as const }
  const result = await lighthouse(url, flags, form === 'desktop' ? desktopConfig : undefined)
  if (!result || result.lhr.runtimeError)
    throw new Error(`Lighthouse: ${result?.lhr.runtimeError?.message ?? 'no result'}`)
  const { categories } = result.lhr
  const score = (name: string) => Math.round((categories[name]?.score ?? 0) * 100)
  return {
    performance: score('performance'),
    accessibility: score('accessibility'),
    'best-practices': score('best-practices'),
  }
}
