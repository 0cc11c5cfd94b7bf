import { demoOrders } from '../../../../shared/demo/demo.ts'
import { fileCommands, type MadeFile } from '../../../../shared/demo/files/files.ts'
import { PDF } from '../../../../shared/files/types.ts'
import { runPlanned } from '../../../../shared/importing/planning/planned.ts'
import { DICTIONARIES } from '../../../../shared/locales/dictionaries.ts'
import type { Language } from '../../../../shared/locales/index.ts'
import type { Files } from '../../../files/files.ts'
import type { Author } from '../../../sync/author.ts'
import { WALL } from './kitchen.ts'
import { picture } from './picture.ts'
import { plan } from './plan.ts'

/** Pixels of the picture's width, and of a preview's, as devices make them. */
const WIDTH = 960
const SMALL = 240

/** Puts a few small files on orders and customers of the demo company; done again it makes nothing twice. */
export async function addDemoFiles(files: Files, author: Author, now: number, language: Language): Promise<void> {
  const preview = await files.blobs.put(picture(SMALL))
  const whole = { width: WIDTH, height: (WIDTH * WALL.height) / WALL.width }
  const made = {
    picture: { ...(await put(files, picture(WIDTH), 'image/png')), preview, ...whole },
    plan: { ...(await put(files, plan(), PDF)), preview },
  }
  const words = DICTIONARIES[language].demo
  const commands = fileCommands(now, words, demoOrders(now, language), made)
  await author.write((tx, as) => {
    for (const { person, at, ...command } of commands) {
      as({ person, at })
      runPlanned(tx, command)
    }
  })
  for (const { args } of commands) await files.noteHere(await files.record(args.id))
}

async function put(files: Files, bytes: Buffer, type: string): Promise<MadeFile> {
  return { hash: await files.blobs.put(bytes), size: bytes.length, type }
}
