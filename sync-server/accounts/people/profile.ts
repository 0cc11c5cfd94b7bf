import type { Profile } from '../../../shared/accounts/api.ts'
import { people } from '../../../shared/company/collections.ts'
import type { Author } from '../../sync/author.ts'
import type { Base } from '../base.ts'
import { passkeysOf } from '../factors/passkeys.ts'
import { backupCodesLeft } from '../factors/second-factor.ts'
import { userBy } from '../store/rows.ts'

/** What a person sees of the own account besides what everybody is told. Failure account-unknown. */
export async function profileOf(base: Base, user: string): Promise<Profile> {
  const { twoFactorEnabled } = await userBy(base.context.adapter, user)
  return {
    backupCodes: twoFactorEnabled ? await backupCodesLeft(base, user) : null,
    passkeys: await passkeysOf(base, user),
  }
}

/** Changes one's own name, also as the company's people have it. */
export async function renameSelf(base: Base, author: Author, user: string, name: string): Promise<void> {
  const { adapter } = base.context
  const update = { name, updatedAt: new Date() }
  await adapter.updateMany({ model: 'user', where: [{ field: 'id', value: user }], update })
  const { person } = await userBy(adapter, user)
  if (person === null) return
  await author.write((tx) => {
    if (tx.find(people, person)) tx.set(people, person, { name })
  })
}
