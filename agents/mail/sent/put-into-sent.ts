import type { Box } from '../box.ts'

/** What is put into a folder of sent mail, and by what it is known there. */
export interface SentLetter {
  /** Without brackets. */
  readonly messageId: string
  readonly raw: Uint8Array
}

/** What the mail server says of a folder for what was sent. */
const SENT = '\\Sent'

/**
 * Puts a letter as it went into the folder of sent mail, unless it stands there: whoever died behind it, or a server that keeps it by
 * itself, did it (SPEC MW7). False where there is no such folder.
 */
export async function putIntoSent(box: Box, { messageId, raw }: SentLetter): Promise<boolean> {
  const folder = (await box.folders()).find(({ use, isSelectable }) => use === SENT && isSelectable)
  if (!folder) return false
  const there = await box.within(folder.path, (open) => open.named(messageId))
  if (there.length === 0) await box.append(folder.path, raw)
  return true
}
