import { createMemo } from 'solid-js'
import { createQuery } from '../../../../data/page/solid.tsx'
import type { Opened } from '../begun/typed.ts'

/** Versions of a draft that this form began with or has kept itself; another one was written in another tab or on another device. */
export class KnownVersions {
  readonly #known = new Set<string>()

  add(version: Opened): void {
    this.#known.add(textOf(version))
  }

  has(version: Opened): boolean {
    return this.#known.has(textOf(version))
  }
}

/** The same text for the same draft, in whatever order its fields came back. */
export function textOf({ id, typed }: Opened): string {
  return JSON.stringify([id, Object.entries(typed).sort(([one], [other]) => (one < other ? -1 : 1))])
}

/** What another tab has kept of the same draft; null: nothing. Without a key nothing is kept. */
export function createElsewhere(key: string | null, known: KnownVersions): () => Opened | null {
  const kept = createQuery(() => (key === null ? null : ({ what: 'drafts' } as const)))
  return createMemo(() => {
    const found = kept()?.drafts.find(({ id }) => id === key)
    // The form's own copy: the query's is a live store. Written by `putDraft`.
    const version = found ? (JSON.parse(JSON.stringify(found.draft)) as Opened) : null
    return version !== null && !known.has(version) ? version : null
  })
}
