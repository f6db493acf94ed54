import path from 'node:path'
import { lexicalEditor } from '@payloadcms/richtext-lexical'
import { en } from '@payloadcms/translations/languages/en'
import { sv } from '@payloadcms/translations/languages/sv'
import { buildConfig, type SanitizedConfig } from 'payload'
import sharp from 'sharp'
import { Checkpoints } from '../collections/archive/Checkpoints.js'
import { Fixity } from '../collections/archive/Fixity.js'
import { Holds } from '../collections/archive/Holds.js'
import { Log } from '../collections/archive/Log.js'
import { Records } from '../collections/archive/Records.js'
import { Snapshots } from '../collections/archive/Snapshots.js'
import { Statements } from '../collections/archive/Statements.js'
import { Contacts } from '../collections/Contacts.js'
import { Editions } from '../collections/Editions.js'
import { mediaIn } from '../collections/Media.js'
import { News } from '../collections/News.js'
import { PersistedDocuments } from '../collections/PersistedDocuments.js'
import { Strategies } from '../collections/Strategies.js'
import { Topics } from '../collections/Topics.js'
import { usersIn } from '../collections/Users.js'
import { Websites } from '../collections/Websites.js'
import type { Services } from './archive/write/services.js'
import type { Config } from './config.js'
import { payloadDatabase } from './database/database.js'
import { DEFAULT_LANGUAGE, languageNames, languages } from './vocabulary.js'
import { noEmail } from './workflow/noEmail.js'
import { answerInWords } from './workflow/answerInWords.js'

/** Megabytes that one upload may have. */
const UPLOAD_MEGABYTES = 50

/**
 * Payload, assembled: the editors' side of the service.
 *
 * @param services what the archive's writer needs; the admin's own copy of this configuration goes without, since it
 *   shares the instance of Payload that the server has started.
 */
export function editorialConfig(config: Config, services?: Services): Promise<SanitizedConfig> {
  return buildConfig({
    secret: config.secret,
    telemetry: false,
    db: payloadDatabase(config.databaseUrl),
    editor: lexicalEditor(),
    sharp,
    collections: [
      Topics,
      Strategies,
      Editions,
      News,
      Contacts,
      mediaIn(config.mediaDir),
      Websites,
      PersistedDocuments,
      usersIn(config.publicUrl.startsWith('https:')),
      Records,
      Snapshots,
      Statements,
      Log,
      Checkpoints,
      Holds,
      Fixity,
    ],
    custom: { services },
    admin: {
      user: 'users',
      avatar: 'default',
      dateFormat: 'yyyy-MM-dd HH:mm',
      timezones: {
        defaultTimezone: 'Europe/Stockholm',
        supportedTimezones: [{ label: 'Stockholm', value: 'Europe/Stockholm' }],
      },
      meta: { titleSuffix: ' – Länskällan' },
      components: {
        graphics: { Icon: '/src/admin/Logo.tsx#Icon', Logo: '/src/admin/Logo.tsx#Logo' },
        beforeDashboard: ['/src/admin/Welcome.tsx#Welcome'],
      },
      importMap: {
        autoGenerate: false,
        baseDir: process.cwd(),
        importMapFile: path.join(process.cwd(), 'src/app/(payload)/admin/importMap.js'),
      },
    },
    i18n: {
      fallbackLanguage: 'sv',
      supportedLanguages: { sv, en },
      // It stands in the middle of a sentence.
      translations: { sv: { general: { or: 'eller' } } },
    },
    localization: {
      defaultLocale: DEFAULT_LANGUAGE,
      // An empty translation is empty: another language's text in its place could be released by mistake.
      fallback: false,
      locales: languages.map((code) => ({ code, label: languageNames[code], rtl: code === 'ar' })),
    },
    graphQL: { disable: true },
    // What a document names is told by its id: whoever wants more asks for it. The admin does so already.
    defaultDepth: 0,
    // Its own information is housekeeping; the service says in plain words what happens.
    logger: { options: { level: config.logLevel === 'info' ? 'warn' : config.logLevel }, destination: process.stdout },
    // Foreseen: the editor has been told what to do, and nothing is broken.
    loggingLevels: { ServiceError: 'info' } as never,
    email: noEmail,
    hooks: { afterError: [answerInWords] },
    upload: { limits: { fileSize: UPLOAD_MEGABYTES * 1_000_000 }, abortOnLimit: true },
    typescript: { autoGenerate: false },
  })
}
