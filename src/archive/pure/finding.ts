import type { Message } from '../../errors.js'

/** What a verification can find. The codes are stable; machines may rely on them. */
export type FindingCode =
  | 'LOG_HOLE'
  | 'LOG_ORDER'
  | 'LOG_CUT'
  | 'LEAF_MISMATCH'
  | 'PUBLIC_FROM_CHANGED'
  | 'RECORD_MISSING'
  | 'RECORD_CHANGED'
  | 'REVISION_GAP'
  | 'SNAPSHOT_MISSING'
  | 'SNAPSHOT_CHANGED'
  | 'SNAPSHOT_UNREADABLE'
  | 'STATEMENT_MISSING'
  | 'STATEMENT_CHANGED'
  | 'ROWS_EXTRA'
  | 'CHECKPOINT_FALSE'
  | 'CHECKPOINT_UNSIGNED'
  | 'CHECKPOINT_MISSING'
  | 'OLDER_BACKUP'
  | 'OTHER_PAST'
  | 'FILE_MISSING'
  | 'FILE_CHANGED'

/** Something that is wrong, and where. */
export interface Finding {
  code: FindingCode
  /** Its number in the log, where it has one. */
  seq: number | null
  /** The record, checkpoint or file that it is about. */
  about: string | null
  message: Message
}

const words: Record<FindingCode, Message> = {
  LOG_HOLE: { sv: 'En rad saknas i loggen', en: 'An entry of the log is missing' },
  LOG_ORDER: { sv: 'Tiden i loggen går bakåt eller står still', en: 'Time in the log goes back or stands still' },
  LOG_CUT: {
    sv: 'Loggen är kortare än en undertecknad kontrollpunkt',
    en: 'The log is shorter than a signed checkpoint',
  },
  LEAF_MISMATCH: {
    sv: 'Raden i loggen och arkivposten hör inte ihop: någon av dem är ändrad',
    en: 'The entry of the log and its record do not belong together: one of them was changed',
  },
  PUBLIC_FROM_CHANGED: {
    sv: 'Tidpunkten då posten blev publik är ändrad',
    en: 'The instant from which the record is public was changed',
  },
  RECORD_MISSING: { sv: 'Arkivposten saknas', en: 'The record is missing' },
  RECORD_CHANGED: {
    sv: 'Uppgifterna vid sidan av arkivposten är ändrade',
    en: 'What is kept beside the record was changed',
  },
  REVISION_GAP: { sv: 'En version av dokumentet saknas', en: 'A revision of the document is missing' },
  SNAPSHOT_MISSING: {
    sv: 'Innehållet saknas, och ingen gallring är registrerad',
    en: 'The content is missing, and no disposal is recorded',
  },
  SNAPSHOT_CHANGED: { sv: 'Innehållet är ändrat', en: 'The content was changed' },
  SNAPSHOT_UNREADABLE: {
    sv: 'Innehållet är det som arkiverades men går inte att läsa',
    en: 'The content is what was archived but cannot be read',
  },
  STATEMENT_MISSING: { sv: 'Den interna uppgiften saknas', en: 'The internal statement is missing' },
  STATEMENT_CHANGED: { sv: 'Den interna uppgiften är ändrad', en: 'The internal statement was changed' },
  ROWS_EXTRA: {
    sv: 'Det finns innehåll eller uppgifter som ingen arkivpost nämner',
    en: 'There is content, or a statement, that no record names',
  },
  CHECKPOINT_FALSE: {
    sv: 'Loggen är en annan än den som undertecknades',
    en: 'The log is another than the one that was signed',
  },
  CHECKPOINT_UNSIGNED: {
    sv: 'Kontrollpunkten är inte undertecknad med loggens nyckel',
    en: 'The checkpoint is not signed by the key of the log',
  },
  CHECKPOINT_MISSING: {
    sv: 'Loggen har inte en enda kontrollpunkt: alla är borttagna',
    en: 'The log has not a single checkpoint: all of them were removed',
  },
  OLDER_BACKUP: {
    sv: 'Loggen är kortare än kontrollpunkten som förvarats någon annanstans: en äldre säkerhetskopia är återställd',
    en: 'The log is shorter than the checkpoint that was kept elsewhere: an older backup has been restored',
  },
  OTHER_PAST: {
    sv: 'Loggen började inte så som kontrollpunkten som förvarats någon annanstans säger',
    en: 'The log did not begin as the checkpoint that was kept elsewhere says',
  },
  FILE_MISSING: { sv: 'Filen saknas', en: 'The file is missing' },
  FILE_CHANGED: { sv: 'Filen är ändrad eller avkortad', en: 'The file was changed or cut short' },
}

export function finding(code: FindingCode, seq: number | null, about: string | null): Finding {
  const { sv, en } = words[code]
  const [numberSv, numberEn] = seq === null ? ['', ''] : [` (nummer ${seq} i loggen)`, ` (number ${seq} in the log)`]
  const id = about === null ? '' : `: ${about}`
  return { code, seq, about, message: { sv: `${sv}${numberSv}${id}.`, en: `${en}${numberEn}${id}.` } }
}
