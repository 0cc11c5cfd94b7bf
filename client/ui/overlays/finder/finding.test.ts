import { createRoot, createSignal } from 'solid-js'
import { expect, test } from 'vitest'
import { createFinding, type FinderGroup } from './finding.ts'

const groupOf = (...labels: string[]): FinderGroup => ({
  heading: 'Orders',
  rows: labels.map((label) => ({ id: label, label, run: () => {} })),
})

/** A finder in which «0» has been looked for, and the keys of somebody who types on. */
function begin() {
  const chosen: string[] = []
  return createRoot((end) => {
    const [groups, setGroups] = createSignal([groupOf('0063', '0042')])
    const [isBehind, setBehind] = createSignal(false)
    const finding = createFinding(groups, isBehind, ({ label }) => chosen.push(label))
    return {
      ...{ chosen, end },
      key: (key: string) => finding.keyDown({ key, isComposing: false, preventDefault: () => {} }),
      type: () => {
        finding.restart()
        setBehind(true)
      },
      answer: (...labels: string[]) => {
        setGroups([groupOf(...labels)])
        setBehind(false)
      },
    }
  })
}

test('Enter means what fits all that was typed: where that is looked for still, it waits', () => {
  const finder = begin()
  finder.key('Enter')
  expect(finder.chosen).toEqual(['0063'])
  finder.type()
  finder.key('Enter')
  expect(finder.chosen).toEqual(['0063'])
  finder.answer('0042')
  expect(finder.chosen).toEqual(['0063', '0042'])
  finder.answer('0041')
  expect(finder.chosen).toHaveLength(2)
  finder.end()
})

test('an Enter that waits is forgotten at the next key, and where nothing fits', () => {
  const finder = begin()
  finder.type()
  finder.key('Enter')
  finder.key('ArrowDown')
  finder.answer('0042', '0043')
  expect(finder.chosen).toEqual([])
  finder.type()
  finder.key('Enter')
  finder.type()
  finder.answer('0042')
  expect(finder.chosen).toEqual([])
  finder.type()
  finder.key('Enter')
  finder.answer()
  finder.answer('0042')
  expect(finder.chosen).toEqual([])
  finder.end()
})
