import { buildClientIfChanged } from '../../scripts/build/client.ts'
import { inHouse } from './feel/house.ts'
import { motionOfBoard, motionOfList } from './feel/motion.ts'
import { writing } from './feel/writing.ts'
import { QUARTERS } from './open/data-folder.ts'
import { type BenchResult, told } from './result.ts'

export const name = 'How it feels'

const ORDERS = 100_000

/** What a person feels of 100,000 orders in Chromium: scrolling, dragging, keys. */
export async function run(): Promise<BenchResult> {
  await buildClientIfChanged()
  const figures = await inHouse(
    ORDERS,
    (_device, found) => found(),
    async (house) => [
      ...told(await house.on(motionOfList)),
      ...told(await house.on(writing)),
      // The last one: whoever has looked at the board is led to it from then on.
      ...told(await house.on((device) => motionOfBoard(device, house.open))),
    ],
  )
  return { about: ABOUT, figures }
}

const ABOUT = `${ORDERS} orders in ${QUARTERS} quarters stand in the browser's store, 10,000 of them open, each packed into one text. The
server runs on the same machine. Tasks are those of the page's main thread in a trace, 1 ms and longer. Keys: from the key's own
time until the page is laid out again, and until the next frame is painted, which the screen gives sixty times a second. In a flick
rows that nobody can read are bars until it rests.`
