import type { Account } from '../protocol.ts'

/** How a list stood on an account's screen when it was seen last. */
export interface Picture {
  readonly company: string
  readonly user: string
  /** The build that drew it: another may draw otherwise. */
  readonly build: string
  /** Path and query. */
  readonly address: string
  /** Of the window, in pixels: another has other columns. */
  readonly width: number
  readonly theme: string | undefined
  /** The addresses of its styles. */
  readonly styles: readonly string[]
  readonly html: string
}

const KEY = 'voronka-picture'

/** The account's picture; null where there is none, or none of this account. */
export function keptPicture({ company, user }: Account): Picture | null {
  try {
    const picture = JSON.parse(localStorage.getItem(KEY) ?? 'null') as Picture | null
    return picture?.company === company && picture.user === user ? picture : null
  } catch {
    return null
  }
}

/** Keeps it for the next start, in the place of the one before. */
export function keepPicture(picture: Picture): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(picture))
  } catch {
    // No room, or no storage: the next start begins without one.
    dropPicture()
  }
}

export function dropPicture(): void {
  try {
    localStorage.removeItem(KEY)
  } catch {
    // see keepPicture(): what gives no storage has kept none
  }
}
