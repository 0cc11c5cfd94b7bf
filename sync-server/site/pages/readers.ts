import { fill } from '../../../shared/locales/fill.ts'
import type { Language } from '../../../shared/locales/index.ts'
import { LEAVING } from '../../../shared/mailings/leaving.ts'
import { SHOP_WORDS } from '../words.ts'
import { type Html, html } from './html.ts'

/** The pages that links of mailings lead to: they stand by themselves, with or without a shop. */
export interface ReaderPlace {
  readonly language: Language
  /** Who sends; empty: nothing is known of that here. */
  readonly name: string
  readonly look: string
}

/** Asks whether to unsubscribe: coming here changes nothing, since what scans letters opens every link. */
export function leavingPage(place: ReaderPlace): string {
  const words = SHOP_WORDS[place.language].reader
  const from = place.name === '' ? '' : fill(words.from, { name: place.name })
  return readerPage(
    place,
    words.title,
    html`<p>${fill(words.lead, { from })}</p>
<form method="post">
<fieldset><legend>${words.why}</legend>
${LEAVING.map((one) => html`<div class="check"><input type="radio" id="why-${one}" name="why" value="${one}"><label for="why-${one}">${words.reasons[one]}</label></div>`)}
</fieldset>
<div class="field"><label for="say">${words.say}</label><input type="text" id="say" name="say" maxlength="500" autocomplete="off"></div>
<button type="submit" name="act" value="leave">${words.leave}</button>
</form>`,
  )
}

/** Says that one is unsubscribed: just now, or `already`. */
export function gonePage(place: ReaderPlace, said: 'gone' | 'already'): string {
  const words = SHOP_WORDS[place.language].reader
  return readerPage(
    place,
    words[said],
    html`<p>${words.goneLead}</p><form method="post"><button type="submit" class="quiet" name="act" value="again">${words.back}</button></form>`,
  )
}

export function backPage(place: ReaderPlace): string {
  const words = SHOP_WORDS[place.language].reader
  return readerPage(place, words.again, html`<p>${words.againLead}</p>`)
}

export function readerFailure(place: ReaderPlace, title: string, lead: string): string {
  return readerPage(place, title, html`<p>${lead}</p>`)
}

function readerPage({ language, look }: ReaderPlace, title: string, body: Html): string {
  return html`<!DOCTYPE html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${title}</title>
<link rel="stylesheet" href="${look}">
</head>
<body>
<main>
<div class="reader">
<h1>${title}</h1>
${body}
</div>
</main>
</body>
</html>
`.toString()
}
