import { For, Match, Show, Switch } from 'solid-js'
import type { Block, Fact, Paper, Signer, Table } from '../../../shared/print/paper.ts'
import { Qr } from '../../ui/signs/qr.tsx'
import { reachable } from '../../ui/table/simple-table.tsx'
import './paper-view.css'

/** A paper as it will be printed, word for word; on a screen as wide as there is room, its table scrolls by itself. */
export function PaperView(props: { readonly paper: Paper }) {
  return (
    <article
      class="paper"
      classList={{ wide: props.paper.wide ?? false }}
      aria-label={props.paper.title}
      lang={props.paper.language}
    >
      <For each={props.paper.blocks}>{(block) => <BlockView block={block} />}</For>
    </article>
  )
}

function BlockView(props: { readonly block: Block }) {
  const of = <I extends Block['is']>(is: I) =>
    props.block.is === is ? (props.block as Extract<Block, { readonly is: I }>) : undefined
  return (
    <Switch>
      <Match when={of('picture')}>{(picture) => <img class="paper-logo" src={picture().image} alt="" />}</Match>
      <Match when={of('title')}>{(title) => <h3>{title().text}</h3>}</Match>
      <Match when={of('text')}>{(text) => <p class={text().look ?? ''}>{text().text}</p>}</Match>
      <Match when={of('facts')}>{(facts) => <Facts class="paper-facts" facts={facts().facts} />}</Match>
      <Match when={of('totals')}>{(totals) => <Facts class="paper-totals" facts={totals().totals} />}</Match>
      <Match when={of('bank')}>
        {(bank) => (
          <div class="paper-bank">
            <For each={bank().rows}>
              {({ left, facts }) => (
                <>
                  <p>{left}</p>
                  <Facts class="paper-facts" facts={facts} />
                </>
              )}
            </For>
          </div>
        )}
      </Match>
      <Match when={of('table')}>{(table) => <TableView table={table()} />}</Match>
      <Match when={of('code')}>
        {(code) => (
          <div class="paper-code">
            <Qr text={code().text} label={code().words} />
            <p>{code().words}</p>
          </div>
        )}
      </Match>
      <Match when={of('signatures')}>
        {(signed) => <Signatures signers={signed().signers} seal={signed().seal} />}
      </Match>
    </Switch>
  )
}

function Facts(props: { readonly class: string; readonly facts: readonly Fact[] }) {
  return (
    <Show when={props.facts.length > 0} fallback={<span />}>
      <dl class={props.class}>
        <For each={props.facts}>
          {({ label, text }) => (
            <>
              <dt>{label}</dt>
              <dd>{text}</dd>
            </>
          )}
        </For>
      </dl>
    </Show>
  )
}

function TableView(props: { readonly table: Table }) {
  const endOf = (at: number) => (props.table.columns[at]?.align === 'right' ? 'end' : '')
  return (
    <div class="paper-table" ref={reachable}>
      <table>
        <thead>
          <tr>
            <For each={props.table.columns}>
              {({ head }, at) => (
                <th scope="col" class={endOf(at())}>
                  {head}
                </th>
              )}
            </For>
          </tr>
        </thead>
        <tbody>
          <For each={props.table.rows}>
            {(row) => (
              <tr>
                <For each={row}>{(cell, at) => <td class={endOf(at())}>{cell}</td>}</For>
              </tr>
            )}
          </For>
        </tbody>
      </table>
    </div>
  )
}

function Signatures(props: { readonly signers: readonly Signer[]; readonly seal: string | null }) {
  return (
    <div class="paper-signs">
      <For each={props.signers}>
        {({ post, name, signature }) => (
          <div>
            <strong>{post}</strong>
            <div class="paper-line">
              <Show when={signature}>{(image) => <img src={image()} alt="" />}</Show>
            </div>
            <span>{name}</span>
          </div>
        )}
      </For>
      <Show when={props.seal}>{(image) => <img class="paper-seal" src={image()} alt="" />}</Show>
    </div>
  )
}
