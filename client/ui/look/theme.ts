import { createRenderEffect, createRoot } from 'solid-js'
import { createRemembered } from './remembered.ts'

export const THEMES = ['system', 'light', 'dark'] as const
export type Theme = (typeof THEMES)[number]

/** Light, dark or as the system has it; one for the page, remembered on the device. */
export const [theme, setTheme] = createRemembered<Theme>('theme', THEMES, () => 'system')

/** Keeps the page in the chosen theme; called once, before the first render. Returns its undo. */
export function startTheme(): () => void {
  return createRoot((dispose) => {
    createRenderEffect(() => {
      const chosen = theme()
      if (chosen === 'system') delete document.documentElement.dataset.theme
      else document.documentElement.dataset.theme = chosen
    })
    return dispose
  })
}
