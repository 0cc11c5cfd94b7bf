import type { ParentProps } from 'solid-js'
import { useFunnel } from '../../context.tsx'
import type { Figure } from '../../figures/figure.ts'
import './figures.css'

export interface FigureButtonProps extends ParentProps {
  readonly figure: Figure
  /** The figure in words, with what it is of: «3. Обсуждение КП, Потери: 4 · 22 %». */
  readonly label: string
  /** Whose it is, where it is not the period's (view.ts). */
  readonly of?: string
}

/** A figure that opens its orders. */
export function FigureButton(props: FigureButtonProps) {
  const funnel = useFunnel()
  return (
    <button
      type="button"
      class="figure"
      aria-label={props.label}
      onClick={() => funnel.openFigure(props.figure, props.of)}
    >
      {props.children}
    </button>
  )
}
