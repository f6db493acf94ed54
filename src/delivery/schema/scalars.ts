import { GraphQLError, Kind } from 'graphql'
import { isEdtfDate } from '../../archive/pure/edtf.js'
import type { Message } from '../../errors.js'
import type { JsonBlock } from '../richText/json.js'
import { languages, type LanguageCode } from '../../vocabulary.js'
import { builder } from './builder.js'

/** Characters of what was sent that are told back. */
const TOLD = 60

const refuse = (value: unknown, wanted: Message): never => {
  const told = typeof value === 'string' ? JSON.stringify(value.slice(0, TOLD)) : null
  const sv = `${told ?? 'Värdet'} är inte ${wanted.sv}`
  throw new GraphQLError(`${told ?? 'This value'} is not ${wanted.en}`, { extensions: { code: 'BAD_INPUT', sv } })
}

const RFC_3339 = /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d+)?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/

/** To the millisecond, in UTC. @throws GraphQLError for what is no instant, a 30 February among them */
function parseInstant(value: unknown): string {
  const [, day] = (typeof value === 'string' && RFC_3339.exec(value)) || []
  if (day === undefined || !isEdtfDate(day))
    return refuse(value, {
      sv: 'en tidpunkt med tidszon, som 2017-06-01T12:00:00Z eller 2017-06-01T14:00:00+02:00',
      en: 'an instant with a time zone, such as 2017-06-01T12:00:00Z or 2017-06-01T14:00:00+02:00',
    })
  return new Date(value as string).toISOString()
}

function parseDay(value: unknown): string {
  if (typeof value === 'string' && value.length === 10 && isEdtfDate(value)) return value
  return refuse(value, { sv: 'en dag i kalendern, som 2017-06-01', en: 'a day of the calendar, such as 2017-06-01' })
}

builder.scalarType('DateTime', {
  description: 'An instant as RFC 3339 with its time zone. Answers are in UTC, to the millisecond.',
  specifiedByURL: 'https://scalars.graphql.org/andimarek/date-time.html',
  serialize: (value) => value,
  parseValue: parseInstant,
})

builder.scalarType('Date', {
  description: 'A day in the Swedish calendar, `YYYY-MM-DD`.',
  serialize: (value) => value,
  parseValue: parseDay,
})

builder.scalarType('EdtfDate', {
  description: 'A day, a month or a year where no more is known: `2018-01-01`, `2018-01` or `2018` (EDTF level 0).',
  serialize: (value) => value,
  parseValue: (value) =>
    typeof value === 'string' && isEdtfDate(value)
      ? value
      : refuse(value, {
          sv: 'ett datum som 2018-01-01, 2018-01 eller 2018',
          en: 'a date such as 2018-01-01, 2018-01 or 2018',
        }),
})

const notSent: Message = { sv: 'något som kan skickas hit', en: 'something that can be sent' }
const wantedLanguage: Message = {
  sv: `ett språk: använd ${languages.join(', ')}`,
  en: `a language: use ${languages.join(', ')}`,
}

const isLanguage = (value: unknown): value is LanguageCode => (languages as readonly unknown[]).includes(value)

builder.scalarType('Language', {
  description: `A BCP 47 code that a page can put into \`lang\`: ${languages.map((code) => `\`${code}\``).join(', ')}.`,
  serialize: (value) => value,
  parseValue: (value) => (isLanguage(value) ? value : refuse(value, wantedLanguage)),
})

builder.scalarType('Blocks', {
  description:
    'Rich text as a JSON array of blocks (paragraph, heading, list, quote, table, image, rule): see docs/model.md.',
  serialize: (value) => value as JsonBlock[],
  parseValue: (value) => refuse(value, notSent),
  parseLiteral: (node) => refuse(node.kind === Kind.STRING ? node.value : node.kind, notSent),
})
