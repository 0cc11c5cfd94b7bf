import { useWords } from '../../../ui/words/words.tsx'
import { useDaysText } from '../bar/use-days-text.ts'
import { useHeading } from '../blocks/use-heading.ts'
import { useFunnel } from '../context.tsx'
import type { Figure } from '../figures/figure.ts'

/** What a figure is, in words. */
export function useFigureTitle() {
  const { t } = useWords()
  const funnel = useFunnel()
  const heading = useHeading()
  const daysText = useDaysText(() => funnel.behind()?.days ?? funnel.days())

  const placed = (kind: string, state: string) => {
    const { name } = funnel.names.state(state)
    const rows = funnel.answer()?.blocks.find((block) => block.kind === kind)?.rows ?? []
    const place = rows.findIndex((row) => row.state === state) + 1
    return place === 0 ? name : t('orders.placed', { place, name })
  }
  const what = ({ of }: Figure) =>
    t(of === 'reached' && funnel.view().mode === 'visited' ? 'funnel.figures.visited' : `funnel.figures.${of}`)
  const whose = (figure: Figure) => [
    ...(figure.of === 'reason' ? [funnel.names.reason(figure.reason).name] : []),
    ...('state' in figure && figure.state !== undefined ? [placed(figure.kind, figure.state)] : []),
  ]

  return {
    placed,
    /** «Потери: 3. Обсуждение КП». */
    title(figure: Figure): string {
      const of = whose(figure).join(', ')
      return of === '' ? what(figure) : t('funnel.figureOf', { figure: what(figure), of })
    },
    /** Of which kind, group and period it is. */
    under: (figure: Figure): string =>
      [
        heading(figure.kind),
        ...(figure.group === undefined ? [] : [funnel.groupName(figure.group)]),
        daysText() || t('funnel.periods.all'),
      ].join(' · '),
  }
}
