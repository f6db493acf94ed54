import type { GovernedCollection } from '../../../src/vocabulary.js'
import { paragraph } from '../../support/content.js'

type Word = (where: string) => string

/** Every text that an editor can write into a document of the kind, each with a word of its own. */
export function textsOf(collection: GovernedCollection, word: Word): Record<string, unknown> {
  const text = (field: string): string => `${collection}.${field} ${word(`${collection}.${field}`)}`
  const url = (field: string): string => `https://${word(`${collection}.${field}`)}.example.se/`
  const body = (): object => paragraph(text('body'))
  switch (collection) {
    case 'news':
      return { title: text('title'), lead: text('lead'), body: body() }
    case 'topics':
      return {
        ...{ title: text('title'), intro: text('intro'), body: body() },
        ...{ sensitive: true, neutralTitle: text('neutralTitle'), quickExitUrl: url('quickExitUrl') },
      }
    case 'strategies':
      return {
        ...{ title: text('title'), summary: text('summary'), underRevision: true },
        ...{ revisionNote: text('revisionNote'), followedUpBy: { body: text('followedUpBy') } },
      }
    case 'editions':
      return {
        ...{
          label: text('label'),
          title: text('title'),
          body: body(),
          decision: { body: text('decision'), date: '2020-01-02' },
        },
        parties: [{ name: text('party'), kind: 'authority', role: text('role'), adoptedOn: '2020', ...numbers }],
        priorPublication: [{ date: '2020', url: url('priorPublication'), note: text('priorNote') }],
      }
    case 'contacts':
      return {
        ...{ name: text('name'), kind: 'authority', note: text('note'), hoursNote: text('hoursNote') },
        ...{ email: `${word('contacts.email')}@example.se`, url: url('url') },
        address: { street: text('street'), postalCode: '871 86', city: text('city') },
        phones: [{ number: '+46112345678', display: text('phone') }],
      }
  }
}

const numbers = { organisationNumber: '202100-2247', diaryNumber: '801-1234-2013' }

export const hasSlug = (collection: GovernedCollection): boolean =>
  collection !== 'editions' && collection !== 'contacts'
