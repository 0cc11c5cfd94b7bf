/** The segments of each customer that is in any, by the members of each segment. */
export function segmentsByCustomer(
  all: Iterable<readonly [segment: string, members: Iterable<string>]>,
): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>()
  for (const [segment, members] of all) {
    for (const customer of members) {
      const own = found.get(customer)
      if (own) own.push(segment)
      else found.set(customer, [segment])
    }
  }
  return found
}
