import { Catalog } from '../../records/catalog.tsx'

/** «Номенклатура». */
export default function GoodsScreen() {
  return (
    <Catalog
      collection="products"
      home="/goods"
      columns={['name', 'type', 'article', 'category', 'unit', 'price']}
      form={['name', 'type', 'article', 'category', 'unit', 'price', 'vat']}
      fresh={{ type: 'goods' }}
    />
  )
}
