import { html } from 'hono/html'
import type { Failure } from '../../../../shared/errors.ts'
import { DICTIONARIES } from '../../../../shared/locales/dictionaries.ts'
import { languageOf } from '../../guard/language.ts'
import type { Ask } from '../../ports.ts'

const STYLE = `
:root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
main { max-width: 34rem; margin: 15vh auto 0; padding: 0 1.5rem; }
h1 { font-size: 1.25rem; }
`

/** What the person sees where the service leads back to. `failure`: why nothing was given. */
export function consentPage(c: Ask, failure: Failure | null): Response | Promise<Response> {
  const language = languageOf(undefined, c.req.header('accept-language') ?? '')
  const { errors, mailAccounts } = DICTIONARIES[language]
  const words = mailAccounts.consent.page
  const why = failure && filled(errors[failure.code], failure.params)
  return c.html(
    html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${failure ? words.refused : words.given} · Voronka</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<h1>${failure ? words.refused : words.given}</h1>
<p>${why ?? words.text}</p>
<p>${words.close}</p>
</main>
</body>
</html>`,
    failure ? 400 : 200,
  )
}

function filled(sentence: string, params: Failure['params']): string {
  return sentence.replaceAll(/\{\{(\w+)\}\}/g, (_whole, name: string) => String(params[name] ?? ''))
}
