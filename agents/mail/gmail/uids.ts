/** Gmail's ids are hexadecimal numbers of 64 bits that grow with time: without their last eight bits they are numbers that JSON keeps. */
const LEFT_OUT = 8n
const LARGEST = BigInt(Number.MAX_SAFE_INTEGER)

/**
 * A number for each id of a folder, the same whoever asks and whenever. Where two would have one, which takes the same millisecond and
 * more, the greater id has the next that is free: one that changes so is a letter that is taken in again, and hits its record.
 */
export function uidsOf(ids: Iterable<string>): ReadonlyMap<string, number> {
  const uids = new Map<string, number>()
  let last = 0
  for (const [id, number] of [...ids].map((id) => [id, numberOf(id)] as const).sort(byNumber)) {
    last = Math.max(Number(number >> LEFT_OUT), last + 1)
    uids.set(id, last)
  }
  return uids
}

function numberOf(id: string): bigint {
  return /^[0-9a-f]{1,16}$/.test(id) ? BigInt(`0x${id}`) % (LARGEST << LEFT_OUT) : 0n
}

function byNumber([, one]: readonly [string, bigint], [, other]: readonly [string, bigint]): number {
  return one < other ? -1 : one > other ? 1 : 0
}
