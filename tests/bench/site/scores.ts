import { join } from 'node:path'
import { chromium } from '@playwright/test'
import { CHROMIUM, CHROMIUM_ARGS } from '../../../scripts/chromium.ts'
import { freePort } from '../../support/databases/child.ts'
import { siteScoresOf } from '../lighthouse/scores.ts'
import { inFolder } from '../open/stage.ts'
import type { BenchFigure } from '../result.ts'
import type { BenchDoor } from './door.ts'

const LEAST = 95
/** A cart is one visitor’s own: search engines are told to leave it out. */
const ON_PURPOSE: Readonly<Record<string, readonly string[]>> = { '/cart': ['is-crawlable'] }

/** Lighthouse’s scores of the pages by which a visitor comes to an order, by a browser that has the visitor’s cart. */
export function scoresOfSite({ url }: BenchDoor, cookie: string, pages: Readonly<Record<string, string>>) {
  return inFolder(async (folder) => {
    const port = await freePort()
    const args = [...CHROMIUM_ARGS, `--remote-debugging-port=${port}`]
    const context = await chromium.launchPersistentContext(join(folder, 'profile'), { executablePath: CHROMIUM, args })
    const [name = '', value = ''] = cookie.split('=')
    await context.addCookies([{ name, value, url }])
    const figures: BenchFigure[] = []
    try {
      for (const [page, path] of Object.entries(pages))
        for (const form of ['desktop', 'mobile'] as const)
          figures.push(
            figureOf(`Lighthouse: ${page}, ${form}`, await siteScoresOf(url + path, port, form, ON_PURPOSE[path])),
          )
    } finally {
      await context.close()
    }
    return figures
  })
}

function figureOf(what: string, scores: Readonly<Record<string, number>>): BenchFigure {
  const all = Object.values(scores)
  const held = all.every((score) => score >= LEAST)
  return { what, value: all.join(' · '), target: `each at least ${LEAST}`, held }
}
