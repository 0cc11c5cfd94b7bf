import { FACTOR_GRACE } from '../../../shared/accounts/factors.ts'
import { Failure } from '../../../shared/errors.ts'
import type { Base } from '../base.ts'
import { ALL_ROWS, type UserRow, userBy } from '../store/rows.ts'

/** How often it is looked whether that time is over, ms. */
const LOOK_EVERY = 2000

/** An account as far as its ways of signing in are concerned. */
type Factors = Pick<UserRow, 'id'> & { readonly twoFactorEnabled?: boolean | null | undefined }

/**
 * By when a session that was begun at `begun` must have a second factor (SPEC A17), ms; its beginning where that was after
 * the company began to ask for one. Null where nothing is asked of it.
 */
export async function dueOf(base: Base, user: Factors, begun: Date): Promise<number | null> {
  const since = await base.facts.requiredSince()
  if (since === null || (await hasFactor(base, user))) return null
  return begun.getTime() < since ? since + FACTOR_GRACE : begun.getTime()
}

/** Failure second-factor-required for a session whose time to set one up is over. */
export function checkDue({ due }: { readonly due: number | null }): void {
  if (due !== null && due <= Date.now()) throw new Failure('second-factor-required')
}

/**
 * Asks everybody for a second factor from now on, or leaves it to each again. Failure second-factor-own where whoever asks
 * for it has none.
 */
export async function requireFactor(base: Base, by: string, isRequired: boolean): Promise<void> {
  const since = await base.facts.requiredSince()
  if (isRequired === (since !== null)) return
  if (isRequired && !(await hasFactor(base, await userBy(base.context.adapter, by))))
    throw new Failure('second-factor-own')
  await base.facts.keepRequiredSince(isRequired ? Date.now() : null)
}

/** Failure passkey-needed where everybody is asked for a second factor, and an account has no other one. */
export async function checkPasswordAlone(base: Base, user: string): Promise<void> {
  if ((await base.facts.requiredSince()) !== null && (await countPasskeys(base, user)) > 0)
    throw new Failure('passkey-needed')
}

/** Failure second-factor-last where one is asked for, and the account would have none without its code, or one passkey. */
export async function checkNotLast(base: Base, id: string, without: 'code' | 'passkey'): Promise<void> {
  if ((await base.facts.requiredSince()) === null) return
  const { twoFactorEnabled } = await userBy(base.context.adapter, id)
  const passkeys = await countPasskeys(base, id)
  const left = without === 'code' ? passkeys : passkeys - 1 + Number(twoFactorEnabled ?? false)
  if (left <= 0) throw new Failure('second-factor-last')
}

/** Cuts off, when the time is over, who has no second factor: his sockets were opened before. Returns its undo. */
export function keepDeadline(base: Base, failed: (error: unknown) => void): () => void {
  let looked = Date.now()
  const look = async () => {
    const end = ((await base.facts.requiredSince()) ?? Number.POSITIVE_INFINITY) + FACTOR_GRACE
    const [before, now] = [looked, Date.now()]
    looked = now
    if (before < end && end <= now) await cutOffLacking(base)
  }
  const looking = setInterval(() => look().catch(failed), LOOK_EVERY).unref()
  return () => clearInterval(looking)
}

async function cutOffLacking(base: Base): Promise<void> {
  const { adapter } = base.context
  const users = await adapter.findMany<UserRow>({ model: 'user', limit: ALL_ROWS })
  for (const user of users) if (!(await hasFactor(base, user))) await base.cuts.tell(user.id)
}

async function hasFactor(base: Base, { id, twoFactorEnabled }: Factors): Promise<boolean> {
  return twoFactorEnabled === true || (await countPasskeys(base, id)) > 0
}

function countPasskeys({ context }: Base, user: string): Promise<number> {
  return context.adapter.count({ model: 'passkey', where: [{ field: 'userId', value: user }] })
}
