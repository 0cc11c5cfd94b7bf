import fc from 'fast-check'
import { expect, test } from 'vitest'
import { colours, DARK, LIGHT, markColours } from './colours.ts'

/** WCAG 2: how much two colours differ, from 1 to 21. */
function contrast(one: string, other: string): number {
  const [a = 0, b = 0] = [luminance(one), luminance(other)].sort((x, y) => y - x)
  return (a + 0.05) / (b + 0.05)
}

function luminance(hex: string): number {
  const parts = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
  const [r = 0, g = 0, b = 0] = parts.map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

test('ST12: whatever hue a company chooses, each text differs from its ground by 4.5 and more, in light and dark', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21)
  const hue = fc.option(fc.oneof(fc.integer({ min: 0, max: 359 }), fc.double({ min: -1000, max: 1000, noNaN: true })))
  fc.assert(
    fc.property(hue, fc.boolean(), (h, isDark) => {
      const { paper, ground, ink, ink2 } = isDark ? DARK : LIGHT
      const { accent, accentHover, onAccent, soft } = colours(h, isDark)
      const mark = markColours(h ?? 0, isDark)
      const pairs = [
        ...[paper, ground, soft].flatMap((under) => [ink, ink2, accent, accentHover].map((text) => [text, under])),
        ...[accent, accentHover].map((under) => [onAccent, under]),
        [mark.ink, mark.ground],
      ]
      for (const [text = '', under = ''] of pairs)
        expect(contrast(text, under), `${text} on ${under}`).toBeGreaterThanOrEqual(4.5)
    }),
    { numRuns: 1000 },
  )
})
