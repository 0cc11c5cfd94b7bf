import { webAddressOf } from '../../records/forms/link.ts'

/** A piece of what was said: plain text, a person named in it, or an address of the web. */
export type Part =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'person'; readonly id: string }
  | { readonly kind: 'link'; readonly text: string; readonly href: string }

/** A person in a text, by id, so that he is called as he is called now: `<@id>`. */
const PERSON = /<@([A-Za-z0-9_-]{1,80})>/g
/** What begins as an address of the web, up to what no address has; signs that end a sentence are no part of it. */
const LINK = /\b(?:https?:\/\/|www\.)[^\s<>"«»]+/gi
const BEHIND = ".,:;!?'…"
/** A comment has so many signs at most. What is longer came by no program of ours: nothing in it is looked for. */
export const LONGEST = 20_000

/** How a person is written into a text. */
export function formatPerson(id: string): string {
  return `<@${id}>`
}

/** The ids of those who are named in a text, each once, in their order. */
export function peopleIn(text: string): string[] {
  return [...new Set([...text.matchAll(PERSON)].map(([, id = '']) => id))]
}

/** The pieces of a text; put together again they are the text (SPEC D5). */
export function partsOf(text: string): Part[] {
  if (text.length > LONGEST) return [{ kind: 'text', text }]
  return cut(text, PERSON, ([, id = '']) => ({ kind: 'person', id })).flatMap((part) =>
    part.kind === 'text' ? linksIn(part.text) : [part],
  )
}

/** The text as it is read aloud or in one line: people by their names. */
export function plainText(text: string, nameOf: (person: string) => string): string {
  return text.replaceAll(PERSON, (_, id: string) => `@${nameOf(id)}`)
}

function linksIn(text: string): Part[] {
  const bare = (found: string) => unclosed(ended(found))
  return cut(text, LINK, ([found]) => {
    const href = webAddressOf(bare(found))
    return href === null ? null : { kind: 'link', text: bare(found), href }
  })
}

/** Without a closing bracket that nothing in it opens. */
function unclosed(address: string): string {
  return address.endsWith(')') && !address.includes('(') ? ended(address.slice(0, -1)) : address
}

/** Without the signs behind it. Not by a pattern: that would look at a run of them from each of its signs. */
function ended(address: string): string {
  let end = address.length
  while (end > 0 && BEHIND.includes(address.charAt(end - 1))) end -= 1
  return address.slice(0, end)
}

/** Cuts a text where a pattern is found, and what is made of it stands; the rest is plain. */
function cut(text: string, pattern: RegExp, make: (found: RegExpMatchArray) => Part | null): Part[] {
  const parts: Part[] = []
  let from = 0
  const plain = (to: number) => from < to && parts.push({ kind: 'text', text: text.slice(from, to) })
  for (const found of text.matchAll(pattern)) {
    const part = make(found)
    if (part === null) continue
    plain(found.index)
    parts.push(part)
    from = found.index + (part.kind === 'link' ? part.text.length : found[0].length)
  }
  plain(text.length)
  return parts
}
