import SchemaBuilder from '@pothos/core'
import ComplexityPlugin from '@pothos/plugin-complexity'
import type { JsonBlock } from '../richText/json.js'
import type { LanguageCode } from '../../vocabulary.js'
import type { DeliveryContext } from '../scope.js'

/** Fields are never null unless they say so. What a field costs is counted by limits.ts, before anything is read. */
export const builder = new SchemaBuilder<{
  Context: DeliveryContext
  DefaultFieldNullability: false
  Scalars: {
    ID: { Input: string; Output: string }
    DateTime: { Input: string; Output: string }
    Date: { Input: string; Output: string }
    EdtfDate: { Input: string; Output: string }
    Language: { Input: LanguageCode; Output: LanguageCode }
    Blocks: { Input: never; Output: JsonBlock[] }
  }
}>({ plugins: [ComplexityPlugin], defaultFieldNullability: false, complexity: { disabled: true } })
