import { A } from '@solidjs/router'
import { type JSX, Show } from 'solid-js'
import { useWords } from '../../../ui/words/words.tsx'

export interface TileProps {
  readonly title: string
  /** The figure in words; undefined while it is not here. */
  readonly figure: string | undefined
  readonly to: string
  /** By how many percent it is more than it was; null: that cannot be said. */
  readonly growth?: number | null
  /** What it is set beside: «к 28 октября». */
  readonly beside?: string
  readonly children?: JSX.Element
}

/** A figure that leads to what is behind it. */
export function Tile(props: TileProps) {
  return (
    <div class="home-tile">
      <A href={props.to} class="home-tile-link">
        <span class="home-tile-title">{props.title}</span>
        <b class="home-figure">{props.figure ?? '…'}</b>
      </A>
      <Show when={props.growth !== undefined && props.growth !== null}>
        <Growth by={props.growth ?? 0} beside={props.beside} />
      </Show>
      {props.children}
    </div>
  )
}

/** «+12 % к 28 октября». */
function Growth(props: { readonly by: number; readonly beside: string | undefined }) {
  const { format } = useWords()
  const sign = () => (props.by > 0 ? '+' : props.by < 0 ? '−' : '')
  return (
    <span class="home-growth">
      <span classList={{ more: props.by > 0, less: props.by < 0 }}>
        {sign()}
        {format.percent(Math.abs(props.by))}
      </span>{' '}
      <span class="dim">{props.beside}</span>
    </span>
  )
}
