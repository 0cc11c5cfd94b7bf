import { keptPicture, type Picture } from '../data/page/kept-picture.ts'
import { hasLeft, rememberedAccount } from '../data/page/remembered.ts'
import type { Account } from '../data/protocol.ts'
import { HOME } from '../home.ts'
import { mainScript } from '../update/version.ts'
import { endPicture, isPictureOver, PLACE } from './place.ts'

/** Whatever holds the program up longer is to be seen, ms. */
const MOST = 5000
/** So many rows are laid out in a frame: all of them would take longer than a page may be deaf. */
const AT_ONCE = 9
const OVER_ALL = 'position: fixed; inset: 0; z-index: calc(var(--z-float) - 1); pointer-events: none'

// The page's very first script: what stood on the screen last stands there again before the program is read.
const account = hasLeft() ? null : rememberedAccount()
if (account) void begin(account)

async function begin(here: Account): Promise<void> {
  const picture = await keptPicture(here)
  if (picture && isOfThisPage(picture) && !isPictureOver()) show(picture)
}

function isOfThisPage({ build, address, width }: Picture): boolean {
  const here = location.pathname === '/' ? HOME : location.pathname + location.search
  return build === mainScript() && address === here && width === innerWidth
}

/**
 * Over the place of the program, which is drawn under it and takes clicks and keys as soon as it is there; to screen
 * readers it does not exist.
 */
function show({ html, styles, theme }: Picture): void {
  if (theme) document.documentElement.dataset.theme = theme
  for (const href of styles) addStyle(href)
  const place = document.createElement('div')
  Object.assign(place, { id: PLACE, inert: true, ariaHidden: 'true', ariaBusy: 'true', innerHTML: html })
  place.style.cssText = OVER_ALL
  // The page's security policy lets no style in by text.
  for (const element of place.querySelectorAll<HTMLElement>('[data-style]')) {
    element.style.cssText = element.dataset.style ?? ''
  }
  const rows = [...place.querySelectorAll('.table-row')].slice(AT_ONCE)
  for (const row of rows) row.remove()
  document.body.append(place)
  putRows(place.querySelector('.table-rows'), rows)
  setTimeout(endPicture, MOST)
}

function putRows(body: Element | null, rows: readonly Element[]): void {
  if (rows.length === 0) return
  afterPaint(() => {
    body?.append(...rows.slice(0, AT_ONCE))
    putRows(body, rows.slice(AT_ONCE))
  })
}

function afterPaint(act: () => void): void {
  requestAnimationFrame(() => setTimeout(act))
}

function addStyle(href: string): void {
  if (document.querySelector(`link[rel=stylesheet][href="${href}"]`)) return
  const link = document.createElement('link')
  Object.assign(link, { rel: 'stylesheet', crossOrigin: '', href })
  document.head.append(link)
}
