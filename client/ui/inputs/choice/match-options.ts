import type { Option } from './option.tsx'

/** More options than this are not drawn: the search narrows them. */
export const MOST_OPTIONS = 80
/** While one types: each letter draws them anew, and the next one narrows them further. */
export const MOST_FOUND = 12

/** Text as searching compares it: without case, ё as е. */
export function folded(text: string): string {
  return text.toLocaleLowerCase().replaceAll('ё', 'е').trim()
}

/** Options of which a word of the label begins with each word of the query; those that begin with the query come first. */
export function matchOptions(options: readonly Option[], query: string): readonly Option[] {
  const wanted = folded(query)
  if (wanted === '') return options
  const words = wanted.split(/\s+/)
  const first: Option[] = []
  const rest: Option[] = []
  for (const option of options) {
    const text = folded(`${option.label} ${option.hint ?? ''}`)
    if (!words.every((word) => text.includes(word))) continue
    if (text.startsWith(wanted)) first.push(option)
    else rest.push(option)
  }
  return [...first, ...rest]
}

/** The option that a text left in the field means: the one of that name, else the only one that matches. */
export function meantOption(matching: readonly Option[], query: string): Option | undefined {
  return namedOption(matching, query) ?? (matching.length === 1 ? matching[0] : undefined)
}

/** The option of that very name. */
export function namedOption(matching: readonly Option[], query: string): Option | undefined {
  const wanted = folded(query)
  return matching.find((option) => folded(option.label) === wanted)
}

/** The option that was chosen by its value: of those that are drawn, else of all, since they may be drawn anew under the hand. */
export function chosenOption(value: string, drawn: readonly Option[], all: readonly Option[]): Option | undefined {
  const isIt = (option: Option) => option.value === value
  return drawn.find(isIt) ?? all.find(isIt)
}
