import type { EmailAdapter } from 'payload'
import { ServiceError } from '../errors.js'

/** There is no mail server behind the service: whoever runs it gives accounts and new passwords. */
export const noEmail: EmailAdapter = () => ({
  name: 'none',
  defaultFromAddress: 'ingen@lanskallan.example',
  defaultFromName: 'Länskällan',
  sendEmail: () =>
    Promise.reject(
      new ServiceError('FORBIDDEN', {
        sv: 'Tjänsten skickar ingen e-post. Be den som driver tjänsten om ett nytt lösenord.',
        en: 'The service sends no e-mail. Ask whoever runs it for a new password.',
      }),
    ),
})
