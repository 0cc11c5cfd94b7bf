import type { Account, News } from '../../protocol.ts'
import type { DataClient } from '../client.ts'
import { hasLeft, rememberedAccount } from '../kept/remembered.ts'
import { connect } from './connect.ts'

interface Early {
  readonly account: Account
  readonly client: Promise<DataClient>
  /** What the worker said before anybody listened. */
  readonly missed: News[]
  hear: ((news: News) => void) | null
}

let early: Early | null = null

/** Begins to connect the account that was here last when `ready`, before the program is there; false where there is none. */
export function connectEarly(device: string, ready: Promise<void>): boolean {
  const account = hasLeft() ? null : rememberedAccount()
  if (!account) return false
  const missed: News[] = []
  const onNews = (news: News) => (early?.hear ? early.hear(news) : missed.push(news))
  early = { account, client: ready.then(() => connect(account, device, onNews)), missed, hear: null }
  // Whoever takes it hears of a failure; until then it is not unheard of.
  early.client.catch(() => {})
  return true
}

/** Connects this page to the account's data worker, or gives what has begun early for the very same account. */
export function connected(account: Account, device: string, onNews: (news: News) => void): Promise<DataClient> {
  const begun = early
  if (begun?.account.user !== account.user || begun.account.company !== account.company || begun.hear) {
    return connect(account, device, onNews)
  }
  begun.hear = onNews
  for (const news of begun.missed) onNews(news)
  return begun.client
}
