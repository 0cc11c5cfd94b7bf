import { type Accessor, createSignal } from 'solid-js'
import type { ClosedGroups } from '../../../data/queries/query.ts'

/** Which groups of a list are collapsed, as long as its screen stands. */
export interface OpenGroups {
  readonly closed: Accessor<ClosedGroups>
  readonly toggle: (group: string) => void
  readonly closeAll: () => void
  readonly openAll: () => void
}

export function createOpenGroups(): OpenGroups {
  const [closed, setClosed] = createSignal<ClosedGroups>({ all: false, except: [] })
  return {
    closed,
    toggle: (group) =>
      setClosed(({ all, except }) => ({
        all,
        except: except.includes(group) ? except.filter((one) => one !== group) : [...except, group],
      })),
    closeAll: () => setClosed({ all: true, except: [] }),
    openAll: () => setClosed({ all: false, except: [] }),
  }
}
