import { toHtml } from '../richText/html.js'
import { toJson } from '../richText/json.js'
import { toMarkdown } from '../richText/markdown.js'
import { toText } from '../richText/text.js'
import { spend, withLinks, type RichTextAnswer } from '../richText/withLinks.js'
import { RichTextType } from './types.js'

RichTextType.implement({
  description:
    'One text in four forms. Links to documents keep to the moment of the answer, and lead somewhere or are words.',
  fields: (t) => ({
    html: t.string({
      description: 'Safe to put into a page as it is. Links to documents carry their id in `data-document`.',
      complexity: 5,
      resolve: (answer, _args, context) =>
        withLinks(answer, context, (resolve, file) => toHtml(answer.blocks, resolve, file, languageOf(answer))),
    }),
    markdown: t.string({
      description: 'CommonMark, tables as GitHub writes them.',
      complexity: 5,
      resolve: (answer, _args, context) =>
        withLinks(answer, context, (resolve, file) => toMarkdown(answer.blocks, resolve, file, languageOf(answer))),
    }),
    text: t.string({
      description: 'The words alone.',
      complexity: 5,
      resolve: (answer, _args, { budget }) => {
        spend(budget, answer)
        return toText(answer.blocks, languageOf(answer))
      },
    }),
    json: t.field({
      type: 'Blocks',
      description: 'The blocks, for a site that draws them itself.',
      complexity: 5,
      resolve: (answer, _args, context) =>
        withLinks(answer, context, (resolve, file) => toJson(answer.blocks, resolve, file, languageOf(answer))),
    }),
  }),
})

const languageOf = ({ served }: RichTextAnswer) => served.language ?? served.scope.language
