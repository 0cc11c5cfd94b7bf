import type { useData } from '../../../../data/page/solid.tsx'
import { look } from '../../../files/adding/preview.ts'
import { type Keeping, keptDraft, putDraft } from '../draft/drafts.ts'
import { type Begun, type MessageStart, typedAtFirst } from './start.ts'
import type { Opened } from './typed.ts'

type Data = ReturnType<typeof useData>

/** Begins a message, or goes on with the draft that was typed last, on whatever device; what was made is among its files when this resolves. */
export async function openMessage(data: Data, start: MessageStart): Promise<Opened> {
  const kept = start.made ? undefined : await draftOf(data, start)
  if (kept) return { ...kept, id: await freeId(data, kept.id) }
  const id = await data.newId('messages')
  if (start.made) await data.addFile({ about: aboutOf(id), ...start.made, ...(await look(start.made.bytes)) })
  for (const one of start.begun?.enclosures ?? []) await passOn(data, id, one)
  return { id, typed: typedAtFirst(start) }
}

/** An enclosure of a letter goes along as a file of the message: its bytes are on the server, under their hash. */
async function passOn(data: Data, id: string, { name, type, size, hash }: Begun['enclosures'][number]): Promise<void> {
  const values = { about: aboutOf(id), name: name ?? '', type, size, hash }
  await data.run('addFile', { id: await data.newId('files'), values })
}

async function draftOf(data: Data, start: MessageStart): Promise<Opened | undefined> {
  return (await keptDraft(data, draftKeyOf(start))) ?? undefined
}

/** Keeps what is written, over a reload and for other devices; nothing, where nothing is. What goes with a made file is given up with it. */
export async function keepDraft(data: Data, start: MessageStart, opened: Opened | null, how: Keeping): Promise<void> {
  if (!start.made) await putDraft(data, draftKeyOf(start), opened, how)
}

/** A message is no draft any more; one that another tab keeps in its place stays. */
export async function dropDraft(data: Data, start: MessageStart, id: string): Promise<void> {
  if (start.made) return
  const kept = await draftOf(data, start)
  if (!kept || kept.id === id) await putDraft(data, draftKeyOf(start), null, 'everywhere')
}

/** Takes away what was added for a message that is not written; gives which files. */
export async function giveUp(data: Data, id: string): Promise<readonly string[]> {
  const files = await ownFiles(data, id)
  for (const file of files) await data.runPassedOver('removeRecord', { collection: 'files', id: file })
  return files
}

/** The files that were added to a message. */
export async function ownFiles(data: Data, id: string): Promise<readonly string[]> {
  const { files } = await data.once({ what: 'files', about: aboutOf(id) })
  return files.map((file) => file.id).reverse()
}

/** What files of a message are about. */
export function aboutOf(id: string): string {
  return `messages/${id}`
}

/** One draft for each card that messages are written from, and each answer. */
export function draftKeyOf({ order, customer, begun }: MessageStart): string {
  return `message_${begun?.key ?? order?.id ?? customer ?? ''}`
}

/** Under which a message can be written: another one, where one was written so already, as another tab may have; nobody’s words are dropped. */
export async function freeId(data: Data, id: string): Promise<string> {
  const { row } = await data.once({ what: 'record', collection: 'messages', id })
  return row === null ? id : await data.newId('messages')
}
