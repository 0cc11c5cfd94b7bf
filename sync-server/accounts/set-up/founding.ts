import type { NewAccount } from '../../../shared/accounts/api.ts'
import { Failure } from '../../../shared/errors.ts'
import type { Base } from '../base.ts'
import { addMember, hashPassword } from '../people/members.ts'
import type { Store, UserRow } from '../store/rows.ts'

const FOUNDING = 'company'

interface FoundingRow {
  readonly demo: boolean
}

/** How the company was set up; null before the first start is done. */
export function foundingIn(store: Store): Promise<FoundingRow | null> {
  return store.findOne<FoundingRow>({ model: 'founding', where: [{ field: 'id', value: FOUNDING }] })
}

/** Makes the owner's account and so ends the first start; of two at once one. Failures: company-exists, password-weak. */
export async function makeOwner(base: Base, owner: NewAccount, person: string, demo: boolean): Promise<UserRow> {
  const hash = await hashPassword(base, owner.password)
  return await base.context.adapter.transaction(async (store) => {
    if (await foundingIn(store)) throw new Failure('company-exists')
    await store.create({ model: 'founding', data: { id: FOUNDING, demo, at: new Date() }, forceAllowId: true })
    return await addMember(store, { name: owner.name, email: owner.email, hash, role: 'owner', person })
  })
}
