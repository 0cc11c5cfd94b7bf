import { createMemo } from 'solid-js'
import { type PhoneRecord, phones } from '../../../shared/calls/collections.ts'
import { createEvery, useData } from '../../data/page/solid.tsx'
import { createRememberedText } from '../../ui/look/remembered.ts'

/** The phones and lines that can dial for this person: the own ones first, then lines of the company; and the one that was chosen last. */
export function createDiallers() {
  const { user } = useData().account
  const every = createEvery(phones)
  const [last, remember] = createRememberedText('calls.phone')
  const isUsable = ({ gone, isOff, dials, owner }: PhoneRecord) =>
    !gone && isOff !== true && dials === true && (owner === null || owner === user)
  const usable = createMemo(() => {
    const all = every().filter(isUsable)
    return [...all.filter(({ owner }) => owner !== null), ...all.filter(({ owner }) => owner === null)]
  })
  return {
    usable,
    /** The one that is meant unless another is chosen. */
    usual: () => usable().find(({ id }) => id === last()) ?? usable()[0],
    remember,
  }
}
