import type { Words } from '../../words.ts'

export const apart: Words['apart'] = {
  title: 'Written at the same time',
  stands: 'Now:',
  other: 'At the same time:',
  by: '{{who}}, {{when}}',
  empty: 'empty',
  bringBack: 'Bring this back',
  back: 'The value is back',
  keep: 'Keep as it is',
}
