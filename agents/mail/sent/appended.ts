type Hears = (account: string) => void

const hearers = new Set<Hears>()

/** Tells whoever takes letters in, in this process, that one was put into a folder of an account. */
export function tellAppended(account: string): void {
  for (const hears of hearers) hears(account)
}

/** Hears of accounts that a letter was put into; returns its undo. */
export function hearAppended(hears: Hears): () => void {
  hearers.add(hears)
  return () => hearers.delete(hears)
}
