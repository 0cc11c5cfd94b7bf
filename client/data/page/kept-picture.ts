import type { Account } from '../protocol.ts'
import { keepText, keptValue } from './kept-texts.ts'

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
  const picture = keptValue<Picture>(KEY)
  return picture?.company === company && picture.user === user ? picture : null
}

/** Keeps it for the next start, in the place of the one before. Where there is no room for it, the next start begins without one. */
export function keepPicture(picture: Picture): void {
  if (!keepText(KEY, JSON.stringify(picture))) dropPicture()
}

export function dropPicture(): void {
  keepText(KEY, null)
}
