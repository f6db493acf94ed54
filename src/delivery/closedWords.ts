import type { Contents, EdtfDate, Instant, Party } from '../archive/pure/model.js'
import { formatEnglish, formatSwedish } from '../archive/pure/stockholm.js'
import { countyBySlug } from '../vocabulary.js'
import type { Both, Speech } from './speech.js'

// What people call the closed words that documents are written with.

export const partyKinds: Both<Record<Party['kind'], string>> = {
  sv: {
    'county-board': 'länsstyrelse',
    police: 'polis',
    prosecutor: 'åklagare',
    'prison-service': 'kriminalvård',
    region: 'region',
    municipality: 'kommun',
    association: 'förening eller förbund',
    authority: 'myndighet',
    other: 'annan',
  },
  en: {
    'county-board': 'county administrative board',
    police: 'police',
    prosecutor: 'prosecutor',
    'prison-service': 'prison and probation service',
    region: 'region',
    municipality: 'municipality',
    association: 'association',
    authority: 'authority',
    other: 'other',
  },
}

export const contactKinds: Both<Record<Contents['contact']['facts']['kind'], string>> = {
  sv: { helpline: 'stödlinje', authority: 'myndighet', function: 'funktion', person: 'person i tjänst' },
  en: { helpline: 'helpline', authority: 'authority', function: 'function', person: 'person in office' },
}

export const importances: Both<Record<Contents['news']['facts']['importance'], string>> = {
  sv: { ordinary: 'vanlig', important: 'viktig', crisis: 'kris' },
  en: { ordinary: 'ordinary', important: 'important', crisis: 'crisis' },
}

/** Monday first. */
export const weekdays: Both<readonly string[]> = {
  sv: ['måndag', 'tisdag', 'onsdag', 'torsdag', 'fredag', 'lördag', 'söndag'],
  en: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
}

export const countyName = (owner: string, speech: Speech): string =>
  countyBySlug.get(owner)?.name[speech] ?? (speech === 'en' ? 'All of Sweden' : 'Hela landet')

/** @param code  BCP 47; told as it is where nobody has a name for it */
export function languageName(code: string, speech: Speech): string {
  try {
    return new Intl.DisplayNames(speech, { type: 'language' }).of(code) ?? code
  } catch {
    return code
  }
}

/** "1 juni 2017"; for an instant with its clock in Sweden. */
export const dateIn = (speech: Speech, when: EdtfDate | Instant): string =>
  speech === 'en' ? formatEnglish(when) : formatSwedish(when)
