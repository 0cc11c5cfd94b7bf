import { html as tagged } from 'hono/html'
import type { HtmlEscapedString } from 'hono/utils/html'

/** A piece of a page: what is put into it is text, unless it is a piece itself (SPEC ST10). */
export type Html = HtmlEscapedString

/** What may stand in a piece: texts are escaped; false and null are nothing. */
type Value = string | number | false | null | undefined | Html | readonly Html[]

/** Makes a piece. None of ours waits for anything, so none is a promise. */
export function html(strings: TemplateStringsArray, ...values: readonly Value[]): Html {
  return tagged(strings, ...values) as Html
}

/** Lines as paragraphs: an empty one begins another, any other breaks. */
export function paragraphs(text: string): Html[] {
  return text
    .split(/\n\s*\n/)
    .filter((one) => one.trim() !== '')
    .map(
      (one) =>
        html`<p>${one
          .trim()
          .split('\n')
          .map((line, i) => html`${i > 0 && BREAK}${line}`)}</p>`,
    )
}

const BREAK = html`<br>`
