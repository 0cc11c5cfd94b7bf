import { createEffect, on } from 'solid-js'
import { settings } from '../../shared/company/collections.ts'
import { LANGUAGES } from '../../shared/locales/index.ts'
import type { JsonObject } from '../../shared/records/declarations/value.ts'
import { createRecord, useData } from '../data/page/solid.tsx'
import { setTheme, THEMES, theme } from '../ui/look/theme.ts'
import { useWords } from '../ui/words/words.tsx'

/** What a person has set for himself: it goes with him to every device. */
export function useOwnSettings() {
  const data = useData()
  const id = data.account.user
  const record = createRecord(settings, () => id)
  const row = () => record()?.row ?? null
  // Commands run in their order: what is set right after the first must not make the record once more.
  let isBeingMade = false
  const make = async (values: JsonObject) => {
    isBeingMade = true
    try {
      await data.run('createRecord', { collection: 'settings', id, values })
    } catch (error) {
      isBeingMade = false
      throw error
    }
  }
  return {
    row,
    /** Whether it is known what was set. */
    isKnown: () => record() !== undefined,
    /** Keeps settings; resolves when they are on this device's disk. */
    save: async (values: JsonObject): Promise<void> => {
      if (!row() && !isBeingMade) await make(values)
      else await data.run('setRecord', { collection: 'settings', id, values })
    },
  }
}

/** Shows the page in the person's own language and theme, as soon as they are known and whenever they change. */
export function followOwnSettings(): void {
  const { row } = useOwnSettings()
  const { language, setLanguage } = useWords()
  const follow = (kept: () => string | null | undefined, take: (text: string) => void) =>
    createEffect(on(kept, (text) => text && take(text)))
  follow(
    () => row()?.language,
    (text) => setLanguage(LANGUAGES.find((one) => one === text) ?? language()),
  )
  follow(
    () => row()?.theme,
    (text) => setTheme(THEMES.find((one) => one === text) ?? theme()),
  )
}
