import DOMPurify, { type Config } from 'dompurify'

/** A letter's HTML as it may be shown. */
export interface Shown {
  readonly page: HTMLElement
  /** It wants pictures of other sites. */
  readonly hasRemote: boolean
  /** It has colours of its own, which are meant for a light sheet. */
  readonly hasColours: boolean
}

/** What a letter may hold: text, tables, pictures and their looks. No script, form, frame, drawing, sound, page of its own. */
const PROFILE: Config = {
  USE_PROFILES: { html: true },
  FORBID_TAGS: [
    ...[
      'form',
      'input',
      'button',
      'select',
      'option',
      'optgroup',
      'textarea',
      'fieldset',
      'label',
      'datalist',
      'output',
    ],
    ...[
      'dialog',
      'audio',
      'video',
      'source',
      'track',
      'picture',
      'map',
      'area',
      'meter',
      'progress',
      'template',
      'slot',
    ],
    ...['base', 'link', 'meta', 'title', 'marquee', 'details', 'summary'],
  ],
  FORBID_ATTR: [
    'name',
    'srcset',
    'sizes',
    'ping',
    'tabindex',
    'accesskey',
    'autofocus',
    'contenteditable',
    'popover',
    'usemap',
  ],
  ALLOW_DATA_ATTR: false,
  ALLOW_ARIA_ATTR: false,
  ALLOWED_URI_REGEXP: /^(?:https?:|mailto:|tel:|cid:|data:image\/(?:png|jpeg|gif|webp|avif)[;,])/i,
  WHOLE_DOCUMENT: true,
  RETURN_DOM: true,
}

/** Where a style asks another site for something. */
const REMOTE_STYLE = /url\(\s*["']?\s*(?:https?:)?\/\//i
const COLOURED = /(?:^|[;{\s])(?:background(?:-color|-image)?|color)\s*:/i
const REMOTE = /^(?:https?:)?\/\//i

/** Takes out of a letter's HTML whatever could act; what is left is put into a page that lets nothing act (SPEC MV20). */
export function sanitise(html: string): Shown {
  const page = DOMPurify.sanitize(html, { ...PROFILE, RETURN_DOM: true }) as HTMLElement
  for (const link of page.querySelectorAll('a')) keepApart(link)
  // What floats over a letter would cover what is under it; `look.ts` holds the same of style sheets.
  for (const one of page.querySelectorAll<HTMLElement>('[style*="position" i]')) one.style.removeProperty('position')
  const styles = [...page.querySelectorAll('style')].map(({ textContent }) => textContent ?? '')
  const looks = [...page.querySelectorAll('[style]')].map((one) => one.getAttribute('style') ?? '')
  const pictures = [...page.querySelectorAll('img')]
  const backgrounds = page.querySelectorAll('[background]')
  return {
    page,
    hasRemote:
      pictures.some((one) => REMOTE.test(one.getAttribute('src') ?? '')) ||
      backgrounds.length > 0 ||
      [...styles, ...looks].some((text) => REMOTE_STYLE.test(text)),
    hasColours:
      page.querySelector('[bgcolor], [background], font[color], [text]') !== null ||
      [...styles, ...looks].some((text) => COLOURED.test(text)),
  }
}

/** A link opens a tab of its own, which learns nothing of this one; one that leads within the letter leads nowhere. */
function keepApart(link: HTMLAnchorElement): void {
  const address = link.getAttribute('href') ?? ''
  if (!/^(?:https?|mailto|tel):/i.test(address)) link.removeAttribute('href')
  link.setAttribute('target', '_blank')
  link.setAttribute('rel', 'noopener noreferrer')
}

/** Pictures of other sites are asked for, over HTTPS alone; without leave they are left out. */
export function settlePictures(page: HTMLElement, mayShow: boolean): void {
  for (const picture of page.querySelectorAll('img')) {
    const address = picture.getAttribute('src') ?? ''
    if (!REMOTE.test(address)) continue
    if (mayShow) picture.setAttribute('src', address.replace(/^(?:http:)?\/\//i, 'https://'))
    else picture.removeAttribute('src')
  }
}
