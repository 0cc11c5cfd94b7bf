import type { Block, Paper } from '../paper.ts'
import {
  headBlocks,
  headOf,
  linesBlock,
  logoBlocks,
  noteBlocks,
  partiesBlock,
  sellerSigns,
  totalsBlocks,
} from './blocks.ts'
import type { Deal, Making } from './deal.ts'
import { bankBlock, codeBlock } from './payment-blocks.ts'

/** «Счет на оплату»: whom to pay, what for, and the code. */
export function invoicePaper(deal: Deal, making: Making): Paper {
  const title = headOf(deal, 'invoice', making)
  return paper(title, making, [
    ...logoBlocks(making),
    bankBlock(deal.seller, making),
    { is: 'title', text: title },
    ...inside(deal, making),
    codeBlock(deal, making),
    sellerSigns(deal.seller, making),
  ])
}

/** «Заказ покупателя» or «Заказ-наряд»: what was agreed, signed by both. */
export function orderPaper(deal: Deal, sort: 'customer' | 'work', making: Making): Paper {
  const title = headOf(deal, sort, making)
  return paper(title, making, [...headBlocks(title, making), ...inside(deal, making), bothSign(deal, making)])
}

/** «Акт»: the works were done, and nothing is claimed. */
export function actPaper(deal: Deal, making: Making): Paper {
  const title = headOf(deal, 'act', making)
  const done: Block = { is: 'text', text: making.words.done }
  return paper(title, making, [...headBlocks(title, making), ...inside(deal, making), done, bothSign(deal, making)])
}

function paper(title: string, { language }: Making, blocks: readonly Block[]): Paper {
  return { title, language, blocks }
}

function inside(deal: Deal, making: Making): Block[] {
  return [partiesBlock(deal, making), linesBlock(deal, making), ...totalsBlocks(deal, making), ...noteBlocks(deal)]
}

/** The seller's head, with seal and signature where these are printed, and whoever signs for the customer. */
function bothSign({ seller, customer }: Deal, { words, pictures }: Making): Block {
  return {
    is: 'signatures',
    signers: [
      { post: words.seller, name: seller.head ?? '', signature: pictures.signature },
      { post: words.customer, name: customer?.name ?? '', signature: null },
    ],
    seal: pictures.seal,
  }
}
