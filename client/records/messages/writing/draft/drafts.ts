import { draftId } from '../../../../../shared/messages/drafts.ts'
import { type JsonObject, parseJson } from '../../../../../shared/records/declarations/value.ts'
import type { useData } from '../../../../data/page/solid.tsx'
import type { Opened } from '../begun/typed.ts'

type Data = ReturnType<typeof useData>

/** On this device alone, over a reload; or in the person's own document, too, so that another device goes on with it. */
export type Keeping = 'here' | 'everywhere'

interface Kept {
  readonly opened: Opened | null
  /** When it was typed, ms since 1970. */
  readonly at: number
}

/** The draft that was typed last under a key, here or on another device; null: there is none. */
export async function keptDraft(data: Data, key: string): Promise<Opened | null> {
  const [here, there] = [await keptHere(data, key), await keptThere(data, key)]
  if (here && there) return (there.at > here.at ? there : here).opened
  return (here ?? there)?.opened ?? null
}

/** Keeps a draft; null: there is none any more. */
export async function putDraft(data: Data, key: string, opened: Opened | null, how: Keeping): Promise<void> {
  const at = Date.now()
  if (opened === null) await data.dropDraft(key)
  else await data.saveDraft(key, { ...opened, at } as unknown as JsonObject)
  if (how === 'everywhere') await putThere(data, key, { opened, at })
}

async function keptHere(data: Data, key: string): Promise<Kept | null> {
  const { drafts } = await data.once({ what: 'drafts' })
  // Written by `putDraft`; by earlier programs without a time.
  const draft = drafts.find(({ id }) => id === key)?.draft as unknown as (Opened & { readonly at?: number }) | undefined
  return draft ? { opened: { id: draft.id, typed: draft.typed }, at: draft.at ?? 0 } : null
}

async function keptThere(data: Data, key: string): Promise<Kept | null> {
  const { row } = await data.once({ what: 'record', collection: 'messageDrafts', id: draftId(data.account.user, key) })
  if (!row) return null
  const { draft, at } = row as unknown as { readonly draft: string | null; readonly at: number | null }
  // Written by `putThere`.
  return { opened: draft === null ? null : (parseJson(draft) as unknown as Opened), at: at ?? 0 }
}

async function putThere(data: Data, key: string, { opened, at }: Kept): Promise<void> {
  const of = { collection: 'messageDrafts', id: draftId(data.account.user, key) } as const
  const isThere = (await data.once({ what: 'record', ...of })).row !== null
  if (!isThere && opened === null) return
  const values = { draft: opened === null ? null : JSON.stringify(opened), at }
  await data.run(isThere ? 'setRecord' : 'createRecord', { ...of, values })
}
