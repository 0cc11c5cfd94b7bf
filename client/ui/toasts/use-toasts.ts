import { createEffect, createRoot, untrack } from 'solid-js'
import type { FailureCode } from '../../../shared/errors.ts'
import type { UnderWay } from '../../../shared/under-way.ts'
import { createWork, type Work } from '../work/create-work.ts'
import { createPile, type Toast } from './pile.ts'

/** Words that are said. */
export interface Message {
  readonly text: string
  /** `bad`: something was refused; it is said at once, whatever else is being said, and stays longer. */
  readonly kind?: 'plain' | 'bad' | undefined
  /** What can be done about it: the undo. */
  readonly action?: { readonly label: string; readonly run: () => void } | undefined
}

/** A work that is under way. */
export interface LongWork {
  readonly label: string
  readonly work: Work
}

export interface ToastsApi {
  readonly show: (message: Message) => void
  /**
   * Does what may take long beside the page; as soon as it does, it is said how far it is. It can be stopped there, and then
   * ends with the Failure `stopped`.
   */
  readonly during: <T>(label: string, deed: (underWay: UnderWay) => Promise<T>, stopped: FailureCode) => Promise<T>
}

const PLAIN = 6000
const WITH_ACT = 10_000

/** All that is said on this page. */
export const pile = createPile<Message | LongWork>()

const api: ToastsApi = {
  show(message) {
    const isBad = message.kind === 'bad'
    pile.say(message, isBad || message.action ? WITH_ACT : PLAIN, isBad ? 'urgent' : 'plain')
  },
  async during(label, deed, stopped) {
    const work = createWork(stopped)
    const end = follow({ label, work })
    try {
      return await work.run(deed)
    } finally {
      end()
    }
  },
}

/** Says what was done, at the lower edge, with its undo; goes by itself, and waits while it is pointed at. */
export function useToasts(): ToastsApi {
  return api
}

/** Shows a work from when there is something to show; gives its end. */
function follow(content: LongWork): () => void {
  return createRoot((dispose) => {
    let toast: Toast<Message | LongWork> | undefined
    createEffect(() => {
      if (content.work.progress()) toast ??= untrack(() => pile.say(content))
    })
    return () => {
      dispose()
      if (toast) pile.dismiss(toast)
    }
  })
}

/** Takes away what was said of things done, before a sheet rises where it stands; refusals and works stay. */
export function makeRoom(): void {
  for (const toast of untrack(pile.shown)) {
    if (!('work' in toast.content) && toast.content.kind !== 'bad') pile.dismiss(toast)
  }
}
