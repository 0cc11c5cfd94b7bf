import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { colours, DARK, LIGHT, markColours } from './colours.ts'

/** In the order in which they count: what is narrow or printed comes behind all that it changes. */
const SHEETS = ['base', 'frame', 'controls', 'goods', 'order', 'narrow', 'print'] as const
const SHARED = SHEETS.map((name) => readFileSync(join(import.meta.dirname, 'sheets', `${name}.css`), 'utf8')).join('')
/** Marks of states have one of so many hues: pages carry no styles of their own. */
const MARKS = 12

/** The styles of a site, whole, and the hash that their address carries. */
export interface Look {
  readonly css: string
  readonly hash: string
}

export function lookOf(hue: number | null): Look {
  const dark = `@media (prefers-color-scheme: dark) {\n${rootOf(hue, true)}\n${marks(true)}\n}`
  const css = `:root { color-scheme: light dark; }\n${rootOf(hue, false)}\n${marks(false)}\n${dark}\n${SHARED}`
  return { css, hash: createHash('sha256').update(css).digest('hex').slice(0, 16) }
}

/** The class of a mark of this hue. */
export function markClass(hue: number | null): string {
  const part = 360 / MARKS
  return hue === null ? 'mark' : `mark mark-${Math.round((((hue % 360) + 360) % 360) / part) % MARKS}`
}

/** The picture that stands for the site in a tab: its first letter on its colour. */
export function iconOf(hue: number | null, name: string): string {
  const { accent, onAccent } = colours(hue, false)
  const letter = ([...name][0] ?? '').replaceAll(/[<>&]/g, '')
  const text = `<text x="32" y="45" font-family="system-ui, sans-serif" font-size="38" font-weight="700" text-anchor="middle" fill="${onAccent}">${letter}</text>`
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64"><rect width="64" height="64" rx="14" fill="${accent}"/>${text}</svg>`
}

function rootOf(hue: number | null, isDark: boolean): string {
  const { paper, ground, ink, ink2 } = isDark ? DARK : LIGHT
  const { accent, accentHover, onAccent, soft } = colours(hue, isDark)
  const own = isDark
    ? { line: '#2b2d33', edge: '#71747d', good: '#5ccb8f', loss: '#ff9a8f' }
    : { line: '#e6e5e1', edge: '#8d8f96', good: '#12703f', loss: '#b3261e' }
  const parts = { paper, ground, ink, ink2, accent, 'accent-hover': accentHover, 'on-accent': onAccent, soft, ...own }
  return `:root { ${Object.entries(parts)
    .map(([name, value]) => `--${name}: ${value};`)
    .join(' ')} }`
}

function marks(isDark: boolean): string {
  const each = (n: number) => {
    const { ink, ground } = markColours((n * 360) / MARKS, isDark)
    return `.mark-${n} { color: ${ink}; background: ${ground}; }`
  }
  return Array.from({ length: MARKS }, (_, n) => each(n)).join('\n')
}
