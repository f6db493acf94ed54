import { both, type Speech } from '../speech.js'

const decision = both({
  sv: { body: 'beslutat av', date: 'beslutsdatum', diaryNumber: 'diarienummer' },
  en: { body: 'decided by', date: 'date of decision', diaryNumber: 'diary number' },
})

/** What people call the fields of a document, by their dotted paths without places in lists: Swedish, English. */
const names: Readonly<Record<string, readonly [sv: string, en: string]>> = {
  ...decided('decision', 'Beslut', 'Decision'),
  validFrom: ['Gäller från och med', 'In force from'],
  validThrough: ['Gäller till och med', 'In force through'],
  'prolongations.through': ['Förlängd till och med', 'Prolonged through'],
  ...decided('prolongations.decision', 'Förlängning', 'Prolongation'),
  'repeal.from': ['Upphävd från och med', 'Repealed from'],
  ...decided('repeal.decision', 'Upphävande', 'Repeal'),
  strategy: ['Strategi', 'Strategy'],
  supersedes: ['Ersätter', 'Supersedes'],
  'supersedesInPart.edition': ['Ersätter delvis', 'Supersedes in part'],
  'supersedesInPart.part': ['Del som ersätts', 'Part that is superseded'],
  'priorPublication.date': ['Tidigare publicering, datum', 'Earlier publication, date'],
  'priorPublication.url': ['Tidigare publicering, adress', 'Earlier publication, address'],
  'priorPublication.note': ['Tidigare publicering, anmärkning', 'Earlier publication, note'],
  label: ['Benämning', 'Label'],
  number: ['Nummer', 'Number'],
  title: ['Rubrik', 'Title'],
  neutralTitle: ['Neutral rubrik', 'Neutral title'],
  name: ['Namn', 'Name'],
  lead: ['Ingress', 'Lead'],
  intro: ['Inledning', 'Introduction'],
  summary: ['Sammanfattning', 'Summary'],
  note: ['Anmärkning', 'Note'],
  slug: ['Adressnamn', 'Address name'],
  owner: ['Hör till', 'Belongs to'],
  audience: ['Visas också för', 'Also shown to'],
  translations: ['Texten finns på', 'The text is in'],
  topics: ['Sakområden', 'Topics'],
  contacts: ['Kontakter', 'Contacts'],
  sensitive: ['Känsligt sakområde', 'Sensitive topic'],
  quickExitUrl: ['Snabbknappen leder till', 'The quick exit leads to'],
  underRevision: ['Under omarbetning', 'Under revision'],
  revisionNote: ['Om omarbetningen', 'About the revision'],
  'followedUpBy.body': ['Följs upp av', 'Followed up by'],
  'followedUpBy.contact': ['Uppföljningens kontakt', 'Contact of the follow-up'],
  importance: ['Vikt', 'Importance'],
  shownUntil: ['Visas till', 'Shown until'],
  originallyPublished: ['Först publicerad', 'First published'],
  related: ['Hör ihop med', 'Related to'],
  kind: ['Slag', 'Kind'],
  email: ['E-post', 'Email'],
  url: ['Webbadress', 'Web address'],
  'address.street': ['Gatuadress', 'Street address'],
  'address.postalCode': ['Postnummer', 'Postcode'],
  'address.city': ['Ort', 'Town'],
  'phones.number': ['Telefonnummer', 'Telephone number'],
  'phones.display': ['Telefonnummer som det skrivs', 'Telephone number as written'],
  'phones.freeOfCharge': ['Gratis att ringa', 'Free of charge'],
  'phones.sms': ['Tar emot sms', 'Takes text messages'],
  'phones.textPhone': ['Texttelefon', 'Text phone'],
  'hours.alwaysOpen': ['Alltid öppet', 'Always open'],
  'hours.weekly.day': ['Öppet, veckodag', 'Open, day of the week'],
  'hours.weekly.opens': ['Öppnar', 'Opens'],
  'hours.weekly.closes': ['Stänger', 'Closes'],
  'hours.exceptions.date': ['Avvikande dag', 'Day that differs'],
  'hours.exceptions.opens': ['Öppnar den dagen', 'Opens that day'],
  'hours.exceptions.closes': ['Stänger den dagen', 'Closes that day'],
  hoursNote: ['Om öppettiderna', 'About the opening hours'],
  languages: ['Hjälp ges på', 'Help is given in'],
  anonymous: ['Får vara anonym', 'May remain anonymous'],
  hiddenOnBill: ['Syns inte på telefonräkningen', 'Not shown on the phone bill'],
  lastVerifiedOn: ['Uppgifterna kontrollerade', 'Details verified'],
  verifyAgainBy: ['Kontrolleras igen senast', 'To be verified again by'],
  legalBasis: ['Rättslig grund', 'Legal basis'],
}

function decided(path: string, sv: string, en: string): Record<string, readonly [string, string]> {
  const parts = ['body', 'date', 'diaryNumber'] as const
  return Object.fromEntries(
    parts.map((part) => [`${path}.${part}`, [`${sv}, ${decision.sv[part]}`, `${en}, ${decision.en[part]}`]]),
  )
}

/** A path without the places in lists: `phones.number` of `phones.1.number`. */
export const plainPath = (field: string): string => field.replaceAll(/\.\d+\b/g, '')

/** Numbers of a list are told apart from its field: `phones.1.number` is the second number. */
export function fieldLabel(field: string, speech: Speech): string {
  const places = [...field.matchAll(/\.(\d+)\b/g)].map(([, place]) => Number(place) + 1)
  const label = names[plainPath(field)]?.[speech === 'sv' ? 0 : 1] ?? field
  return places.length > 0 ? `${label} (${places.join('.')})` : label
}
