import { keepPicture, type Picture } from '../data/page/kept/kept-picture.ts'
import { hasLeft, rememberedAccount } from '../data/page/kept/remembered.ts'
import { mainScript } from '../update/version.ts'

/** What is true of the moment only, and is not said from memory: saving, who is here, notices. Its room stays. */
const MOMENTARY = '[data-momentary]'
/** What an element is to others than the eye. */
const BESIDES = ['id', 'for', 'name', 'style', 'data-draft', 'data-unkept']

/** Keeps how the frame with its list stands on the screen now; while the list is scrolled, what was kept stays. */
export function takePicture(): void {
  const shell = document.querySelector<HTMLElement>('#root .shell')
  const account = rememberedAccount()
  if (!shell || !account || shell.querySelector('.table')?.scrollTop !== 0) return
  const picture = {
    company: account.company,
    user: account.user,
    build: mainScript(),
    address: location.pathname + location.search,
    width: innerWidth,
    theme: document.documentElement.dataset.theme,
    styles: stylesHere(),
    html: drawn(shell),
  }
  // Writing it takes a while, and so has drawing it.
  if (document.visibilityState === 'visible') setTimeout(keepIfHere, 0, picture)
  else void keepPicture(picture)
}

/** Of whoever has signed out meanwhile nothing is kept. */
function keepIfHere(picture: Picture): void {
  const account = hasLeft() ? null : rememberedAccount()
  if (account?.user === picture.user && account.company === picture.company) void keepPicture(picture)
}

function stylesHere(): Picture['styles'] {
  return [...document.querySelectorAll('link[rel=stylesheet]')].map((link) => link.getAttribute('href') ?? '')
}

/** The elements as text; rows under the lower edge are left out. */
function drawn(shell: HTMLElement): string {
  const copy = shell.cloneNode(true) as HTMLElement
  for (const [row, original] of pairs('.table-row', copy, shell)) {
    if (original.getBoundingClientRect().top > innerHeight) row.remove()
  }
  for (const [element, original] of pairs(MOMENTARY, copy, shell)) {
    element.style.width = `${original.offsetWidth}px`
    element.replaceChildren()
  }
  for (const element of copy.querySelectorAll<HTMLElement>('[style]')) element.dataset.style = element.style.cssText
  for (const name of BESIDES) {
    for (const element of copy.querySelectorAll(`[${name}]`)) element.removeAttribute(name)
  }
  return copy.outerHTML
}

/** The elements of the copy with those that they are copies of. */
function pairs(selector: string, copy: HTMLElement, shell: HTMLElement): [HTMLElement, HTMLElement][] {
  const originals = [...shell.querySelectorAll<HTMLElement>(selector)]
  return [...copy.querySelectorAll<HTMLElement>(selector)].flatMap((element, i) => {
    const original = originals[i]
    return original ? [[element, original]] : []
  })
}
