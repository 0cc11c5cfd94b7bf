import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { picture } from '../../sync-server/accounts/set-up/demo-files/picture.ts'
import { inFolder } from './open/stage.ts'
import { type BenchFigure, type BenchResult, milliseconds, told } from './result.ts'
import { beside, ROUNDS } from './site/beside.ts'
import { type BenchDoor, startDoor } from './site/door.ts'
import { largeCatalogue } from './site/goods.ts'
import { cartOf, kindsOf, ORDERS, PAGES } from './site/kinds.ts'
import { LINES } from './site/load.ts'
import { scoresOfSite } from './site/scores.ts'

export const name = 'The company’s site'

const GOODS = 10_000
const PICTURES = 40
const SCORED = {
  'first page': '/',
  catalogue: '/catalogue',
  product: '/product/tovar-7',
  cart: '/cart',
  'order form': '/order',
}

/** Pages and orders of a site with 10,000 goods beside a static file of the same server and bare node:http; then Lighthouse. */
export function run(): Promise<BenchResult> {
  const pictures = Array.from({ length: PICTURES }, (_, at) => new Uint8Array(picture(400 + at)))
  const hashes = pictures.map((bytes) => createHash('sha256').update(bytes).digest('hex'))
  const catalogue = largeCatalogue(GOODS, hashes)
  return inFolder(async (folder) => {
    const door = await startDoor(join(folder, 'site'))
    try {
      const figures = [...told(await published(door, JSON.stringify(catalogue)))]
      for (const bytes of pictures) await door.putPicture(bytes)
      for (const kind of kindsOf(door, catalogue)) figures.push(...told(await beside(kind, door)))
      figures.push(...(await scoresOfSite(door, cartOf(door, catalogue).cookie, SCORED)))
      return { about: ABOUT, figures }
    } finally {
      await door.close()
    }
  })
}

/** From the catalogue on its way to its first page. */
async function published(door: BenchDoor, body: string): Promise<BenchFigure[]> {
  const began = performance.now()
  await door.ask('/catalogue', { method: 'PUT', body })
  const stands = performance.now()
  await (await fetch(`${door.url}/catalogue`)).text()
  const shown = performance.now()
  return [
    { what: 'the catalogue published', value: milliseconds(stands - began) },
    { what: 'the first page after it', value: milliseconds(shown - stands) },
  ]
}

const ABOUT = `${GOODS} goods in 66 groups, each with a picture. \`npm run site\` is a process of its own, asked by ${LINES} lines at once that ask again
when they are answered (requests a second), and by ${PAGES} requests (${ORDERS} orders) a second, each at its time (p95); every request is from another network, for a cart of three goods, and takes
gzip. Beside each page a file as large of the same server (a picture, from its folder), and node:http with the same bytes in memory. Orders are on the disk before they are
answered (\`synchronous=FULL\`); so are those of the bare server, one row each, of which it checks nothing. In turns, medians of ${ROUNDS} rounds. Lighthouse 13: performance · accessibility · best practices · SEO.`
