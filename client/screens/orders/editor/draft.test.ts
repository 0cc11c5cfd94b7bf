import { expect, test } from 'vitest'
import type { Json, JsonObject } from '../../../../shared/records/declarations/value.ts'
import { draftEditor } from './draft.ts'

function opened() {
  const kept: Json[] = []
  const data = {
    saveDraft: async (_id: string, draft: JsonObject) => {
      kept.push(draft.fields ?? null)
    },
  }
  const draft = { sort: 'work', kind: null, state: null, fields: {}, lines: [] } as const
  return { kept, editor: draftEditor(data, 'common-1', draft) }
}

test('what comes into the form while the draft is recorded leaves no draft of an order that is', async () => {
  const { kept, editor } = opened()
  await editor.set({ note: 'before' })
  await editor.ending(async () => {
    await editor.set({ priceType: 'wholesale' })
    return true
  })
  await editor.set({ priceType: 'retail' })
  expect(kept).toEqual([{ note: 'before' }])
})

test('where it could not be recorded, all that came meanwhile is kept', async () => {
  const { kept, editor } = opened()
  await editor.ending(async () => {
    await editor.set({ note: 'meanwhile' })
    return false
  })
  expect(kept).toEqual([{ note: 'meanwhile' }])
  await editor.set({ note: 'behind' })
  expect(kept.at(-1)).toEqual({ note: 'behind' })
})
