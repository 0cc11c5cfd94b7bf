import type { Accessor } from 'solid-js'
import { useWords } from '../../ui/words/words.tsx'
import { createCount, Discussion } from '../discussion/discussion.tsx'
import { createFileCount, Files } from '../files/files.tsx'

/** Tabs that cards of different records have alike: what is said about one, and its files. `about`: `<collection>/<id>`. */
export function createAboutTabs(about: Accessor<string>, readOnly: Accessor<boolean | undefined> = () => undefined) {
  const { t } = useWords()
  const said = createCount(about)
  const files = createFileCount(about)
  return () =>
    [
      {
        id: 'discussion',
        label: t('discussion.tab'),
        count: said(),
        content: () => <Discussion about={about()} readOnly={readOnly()} />,
      },
      {
        id: 'files',
        label: t('files.tab'),
        count: files(),
        content: () => <Files about={about()} readOnly={readOnly()} />,
      },
    ] as const
}
