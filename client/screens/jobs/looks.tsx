import { useNavigate } from '@solidjs/router'
import { Segmented } from '../../ui/inputs/toggles/segmented.tsx'
import { createRemembered } from '../../ui/look/remembered.ts'
import { useWords } from '../../ui/words/words.tsx'

const LOOKS = ['list', 'board', 'load'] as const
export type Look = (typeof LOOKS)[number]

const HOMES: { readonly [L in Look]: string } = { list: '/jobs', board: '/jobs/board', load: '/jobs/load' }

/** How jobs were looked at last on this device: the menu leads there again. */
export function createLook() {
  return createRemembered<Look>('look.jobs', LOOKS, () => 'list')
}

/** Where jobs are looked at so. */
export function homeOf(look: Look): string {
  return HOMES[look]
}

/** What list and board have in their addresses: it goes along. */
const SHARED = ['filter', 'search']

/** «Список | Доска | Загрузка»: three ways to look at the same jobs. */
export function Looks(props: { readonly shown: Look }) {
  const { t } = useWords()
  const navigate = useNavigate()
  const [, setLook] = createLook()
  const show = (look: Look) => {
    setLook(look)
    navigate(`${HOMES[look]}${look === 'load' ? '' : sharedPart()}`)
  }
  return (
    <Segmented
      bare
      label={t('jobs.looks.label')}
      value={props.shown}
      options={LOOKS.map((value) => ({ value, label: t(`jobs.looks.${value}`) }))}
      onCommit={show}
    />
  )
}

function sharedPart(): string {
  const here = new URLSearchParams(location.search)
  const kept = new URLSearchParams(SHARED.flatMap((name) => here.getAll(name).map((text) => [name, text])))
  return kept.size === 0 ? '' : `?${kept}`
}
