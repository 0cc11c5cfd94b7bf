import { formatPerson, partsOf } from './parts.ts'

/** Somebody chosen while writing, and as what he stands in what is typed: `@Мира Седова`. */
export interface Chosen {
  readonly person: string
  readonly name: string
}

/** What stands in the box while a text is written: people by name, and who is meant by each. */
export interface Typed {
  readonly text: string
  readonly chosen: readonly Chosen[]
}

/** The text that is kept, people by their ids: a name that was typed by hand and not chosen stays words. */
export function keptText({ text, chosen }: Typed): string {
  const byLength = chosen.toSorted((a, b) => b.name.length - a.name.length)
  let kept = ''
  for (let at = 0; at < text.length; ) {
    const found = text[at] === '@' ? byLength.find(({ name }) => standsAt(text, at + 1, name)) : undefined
    kept += found ? formatPerson(found.person) : text[at]
    at += found ? found.name.length + 1 : 1
  }
  return kept.trim()
}

/** The same the other way round, for changing what was said. */
export function typedText(kept: string, nameOf: (person: string) => string): Typed {
  const chosen: Chosen[] = []
  const text = partsOf(kept).map((part) => {
    if (part.kind !== 'person') return part.text
    const name = nameOf(part.id)
    if (!chosen.some(({ person }) => person === part.id)) chosen.push({ person: part.id, name })
    return `@${name}`
  })
  return { text: text.join(''), chosen }
}

/** What is being typed behind an «@» right before the cursor, for choosing among people; null where there is none. */
export function askedFor(text: string, cursor: number): { readonly from: number; readonly typed: string } | null {
  const found = /(?:^|[\s(«"])@([\p{L}\p{N}.-]*(?: [\p{L}\p{N}.-]+)?)$/u.exec(text.slice(0, cursor))
  return found ? { from: cursor - (found[1] ?? '').length - 1, typed: found[1] ?? '' } : null
}

/** A name stands at a place whole: «@Ира» is not the beginning of «@Ирада». */
function standsAt(text: string, at: number, name: string): boolean {
  return name !== '' && text.startsWith(name, at) && !/^[\p{L}\p{N}]/u.test(text.slice(at + name.length))
}
