import { files } from '../../../shared/files/collections.ts'
import { cleanName } from '../../../shared/files/name.ts'
import type { Message } from '../../../shared/messages/collections.ts'
import { PAPER_KINDS, type PaperKind } from '../../../shared/print/trade/kinds.ts'
import type { Enclosure } from '../letters/letter.ts'
import { failed, later, type Outcome } from '../outcome.ts'
import { type OrderGround, orderPaper } from './order-paper.ts'
import { asPdf } from './pdf.ts'

/** The bytes of a file, or what keeps them from being here. */
export type Bytes = Uint8Array | 'notYet' | 'gone'

/** What enclosures are made of. */
export interface EnclosureGround {
  /** The message's order and its surroundings; null where it is not here. */
  readonly order: OrderGround | null
  readonly find: OrderGround['find']
  readonly fetch: (file: string) => Promise<Bytes>
}

/** What goes with a letter: papers of its order as PDF, and files. Else why it does not go, or not yet. */
export async function enclosuresOf(
  { papers, files: names }: Pick<Message, 'papers' | 'files'>,
  ground: EnclosureGround,
): Promise<readonly Enclosure[] | Outcome> {
  const made: Enclosure[] = []
  for (const paper of papers) {
    const one = await paperAs(paper, ground)
    if ('is' in one) return one
    made.push(one)
  }
  for (const file of names) {
    const one = await fileAs(file, ground)
    if ('is' in one) return one
    made.push(one)
  }
  return made
}

async function paperAs(name: string, { order }: EnclosureGround): Promise<Enclosure | Outcome> {
  const kind = PAPER_KINDS.find((one) => one === name)
  if (!kind || !order) return failed('fileGone', { file: name })
  const bytes = await drawn(kind, order)
  const { title } = orderPaper(kind, order)
  return { name: cleanName(`${title.replace(/\.$/, '')}.pdf`), type: 'application/pdf', bytes }
}

/** A picture that cannot be read keeps no paper from going. */
async function drawn(kind: PaperKind, order: OrderGround): Promise<Uint8Array> {
  try {
    return await asPdf(orderPaper(kind, order))
  } catch {
    return await asPdf(orderPaper(kind, order, true))
  }
}

async function fileAs(id: string, { find, fetch }: EnclosureGround): Promise<Enclosure | Outcome> {
  const record = find(files, id)
  const file = record?.name ?? id
  if (!record || record.gone) return failed('fileGone', { file })
  const bytes = await fetch(id)
  if (bytes === 'gone') return failed('fileGone', { file })
  // It is on its way from the device on which it was chosen.
  if (bytes === 'notYet') return later('message', 'awaitsFile', { file })
  return { name: cleanName(file), type: record.type ?? 'application/octet-stream', bytes }
}
