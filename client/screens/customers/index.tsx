import { Catalog } from '../../records/catalog.tsx'

/** «Покупатели». */
export default function CustomersScreen() {
  return (
    <Catalog
      collection="customers"
      home="/customers"
      columns={['name', 'phone', 'email', 'responsible', 'segment']}
      form={['name', 'type', 'inn', 'phone', 'email', 'address', 'segment', 'responsible', 'note']}
    />
  )
}
