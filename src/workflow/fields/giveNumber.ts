import type { CollectionBeforeValidateHook, PayloadRequest } from 'payload'
import { refuseField } from './refuseField.js'

const idOf = (value: unknown): string | null => {
  if (typeof value === 'string') return value
  return typeof value === 'object' && value !== null && 'id' in value ? String(value.id) : null
}

/** Numbers of the strategy's other editions; of those without a strategy, for a draft that has none yet. */
async function numbersBeside(req: PayloadRequest, strategy: string | null, id: unknown): Promise<number[]> {
  const { docs } = await req.payload.db.find<{ id: string; number?: number | null }>({
    collection: 'editions',
    where: { strategy: strategy === null ? { exists: false } : { equals: strategy } },
    pagination: false,
    req,
  })
  return docs.filter((one) => one.id !== id).flatMap(({ number }) => (typeof number === 'number' ? [number] : []))
}

/**
 * Gives an edition the next number of its strategy where none was typed: the database asks that every row has its own.
 * A number that was given before the strategy was chosen is given anew.
 */
export const giveNumber: CollectionBeforeValidateHook = async ({ collection, data, originalDoc, req }) => {
  if (!data) return data
  const strategy = idOf(data.strategy === undefined ? originalDoc?.strategy : data.strategy)
  const before = idOf(originalDoc?.strategy)
  const typed: unknown = data.number === undefined ? originalDoc?.number : data.number
  const isLeftOver = originalDoc && before === null && strategy !== null && typed === originalDoc.number
  const isSame = typed === originalDoc?.number && strategy === before
  if (typeof typed === 'number' && isSame) return data

  const taken = await numbersBeside(req, strategy, originalDoc?.id)
  if (typeof typed !== 'number' || isLeftOver) return { ...data, number: Math.max(0, ...taken) + 1 }
  if (taken.includes(typed)) {
    refuseField(req, collection.slug, 'number', {
      sv: `Strategin har redan en utgåva ${typed}, kanske i papperskorgen. Välj ett annat nummer.`,
      en: `The strategy already has an edition ${typed}, perhaps in the bin. Choose another number.`,
    })
  }
  return data
}
