import { createEffect, createSignal, on, onCleanup } from 'solid-js'
import { createMedia } from '../../../ui/look/media.ts'
import { theme } from '../../../ui/look/theme.ts'
import { useWords } from '../../../ui/words/words.tsx'
import type { LetterDial } from './dialled.ts'
import { inlineLook } from './look.ts'
import { linkNumbers, numberClicked } from './numbers.ts'
import { foldQuotes } from './quotes.ts'
import { type Shown, settlePictures } from './sanitise.ts'

interface LetterFrameProps {
  readonly shown: Shown
  /** Pictures of other sites are asked for. */
  readonly mayShowPictures: boolean
  /** Addresses of pictures that came with the letter, by their `cid`. */
  readonly inline: ReadonlyMap<string, string>
  readonly dial: LetterDial
}

/**
 * A letter's HTML in a page of its own (client/public/letter.html): nothing runs there, and what it may ask for is said by that
 * page's own policy. It is as high as the letter.
 */
export function LetterFrame(props: LetterFrameProps) {
  const { t } = useWords()
  let frame: HTMLIFrameElement | undefined
  const [height, setHeight] = createSignal(80)
  let observer: ResizeObserver | undefined
  const fill = () => {
    const page = frame?.contentDocument
    // Before its own page stands there, an empty one of ours does, whose policy takes no styles.
    if (!frame || !page?.body || page.URL === 'about:blank') return
    const own = pageOf(props, { quote: t('mail.letter.quote'), dial: t('calling.dial.open') })
    const look = page.createElement('style')
    look.textContent = inlineLook(frame, props.shown.hasColours)
    for (const one of page.head.querySelectorAll('style')) one.remove()
    page.head.append(look, ...[...own.querySelectorAll('style')].map((one) => page.importNode(one, true)))
    for (const one of own.querySelectorAll('style')) one.remove()
    const body = own.querySelector('body') ?? own
    copyLook(body, page.body)
    page.body.replaceChildren(...[...body.childNodes].map((one) => page.importNode(one, true)))
    observer?.disconnect()
    observer = new ResizeObserver(() => setHeight(Math.ceil(page.documentElement.getBoundingClientRect().height)))
    observer.observe(page.documentElement)
  }
  const load = () => {
    const page = frame?.contentDocument
    page?.addEventListener('keydown', (event) => passOn(event, frame))
    page?.addEventListener('click', (event) => {
      const number = numberClicked(event)
      if (number !== null && props.dial.isOffered()) props.dial.click(event, number)
    })
    fill()
  }
  const isDarkOutside = createMedia('(prefers-color-scheme: dark)')
  createEffect(
    on([() => props.shown, () => props.inline, props.dial.country, theme, isDarkOutside], fill, { defer: true }),
  )
  onCleanup(() => observer?.disconnect())
  return (
    <iframe
      ref={frame}
      class="letter-frame"
      classList={{ sheet: props.shown.hasColours }}
      title={t('mail.letter.body')}
      sandbox="allow-same-origin allow-popups allow-popups-to-escape-sandbox"
      src={props.mayShowPictures ? '/letter-pictures.html' : '/letter.html'}
      style={{ height: `${height()}px` }}
      onLoad={load}
    />
  )
}

/** What is said in a letter's page. */
interface PageWords {
  readonly quote: string
  readonly dial: string
}

/** The letter as it is put into the page: its pictures in place, what it quotes folded, its numbers links. */
function pageOf({ shown, mayShowPictures, inline, dial }: LetterFrameProps, words: PageWords): HTMLElement {
  // The same letter may be put in anew.
  const page = shown.page.cloneNode(true) as HTMLElement
  settlePictures(page, mayShowPictures)
  for (const picture of page.querySelectorAll('img')) {
    const cid = /^cid:(.*)$/i.exec(picture.getAttribute('src') ?? '')?.[1]
    if (cid === undefined) continue
    const address = inline.get(cid)
    if (address) picture.setAttribute('src', address)
    else picture.removeAttribute('src')
  }
  const body = page.querySelector('body') ?? page
  foldQuotes(body, words.quote)
  if (dial.isOffered()) linkNumbers(body, dial.country(), words.dial)
  return page
}

/** What a letter says of the whole sheet. */
function copyLook(from: Element, to: Element): void {
  for (const { name } of [...to.attributes]) to.removeAttribute(name)
  for (const { name, value } of from.attributes) to.setAttribute(name, value)
}

/** Keys that are pressed in a letter mean what they mean around it. */
function passOn(event: KeyboardEvent, frame: HTMLIFrameElement | undefined): void {
  const { key, code, ctrlKey, metaKey, shiftKey, altKey } = event
  if (key === 'Tab' || ((ctrlKey || metaKey) && code === 'KeyC')) return
  frame?.dispatchEvent(
    new KeyboardEvent('keydown', { key, code, ctrlKey, metaKey, shiftKey, altKey, bubbles: true, cancelable: true }),
  )
}
