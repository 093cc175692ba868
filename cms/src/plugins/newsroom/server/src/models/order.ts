/** What people asked of the publisher: one row an order. */
export const orderModel = {
  uid: 'plugin::newsroom.order' as const,
  singularName: 'order',
  tableName: 'newsroom_orders',
  attributes: {
    id: { type: 'increments' },
    number: { type: 'integer', column: { notNullable: true } },
    /** The order as JSON. */
    data: { type: 'text', column: { notNullable: true } },
    /** When a publisher first said that it knows of it no more: it was carried out, or could not be. */
    handledAt: { type: 'datetime', columnName: 'handled_at' },
  },
  indexes: [{ name: 'newsroom_orders_number', columns: ['number'], type: 'unique' }],
};
