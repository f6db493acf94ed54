import { isBlock } from '../../archive/pure/diff/blocks.js'
import { toHtml } from '../richText/html.js'
import { withLinks } from '../richText/withLinks.js'
import type { DeliveryContext } from '../scope.js'
import type { Speech } from '../speech.js'
import type { Compared } from './compared.js'
import { comparisonHtml } from './html.js'
import { namesIn } from './names.js'

/** A comparison for people, with the documents that it names. */
export async function comparedHtml(
  { difference, served }: Compared,
  context: DeliveryContext,
  speech: Speech,
): Promise<string> {
  const blocks = difference.blocks
    .flatMap(({ before, after }) => [before, after])
    .filter((one) => one !== null)
    .filter(isBlock)
  const names = await namesIn(served.scope, difference.fields)
  return withLinks({ blocks, served }, context, (resolve, file) =>
    comparisonHtml(difference, {
      ...{ speech, names },
      block: (block) => toHtml([block], resolve, file, difference.language),
    }),
  )
}
