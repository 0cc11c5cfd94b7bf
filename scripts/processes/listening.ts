/** What the sync server says once it listens. */
export interface Listening {
  readonly port: number
  /** With HTTPS: the port of the page by which devices come to trust it, and its authority's fingerprint. */
  readonly trust: { readonly port: number; readonly fingerprint: string } | null
  /** What the first start from another computer shows; null where there is a company already. */
  readonly setUpCode: string | null
}

/** Reads the line that the sync server logs once it listens, `{"msg":"listening","port":N,…}`; nothing for another. */
export function heardListening(line: string): Listening | undefined {
  if (!line.startsWith('{') || !/"msg":\s*"listening"/.test(line)) return undefined
  const { port, trust = null, setUpCode = null } = JSON.parse(line)
  return typeof port === 'number' ? { port, trust, setUpCode } : undefined
}
