import { builder } from './builder.js'

export const DocumentKindEnum = builder.enumType('DocumentKind', {
  values: {
    TOPIC: { value: 'topic' },
    STRATEGY: { value: 'strategy' },
    EDITION: { value: 'edition' },
    NEWS_ITEM: { value: 'news' },
    CONTACT: { value: 'contact' },
  } as const,
})

export const PublicationEnum = builder.enumType('Publication', {
  description: 'How a document stands at the moment asked about.',
  values: {
    PUBLIC: { description: 'Can be read.' },
    WITHDRAWN: { description: 'No longer current. Past moments still answer.' },
    SEALED: { description: 'Hidden for every moment, past ones too: only the reason is shown.' },
  } as const,
})

export const RecordActionEnum = builder.enumType('RecordAction', {
  values: ['PUBLISH', 'WITHDRAW', 'SEAL', 'CANCEL', 'DISPOSE'] as const,
})

export const WithdrawnAsEnum = builder.enumType('WithdrawnAs', {
  description: 'What a site should show in place of a withdrawn document.',
  values: {
    EXPLAINED: { value: 'explained', description: 'The text, with the reason above it.' },
    REDIRECT: { value: 'redirect', description: 'The page that has taken its place.' },
    GONE: { value: 'gone', description: 'Only that it is gone, and why.' },
  } as const,
})

export const ResolutionStateEnum = builder.enumType('ResolutionState', {
  description: 'How a strategy stands on a day.',
  values: {
    IN_FORCE: { description: 'An edition is in force.' },
    BEFORE_FIRST: { description: 'The first edition is not in force yet.' },
    GAP: { description: 'Between two known editions.' },
    AFTER_LAST: { description: 'The last known edition has expired.' },
    NOT_KNOWN_YET: { description: 'At that moment this archive knew no edition; see priorPublication.' },
  } as const,
})

export const CertaintyEnum = builder.enumType('Certainty', {
  values: {
    CERTAIN: {},
    POSSIBLE: { description: 'Hangs on a date of which only the year or month is known.' },
  } as const,
})

export const ValidityStateEnum = builder.enumType('ValidityState', {
  description: 'How an edition stands on a day.',
  values: ['NOT_YET_IN_FORCE', 'IN_FORCE', 'EXPIRED', 'SUPERSEDED', 'REPEALED'] as const,
})

export const ImportanceEnum = builder.enumType('Importance', {
  values: { ORDINARY: { value: 'ordinary' }, IMPORTANT: { value: 'important' }, CRISIS: { value: 'crisis' } } as const,
})

export const ContactKindEnum = builder.enumType('ContactKind', {
  values: {
    HELPLINE: { value: 'helpline' },
    AUTHORITY: { value: 'authority' },
    FUNCTION: { value: 'function' },
    PERSON: { value: 'person', description: 'A person in office.' },
  } as const,
})

export const PartyKindEnum = builder.enumType('PartyKind', {
  values: {
    COUNTY_BOARD: { value: 'county-board' },
    POLICE: { value: 'police' },
    PROSECUTOR: { value: 'prosecutor' },
    PRISON_SERVICE: { value: 'prison-service' },
    REGION: { value: 'region' },
    MUNICIPALITY: { value: 'municipality' },
    ASSOCIATION: { value: 'association' },
    AUTHORITY: { value: 'authority' },
    OTHER: { value: 'other' },
  } as const,
})

export const WeekdayEnum = builder.enumType('Weekday', {
  values: {
    MONDAY: { value: 1 },
    TUESDAY: { value: 2 },
    WEDNESDAY: { value: 3 },
    THURSDAY: { value: 4 },
    FRIDAY: { value: 5 },
    SATURDAY: { value: 6 },
    SUNDAY: { value: 7 },
  } as const,
})
