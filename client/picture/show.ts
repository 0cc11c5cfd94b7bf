import { keptPicture, type Picture } from '../data/page/kept/kept-picture.ts'
import { hasLeft, rememberedAccount } from '../data/page/kept/remembered.ts'
import type { Account } from '../data/protocol.ts'
import { firstAddress } from '../home.ts'
import { mainScript } from '../update/version.ts'
import { endPicture, isPictureOver, PLACE } from './place.ts'

/** Whatever holds the program up longer is to be seen, ms. */
const MOST = 5000
/** So many rows are laid out in a frame: all of them would take longer than a page may be deaf. */
const AT_ONCE = 10
/** The program waits no longer for its picture, whatever becomes of the file, ms. */
const PATIENCE = 600
/** A frame takes longer only where none is painted, ms. */
const SLOW_FRAME = 200
const OVER_ALL = 'position: fixed; inset: 0; z-index: calc(var(--z-float) - 1); pointer-events: none'

// The page's very first script: what stood on the screen last stands there again before the program is read.
const account = hasLeft() ? null : rememberedAccount()
const first = Promise.withResolvers<void>()
/** Resolves when the picture's first part is seen, or as `pictured` does: what takes a processor beside the page had better wait for that. */
export const framed: Promise<void> = first.promise
/** Resolves when the picture is seen, or there is none, or it takes too long: what needs the page's time had better wait for that. */
export const pictured: Promise<void> = account ? Promise.race([begin(account), after(PATIENCE)]) : Promise.resolve()
void pictured.finally(first.resolve)

async function begin(here: Account): Promise<void> {
  const picture = await keptPicture(here)
  if (picture && isOfThisPage(picture) && !isPictureOver()) await show(picture)
}

function isOfThisPage({ build, address, width }: Picture): boolean {
  return build === mainScript() && address === firstAddress() && width === innerWidth
}

/**
 * Over the place of the program, which is drawn under it and takes clicks and keys as soon as it is there; to screen
 * readers it does not exist.
 */
async function show({ html, styles, theme }: Picture): Promise<void> {
  if (theme) document.documentElement.dataset.theme = theme
  for (const href of styles) addStyle(href)
  const place = document.createElement('div')
  Object.assign(place, { id: PLACE, inert: true, ariaHidden: 'true', ariaBusy: 'true', innerHTML: html })
  place.style.cssText = OVER_ALL
  // The page's security policy lets no style in by text.
  for (const element of place.querySelectorAll<HTMLElement>('[data-style]')) {
    element.style.cssText = element.dataset.style ?? ''
  }
  const rows = [...place.querySelectorAll('.table-row')]
  place.dataset.rows = String(rows.length)
  const steps = takenOut(place, rows)
  document.body.append(place)
  setTimeout(endPicture, MOST)
  await painted()
  first.resolve()
  for (const [parent, ...parts] of steps) {
    parent.append(...parts)
    await painted()
  }
}

/** What comes to the screen in a frame of its own, and what it is put into. */
type Step = readonly [parent: Element, ...parts: Element[]]

/** Takes out of the picture what comes later, and gives it in its order: the screen inside of the frame, then its rows. */
function takenOut(place: HTMLElement, rows: readonly Element[]): Step[] {
  const batches = Array.from({ length: Math.ceil(rows.length / AT_ONCE) }, (_, i) =>
    rows.slice(i * AT_ONCE, (i + 1) * AT_ONCE),
  )
  const steps = [[...place.querySelectorAll('.page')], ...batches].flatMap((parts): Step[] => {
    const parent = parts[0]?.parentElement
    return parent ? [[parent, ...parts]] : []
  })
  for (const [, ...parts] of steps) for (const part of parts) part.remove()
  return steps
}

/** Resolves when what stands there now is on the screen; a page that is out of sight is not painted, and waits no longer than a slow frame takes. */
function painted(): Promise<void> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => setTimeout(resolve))
    setTimeout(resolve, SLOW_FRAME)
  })
}

function after(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}

function addStyle(href: string): void {
  if (document.querySelector(`link[rel=stylesheet][href="${href}"]`)) return
  const link = document.createElement('link')
  Object.assign(link, { rel: 'stylesheet', crossOrigin: '', href })
  document.head.append(link)
}
