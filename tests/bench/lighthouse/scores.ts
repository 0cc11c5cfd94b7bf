import lighthouse, { desktopConfig } from 'lighthouse'

const OF_PROGRAM = ['performance', 'accessibility', 'best-practices'] as const
const OF_SITE = [...OF_PROGRAM, 'seo'] as const
type Form = 'desktop' | 'mobile'
export type Scores = Readonly<Record<(typeof OF_PROGRAM)[number], number>>

/** Lighthouse's scores of an address, from 0 to 100, in a browser that is signed in and listens for it at `port`. */
export function scoresOf(url: string, port: number, form: Form): Promise<Scores> {
  return scored(url, port, form, OF_PROGRAM)
}

/** The same of a page of the public site, by how robots find it too; `skip`: what it does otherwise on purpose. */
export function siteScoresOf(url: string, port: number, form: Form, skip: readonly string[] = []) {
  return scored(url, port, form, OF_SITE, skip)
}

async function scored<C extends string>(
  url: string,
  port: number,
  form: Form,
  asked: readonly C[],
  skip: readonly string[] = [],
): Promise<Readonly<Record<C, number>>> {
  const flags = {
    ...{ port, onlyCategories: [...asked], skipAudits: [...skip] },
    ...{ disableStorageReset: true, disableFullPageScreenshot: true, logLevel: 'error' as const },
  }
  const config = form === 'desktop' ? desktopConfig : undefined
  const { categories } = await lhrOf(() => lighthouse(url, flags, config))
  const scores = asked.map((name) => [name, Math.round((categories[name]?.score ?? 0) * 100)] as const)
  return Object.fromEntries(scores) as Record<C, number>
}

/** Now and then a trace lacks its beginning (NO_NAVSTART), and Lighthouse asks to be run again. */
async function lhrOf(run: () => ReturnType<typeof lighthouse>, triesLeft = 2) {
  const result = await run()
  const failure = result ? result.lhr.runtimeError : { message: 'no result' }
  if (result && !failure) return result.lhr
  if (triesLeft === 0) throw new Error(`Lighthouse: ${failure?.message}`)
  return lhrOf(run, triesLeft - 1)
}
