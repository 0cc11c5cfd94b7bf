import type { Accessor } from 'solid-js'
import { isTold } from '../../../shared/notices/kinds.ts'
import { useData } from '../../data/page/solid.tsx'
import type { Arrived } from '../../data/queries/notices/query.ts'
import { createDeviceNotices } from '../../records/notifying/device-notices.ts'
import { useNow } from '../../records/now.tsx'
import { useOwnSettings } from '../../records/own-settings.ts'
import { createNoticeWords } from './notice-words.ts'
import { createNoticeOpening } from './opening.ts'

/** What happened longer ago than this and comes only now is for the list alone, ms. */
const FRESH = 24 * 3_600_000

/** Has the browser tell of what comes while the program is open behind other windows, of the kinds that are switched on. */
export function createBrowserNotices(arrived: Accessor<readonly Arrived[]>): void {
  const data = useData()
  const now = useNow()
  const { row } = useOwnSettings()
  const words = createNoticeWords()
  const open = createNoticeOpening()
  const due = () =>
    arrived()
      .filter(({ notice }) => notice.at > now() - FRESH && isTold(row()?.notices ?? [], notice.kind, 'browser'))
      .map(({ notice, item }) => {
        const group = { collection: collectionOf(notice.about), item }
        const text = [words.record(group), words.said(notice)].filter(Boolean).join('\n')
        const title = `${words.who(notice)} ${words.what(notice)}`.trim()
        return { key: notice.id, tag: notice.about, title, text, open: () => open(group, { ...notice }) }
      })
  createDeviceNotices({ what: 'notices', user: data.account.user, due, isLasting: false })
}

function collectionOf(about: string) {
  return about.split('/')[0] as Parameters<ReturnType<typeof createNoticeOpening>>[0]['collection']
}
