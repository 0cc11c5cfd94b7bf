import { type Accessor, createMemo, createSignal } from 'solid-js'
import { createQuery } from '../../../../data/page/solid.tsx'
import type { Option } from '../../../../ui/inputs/choice/option.tsx'

/** Of fewer signs too much would fit. */
const LEAST = 2

/** Addresses that are offered: `ways`, which are known to fit, and those of others as they are typed. */
export function createOfferedReaders(ways: Accessor<readonly Option[]>) {
  const [typed, setTyped] = createSignal('')
  const answer = createQuery(() => {
    const text = typed().trim()
    return text.length < LEAST ? null : ({ what: 'readers', text } as const)
  })
  const offered = createMemo((): readonly Option[] => {
    const text = typed().trim().toLowerCase()
    const near = ways().filter(({ value }) => value.toLowerCase().includes(text))
    if (text.length < LEAST) return near
    const others = (answer()?.readers ?? []).filter(({ address }) => !near.some(({ value }) => value === address))
    return [...near, ...others.map(({ address, name }) => ({ value: address, label: address, hint: name }))]
  })
  return { offered, type: setTyped }
}
