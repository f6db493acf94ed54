'use client'
import { useTranslation } from '@payloadcms/ui'

const sv = {
  publish: 'Publicera',
  publishTitle: 'Publicera dokumentet',
  publishHelp:
    'Texten blir offentlig direkt och sparas i arkivet. Språk som inte väljs behåller den text som är offentlig nu.',
  languagesToPublish: 'Språk som ska publiceras',
  noText: 'ingen text',
  isPublic: 'offentlig nu',
  changeNote: 'Vad har ändrats?',
  changeNoteHelp: 'Visas för läsarna i dokumentets historik.',
  cancel: 'Avbryt',
  withdraw: 'Dra tillbaka',
  withdrawTitle: 'Dra tillbaka dokumentet',
  withdrawHelp: 'Dokumentet är inte längre aktuellt. Den som frågar efter ett tidigare datum får fortfarande se det.',
  seal: 'Spärra',
  sealTitle: 'Spärra dokumentet',
  sealHelp:
    'Innehållet döljs genast överallt, även för tidigare datum. Använd det när något har publicerats som kan skada någon. Det går inte att ångra.',
  reason: 'Skäl',
  reasonHelp: 'Visas för läsarna. Skriv inte det som ska döljas.',
  reasonMissing: 'Skriv ett skäl på minst tre tecken.',
  shownAs: 'Så visas sidan',
  explained: 'Texten visas, med skälet ovanför',
  gone: 'Bara att sidan är borttagen, och skälet',
  status: 'Status',
  NEVER: 'Utkast, inte publicerat',
  PUBLIC: 'Offentligt',
  WITHDRAWN: 'Tillbakadraget',
  SEALED: 'Spärrat',
  since: 'sedan',
  failed: 'Det gick inte. Kontrollera anslutningen och försök igen.',
}

const en: typeof sv = {
  publish: 'Publish',
  publishTitle: 'Publish the document',
  publishHelp:
    'The text becomes public at once and is kept in the archive. Other languages keep the text that is public now.',
  languagesToPublish: 'Languages to publish',
  noText: 'no text',
  isPublic: 'public now',
  changeNote: 'What was changed?',
  changeNoteHelp: 'Readers see it in the history of the document.',
  cancel: 'Cancel',
  withdraw: 'Withdraw',
  withdrawTitle: 'Withdraw the document',
  withdrawHelp: 'The document is no longer current. Who asks for an earlier date still sees it.',
  seal: 'Seal',
  sealTitle: 'Seal the document',
  sealHelp:
    'The content is hidden at once everywhere, for earlier dates too. Use it when something was published that can harm somebody. It cannot be undone.',
  reason: 'Reason',
  reasonHelp: 'Readers see it. Do not write what is to be hidden.',
  reasonMissing: 'Give a reason of three characters or more.',
  shownAs: 'How the page is shown',
  explained: 'The text, with the reason above it',
  gone: 'Only that it is gone, and the reason',
  status: 'Status',
  NEVER: 'Draft, not published',
  PUBLIC: 'Public',
  WITHDRAWN: 'Withdrawn',
  SEALED: 'Sealed',
  since: 'since',
  failed: 'That did not work. Check the connection and try again.',
}

/** The words of our own parts of the admin, in the language of the user. */
export function useWords(): typeof sv {
  const { i18n } = useTranslation()
  return i18n.language === 'en' ? en : sv
}
