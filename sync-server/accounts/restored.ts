import type { Base } from './base.ts'

/** What lets somebody in: sessions, and links that were not used when the backup was made. */
const WAYS_IN = ['session', 'invitation', 'resetLink', 'verification'] as const

/**
 * After a restore nobody is signed in and no link works (SPEC A19): what was ended or used up since the backup would be
 * good again.
 */
export async function closeAllWays({ context }: Pick<Base, 'context'>): Promise<void> {
  await context.adapter.transaction(async (store) => {
    for (const model of WAYS_IN) await store.deleteMany({ model, where: [] })
  })
}
