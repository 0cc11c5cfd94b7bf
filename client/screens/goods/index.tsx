import { Show } from 'solid-js'
import { Catalog } from '../../records/catalog.tsx'
import { createMedia, MIDDLE } from '../../ui/look/media.ts'
import { createGroupsPane } from './groups/groups-pane.tsx'
import { ProductPicture } from './picture/product-picture.tsx'
import { PriceActs } from './price-acts.tsx'
import { Prices } from './prices/prices.tsx'

/** «Номенклатура». */
export default function GoodsScreen() {
  const isMiddle = createMedia(MIDDLE)
  return (
    <Catalog
      collection="products"
      home="/goods"
      columns={['name', 'type', 'article', 'category', 'unit', 'price']}
      form={['name', 'type', 'article', 'barcode', 'group', 'category', 'unit', 'price', 'vat', 'description']}
      fresh={{ type: 'goods' }}
      pane={createGroupsPane}
      actions={() => (
        <Show when={!isMiddle()}>
          <PriceActs />
        </Show>
      )}
      discussed
      above={(id) => <ProductPicture id={id} />}
      below={(id) => <Prices id={id} />}
    />
  )
}
