import type { X509Certificate } from 'node:crypto'
import { html, raw } from 'hono/html'
import { renderSVG } from 'uqr'
import { DICTIONARIES } from '../../../shared/locales/dictionaries.ts'
import type { Language, Words } from '../../../shared/locales/index.ts'

/** The systems that the page has steps for. */
export const SYSTEMS = ['android', 'ipad', 'windows', 'mac'] as const
export type System = (typeof SYSTEMS)[number]

/** What the page shows. */
export interface PageOptions {
  readonly language: Language
  /** The systems that it may be looked at with: their steps stand open. */
  readonly systems: readonly System[]
  /** Where a device of the network finds this page, `http://192.168.1.5:8081/`. */
  readonly page: string
  /** Where it finds the program afterwards, `https://192.168.1.5:8080/`. */
  readonly program: string
  readonly authority: X509Certificate
}

/** The page by which a tablet comes to trust this server: the certificate, how it is installed, and the way on. */
export function trustPage({ language, systems, page, program, authority }: PageOptions) {
  const words = DICTIONARIES[language].trust
  const other = language === 'ru' ? 'en' : 'ru'
  return html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${words.title} · Voronka</title>
<link rel="stylesheet" href="/page.css">
</head>
<body>
<main>
<header><h1>${words.title}</h1><a href="?lang=${other}" lang="${other}" hreflang="${other}">${words.language}</a></header>
<p class="lead">${words.lead}</p>
<section class="scan">
${picture(page, words)}
<div><p>${words.scan}</p><p><a href="${page}">${page}</a></p></div>
</section>
<section>
<p><a class="act" href="/voronka.crt">${words.download}</a></p>
<h2>${words.steps}</h2>
<div>${SYSTEMS.map((one) => stepsOf(words[one], systems.includes(one)))}</div>
<p class="note">${words.firefox}</p>
</section>
<section>
<h2>${words.after}</h2>
<p><a class="act plain" href="${program}">${words.open}</a> <span class="note">${program}</span></p>
</section>
<section>
<h2>${words.fingerprint}</h2>
<p class="print">${authority.fingerprint256}</p>
<p class="note">${words.compare}</p>
</section>
</main>
</body>
</html>`
}

function picture(address: string, words: Words['trust']) {
  const label = words.qr.replace('{{address}}', address)
  return html`<div class="qr" role="img" aria-label="${label}">${raw(renderSVG(address, { border: 2, ecc: 'M' }))}</div>`
}

function stepsOf({ title, first, second, third }: Words['trust'][System], isOpen: boolean) {
  const steps = html`<summary>${title}</summary><ol><li>${first}</li><li>${second}</li><li>${third}</li></ol>`
  return isOpen ? html`<details open>${steps}</details>` : html`<details>${steps}</details>`
}
