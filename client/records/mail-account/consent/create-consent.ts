import { createSignal, onCleanup } from 'solid-js'
import type {
  ConsentAsked,
  ConsentBegun,
  ConsentPasted,
  ConsentState,
} from '../../../../shared/letters/consent/consent.ts'
import { api } from '../../../data/page/api.ts'
import { single } from '../../../ui/actions/single.ts'

/** In a window of its own, which learns nothing of this one. A browser may open none but at a click. */
export function openPage(url: string): void {
  window.open(url, '_blank', 'noopener')
}

/** Consent on the page of a mail service, as it goes on; `onGiven` is told its id. */
export function createConsent(asked: () => ConsentAsked, onGiven: (id: string) => void) {
  const [begun, setBegun] = createSignal<ConsentBegun | null>(null)
  const [failure, setFailure] = createSignal<unknown>(null)
  let isOver = false
  onCleanup(() => {
    isOver = true
  })
  const isCurrent = (id: string) => !isOver && begun()?.id === id

  /** Waits for the person at the service, however he comes back. */
  async function wait(id: string): Promise<void> {
    try {
      let state: ConsentState = { isGiven: false }
      while (isCurrent(id) && !state.isGiven) state = await api('GET', `/api/mail/consents/${id}`)
      if (isCurrent(id)) onGiven(id)
    } catch (error) {
      if (isCurrent(id)) setFailure(error)
    } finally {
      if (isCurrent(id)) setBegun(null)
    }
  }

  const begin = single(async () => {
    setFailure(null)
    setBegun(null)
    try {
      const answer = await api<ConsentBegun>('POST', '/api/mail/consents', asked())
      setBegun(answer)
      openPage(answer.url)
      void wait(answer.id)
    } catch (error) {
      setFailure(error)
    }
  })

  /** The address that the service led to, or its code; what comes of it is heard by who waits. */
  const bring = single(async (pasted: string) => {
    const consent = begun()
    if (!consent) return
    setFailure(null)
    try {
      await api<ConsentState>('POST', `/api/mail/consents/${consent.id}`, { pasted } satisfies ConsentPasted)
    } catch (error) {
      setFailure(error)
    }
  })

  return { begun, failure, begin, bring }
}

export type Consent = ReturnType<typeof createConsent>
