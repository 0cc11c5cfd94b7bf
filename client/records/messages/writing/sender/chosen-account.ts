import { type Accessor, createMemo } from 'solid-js'
import { type MailAccount, mailAccounts } from '../../../../../shared/letters/collections.ts'
import { createAll, useData } from '../../../../data/page/solid.tsx'

/** The accounts by which whoever looks may send, the own ones first, and the one that a letter goes by. */
export function createChosenAccount(chosen: Accessor<string | null | undefined>) {
  const { user } = useData().account
  const all = createAll(mailAccounts)
  const accounts = createMemo(() => writtenBy(all(), user))
  const account = () => accounts().find(({ id }) => id === chosen()) ?? accounts()[0] ?? null
  return { accounts, account }
}

/** The accounts of all by which somebody may send. */
export function writtenBy(all: readonly MailAccount[], user: string): readonly MailAccount[] {
  const mayBe = (one: MailAccount) => !one.gone && one.sends && one.state !== 'off'
  const own = all.filter((one) => mayBe(one) && (one.owner === null || one.owner === user))
  return own.sort((one, other) => rank(one) - rank(other))
}

/** The own default one first, then the company’s. */
function rank({ owner, isDefault }: MailAccount): number {
  return (isDefault ? 0 : 2) + (owner === null ? 1 : 0)
}
