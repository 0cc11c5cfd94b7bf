import type { Account } from '../../protocol.ts'
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

/**
 * In a file of its own: where the disk is full, Chromium loses all of localStorage, who works here included, by so much
 * text that had no room.
 */
const FILE = 'picture.json'
/** Its address besides, which is asked for before the file is read. */
const PLACE = 'voronka-place'

type Place = Pick<Picture, 'company' | 'user' | 'address'>

/** The address of the list whose picture is kept for an account; null where none is. */
export function keptPlace({ company, user }: Account): string | null {
  const place = keptValue<Place>(PLACE)
  return place?.company === company && place.user === user ? place.address : null
}

/** The account's picture; null where there is none, or none of this account. */
export async function keptPicture({ company, user }: Account): Promise<Picture | null> {
  try {
    const file = await (await folder()).getFileHandle(FILE)
    const picture = JSON.parse(await (await file.getFile()).text()) as Picture
    return picture.company === company && picture.user === user ? picture : null
  } catch {
    // None was kept, or the browser keeps no files: the start begins without one.
    return null
  }
}

/** Keeps it for the next start, in the place of the one before. Where there is no room for it, the next start begins without one. */
export function keepPicture(picture: Picture): Promise<void> {
  return inTurn(async () => {
    try {
      const file = await (await folder()).getFileHandle(FILE, { create: true })
      const writing = await file.createWritable()
      await writing.write(JSON.stringify(picture))
      await writing.close()
      const { company, user, address } = picture
      keepText(PLACE, JSON.stringify({ company, user, address } satisfies Place))
    } catch {
      await remove()
    }
  })
}

export function dropPicture(): Promise<void> {
  return inTurn(remove)
}

/** Of anybody but this account none is kept. */
export async function dropPictureOfOthers(account: Account | null): Promise<void> {
  if (account === null || (await keptPicture(account)) === null) await dropPicture()
}

async function remove(): Promise<void> {
  keepText(PLACE, null)
  try {
    await (await folder()).removeEntry(FILE)
  } catch {
    // There was none.
  }
}

function folder(): Promise<FileSystemDirectoryHandle> {
  return navigator.storage.getDirectory()
}

/** What is dropped while another is being written, in whatever tab, is gone all the same. Pages that are not secure have no locks, and no files. */
async function inTurn(act: () => Promise<void>): Promise<void> {
  if ('locks' in navigator) await navigator.locks.request('voronka/picture', act)
}
