import { createMemo, createSignal } from 'solid-js'
import { leftOut } from '../../shared/features/records.ts'
import { FOUND_IN, type FoundIn } from '../../shared/search/index/fields.ts'
import { createQuery } from '../data/page/solid.tsx'
import { manyLabel } from '../records/words/labels.ts'
import { FinderFilters, type FinderKind } from '../ui/overlays/finder/filters.tsx'
import { Finder } from '../ui/overlays/finder/finder.tsx'
import { useWords } from '../ui/words/words.tsx'
import { offerGroups } from './offer-groups.ts'
import type { Recent } from './recent.ts'
import { createRecordGroups } from './record-groups.ts'
import { createWhose, type Whose } from './whose.ts'

export interface PaletteProps {
  readonly open: boolean
  readonly recent: Recent
  readonly onClose: () => void
}

/** The palette of commands: everything on this device, screens, and what can be done, by a few letters. */
export function Palette(props: PaletteProps) {
  const { t } = useWords()
  const [text, setText] = createSignal('')
  const [kind, setKind] = createSignal<FoundIn | null>(null)
  const whose = createWhose(() => props.open, text, setText)
  const { person } = whose
  const isHeld = () => kind() !== null || person() !== null
  const kinds = () => [kind()].filter((one) => one !== null)
  const answer = createQuery(() => {
    const held = { kinds: kind() === null ? null : kinds(), person: person(), without: leftOut() }
    return props.open ? ({ what: 'find', text: text(), recent: props.recent.records(), ...held } as const) : null
  })
  /** The answer is to what stands in the field now, and to all of it. */
  const isBehind = () => {
    if (whose.groups()) return false
    const now = answer()
    const isSame = now?.text === text() && (now.kinds?.[0] ?? null) === kind() && now.person === person()
    return !isSame || !now?.isWhole
  }
  const recordGroups = createRecordGroups(
    () => (text() === '' && answer()?.text !== '' ? undefined : answer()),
    setKind,
  )
  const groups = createMemo(() => {
    if (!props.open) return []
    const people = whose.groups()
    if (people) return people
    const offers = isHeld() ? [] : offerGroups(text(), props.recent, t('palette.recent'))
    return [...recordGroups(), ...offers].sort((a, b) => b.rank - a.rank)
  })
  const preparing = () => {
    const { done = 0, total = 0 } = answer()?.ready ?? {}
    return text() !== '' && done < total ? t('palette.preparing', { done, total }) : undefined
  }
  const release = () => {
    setKind(null)
    whose.release()
  }
  const close = () => {
    setText('')
    release()
    props.onClose()
  }
  return (
    <Finder
      open={props.open}
      label={t('palette.label')}
      text={text()}
      onText={setText}
      onBack={release}
      groups={groups()}
      behind={isBehind()}
      nothing={isBehind() ? '' : t('palette.nothing')}
      note={preparing()}
      filters={(toField) => (
        <Filters
          isShown={text() !== '' || isHeld() || whose.groups() !== null}
          counts={answer()?.counts ?? {}}
          kind={kind()}
          onKind={setKind}
          whose={whose}
          onDone={toField}
        />
      )}
      onClose={close}
    />
  )
}

interface FiltersProps {
  readonly isShown: boolean
  readonly counts: { readonly [C in FoundIn]?: number }
  readonly kind: FoundIn | null
  readonly onKind: (kind: FoundIn | null) => void
  readonly whose: Whose
  readonly onDone: () => void
}

/** Kinds of which something was found, and whose it is to be. */
function Filters(props: FiltersProps) {
  const { t } = useWords()
  const kinds = createMemo((before: readonly FinderKind[]): readonly FinderKind[] => {
    // Held to one kind, the others stay as they were found before.
    if (props.kind !== null && before.length > 0) return before
    return FOUND_IN.flatMap((id) => {
      const count = props.counts[id] ?? 0
      return count > 0 || id === props.kind ? [{ id, label: t(manyLabel(id)), count }] : []
    })
  }, [])
  return (
    <FinderFilters
      isShown={props.isShown}
      label={t('palette.filters')}
      every={t('palette.everywhere')}
      kinds={kinds()}
      kind={props.kind}
      onKind={(id) => props.onKind(FOUND_IN.find((one) => one === id) ?? null)}
      whose={props.whose.name()}
      isSomebody={props.whose.person() !== null}
      onWhose={props.whose.ask}
      onDone={props.onDone}
    />
  )
}
