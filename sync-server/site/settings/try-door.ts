import * as v from 'valibot'
import type { DoorTried } from '../../../shared/site/settings.ts'

/** So long an answer is waited for, ms. */
const ANSWER = 15_000
const standing = v.object({ made: v.nullable(v.number()), pictures: v.array(v.string()) })

/** What answers at an address to who shows a key: asks what a door shows, and changes nothing (SPEC ST5). */
export async function tryDoor({
  address,
  key,
}: {
  readonly address: string
  readonly key: string
}): Promise<DoorTried> {
  try {
    const response = await fetch(new URL('/door/catalogue', address), {
      headers: { authorization: `Bearer ${key}` },
      signal: AbortSignal.timeout(ANSWER),
      redirect: 'error',
    })
    if (response.status === 401) return { is: 'keyRefused' }
    if (!response.ok) return { is: 'noDoor' }
    return { is: v.is(standing, JSON.parse(await response.text())) ? 'open' : 'noDoor' }
  } catch (error) {
    return { is: error instanceof SyntaxError ? 'noDoor' : 'unreachable' }
  }
}
