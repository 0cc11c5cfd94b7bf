import lighthouse, { desktopConfig } from 'lighthouse'

const CATEGORIES = ['performance', 'accessibility', 'best-practices'] as const
export type Scores = Readonly<Record<(typeof CATEGORIES)[number], number>>

/** Lighthouse's scores of an address, from 0 to 100, in a browser that is signed in and listens for it at `port`. */
export async function scoresOf(url: string, port: number, form: 'desktop' | 'mobile'): Promise<Scores> {
  const flags = { port, onlyCategories: [...CATEGORIES], disableStorageReset: true, logLevel: 'error' as const }
  const config = form === 'desktop' ? desktopConfig : undefined
  const { categories } = await lhrOf(() => lighthouse(url, flags, config))
  const score = (name: string) => Math.round((categories[name]?.score ?? 0) * 100)
  return {
    performance: score('performance'),
    accessibility: score('accessibility'),
    'best-practices': score('best-practices'),
  }
}

/** Now and then a trace lacks its beginning (NO_NAVSTART), and Lighthouse asks to be run again. */
async function lhrOf(run: () => ReturnType<typeof lighthouse>, triesLeft = 2) {
  const result = await run()
  const failure = result ? result.lhr.runtimeError : { message: 'no result' }
  if (result && !failure) return result.lhr
  if (triesLeft === 0) throw new Error(`Lighthouse: ${failure?.message}`)
  return lhrOf(run, triesLeft - 1)
}
