import type { GivenReplica } from '../../../shared/accounts/api.ts'
import { Failure, isFailureCode } from '../../../shared/errors.ts'
import type { Known } from '../protocol.ts'
import type { Meta } from './meta.ts'

const UNKNOWN = 'unknownReplica'
const FORMER = 'formerReplicas'

/** A replica as the server gave it. */
export interface Given extends Known {
  /** What to add to this device's clock, ms. */
  readonly offset: number
}

/**
 * The name under which this device and account write. It is kept with the account's stores: where those are lost, a new
 * one is asked for, since nobody may write under a name whose writes he does not have; so it is where the server has said
 * that it does not know the name any more. Failures as of `ask`, but for the latter: then it goes on under the old name.
 */
export async function replicaOf(meta: Meta, ask: () => Promise<Given>): Promise<Given> {
  const known = knownReplica(meta)
  if (known && meta.get('facts', UNKNOWN) !== known.replica) return known
  try {
    const given = await ask()
    if (known) meta.put('facts', FORMER, [...formerReplicas(meta), known.replica])
    meta.put('facts', 'replica', given)
    return given
  } catch (error) {
    if (known && error instanceof Failure) return known
    throw error
  }
}

/** The server does not know the name any more, as after a restore: the next start asks for another. */
export async function noteUnknown(meta: Meta, { replica }: Known): Promise<void> {
  meta.put('facts', UNKNOWN, replica)
  await meta.flushed()
}

/** The names under which this device has written before. */
export function formerReplicas(meta: Meta): readonly string[] {
  return meta.get<readonly string[]>('facts', FORMER) ?? []
}

/** The replica that was given to this device and account before; undefined: none. */
export function knownReplica(meta: Meta): Given | undefined {
  return meta.get<Given>('facts', 'replica')
}

/** Notes a newly measured offset for the next start without a network. */
export function keepOffset(meta: Meta, given: Known, offset: number): void {
  meta.put('facts', 'replica', { ...given, offset })
}

/** The number of the next draft of this device: «Ч-7KQ2-3». */
export function nextDraftNumber(meta: Meta, replica: string): string {
  const count = (meta.get<number>('facts', 'drafts') ?? 0) + 1
  meta.put('facts', 'drafts', count)
  return `Ч-${replica}-${count}`
}

/** Asks the server for a new name. Failures: server-unreachable, sign-in-needed, and what else the server answers. */
export async function askReplica(url: string, label: string): Promise<Given> {
  const asked = Date.now()
  const response = await send(url, label)
  const body: unknown = await response.json()
  if (!response.ok) throw new Failure(codeIn(body))
  const { replica, key, time } = body as GivenReplica
  return { replica, key, offset: time - (asked + Date.now()) / 2 }
}

async function send(url: string, label: string): Promise<Response> {
  try {
    const headers = { 'content-type': 'application/json' }
    return await fetch(`${url}/api/replica`, {
      method: 'POST',
      headers,
      body: JSON.stringify({ label }),
      credentials: 'include',
    })
  } catch (cause) {
    throw new Failure('server-unreachable', {}, { cause })
  }
}

function codeIn(body: unknown) {
  const code = typeof body === 'object' && body !== null && 'code' in body ? body.code : null
  return isFailureCode(code) ? code : 'server-unreachable'
}
