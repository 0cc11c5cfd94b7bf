import { COMMON } from '../../../shared/documents/families.ts'
import { shelves } from '../../../shared/documents/shelves.ts'
import { letters } from '../../../shared/letters/collections.ts'
import type { AgentGround } from '../../runtime/agent.ts'
import { messageOf } from '../taking/message-of.ts'
import { type Answering, nearQuarters } from './needed.ts'
import { surroundingsOf } from './surroundings.ts'

/** So many quarters are looked through besides the letter's own and the one before: two years. */
const QUARTERS = 8

/**
 * Looks for what a letter answers among those of earlier quarters, the newest first, where it names none that is known (SPEC MP11). Each
 * quarter is opened for that once: its Message-IDs are known from then on.
 */
export async function lookFarther(
  { replica, documents }: Pick<AgentGround, 'replica' | 'documents'>,
  { company, id, references }: Answering,
): Promise<void> {
  const around = surroundingsOf(replica)
  const isFound = () => references.some((one) => messageOf(one) !== null || around.idOf(one) !== null)
  if (references.length === 0 || isFound()) return
  await documents.hold(near(company, id), () => around.look(near(company, id)))
  const all = [...replica.rows(shelves)].flatMap(({ document }) => document ?? [])
  for (const name of earlierOf(all, company, id)) {
    if (isFound()) return
    if (!around.hasSeen(name)) await documents.hold([name], () => around.look([name]))
  }
}

const near = (company: string, id: string) => nearQuarters(id).map((quarter) => `${folder(company)}${quarter}`)
const folder = (company: string) => `${company}/${letters.family}/${COMMON}/`

/** Of documents those of letters before the quarters that are looked at anyway, the newest first. */
export function earlierOf(documents: readonly string[], company: string, id: string): readonly string[] {
  const before = near(company, id).at(-1) ?? ''
  const meant = documents.filter((name) => name.startsWith(folder(company)) && name < before)
  return meant.sort().reverse().slice(0, QUARTERS)
}
