import * as v from 'valibot'
import type { Cache } from '../cache/cache.ts'
import type { Pass } from '../replica.ts'
import { joinServer } from './join.ts'

const PLACE = 'pass'
const remembered = v.pipe(v.string(), v.parseJson(), v.object({ replica: v.nullable(v.string()), company: v.string() }))

/**
 * The pass of the agents of this folder: that of the last run, so that each start does not make a new device, or a fresh
 * one from the server; what was kept of another company is thrown away (SPEC RT4). A replica may be used again, since a
 * document is written only once all that the server has of it is here.
 */
export async function rememberedPass(
  cache: Cache,
  how: Omit<Pass, 'replica' | 'company'>,
  label: string,
): Promise<Pass> {
  const { success, output: known } = v.safeParse(remembered, cache.place(PLACE).read())
  if (success && known.replica !== null) return { ...how, replica: known.replica, company: known.company }
  const pass = await joinServer(how, label)
  const { replica, company } = pass
  if (success && known.company !== company) cache.forgetAll()
  cache.place(PLACE).write(JSON.stringify({ replica, company }))
  return pass
}

/** Forgets the pass: the server does not know it any more, as after a backup was restored. */
export function forgetPass(cache: Cache, { company }: Pass): void {
  cache.place(PLACE).write(JSON.stringify({ replica: null, company }))
}
