import { Resolver } from 'node:dns/promises'

/** So long one server of names is waited for, and so often it is asked, ms. */
const PATIENCE = { timeout: 3_000, tries: 2 }
/** The hosts that take a domain’s letters, the preferred ones first; none where it has none, or where names cannot be asked for. */
export async function mailExchangers(
  domain: string,
  resolver: Pick<Resolver, 'resolveMx'> = new Resolver(PATIENCE),
): Promise<readonly string[]> {
  try {
    const found = await resolver.resolveMx(domain)
    return found.sort((a, b) => a.priority - b.priority).map(({ exchange }) => exchange.toLowerCase())
  } catch {
    // What it is for is a guess.
    return []
  }
}
